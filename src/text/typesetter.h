/* What the steps of setting a paragraph share: units of text, the places where lines may end, the lines chosen. */
#ifndef BILAN_TEXT_TYPESETTER_H
#define BILAN_TEXT_TYPESETTER_H

#include <hyphen.h>
#include <unicode/ubrk.h>

#include "text/paragraph.h"

/* A word or spaces in one face: shaped as a whole. */
struct unit {
    uint32_t start, end; /* bytes of the text */
    uint32_t run;        /* of the rich text */
    bool space;
    const struct font *font;
    double size;
    const struct shaped *shaped;
    double width; /* points, tracking included */
};

/* A place where a line may end. Widths run from the start of the stretch. */
struct candidate {
    uint32_t at;       /* byte where the next line starts */
    bool hyphen;       /* a hyphen is drawn when a line ends here */
    double width_to;   /* to the end of the line, without the spaces there, with its hyphen */
    double width_from; /* to the start of the next line */
};

/* A line before its glyphs are laid out. */
struct chosen_line {
    uint32_t start, end;
    bool hyphen;
};

struct units {
    struct unit *items;
    size_t count, capacity;
};
struct candidates {
    struct candidate *items;
    size_t count, capacity;
};
struct offsets {
    uint32_t *items;
    size_t count, capacity;
};
struct chosen_lines {
    struct chosen_line *items;
    size_t count, capacity;
};

struct choice; /* line_choice.c */

struct typesetter {
    const struct language *language;
    struct diags *diags;
    struct shaper *shaper;
    UBreakIterator *breaker; /* opened when first needed */
    HyphenDict *patterns;    /* NULL also when there are none */
    bool patterns_sought;
    UChar *wide; /* the stretch in UTF-16, and the byte behind each unit of it */
    uint32_t *wide_offsets;
    size_t wide_capacity;
    /* Working memory, used anew by each paragraph. */
    struct units units;
    struct candidates candidates;
    struct offsets breaks;
    struct chosen_lines lines;
    struct choice *choices;
    size_t choice_capacity;
    struct span *reported; /* missing characters */
    size_t reported_count, reported_capacity;
    const struct font **endless; /* fonts that made a word so, told once each */
    size_t endless_count, endless_capacity;
};

/* A text being set. */
struct setting {
    struct typesetter *typesetter;
    const struct rich *text;
    const struct text_style *style;
};

/* Room for one more element of an array that the typesetter owns. */
void *scratch_room(void *items, size_t count, size_t *capacity, size_t size);

/* Shapes bytes [start, end) of the text and adds their units; words are also parted at typesetter->breaks. Returns the width of it all. */
double units_add(const struct setting *s, size_t start, size_t end);
/* Part of a unit, shaped for itself. */
struct unit unit_slice(const struct setting *s, const struct unit *u, uint32_t start, uint32_t end);

/* Fills typesetter->breaks with the offsets inside [start, end) where Unicode allows a line to end. */
void breaks_find(const struct setting *s, size_t start, size_t end);
/* Fills typesetter->candidates from units and breaks, with hyphenation points when `hyphenated`. */
void candidates_collect(const struct setting *s, size_t end, bool hyphenated);
/* Chooses the lines of the stretch that starts at `start` and adds them. */
void lines_choose(const struct setting *s, size_t start, double width);
/* The widest stretch of candidates that cannot be parted. */
double candidates_widest(const struct candidates *c);

/* Glyphs and pieces of one line; `y` is its baseline. */
struct text_line line_build(const struct setting *s, struct arena *a, const struct chosen_line *line, double baseline,
                            double width);

/* Hyphenation points of the word in bytes [start, end), as offsets of the text; false when it has none. */
bool hyphenate(struct typesetter *t, struct str text, uint32_t start, uint32_t end,
               void (*found)(void *data, uint32_t at), void *data);

#endif
