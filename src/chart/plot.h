/* A chart being drawn: what its parts share (private to the folder). */
#ifndef BILAN_CHART_PLOT_H
#define BILAN_CHART_PLOT_H

#include "chart/pen.h"
#include "chart/scale.h"
#include "page/color.h"

enum { GAP = 8 }; /* between a label and what it names */

struct plot {
    const struct chart *chart;
    const struct chart_look *look;
    const struct chart_canvas *canvas;
    struct sheet sheet;
    struct pen pen;
    struct arena *arena; /* of this drawing */
    struct rect frame;
    bool named;       /* series stand beside their names: there is no legend */
    size_t *patterns; /* of the series, once asked for */
    bool patterns_named;
    struct rect *taken; /* by labels */
    size_t taken_count, taken_capacity;
};

/* A text in as many lines as it needs. */
struct wrapped {
    const struct rich **lines;
    size_t count;
    double width;
    bool cut; /* some of the text is left out */
};

double text_width(const struct plot *p, const struct rich *text, enum chart_role role);
double text_size(const struct plot *p, enum chart_role role);
/* From the middle of a line of text down to its baseline. */
double text_drop(const struct plot *p, enum chart_role role);
/* From the top of a line of text down to its baseline. */
double text_rise(const struct plot *p, enum chart_role role);
struct rect label_box(const struct plot *p, const struct label *label);
/* Whether the label lies in the frame and meets no other. */
bool label_fits(const struct plot *p, const struct label *label);
/* Draws the label if it fits; false otherwise. */
bool label_place(struct plot *p, const struct label *label);
/* Moves a centred label sideways until it lies in the frame. */
void label_keep_inside(const struct plot *p, struct label *label);
/* Keeps labels off. */
void label_avoid(struct plot *p, struct rect box);
/* Lines of at most `width` where words and their hyphens allow it, at most `most` lines; what is longer is cut with an
   ellipsis. */
struct wrapped text_wrap(const struct plot *p, struct str text, enum chart_role role, double width, size_t most);

/* Texts of values and numbers. */
const struct rich *plain_text(const struct plot *p, struct str text);
const struct rich *value_text(const struct plot *p, const struct chart_value *value);
const struct rich *number_text(const struct plot *p, double number);
/* The total of a category as it is on record, else `sum`. */
const struct rich *category_total(const struct plot *p, size_t category, double sum);
/* "57 %" of a share of 1. */
const struct rich *share_text(const struct plot *p, double share);
/* The same in words: "moins de 1 %". */
struct str share_words(struct language *language, struct arena *a, double share);
/* `number` in `language` with as few decimals as show it, six at most. */
struct str number_words(struct language *language, struct arena *a, double number);
struct str value_words(struct language *language, struct arena *a, const struct chart_value *value);

/* Colours. */
struct color series_color(const struct plot *p, size_t series);
/* The same for lines, which no outline helps: colours that stand out from the background by 3:1. */
struct color series_line_color(const struct plot *p, size_t series);
/* Of part `i` of `count`. */
struct color part_color(const struct plot *p, size_t i, size_t count);
/* Background or ink: whichever reads better on `fill`. */
struct color color_on(const struct plot *p, struct color fill);
/* A filled rectangle: outlined when its colour is near to the background, hatched in that pattern (0: plain). */
void mark_rect(struct plot *p, struct rect r, struct color fill, size_t pattern);
/* The pattern of a series (hatch.h). */
size_t series_pattern(struct plot *p, size_t series);

/* The kinds, one file each or a few. False when the frame is too small. */
bool draw_columns(struct plot *p);
bool draw_bars(struct plot *p);
bool draw_lines(struct plot *p);
bool draw_area(struct plot *p);
bool draw_donut(struct plot *p);
bool draw_targets(struct plot *p);
bool draw_sparkline(struct plot *p);
bool draw_strip(struct plot *p);
bool draw_boxes(struct plot *p);
bool draw_matrix(struct plot *p);
bool draw_timeline(struct plot *p);
bool draw_steps(struct plot *p);
bool draw_map(struct plot *p);

#endif
