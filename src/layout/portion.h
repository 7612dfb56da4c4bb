/* Where entries flow: what of a frame stands on one page (private to the folder). */
#ifndef BILAN_LAYOUT_PORTION_H
#define BILAN_LAYOUT_PORTION_H

#include "layout/flow.h"

/* How heights are compared, in points. */
#define PORTION_TOLERANCE 0.5

/* Shows as much of what is left of the frame as is no higher than `room`, and leaves some. False, and nothing has changed, when no page
 * may end in it there. */
bool portion_divide(struct flow *f, struct frame *frame, double room);
/* What a divided frame left becomes what it shows. */
void portion_advance(struct frame *frame);

/* For frames whose children stand one below the other: what blocks' `divide`, `advance` and `shown` are. */
bool portion_divide_down(struct flow *f, struct frame *frame, double room);
void portion_advance_down(struct frame *frame);
double portion_shown_down(const struct frame *frame);
/* The gap that a child of such a frame has below it. */
double portion_gap_below(const struct frame *frame, const struct frame *child);

/* Whether a single entry of `height`, of a list of `count`, would be too little to stand alone at the end or start of a page. */
bool portion_is_lone(size_t count, double height);

#endif
