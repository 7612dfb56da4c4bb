/* What a design takes from the one that it is like (private to the folder). */
#ifndef BILAN_LAYOUT_INHERIT_H
#define BILAN_LAYOUT_INHERIT_H

#include "layout/reading.h"

/* The theme with the faces, colours, drawings and words of `base` that it does not have itself. */
const struct node *inherit_theme(struct arena *a, const struct node *theme, const struct node *base);

#endif
