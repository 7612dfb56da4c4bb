/* Entries one below the other, sharing pages (private to the folder). */
#ifndef BILAN_LAYOUT_FLOWING_H
#define BILAN_LAYOUT_FLOWING_H

#include "layout/flow.h"

/* Settles on which pages each entry stands and where on them it starts. Returns the number of pages. */
uint32_t flowing_settle(struct job *job);

/* The body of an entry that shares pages, measured as a whole; its parts are then shown one after the other. */
struct frame *flowing_body(struct flow *f);
/* Shows the flow's part, which has a place on its page. To be called for each part in turn. */
void flowing_show(struct flow *f, struct frame *body, size_t part);

#endif
