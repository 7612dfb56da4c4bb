#include "paint/pdf_content.h"

#include <string.h>

#include "paint/pdf_syntax.h"

void content_text_end(struct content *c)
{
    if (c->in_text)
        buf_add(c->out, "ET\n", 3);
    c->in_text = false;
}

void content_color(struct buf *out, struct color *now, struct color wanted, const char *operator)
{
    if (now->red == wanted.red && now->green == wanted.green && now->blue == wanted.blue)
        return;
    *now = wanted;
    put_real(out, (double)wanted.red);
    buf_char(out, ' ');
    put_real(out, (double)wanted.green);
    buf_char(out, ' ');
    put_real(out, (double)wanted.blue);
    buf_text(out, operator);
}

static void clip_end(struct content *c)
{
    content_text_end(c);
    if (!c->clip)
        return;
    buf_add(c->out, "Q\n", 2);
    c->pen = c->outer;
    c->clip = NULL;
}

static void clip_begin(struct content *c, const struct path *clip)
{
    if (c->clip == clip)
        return;
    clip_end(c);
    if (!clip)
        return;
    c->outer = c->pen;
    c->clip = clip;
    buf_add(c->out, "q\n", 2);
    content_path(c, clip);
    buf_add(c->out, "W n\n", 4);
}

static void mark_end(struct content *c)
{
    clip_end(c);
    if (c->marked)
        buf_add(c->out, "EMC\n", 4);
    c->marked = false;
}

static const char *language_of(const struct structure *s, element_id id)
{
    while (id && !structure_get(s, id)->language)
        id = structure_get(s, id)->parent;
    return structure_get(s, id)->language;
}

static void sequence_open(struct content *c, leaf_id leaf, const char *language, const struct str *actual)
{
    c->marked = true;
    c->leaf = leaf;
    c->language = language;
    if (leaf == LEAF_ARTEFACT) {
        buf_text(c->out, "/Artifact BMC\n");
        return;
    }
    const struct structure *s = c->doc->structure;
    buf_char(c->out, '/');
    buf_text(c->out, language || actual ? "Span" : tag_name(structure_get(s, structure_get(s, leaf)->parent)->tag));
    buf_text(c->out, "<</MCID ");
    put_integer(c->out, c->next_mcid);
    if (language) {
        buf_text(c->out, "/Lang");
        put_literal(c->out, str_of(language));
    }
    if (actual) {
        struct buf text = {0};
        utf16_add(&text, STR("\xef\xbb\xbf"));
        utf16_add(&text, *actual);
        buf_text(c->out, "/ActualText");
        put_hex(c->out, buf_view(&text));
        buf_free(&text);
    }
    buf_text(c->out, ">>BDC\n");
    tags_mark(c->tags, leaf, c->page, c->next_mcid++);
}

/* The run's language where it differs from what the structure says of its leaf, else NULL. */
static const char *foreign_language(const struct content *c, const struct item *item)
{
    if (item->kind != ITEM_GLYPHS || !item->as.glyphs.language || !tags_known(c->tags, item->leaf))
        return NULL;
    const char *own = item->as.glyphs.language;
    const char *expected = language_of(c->doc->structure, item->leaf);
    return expected && strcmp(own, expected) != 0 ? own : NULL;
}

static bool same_language(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Neighbours of one leaf and language share a sequence, and so do artefacts. */
static void mark_begin(struct content *c, const struct item *item)
{
    leaf_id leaf = tags_known(c->tags, item->leaf) ? item->leaf : LEAF_ARTEFACT;
    const char *language = foreign_language(c, item);
    if (c->marked && c->leaf == leaf && same_language(c->language, language))
        return;
    mark_end(c);
    sequence_open(c, leaf, language, NULL);
}

void content_sequence(struct content *c, const struct str *actual)
{
    if (c->leaf == LEAF_ARTEFACT)
        return;
    const struct path *clip = c->clip;
    mark_end(c);
    sequence_open(c, c->leaf, c->language, actual);
    clip_begin(c, clip);
}

static void paint_image(struct content *c, const struct image *image, struct rect box)
{
    content_text_end(c);
    buf_text(c->out, "q ");
    put_real(c->out, box.width);
    buf_text(c->out, " 0 0 ");
    put_real(c->out, box.height);
    buf_char(c->out, ' ');
    put_real(c->out, box.x);
    buf_char(c->out, ' ');
    put_real(c->out, c->height - box.y - box.height);
    buf_text(c->out, " cm/I");
    put_integer(c->out, image->id);
    buf_text(c->out, " Do Q\n");
}

static bool paints_nothing(const struct item *item)
{
    switch (item->kind) {
    case ITEM_GLYPHS:
        return item->as.glyphs.glyph_count == 0;
    case ITEM_PATH:
        return item->as.drawing.path.verb_count == 0 || (!item->as.drawing.filled && !item->as.drawing.stroked);
    case ITEM_IMAGE:
        return item->as.image->width == 0 || item->as.image->height == 0;
    case ITEM_LINK:
        return true; /* an annotation, not content */
    }
    return true;
}

static void paint_item(struct content *c, const struct item *item)
{
    if (paints_nothing(item))
        return;
    mark_begin(c, item);
    clip_begin(c, item->clip);
    switch (item->kind) {
    case ITEM_GLYPHS:
        content_glyphs(c, &item->as.glyphs);
        break;
    case ITEM_PATH:
        content_text_end(c);
        content_drawing(c, &item->as.drawing);
        break;
    case ITEM_IMAGE:
        paint_image(c, item->as.image, item->box);
        break;
    case ITEM_LINK:
        break;
    }
}

/* Places are written in thousandths of a point, and many lie on the border of a pixel, where it takes a rounding error to tell on
 * which side. Half a thousandth further right and down none does: every viewer finds the same pixel (cairo_grid.c does too). */
static const char off_borders[] = "1 0 0 1 .0005 -.0005 cm\n";

void content_page(struct content *c, const struct page *page)
{
    c->height = page->height;
    c->next_mcid = 0;
    c->marked = false;
    c->clip = NULL;
    c->in_text = false;
    c->pen = (struct pen){.width = 1, .cap = CAP_BUTT, .join = JOIN_MITER};
    buf_text(c->out, off_borders);
    for (size_t i = 0; i < page->item_count; i++)
        paint_item(c, &page->items[i]);
    mark_end(c);
}
