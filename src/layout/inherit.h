/* What a design takes from the one that it is like (private to the folder). */
#ifndef BILAN_LAYOUT_INHERIT_H
#define BILAN_LAYOUT_INHERIT_H

#include "layout/reading.h"

/* The theme with the faces, colours, drawings and words of `base` that it does not have itself; one without a page of its own takes that, its bounds and its
 * styles as well. */
const struct node *inherit_theme(struct arena *a, const struct node *theme, const struct node *base);
/* The entries of a map, and those of `base` whose names it does not have. */
const struct node *inherit_entries(struct arena *a, const struct node *own, const struct node *base);

#endif
