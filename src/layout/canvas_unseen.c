/* Text that is read and not seen. */
#include "layout/canvas.h"

/* The face's own glyph, so that characters printed elsewhere cost nothing more; a space where it has none. */
static uint32_t nominal_glyph(const struct font *font, uint32_t code_point)
{
    uint32_t glyph = font_glyph(font, code_point);
    return glyph ? glyph : font_glyph(font, ' ');
}

/* One glyph a character, neither shaped nor kerned: nobody sees them. */
static size_t set_glyphs(const struct font *font, double size, struct str text, struct glyph *glyphs, double *width)
{
    size_t count = 0;
    *width = 0;
    for (size_t at = 0; at < text.len; count++) {
        size_t end = at;
        uint32_t glyph = nominal_glyph(font, utf8_next(text, &end));
        double advance = font_advance(font, glyph) * size;
        glyphs[count] = (struct glyph){.id = glyph,
                                       .x = (float)*width,
                                       .advance = (float)advance,
                                       .text_start = (uint32_t)at,
                                       .text_end = (uint32_t)end};
        *width += advance;
        at = end;
    }
    return count;
}

double canvas_unseen(struct canvas *c, struct unseen_type type, struct str text, double x, double y)
{
    leaf_id leaf = canvas_leaf(c);
    if (leaf == LEAF_ARTEFACT || text.len == 0)
        return 0;
    const struct font *font = type.font;
    struct glyph *glyphs = ARENA_ARRAY(c->arena, utf8_count(text), struct glyph);
    struct glyph_run run = {.font = font,
                            .size = type.size,
                            .unseen = true,
                            .language = type.language,
                            .origin = {x, y},
                            .glyphs = glyphs,
                            .text = str_copy(c->arena, text)};
    run.glyph_count = set_glyphs(font, type.size, run.text, glyphs, &run.width);
    struct item item = {.kind = ITEM_GLYPHS, .leaf = leaf, .as.glyphs = run};
    item.box = glyph_run_box(&run, font->ascender, -font->descender);
    *canvas_add(c) = item;
    return run.width;
}
