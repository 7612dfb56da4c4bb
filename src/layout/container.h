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
enum position { POSITION_START, POSITION_MIDDLE, POSITION_END };
/* Where boxes are aligned to; `otherwise` when they are not told. */
enum position container_across(enum horizontal align, enum position otherwise);
/* Where something of `size` starts in `room`. */
double container_shift(enum position position, double room, double size);
/* For blocks whose content takes no room. */
struct extent container_measure_nothing(struct flow *f, struct frame *frame, double width, double height);

#endif
