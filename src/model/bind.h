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

/* https:, http:, mailto: or #page, without blanks. */
bool bind_is_address(struct str text);
/* Hint for the last finding: how this would be an address, where that can be told. */
void bind_advise_on_address(struct diags *d, struct str text);

/* bind_report.c: what is wrong with a map, with advice. */

/* Hint for the last finding: what the field is for. */
void bind_hint_help(struct binding *b, const struct field *f);
/* "'title' wants text, not a map" */
void bind_wrong_type(struct binding *b, const struct field *f, enum field_type type, const struct node *found);
/* Hint for the last finding: how `found` would be a map of the schema's fields. */
void bind_advise_on_record(struct binding *b, const struct schema *schema, const struct node *found);
/* Records that the required field `f` is not in the map, unless a key there is told as a slip for it. */
void bind_missing(struct binding *b, const struct schema *schema, const struct field *f, const struct node *map);
/* Records a key that is no field of the schema. */
void bind_unknown(struct binding *b, const struct schema *schema, const struct node *key);

/* Of a bound record: empty, 0 or the fallback when there is none. */
struct str record_string(const struct record *r, const char *name);
int record_integer(const struct record *r, const char *name, int otherwise);

#endif
