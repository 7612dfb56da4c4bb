/* Names that every layout has (private to the folder). */
#ifndef BILAN_LAYOUT_BUILTIN_H
#define BILAN_LAYOUT_BUILTIN_H

#include "layout/scope.h"

/* Names that come before the page's fields (page.number, section, counter), and after them (edition, sections, word.NAME …). NULL
 * when there is none; *used parts of the lookup are behind it. */
const struct value *builtin_first(struct flow *f, const struct lookup *l, size_t *used);
const struct value *builtin_last(struct flow *f, const struct lookup *l, size_t *used);
/* Whether the scope has the first name of `l`; if not, it is an author's reference. */
bool builtin_knows(struct flow *f, const struct scope *scope, const struct lookup *l);
/* Fields that are worked out: a section's `current`, a service's `phase`. NULL: no such. */
const struct value *builtin_of_record(struct flow *f, const struct record *r, struct str name);
/* Fields of a figure: those of its indicator, and `service`. */
const struct value *builtin_of_figure(struct flow *f, const struct value *figure, struct str name, bool *known,
                                      const struct schema **schema);

/* Values of an edition that layouts see, made once. */
void builtin_prepare(struct job *job);

#endif
