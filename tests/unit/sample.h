/* Small documents made by hand, for the tests of everything that reads a document. */
#ifndef BILAN_TESTS_SAMPLE_H
#define BILAN_TESTS_SAMPLE_H

#include <string.h>

#include "base/file.h"
#include "page/document.h"

enum { SAMPLE_PAGES = 4, SAMPLE_ITEMS = 64, SAMPLE_BOOKMARKS = 8 };

struct sample {
    struct arena *arena;
    struct fonts *fonts;
    const struct font *regular, *bold;
    struct structure *structure;
    struct item items[SAMPLE_PAGES][SAMPLE_ITEMS];
    struct page pages[SAMPLE_PAGES];
    struct bookmark bookmarks[SAMPLE_BOOKMARKS];
    struct document doc;
};

static inline const struct font *sample_font(struct sample *s, const char *path)
{
    struct str bytes;
    enum font_fault fault;
    if (!file_read(s->arena, path, 16u << 20, &bytes).ok)
        return NULL;
    return fonts_add(s->fonts, bytes, &fault);
}

static inline struct sample *sample_new(size_t page_count)
{
    struct arena *a = arena_new();
    struct sample *s = ARENA_NEW(a, struct sample);
    s->arena = a;
    s->fonts = fonts_new(a);
    s->regular = sample_font(s, "fonts/SourceSans3-Regular.ttf");
    s->bold = sample_font(s, "fonts/SourceSans3-Bold.ttf");
    s->structure = structure_new(a, "fr");
    for (size_t i = 0; i < page_count; i++)
        s->pages[i] =
            (struct page){.width = 960, .height = 540, .label = arena_printf(a, "%zu", i + 1), .items = s->items[i]};
    s->doc = (struct document){.title = "Bilan d’essai",
                               .language = "fr",
                               .author = "Équipe",
                               .subject = "Un document fait main",
                               .creator = "bilan test",
                               .published = {2025, 3, 15},
                               .pages = s->pages,
                               .page_count = page_count,
                               .structure = s->structure,
                               .bookmarks = s->bookmarks,
                               .fonts = s->fonts};
    return s;
}

static inline void sample_free(struct sample *s)
{
    fonts_free(s->fonts);
    arena_free(s->arena);
}

static inline struct item *sample_item(struct sample *s, size_t page, enum item_kind kind, leaf_id leaf)
{
    struct item *item = &s->items[page][s->pages[page].item_count++];
    item->kind = kind;
    item->leaf = leaf;
    return item;
}

/* Shapes `text` with HarfBuzz as layout does. */
static inline void sample_shape(struct sample *s, struct glyph_run *run)
{
    hb_buffer_t *b = hb_buffer_create();
    hb_buffer_add_utf8(b, run->text.at, (int)run->text.len, 0, -1);
    hb_buffer_guess_segment_properties(b);
    hb_shape(run->font->shaper, b, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(b, &count);
    struct glyph *glyphs = ARENA_ARRAY(s->arena, count, struct glyph);
    double scale = run->size / run->font->units_per_em;
    double x = 0;
    for (unsigned i = 0; i < count; i++) {
        unsigned next = i + 1;
        while (next < count && info[next].cluster == info[i].cluster)
            next++;
        glyphs[i].id = info[i].codepoint;
        glyphs[i].x = (float)(x + position[i].x_offset * scale);
        glyphs[i].y = (float)(position[i].y_offset * scale);
        glyphs[i].advance = (float)(position[i].x_advance * scale);
        glyphs[i].text_start = info[i].cluster;
        glyphs[i].text_end = next < count ? info[next].cluster : (uint32_t)run->text.len;
        x += position[i].x_advance * scale;
    }
    hb_buffer_destroy(b);
    run->glyphs = glyphs;
    run->glyph_count = count;
    run->width = x;
}

static inline struct item *sample_text(struct sample *s, size_t page, leaf_id leaf, double x, double y, double size,
                                       const char *text)
{
    struct item *item = sample_item(s, page, ITEM_GLYPHS, leaf);
    struct glyph_run *run = &item->as.glyphs;
    run->font = size > 20 ? s->bold : s->regular;
    run->size = size;
    run->color = (struct color){0, 0, 145 / 255.0f};
    run->origin = (struct point){x, y};
    run->text = str_of(text);
    run->language = "fr";
    sample_shape(s, run);
    item->box = (struct rect){x, y - run->font->ascender * size, run->width,
                              (run->font->ascender - run->font->descender) * size};
    return item;
}

static inline struct item *sample_rectangle(struct sample *s, size_t page, leaf_id leaf, struct rect r)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    struct item *item = sample_item(s, page, ITEM_PATH, leaf);
    struct point *points = ARENA_ARRAY(s->arena, 4, struct point);
    points[0] = (struct point){r.x, r.y};
    points[1] = (struct point){r.x + r.width, r.y};
    points[2] = (struct point){r.x + r.width, r.y + r.height};
    points[3] = (struct point){r.x, r.y + r.height};
    item->box = r;
    item->as.drawing = (struct drawing){.path = {verbs, 5, points, 4}, .filled = true, .fill = {1, 0.9f, 0.5f}};
    return item;
}

static inline struct item *sample_link(struct sample *s, size_t page, leaf_id leaf, struct rect box, const char *uri,
                                       uint32_t to)
{
    struct item *item = sample_item(s, page, ITEM_LINK, leaf);
    item->box = box;
    item->as.link.target = (struct link_target){uri, to, 40};
    item->as.link.description = uri ? "Visiter le site" : "Aller à la page";
    return item;
}

/* An element with one leaf, and the leaf. */
static inline leaf_id sample_leaf(struct sample *s, element_id parent, enum tag tag)
{
    return structure_leaf(s->structure, structure_add(s->structure, parent, tag));
}

#endif
