/* What containers share (private to the folder). */
#ifndef BILAN_LAYOUT_CONTAINER_H
#define BILAN_LAYOUT_CONTAINER_H

#include "layout/block.h"

/* The boxes of its list become its children. */
void container_compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box);
/* Its children, one after the other. */
void container_emit(struct flow *f, struct frame *frame, struct rect inner);
/* Points, or percent of `whole`; 0 for what is neither. */
double container_points(struct length length, double whole);
/* Where something of `size` starts in `room`: at its start (place 0), in its middle (1), at its end (2). */
double container_shift(int place, double room, double size);

#endif
