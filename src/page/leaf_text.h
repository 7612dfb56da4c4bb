/* Which glyph runs make up each leaf, over all pages (private to the folder). */
#ifndef BILAN_PAGE_LEAF_TEXT_H
#define BILAN_PAGE_LEAF_TEXT_H

#include "page/document.h"

/* Runs sorted by leaf, in painting order within one: those of leaf l are runs[first[l]] to runs[first[l + 1]]. */
struct leaf_runs {
    size_t *first;
    const struct glyph_run **runs;
    size_t leaf_count;
};

struct leaf_runs leaf_runs_new(const struct document *doc);
void leaf_runs_free(struct leaf_runs *index);
/* The text of one leaf. Lines keep the space they end in, so nothing stands between them. */
void leaf_runs_text(const struct leaf_runs *index, leaf_id leaf, struct buf *out);

#endif
