/* Rich text to lines: breaking by UAX 14 and whole-paragraph choice (Knuth and Plass 1981), then glyph runs. */
#ifndef BILAN_TEXT_PARAGRAPH_H
#define BILAN_TEXT_PARAGRAPH_H

#include "base/diag.h"
#include "page/display.h"
#include "text/language.h"
#include "text/rich.h"
#include "text/shape.h"

enum text_align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* How text looks. Plain values: the theme makes it, nothing here knows a colour by name. */
struct text_style {
    const struct font *regular, *strong, *emphasis, *strong_emphasis; /* never NULL */
    double size, line;                                                /* points: em, and line height */
    struct color color, strong_color, link_color;
    bool link_underline; /* underline 1 pt at offset 3 */
    unsigned features;   /* shape_feature bits */
    double tracking;     /* em added behind each glyph */
    double digit_space;  /* em added to U+202F between digits */
    bool optical_left;   /* pull each line left by its first glyph's side bearing */
    bool balance;        /* even lines: titles, labels */
    bool hyphenate;
    enum text_align align;
};

/* One run of one line, placed relative to the paragraph's top left corner. */
struct text_piece {
    struct glyph_run run; /* origin relative to the paragraph */
    uint32_t link;        /* 1 + index in the rich text's links */
    uint8_t style;
};
struct text_line {
    const struct text_piece *pieces;
    size_t piece_count;
    double x, width; /* of the ink-bearing part */
    double baseline; /* from the paragraph's top */
    bool forced;     /* it follows a break that the author wants: no space of the text parts it from the line before */
};
struct paragraph {
    const struct rich *text;
    const struct text_line *lines;
    size_t line_count;
    double width;    /* widest line */
    double height;   /* lines * line height */
    double overflow; /* by how much the widest unbreakable word passes `width`; 0: fits */
};

struct typesetter; /* shaper, ICU break iterators, hyphenation patterns; one a document */
struct typesetter *typesetter_new(struct arena *a, const struct language *language, struct diags *d);
void typesetter_free(struct typesetter *t);

/* Sets `text` (closed) in lines of at most `width` points. In the arena. A character that no face of the style has is an error [missing-glyph] (once per place).
 * Baseline of a line box of height L and size s lies at L / 2 + 0.312 em for the default family: computed from the face's ascender and descender. */
const struct paragraph *typeset(struct typesetter *t, struct arena *a, const struct rich *text,
                                const struct text_style *style, double width);
/* Width of the text on one line, and of its longest unbreakable part, without setting it. */
double typeset_natural_width(struct typesetter *t, const struct rich *text, const struct text_style *style);
double typeset_minimum_width(struct typesetter *t, const struct rich *text, const struct text_style *style);

#endif
