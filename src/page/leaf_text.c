#include "page/leaf_text.h"

#include <stdlib.h>
#include <string.h>

static const struct item *next_run(const struct document *doc, size_t *page, size_t *item)
{
    for (; *page < doc->page_count; ++*page, *item = 0) {
        const struct page *p = &doc->pages[*page];
        while (*item < p->item_count) {
            const struct item *i = &p->items[(*item)++];
            if (i->kind == ITEM_GLYPHS && i->leaf != LEAF_ARTEFACT)
                return i;
        }
    }
    return NULL;
}

struct leaf_runs leaf_runs_new(const struct document *doc)
{
    struct leaf_runs index = {NULL, NULL, structure_count(doc->structure)};
    size_t size = (index.leaf_count + 2) * sizeof *index.first;
    index.first = memory_alloc(size);
    memset(index.first, 0, size);
    size_t page = 0;
    size_t at = 0;
    const struct item *item;
    /* Counting sort: first[l + 2] counts, then first[l + 1] moves from the start of l to its end. */
    while ((item = next_run(doc, &page, &at)))
        if (item->leaf < index.leaf_count)
            index.first[item->leaf + 2]++;
    for (size_t l = 1; l < index.leaf_count + 2; l++)
        index.first[l] += index.first[l - 1];
    index.runs = memory_alloc((index.first[index.leaf_count + 1] + 1) * sizeof *index.runs);
    page = 0;
    at = 0;
    while ((item = next_run(doc, &page, &at)))
        if (item->leaf < index.leaf_count)
            index.runs[index.first[item->leaf + 1]++] = &item->as.glyphs;
    return index;
}

void leaf_runs_free(struct leaf_runs *index)
{
    free(index->first);
    free(index->runs);
}

void leaf_runs_text(const struct leaf_runs *index, leaf_id leaf, struct buf *out)
{
    for (size_t i = index->first[leaf]; i < index->first[leaf + 1]; i++)
        buf_str(out, index->runs[i]->text);
}

void document_leaf_text(const struct document *doc, leaf_id leaf, struct buf *out)
{
    struct leaf_runs index = leaf_runs_new(doc);
    if (leaf < index.leaf_count)
        leaf_runs_text(&index, leaf, out);
    leaf_runs_free(&index);
}
