#include <math.h>

#include "page/dump.h"

enum { SHORT_PATH = 12 };

static void put_point(struct buf *out, double x, double y)
{
    buf_char(out, ' ');
    dump_number(out, x);
    buf_char(out, ',');
    dump_number(out, y);
}

static void put_size(struct buf *out, double width, double height)
{
    buf_char(out, ' ');
    dump_number(out, width);
    buf_char(out, 'x');
    dump_number(out, height);
}

static void put_rect(struct buf *out, struct rect r)
{
    put_point(out, r.x, r.y);
    put_size(out, r.width, r.height);
}

static unsigned channel(float value)
{
    return (unsigned)lround(fmin(fmax((double)value, 0), 1) * 255);
}

static void put_color(struct buf *out, struct color c)
{
    buf_printf(out, "#%02x%02x%02x", channel(c.red), channel(c.green), channel(c.blue));
}

static void dump_glyphs(const struct document *doc, const struct glyph_run *run, struct buf *out)
{
    put_point(out, run->origin.x, run->origin.y);
    dump_key(out, "w", run->width);
    buf_printf(out, " %s ", run->font->name);
    dump_number(out, run->size);
    buf_char(out, ' ');
    put_color(out, run->color);
    buf_char(out, ' ');
    dump_quoted(out, run->text);
    if (run->language && !str_is(str_of(run->language), doc->language))
        buf_printf(out, " lang=%s", run->language);
    for (size_t i = 0; i < run->figure_count; i++)
        buf_printf(out, "%s%u", i ? "," : " figures=", run->figures[i].figure);
    if (run->turned)
        buf_text(out, " turned");
    if (run->unseen)
        buf_text(out, " unseen");
}

/* The verbs as letters, long paths as their number. */
static void dump_shape(const struct path *path, struct buf *out)
{
    if (path->verb_count > SHORT_PATH) {
        buf_printf(out, " verbs=%zu", path->verb_count);
        return;
    }
    buf_char(out, ' ');
    for (size_t i = 0; i < path->verb_count; i++)
        buf_char(out, "MLCZ"[path->verbs[i]]);
}

static void dump_drawing(const struct drawing *d, struct rect box, struct buf *out)
{
    put_rect(out, box);
    dump_shape(&d->path, out);
    if (d->filled) {
        buf_text(out, d->even_odd ? " fill-even-odd=" : " fill=");
        put_color(out, d->fill);
    }
    if (d->stroked) {
        buf_text(out, " stroke=");
        put_color(out, d->stroke);
        dump_key(out, "width", d->stroke_width);
    }
    for (size_t i = 0; d->stroked && i < d->dash_count; i++) {
        buf_text(out, i ? "," : " dash=");
        dump_number(out, d->dash[i]);
    }
}

static void dump_image(const struct image *image, struct rect box, struct buf *out)
{
    put_rect(out, box);
    buf_printf(out, " image=%u %ux%u px%s", image->id, image->width, image->height, image->alpha ? " alpha" : "");
}

static void dump_link(const struct link_target *target, const char *description, struct rect box, struct buf *out)
{
    put_rect(out, box);
    if (target->uri) {
        dump_text_key(out, "uri", target->uri);
    } else {
        buf_printf(out, " page=%u", target->page + 1);
        dump_key(out, "y", target->y);
    }
    buf_char(out, ' ');
    dump_quoted(out, str_of(description));
}

static struct rect points_box(const struct path *path)
{
    if (path->point_count == 0)
        return (struct rect){0, 0, 0, 0};
    struct rect box = {path->points[0].x, path->points[0].y, 0, 0};
    for (size_t i = 1; i < path->point_count; i++)
        box = rect_union(box, (struct rect){path->points[i].x, path->points[i].y, 0, 0});
    return box;
}

static const char *item_name(enum item_kind kind)
{
    switch (kind) {
    case ITEM_GLYPHS:
        return "glyphs";
    case ITEM_PATH:
        return "path";
    case ITEM_IMAGE:
        return "image";
    case ITEM_LINK:
        return "link";
    }
    return "";
}

static void dump_item(const struct document *doc, const struct item *item, struct buf *out)
{
    buf_printf(out, "  %s", item_name(item->kind));
    if (item->leaf == LEAF_ARTEFACT)
        buf_text(out, " artefact");
    else
        buf_printf(out, " leaf=%u", item->leaf);
    switch (item->kind) {
    case ITEM_GLYPHS:
        dump_glyphs(doc, &item->as.glyphs, out);
        break;
    case ITEM_PATH:
        dump_drawing(&item->as.drawing, item->box, out);
        break;
    case ITEM_IMAGE:
        dump_image(item->as.image, item->box, out);
        break;
    case ITEM_LINK:
        dump_link(&item->as.link.target, item->as.link.description, item->box, out);
        break;
    }
    if (item->clip) {
        buf_text(out, " clip");
        put_rect(out, points_box(item->clip));
    }
    buf_char(out, '\n');
}

static void dump_page(const struct document *doc, size_t index, struct buf *out)
{
    const struct page *page = &doc->pages[index];
    buf_printf(out, "page %zu", index + 1);
    put_size(out, page->width, page->height);
    dump_text_key(out, "label", page->label);
    buf_char(out, '\n');
    for (size_t i = 0; i < page->item_count; i++)
        dump_item(doc, &page->items[i], out);
    for (size_t i = 0; i < page->drawn_count; i++)
        buf_printf(out, "%s%u%s", i ? "," : "  drawn figures=", page->drawn[i], i + 1 < page->drawn_count ? "" : "\n");
}

static void dump_metadata(const struct document *doc, struct buf *out)
{
    buf_text(out, "document");
    dump_text_key(out, "title", doc->title);
    buf_printf(out, " lang=%s published=%04d-%02d-%02d\n", doc->language, doc->published.year, doc->published.month,
               doc->published.day);
}

void document_dump(const struct document *doc, struct buf *out)
{
    dump_metadata(doc, out);
    for (size_t i = 0; i < doc->page_count; i++)
        dump_page(doc, i, out);
    dump_structure(doc, out);
    dump_bookmarks(doc, out);
}
