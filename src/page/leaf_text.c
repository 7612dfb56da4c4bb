#include "page/leaf_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SOFT_HYPHEN "\xc2\xad"

/* A gap or drop of more than this share of the type size parts two words. */
static const double word_gap = 0.15;
static const double line_drop = 0.5;

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
            index.runs[index.first[item->leaf + 1]++] = (struct leaf_run){&item->as.glyphs, page};
    return index;
}

void leaf_runs_free(struct leaf_runs *index)
{
    free(index->first);
    free(index->runs);
}

/* Whether the eye sees a break between two runs that follow each other in one leaf. */
static bool parted(const struct leaf_run *a, const struct leaf_run *b)
{
    if (a->page != b->page)
        return true;
    double size = fmax(a->run->size, b->run->size);
    double drop = fabs(b->run->origin.y - a->run->origin.y);
    double gap = b->run->origin.x - (a->run->origin.x + a->run->width);
    return drop > line_drop * size || gap > word_gap * size || gap < -size;
}

static bool ends_in_space(const struct buf *out)
{
    return out->len == 0 || out->at[out->len - 1] == ' ';
}

void leaf_runs_text(const struct leaf_runs *index, leaf_id leaf, struct buf *out)
{
    const struct leaf_run *before = NULL;
    for (size_t i = index->first[leaf]; i < index->first[leaf + 1]; i++) {
        const struct leaf_run *run = &index->runs[i];
        struct str text = run->run->text;
        bool broken_word = before && str_ends(before->run->text, SOFT_HYPHEN);
        if (before && parted(before, run) && !broken_word && !ends_in_space(out) && !str_starts(text, " "))
            buf_char(out, ' ');
        buf_str(out, text);
        before = run;
    }
}

void document_leaf_text(const struct document *doc, leaf_id leaf, struct buf *out)
{
    struct leaf_runs index = leaf_runs_new(doc);
    if (leaf < index.leaf_count)
        leaf_runs_text(&index, leaf, out);
    leaf_runs_free(&index);
}
