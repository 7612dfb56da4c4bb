/* Shaping with HarfBuzz, through a cache of words. */
#ifndef BILAN_TEXT_SHAPE_H
#define BILAN_TEXT_SHAPE_H

#include "page/display.h"

enum shape_feature {
    SHAPE_PROPORTIONAL = 1, /* pnum: display sizes */
    SHAPE_TABULAR = 2       /* tnum */
};

/* A shaped stretch of text in one font, in units of the font's em (scale by size). Lent by the shaper, valid until it is freed. */
struct shaped {
    const struct glyph *glyphs; /* x, advance in em; text offsets from the start of the stretch */
    size_t count;
    double width; /* em */
    bool missing; /* the font lacks one of the characters */
    bool endless; /* the font's rules make more glyphs of it than HarfBuzz allows: it has none */
};

struct shaper;
/* For text in `language` (BCP 47). */
struct shaper *shaper_new(const char *language);
void shaper_free(struct shaper *s);
/* `text` without line breaks. Kerning and ligatures on; U+202F between digits widened by `digit_space` em. A character that the
 * font lacks gets glyph 0 (the caller checked with font_has). */
const struct shaped *shape(struct shaper *s, const struct font *font, struct str text, unsigned features,
                           double digit_space);
/* Of the first glyph's ink, in em: for optical alignment. `font` is the one it was shaped in. */
double shape_left_bearing(const struct font *font, const struct shaped *shaped);

#endif
