/* A font face: its file, its metrics, its HarfBuzz face. Layout and painters agree on text through it. */
#ifndef BILAN_PAGE_FONT_H
#define BILAN_PAGE_FONT_H

#include <hb.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct font {
    uint32_t id;      /* index in its fonts */
    const char *name; /* PostScript name */
    const char *family;
    int weight; /* 100 to 900 (OS/2 usWeightClass) */
    bool italic;
    struct str bytes; /* the whole file */
    hb_face_t *face;
    hb_font_t *shaper; /* scaled to units_per_em */
    unsigned units_per_em;
    /* In em, y upwards (hhea; OS/2 for the last three). */
    double ascender, descender, cap_height, x_height, italic_angle;
    double box[4]; /* head xMin yMin xMax yMax, em */
};

enum font_fault {
    FONT_OK,
    FONT_LOST,
    FONT_UNREADABLE,
    FONT_NOT_TRUETYPE,
    FONT_VARIABLE,
    FONT_NO_GLYPHS,
    FONT_NOT_EMBEDDABLE
};

/* The faces of a document. Owns their HarfBuzz objects and files: end with fonts_free. */
struct fonts;
struct fonts *fonts_new(struct arena *a);
void fonts_free(struct fonts *fonts);
/* Adds the static TrueType face in a regular file, which is mapped and not read: most of it is never looked at. NULL with the
 * reason otherwise; FONT_LOST: errno tells why the file cannot be read. */
const struct font *fonts_open(struct fonts *fonts, const char *path, enum font_fault *fault);
/* The same for a face in memory, which is lent and must outlive the fonts. */
const struct font *fonts_add(struct fonts *fonts, struct str bytes, enum font_fault *fault);
size_t fonts_count(const struct fonts *fonts);
const struct font *fonts_get(const struct fonts *fonts, size_t index);
bool font_has(const struct font *font, uint32_t code_point);
/* Nominal glyph and its advance in em. */
uint32_t font_glyph(const struct font *font, uint32_t code_point);
double font_advance(const struct font *font, uint32_t glyph);

#endif
