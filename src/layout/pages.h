/* Entries to pages: continuation, and page numbers until they stand still (private to the folder). */
#ifndef BILAN_LAYOUT_PAGES_H
#define BILAN_LAYOUT_PAGES_H

#include "layout/flow.h"

/* Divides the continued lists and settles on which page each entry stands. Returns the number of pages. */
uint32_t pages_settle(struct job *job);

/* Page `part` of an entry, ready to be measured. */
struct flow pages_flow(struct job *job, size_t entry, size_t part, struct arena *scratch);
/* The body of the flow's page, measured and arranged. */
struct frame *pages_body(struct flow *f);

#endif
