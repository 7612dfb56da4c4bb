#include "page/font.h"

#include <errno.h>

#include <hb-ot.h>

enum { OS2_RESTRICTED = 0x0002, OS2_EMBEDDABLE = 0x000c, OS2_NO_SUBSETTING = 0x0100, OS2_BITMAP_ONLY = 0x0200 };

struct fonts {
    struct arena *arena;
    struct font **all;
    size_t count, capacity;
};

struct fonts *fonts_new(struct arena *a)
{
    struct fonts *fonts = ARENA_NEW(a, struct fonts);
    fonts->arena = a;
    return fonts;
}

void fonts_free(struct fonts *fonts)
{
    for (size_t i = 0; fonts && i < fonts->count; i++) {
        hb_font_destroy(fonts->all[i]->shaper);
        hb_face_destroy(fonts->all[i]->face);
    }
}

/* One table of a face, read in big-endian order; zero beyond its end. */
struct table {
    hb_blob_t *blob;
    const uint8_t *at;
    unsigned len;
};

static struct table table_open(hb_face_t *face, hb_tag_t tag)
{
    struct table t = {hb_face_reference_table(face, tag), NULL, 0};
    t.at = (const uint8_t *)hb_blob_get_data(t.blob, &t.len);
    return t;
}

static void table_close(struct table *t)
{
    hb_blob_destroy(t->blob);
}

static unsigned table_u16(const struct table *t, unsigned offset)
{
    return offset + 2 <= t->len ? (unsigned)t->at[offset] << 8 | t->at[offset + 1] : 0;
}

static int table_i16(const struct table *t, unsigned offset)
{
    return (int16_t)table_u16(t, offset);
}

static double table_fixed(const struct table *t, unsigned offset)
{
    return table_i16(t, offset) + table_u16(t, offset + 2) / 65536.0;
}

/* Whether the font lists a table, be it cut off or empty. */
static bool lists_table(hb_face_t *face, hb_tag_t wanted)
{
    enum { MOST_TABLES = 64 };
    hb_tag_t tags[MOST_TABLES];
    unsigned count = MOST_TABLES;
    hb_face_get_table_tags(face, 0, &count, tags);
    for (unsigned i = 0; i < count; i++)
        if (tags[i] == wanted)
            return true;
    return false;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    struct table t = table_open(face, tag);
    bool has = t.len > 0;
    table_close(&t);
    return has;
}

static const char *read_name(struct arena *a, hb_face_t *face, hb_ot_name_id_t id)
{
    char text[128];
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, text);
    return size > 0 ? arena_copy(a, text, size) : NULL;
}

static bool may_embed(hb_face_t *face)
{
    struct table os2 = table_open(face, HB_TAG('O', 'S', '/', '2'));
    unsigned type = table_u16(&os2, 8);
    table_close(&os2);
    bool restricted = (type & OS2_RESTRICTED) && !(type & OS2_EMBEDDABLE);
    return !restricted && !(type & (OS2_NO_SUBSETTING | OS2_BITMAP_ONLY));
}

static enum font_fault inspect(hb_face_t *face, struct str bytes)
{
    struct str kind = str_slice(bytes, 0, bytes.len < 4 ? bytes.len : 4);
    if (hb_face_get_table_tags(face, 0, NULL, NULL) == 0)
        return FONT_UNREADABLE;
    if (lists_table(face, HB_TAG('g', 'l', 'y', 'f')) && !has_table(face, HB_TAG('g', 'l', 'y', 'f')))
        return FONT_UNREADABLE; /* cut off */
    if (!(str_eq(kind, STR("\0\1\0\0")) || str_is(kind, "true")) || !has_table(face, HB_TAG('g', 'l', 'y', 'f')))
        return FONT_NOT_TRUETYPE;
    if (has_table(face, HB_TAG('f', 'v', 'a', 'r')))
        return FONT_VARIABLE;
    if (hb_face_get_glyph_count(face) == 0 || !has_table(face, HB_TAG('c', 'm', 'a', 'p')))
        return FONT_NO_GLYPHS;
    if (!has_table(face, HB_TAG('h', 'e', 'a', 'd')) || !has_table(face, HB_TAG('h', 'h', 'e', 'a')))
        return FONT_UNREADABLE;
    return may_embed(face) ? FONT_OK : FONT_NOT_EMBEDDABLE;
}

