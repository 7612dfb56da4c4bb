/* Which glyph runs make up each leaf, over all pages (private to the folder). */
#ifndef BILAN_PAGE_LEAF_TEXT_H
#define BILAN_PAGE_LEAF_TEXT_H

#include "page/document.h"

/* A glyph run and the page it stands on. */
struct leaf_run {
    const struct glyph_run *run;
    size_t page;
};

/* Runs sorted by leaf, in painting order within one: those of leaf l are runs[first[l]] to runs[first[l + 1]]. */
struct leaf_runs {
    size_t *first;
    struct leaf_run *runs;
    size_t leaf_count;
};

struct leaf_runs leaf_runs_new(const struct document *doc);
void leaf_runs_free(struct leaf_runs *index);
/* The text of one leaf, a space between lines. */
void leaf_runs_text(const struct leaf_runs *index, leaf_id leaf, struct buf *out);

#endif
