#include "rules.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text/characters.h"

/* Points that rounding may take. */
static const double slack = 0.05;
/* Points by which capitals of one text may reach into another's. */
static const double reach = 1;

static bool is_reported(const struct ruling *r, const char *rule)
{
    for (size_t i = 0; i < diags_total(r->diags); i++)
        if (strcmp(diags_finding(r->diags, i)->rule, rule) == 0)
            return true;
    return false;
}

static bool is_seen_text(const struct item *item)
{
    return item->kind == ITEM_GLYPHS && !item->as.glyphs.unseen && str_trim(item->as.glyphs.text).len > 0;
}

static struct rect capitals(const struct glyph_run *run)
{
    return glyph_run_box(run, run->font->cap_height, 0);
}

static bool meet(struct rect a, struct rect b)
{
    return a.x + reach < b.x + b.width && b.x + reach < a.x + a.width && a.y + reach < b.y + b.height &&
           b.y + reach < a.y + a.height;
}

static bool same_text(const struct item *a, const struct item *b)
{
    return a->leaf == b->leaf && a->leaf != LEAF_ARTEFACT;
}

static void overlap_of(const struct ruling *r, const struct page *page, size_t index)
{
    const struct item *a = &page->items[index];
    for (size_t j = index + 1; j < page->item_count; j++) {
        const struct item *b = &page->items[j];
        if (!is_seen_text(b) || same_text(a, b) || !meet(capitals(&a->as.glyphs), capitals(&b->as.glyphs)))
            continue;
        if (!is_reported(r, "overlap"))
            buf_printf(r->broken, "page %s: '%.*s' lies over '%.*s'\n", page->label, STR_ARG(b->as.glyphs.text),
                       STR_ARG(a->as.glyphs.text));
        return;
    }
}

void rule_overlap(const struct ruling *r)
{
    for (size_t p = 0; p < r->document->page_count; p++)
        for (size_t i = 0; i < r->document->pages[p].item_count; i++)
            if (is_seen_text(&r->document->pages[p].items[i]))
                overlap_of(r, &r->document->pages[p], i);
}

/* Where the first glyph's ink may start before its origin: lines are set with their ink in line. */
static const double bearing = 0.1; /* em */

static bool lies_in(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.width <= outer.x + outer.width + slack &&
           inner.y + inner.height <= outer.y + outer.height + slack;
}

static struct rect box_of(const struct item *item)
{
    if (item->kind != ITEM_GLYPHS)
        return item->box;
    struct rect box = capitals(&item->as.glyphs);
    double left = fmin(bearing * item->as.glyphs.size, box.width);
    return (struct rect){box.x + left, box.y, box.width - left, box.height};
}

void rule_inside(const struct ruling *r)
{
    for (size_t p = 0; p < r->document->page_count; p++) {
        const struct page *page = &r->document->pages[p];
        for (size_t i = 0; i < page->item_count; i++) {
            const struct item *item = &page->items[i];
            struct rect box = box_of(item);
            struct rect room = {0, 0, page->width, page->height};
            bool finite = isfinite(box.x) && isfinite(box.y) && isfinite(box.width) && isfinite(box.height);
            if (is_seen_text(item) && item->leaf != LEAF_ARTEFACT && !r->bleeds)
                room = r->bounds;
            if (!finite || (!lies_in(box, room) && !is_reported(r, "overflow")))
                buf_printf(r->broken,
                           "page %s: item %zu of kind %d at %.2f %.2f %.2f %.2f stands outside %.0f %.0f %.0f %.0f\n",
                           page->label, i, (int)item->kind, box.x, box.y, box.width, box.height, room.x, room.y,
                           room.width, room.height);
        }
    }
}

void rule_leaves(const struct ruling *r)
{
    const struct structure *s = r->document->structure;
    size_t count = structure_count(s);
    bool *met = memory_alloc((count + 1) * sizeof *met);
    memset(met, 0, (count + 1) * sizeof *met);
    int depth = 0;
    for (element_id id = structure_walk(s, 0, 0, &depth); id != 0; id = structure_walk(s, 0, id, &depth))
        met[id] = structure_get(s, id)->tag == TAG_LEAF;
    for (size_t p = 0; p < r->document->page_count; p++)
        for (size_t i = 0; i < r->document->pages[p].item_count; i++) {
            leaf_id leaf = r->document->pages[p].items[i].leaf;
            if (leaf != LEAF_ARTEFACT && (leaf >= count || !met[leaf]))
                buf_printf(r->broken, "page %zu: item %zu has leaf %u, which is not in the tree\n", p + 1, i, leaf);
        }
    free(met);
}

/* All that is read, in order; with one space wherever spaces of any kind stand, and without the hyphens of broken words. */
static void read_all(const struct document *doc, struct buf *out)
{
    struct buf text = {0};
    int depth = 0;
    for (element_id id = structure_walk(doc->structure, 0, 0, &depth); id != 0;
         id = structure_walk(doc->structure, 0, id, &depth))
        if (structure_get(doc->structure, id)->tag == TAG_LEAF) {
            document_leaf_text(doc, id, &text);
            buf_char(&text, '\n');
        }
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(buf_view(&text), &at);
        if (is_space(c) && (out->len == 0 || out->at[out->len - 1] != ' '))
            buf_char(out, ' ');
        else if (!is_space(c) && c != SOFT_HYPHEN)
            buf_str(out, str_slice(buf_view(&text), start, at));
    }
    buf_free(&text);
}

/* Whether the rest of what is read begins with `text`, which may go on in a further leaf, as lines of a chart do; *end is where it or the
 * likeness ends. */
static bool begins_with(struct str rest, struct str text, size_t *end)
{
    size_t at = 0;
    *end = 0;
    for (; at < text.len && *end < rest.len; ++*end) {
        bool same = text.at[at] == rest.at[*end], leaf_ends = rest.at[*end] == '\n';
        if (!same && !leaf_ends)
            break;
        at += same || text.at[at] == ' ';
    }
    return at == text.len;
}

/* A label of a chart may be cut: the chart's table has it whole. */
#define ELLIPSIS "…"

/* The text that the rest begins with, which is then `met`; its length, or 1 when there is none. */
static size_t read_text(const struct ruling *r, struct str rest, bool *met)
{
    const struct word_place *place = words_find(r->words, rest);
    if (!place)
        return 1;
    size_t end = 0;
    bool whole = place->start == 0 && begins_with(rest, place->text, &end);
    if (whole)
        met[place - r->words->places] = true;
    if (whole || (end > 0 && str_starts(str_slice(rest, end, rest.len), ELLIPSIS)))
        return end;
    buf_printf(r->broken, "'%.*s' is read as '%.*s'\n", STR_ARG(place->text),
               STR_ARG(str_slice(rest, 0, str_find(rest, '\n'))));
    return 1 + str_find(rest, '\n');
}

void rule_text(const struct ruling *r)
{
    struct buf read = {0};
    read_all(r->document, &read);
    bool *met = memory_alloc(WORDS_MAX * sizeof *met);
    for (size_t at = 0; at < read.len;)
        at += read_text(r, str_slice(buf_view(&read), at, read.len), met);
    for (size_t i = 0; i < r->words->count; i++)
        if (r->words->places[i].wanted && !met[i])
            buf_printf(r->broken, "'%.*s' is not there\n", STR_ARG(r->words->places[i].text));
    free(met);
    buf_free(&read);
}
