#include "layout/overlap.h"

#include <stdlib.h>

#include "base/i18n.h"

static const double TOLERANCE = 1;

struct ink {
    struct rect box;
    const struct item *item;
};

static int by_top(const void *a, const void *b)
{
    const struct ink *one = a, *two = b;
    if (one->box.y < two->box.y)
        return -1;
    if (one->box.y > two->box.y)
        return 1;
    return one->item < two->item ? -1 : one->item > two->item;
}

static struct rect ink_box(const struct glyph_run *run)
{
    return glyph_run_box(run, run->font->cap_height, 0);
}

static bool is_blank(const struct glyph_run *run)
{
    return str_trim(run->text).len == 0;
}

static void report(struct diags *d, const struct item *one, const struct item *two, uint32_t page)
{
    const struct item *first = one < two ? one : two, *second = one < two ? two : one;
    diag_at(d, DIAG_ERROR, second->source, "overlap", _("'%.*s' lies over '%.*s' on page %u"),
            STR_ARG(second->as.glyphs.text), STR_ARG(first->as.glyphs.text), (unsigned)page + 1);
    diag_hint(d, _("shorten one of them, or give the layout more room between them"));
    if (first->source.file)
        diag_also(d, first->source, _("the text below"));
}

void overlap_check(struct arena *scratch, struct diags *d, const struct item *items, size_t count, uint32_t page)
{
    struct ink *inks = ARENA_ARRAY(scratch, count + 1, struct ink);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].kind == ITEM_GLYPHS && !items[i].as.glyphs.unseen && !is_blank(&items[i].as.glyphs))
            inks[n++] = (struct ink){ink_box(&items[i].as.glyphs), &items[i]};
    qsort(inks, n, sizeof *inks, by_top);
    for (size_t i = 0; i < n; i++) {
        double bottom = inks[i].box.y + inks[i].box.height;
        for (size_t j = i + 1; j < n && inks[j].box.y < bottom; j++) {
            bool same = inks[i].item->leaf == inks[j].item->leaf && inks[i].item->leaf != LEAF_ARTEFACT;
            if (!same && rect_overlaps(inks[i].box, inks[j].box, TOLERANCE))
                report(d, inks[i].item, inks[j].item, page);
        }
    }
}
