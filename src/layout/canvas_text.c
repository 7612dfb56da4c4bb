/* Texts that follow each other in one heading or paragraph. */
#include <string.h>

#include "layout/canvas.h"

/* The innermost element that is more than a stretch of text; 0 inside figures, which are read by their alternative. */
static element_id block_of(const struct canvas *c)
{
    for (size_t i = c->depth; i-- > 0;) {
        enum tag tag = structure_get(c->structure, c->stack[i])->tag;
        if (tag == TAG_FIGURE)
            return 0;
        if (tag != TAG_SPAN && tag != TAG_LINK && tag != TAG_REFERENCE)
            return c->stack[i];
    }
    return 0;
}

/* As at the end of a line: a space behind the ink. */
static void add_space(struct canvas *c, struct item *item)
{
    struct glyph_run *run = &item->as.glyphs;
    size_t len = run->text.len, count = run->glyph_count;
    if (str_ends(run->text, " "))
        return;
    struct glyph *glyphs = ARENA_ARRAY(c->arena, count + 1, struct glyph);
    if (count)
        memcpy(glyphs, run->glyphs, count * sizeof *glyphs);
    uint32_t space = font_glyph(run->font, ' ');
    glyphs[count] = (struct glyph){.id = space,
                                   .x = (float)run->width,
                                   .advance = (float)(font_advance(run->font, space) * run->size),
                                   .text_start = (uint32_t)len,
                                   .text_end = (uint32_t)len + 1};
    struct origin *origins = ARENA_ARRAY(c->arena, run->origin_count + 1, struct origin);
    if (run->origin_count)
        memcpy(origins, run->origins, run->origin_count * sizeof *origins);
    origins[run->origin_count++] = (struct origin){.start = (uint32_t)len, .source = item->source};
    run->origins = origins;
    run->glyphs = glyphs;
    run->glyph_count++;
    run->text = str_of(arena_printf(c->arena, "%.*s ", STR_ARG(run->text)));
}

void canvas_break_line(struct canvas *c)
{
    if (c->artefact == 0 && c->text_item)
        add_space(c, &c->items[c->text_item - 1]);
}

void canvas_start_text(struct canvas *c)
{
    if (c->artefact > 0)
        return;
    element_id block = block_of(c);
    if (block && block == c->text_block && c->text_item)
        add_space(c, &c->items[c->text_item - 1]);
    c->text_block = block;
    c->text_item = 0;
}
