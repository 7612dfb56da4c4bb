/* Entries to pages: continuation, and page numbers until they stand still (private to the folder). */
#ifndef BILAN_LAYOUT_PAGES_H
#define BILAN_LAYOUT_PAGES_H

#include "layout/flow.h"

/* A document of more is refused. Sections may stand on each page. */
enum { MOST_PAGES = 5000, MOST_SECTIONS = 100 };

/* Divides the continued lists and settles on which page each entry stands. Returns the number of pages. */
uint32_t pages_settle(struct job *job);
/* Divides one entry's list over pages of its own. */
void pages_divide(struct job *job, size_t entry);
/* Records that page numbers move on and on. */
void pages_unsettled(struct job *job);

/* Page `part` of an entry, ready to be measured. */
struct flow pages_flow(struct job *job, size_t entry, size_t part, struct arena *scratch);
/* Gives the flow these entries of the continued list. */
void pages_share(struct flow *f, size_t first, size_t end);
/* Entries of the continued list; 0 when there is none. */
size_t pages_list_length(struct job *job, size_t entry);
/* A page in memory of its own: the flow's scratch, to be freed. */
struct laid {
    struct flow flow;
    struct frame *body; /* measured and arranged; NULL: not yet */
};
/* Page `part` of an entry, as it was laid out while the entry was divided, where that is kept. */
struct laid *pages_take(struct job *job, size_t entry, size_t part);
/* The page's body, laid out now if it is not yet: what is wrong with it is told then. */
struct frame *pages_body(struct laid *laid);

#endif
