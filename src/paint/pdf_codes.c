#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "paint/pdf_font.h"

enum { FIRST_TABLE = 256, CODE_LIMIT = 65536 };

static uint32_t hash_of(uint32_t glyph, struct str text)
{
    uint32_t hash = 2166136261u ^ glyph; /* FNV-1a */
    hash *= 16777619u;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * 16777619u;
    return hash;
}

/* The place of a code in the table, or the free place where it belongs. */
static size_t slot_of(const struct pdf_font *f, uint32_t hash, uint32_t glyph, struct str text)
{
    size_t mask = f->table_size - 1;
    size_t slot = hash & mask;
    while (f->table[slot]) {
        const struct pdf_code *c = &f->codes[f->table[slot]];
        if (c->hash == hash && c->glyph == glyph && str_eq(c->text, text))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void resize_table(struct pdf_font *f, size_t size)
{
    free(f->table);
    f->table = memory_alloc(size * sizeof *f->table);
    memset(f->table, 0, size * sizeof *f->table);
    f->table_size = size;
    for (size_t i = 1; i < f->count; i++) {
        const struct pdf_code *c = &f->codes[i];
        f->table[slot_of(f, c->hash, c->glyph, c->text)] = (uint32_t)i;
    }
}

/* To the precision that /W is written in, so that positions are computed from what readers see. */
static double code_width(const struct font *font, uint32_t glyph)
{
    return round(font_advance(font, glyph) * 1e6) / 1000;
}

static uint32_t append_code(struct pdf_font *f, uint32_t glyph, uint32_t hash, struct str text)
{
    if (f->count == f->capacity) {
        f->capacity = f->capacity ? 2 * f->capacity : 128;
        f->codes = memory_grow(f->codes, f->capacity * sizeof *f->codes);
    }
    f->codes[f->count] = (struct pdf_code){glyph, hash, text, code_width(f->font, glyph)};
    return (uint32_t)f->count++;
}

void pdf_font_init(struct pdf_font *f, const struct font *font)
{
    *f = (struct pdf_font){.font = font};
    append_code(f, 0, 0, (struct str){"", 0});
    resize_table(f, FIRST_TABLE);
}

void pdf_font_free(struct pdf_font *f)
{
    free(f->codes);
    free(f->table);
}

uint32_t pdf_font_code(struct pdf_font *f, uint32_t glyph, struct str text)
{
    uint32_t hash = hash_of(glyph, text);
    size_t slot = slot_of(f, hash, glyph, text);
    if (f->table[slot])
        return f->table[slot];
    if (f->count == CODE_LIMIT) {
        f->full = true;
        return 0;
    }
    uint32_t code = append_code(f, glyph, hash, text);
    f->table[slot] = code;
    if (2 * f->count > f->table_size)
        resize_table(f, 2 * f->table_size);
    return code;
}
