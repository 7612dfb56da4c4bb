/* Which abbreviations an edition uses. Private to the folder. */
#ifndef BILAN_MODEL_ABBREVIATIONS_H
#define BILAN_MODEL_ABBREVIATIONS_H

#include "model/binding.h"

/* Those of `all` that stand as a word in the edition's pages, or in what the pages print of services and indicators; sorted by letters without regard to
 * case. All texts must be bound. */
const struct value *abbreviations_used(struct binding *b, const struct value *all);

#endif
