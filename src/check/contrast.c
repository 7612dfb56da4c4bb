/* Contrast of text with what really lies behind it (WCAG 2.2, success criterion 1.4.3). */
#include <stdlib.h>

#include "base/i18n.h"
#include "check/rules_document.h"
#include "page/color.h"

enum { MOST_PAIRS = 32 };
static const double least = 4.5, least_large = 3;

/* A contrast once worked out. */
struct pair {
    struct color text, ground;
    double ratio;
};

/* Those worked out of late: text after text has the same colours. */
struct pairs {
    struct pair at[MOST_PAIRS];
    size_t count; /* worked out in all: the oldest one gives way */
};

static double contrast_of(struct pairs *pairs, struct color text, struct color ground)
{
    for (size_t i = 0; i < pairs->count && i < MOST_PAIRS; i++)
        if (color_equal(pairs->at[i].text, text) && color_equal(pairs->at[i].ground, ground))
            return pairs->at[i].ratio;
    struct pair *next = &pairs->at[pairs->count++ % MOST_PAIRS];
    *next = (struct pair){text, ground, color_contrast(text, ground)};
    return next->ratio;
}

/* Whether a ray from `p` to the right crosses the segment, for the even-odd rule. */
static bool crosses(struct point p, struct point from, struct point to)
{
    if ((from.y > p.y) == (to.y > p.y))
        return false;
    return p.x < from.x + (p.y - from.y) / (to.y - from.y) * (to.x - from.x);
}

/* Whether the path covers the point; a curve counts as the polygon of its points, which is near enough for grounds. */
static bool covers(const struct path *path, struct point p)
{
    static const size_t counts[] = {1, 1, 3, 0};
    const struct point *next = path->points;
    struct point start = {0, 0}, at = {0, 0};
    bool inside = false;
    for (size_t i = 0; i < path->verb_count; i++) {
        enum path_verb verb = path->verbs[i];
        if (verb == PATH_MOVE || verb == PATH_CLOSE) {
            inside ^= crosses(p, at, start);
            at = start;
        }
        for (size_t j = 0; j < counts[verb]; j++, next++) {
            if (verb != PATH_MOVE)
                inside ^= crosses(p, at, *next);
            at = *next;
        }
        if (verb == PATH_MOVE)
            start = at;
    }
    return inside ^ crosses(p, at, start);
}

/* What a page has been filled with so far, in order of painting. */
struct grounds {
    const struct item **items;
    size_t count;
};

/* The colour painted last at `p`. */
static struct color ground_at(const struct grounds *grounds, struct point p)
{
    for (size_t i = grounds->count; i-- > 0;) {
        const struct item *item = grounds->items[i];
        struct rect box = item->box;
        bool near = p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;
        if (near && covers(&item->as.drawing.path, p))
            return item->as.drawing.fill;
    }
    return (struct color){1, 1, 1};
}

/* From 18 pt, or 14 pt bold, text counts as large. */
static double needed(const struct glyph_run *run)
{
    return run->size >= 18 || (run->size >= 14 && run->font->weight >= 700) ? least_large : least;
}

static void check_run(const struct page *page, const struct item *item, const struct grounds *grounds,
                      struct pairs *pairs, struct diags *d)
{
    const struct glyph_run *run = &item->as.glyphs;
    struct rect letters = glyph_run_box(run, run->font->x_height, 0);
    struct point middle = {letters.x + letters.width / 2, letters.y + letters.height / 2};
    double ratio = contrast_of(pairs, run->color, ground_at(grounds, middle));
    if (ratio >= needed(run))
        return;
    diag_at(d, DIAG_WARNING, item->source, "low-contrast",
            _("'%.*s' on page %s has a contrast of %.1f with its ground; it takes %.1f"), STR_ARG(run->text),
            page->label, ratio, needed(run));
    diag_hint(d, _("choose another colour in the theme, or a larger style"));
}

static void check_page(const struct page *page, struct pairs *pairs, struct diags *d)
{
    struct grounds grounds = {memory_alloc((page->item_count + 1) * sizeof *grounds.items), 0};
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind == ITEM_PATH && item->as.drawing.filled)
            grounds.items[grounds.count++] = item;
        else if (item->kind == ITEM_GLYPHS && !item->as.glyphs.unseen)
            check_run(page, item, &grounds, pairs, d);
    }
    free(grounds.items);
}

void check_contrast(const struct document *doc, struct diags *d)
{
    struct pairs pairs = {.count = 0};
    for (size_t i = 0; i < doc->page_count; i++)
        check_page(&doc->pages[i], &pairs, d);
}