static void read_style(struct font *f)
{
    struct table os2 = table_open(f->face, HB_TAG('O', 'S', '/', '2'));
    struct table post = table_open(f->face, HB_TAG('p', 'o', 's', 't'));
    struct table head = table_open(f->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned weight = table_u16(&os2, 4);
    f->weight = weight >= 100 && weight <= 900 ? (int)weight : 400;
    f->italic = (table_u16(&os2, 62) & 1) || (table_u16(&head, 44) & 2);
    f->italic_angle = table_fixed(&post, 4);
    table_close(&head);
    table_close(&post);
    table_close(&os2);
}

static void read_metrics(struct font *f)
{
    double em = f->units_per_em;
    struct table head = table_open(f->face, HB_TAG('h', 'e', 'a', 'd'));
    struct table hhea = table_open(f->face, HB_TAG('h', 'h', 'e', 'a'));
    struct table os2 = table_open(f->face, HB_TAG('O', 'S', '/', '2'));
    f->ascender = table_i16(&hhea, 4) / em;
    f->descender = table_i16(&hhea, 6) / em;
    for (unsigned i = 0; i < 4; i++)
        f->box[i] = table_i16(&head, 36 + 2 * i) / em;
    /* Version 2 of OS/2 brought these two. */
    bool has_heights = table_u16(&os2, 0) >= 2;
    f->x_height = has_heights ? table_i16(&os2, 86) / em : f->ascender / 2;
    f->cap_height = has_heights ? table_i16(&os2, 88) / em : f->ascender;
    table_close(&os2);
    table_close(&hhea);
    table_close(&head);
}

static struct font *make_font(struct arena *a, hb_face_t *face, struct str bytes)
{
    struct font *f = ARENA_NEW(a, struct font);
    f->bytes = bytes;
    f->face = face;
    f->units_per_em = hb_face_get_upem(face);
    f->shaper = hb_font_create(face);
    hb_font_set_scale(f->shaper, (int)f->units_per_em, (int)f->units_per_em);
    const char *family = read_name(a, face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    f->family = family ? family : read_name(a, face, HB_OT_NAME_ID_FONT_FAMILY);
    f->name = read_name(a, face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (!f->family)
        f->family = "Unnamed";
    if (!f->name)
        f->name = f->family;
    read_style(f);
    read_metrics(f);
    return f;
}

/* The face keeps the blob. */
static const struct font *add_blob(struct fonts *fonts, hb_blob_t *blob, enum font_fault *fault)
{
    unsigned len;
    const char *at = hb_blob_get_data(blob, &len);
    struct str bytes = {at, len};
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    hb_face_make_immutable(face);
    *fault = inspect(face, bytes);
    if (*fault != FONT_OK) {
        hb_face_destroy(face);
        return NULL;
    }
    struct font *f = make_font(fonts->arena, face, bytes);
    f->id = (uint32_t)fonts->count;
    fonts->all = ARENA_ROOM(fonts->arena, fonts->all, fonts->count, &fonts->capacity, 8);
    fonts->all[fonts->count++] = f;
    return f;
}

const struct font *fonts_open(struct fonts *fonts, const char *path, enum font_fault *fault)
{
    errno = 0;
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (blob == NULL) {
        *fault = errno == 0 || errno == EINVAL ? FONT_UNREADABLE : FONT_LOST;
        return NULL;
    }
    return add_blob(fonts, blob, fault);
}

const struct font *fonts_add(struct fonts *fonts, struct str bytes, enum font_fault *fault)
{
    return add_blob(fonts, hb_blob_create(bytes.at, (unsigned)bytes.len, HB_MEMORY_MODE_READONLY, NULL, NULL), fault);
}

size_t fonts_count(const struct fonts *fonts)
{
    return fonts->count;
}

const struct font *fonts_get(const struct fonts *fonts, size_t index)
{
    return fonts->all[index];
}

bool font_has(const struct font *font, uint32_t code_point)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(font->shaper, code_point, &glyph);
}

uint32_t font_glyph(const struct font *font, uint32_t code_point)
{
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(font->shaper, code_point, &glyph);
    return glyph;
}

double font_advance(const struct font *font, uint32_t glyph)
{
    return (double)hb_font_get_glyph_h_advance(font->shaper, glyph) / font->units_per_em;
}
