/* Typed binding of loaded trees by schemas. Private to the folder. */
#ifndef BILAN_MODEL_BIND_H
#define BILAN_MODEL_BIND_H

#include "model/binding.h"

/* `node` by `schema`; NULL or a null node has no fields. Texts stay without their rich text until bind_finish. `scope` is the record that ${count.LIST} in its
 * texts looks for lists in; NULL: the new record. Never NULL; what is wrong is recorded and left VALUE_NONE. */
const struct record *bind_record(struct binding *b, const struct schema *schema, const struct node *node, struct str id,
                                 const struct record *scope);
/* Binds one scalar by its type. False after a finding. */
bool bind_scalar(struct binding *b, const struct field *f, enum field_type type, const struct node *scalar,
                 struct value *out);
/* Parses all texts, in the order bound, and looks for the pages that links name. */
void bind_finish(struct binding *b);

/* "'title' wants text, not a map", with advice. */
void bind_wrong_type(struct binding *b, const struct field *f, enum field_type type, const struct node *found);

/* Of a bound record: empty, 0 or the fallback when there is none. */
struct str record_string(const struct record *r, const char *name);
int record_integer(const struct record *r, const char *name, int otherwise);

#endif
