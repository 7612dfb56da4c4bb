/* Entries one below the other, sharing pages (private to the folder). */
#ifndef BILAN_LAYOUT_FLOWING_H
#define BILAN_LAYOUT_FLOWING_H

#include "layout/flow.h"

/* Settles on which pages each entry stands and what each page takes of it. Returns the number of pages. */
uint32_t flowing_settle(struct job *job);

/* The boxes that the flow's slice names, measured and arranged below its top. */
struct frame *flowing_body(struct flow *f);

/* Boxes of an entry's body and entries of its continued list, for one page. */
struct stretch {
    size_t first_box, end_box;
    size_t first_entry, end_entry;
};
/* An entry, and how much of it has found its place. */
struct passage {
    struct job *job;
    size_t entry;
    size_t boxes, entries; /* of the whole */
    size_t part;
    struct stretch rest; /* what has no place yet */
};

double passage_height(const struct passage *p, const struct stretch *s);
/* Whether the rest is certainly higher than `room`: tells of long lists without measuring them. */
bool passage_exceeds(const struct passage *p, double room);
/* The longest stretch from the start of the rest that is no higher than `room` and ends where a page may. False when there is none. */
bool passage_divide(const struct passage *p, double room, struct stretch *out);
/* What is left after a stretch. */
struct stretch passage_after(const struct passage *p, const struct stretch *s);

#endif
