/* A 'chart' box, compiled, and the data that it finds on a page (private to the folder). */
#ifndef BILAN_LAYOUT_CHART_DATA_H
#define BILAN_LAYOUT_CHART_DATA_H

#include "layout/compile.h"
#include "layout/flow.h"

/* A series that the layout names itself. */
struct chart_source {
    const struct wording *label;
    const struct lookup *value;
    bool previous;
};
struct chart_box {
    const struct wording *kind, *title, *unit, *caption, *scope, *alt, *label, *series_label;
    const struct text_style *caption_style;
    double caption_gap;
    bool read; /* told as a Figure and a Table: not an artefact, nor part of what the layout tags itself */
    const struct lookup *over, *series; /* lists */
    struct str as, series_as;
    const struct lookup *const *values; /* the first that is given counts */
    size_t value_count;
    const struct lookup *day, *to, *highlight, *total, *target, *target_on, *previous, *observations, *logarithmic;
    const struct lookup *data, *x, *columns; /* a CSV file, and the names of its columns */
    const struct lookup *map, *groups;       /* a map's geometry file, and whether categories are its groups */
    const struct wording *code, *missing;    /* of an item's area; what is said of areas without a value */
    const struct lookup *classes, *low, *high, *open, *codes, *rest, *none;
    struct str class_as;
    const struct chart_source *sources; /* when the series are the layout's own */
    size_t source_count;
};

/* The chart of a box in its scope, in the page's scratch memory. False (recorded) when its data cannot be drawn. */
bool chart_gather(struct flow *f, const struct frame *frame, const struct chart_box *b, struct chart *out);

/* The canvas of a chart: text in the theme's styles, drawings as artefacts unless `content`. */
struct chart_paper {
    struct flow *flow;
    bool content;
    struct span source;
    uint32_t *printed; /* figures of the ledger */
    size_t printed_count, printed_capacity;
};
struct chart_canvas chart_paper_canvas(struct chart_paper *paper);

/* The chart's data as a Table beside its Figure, for readers alone, inside `frame`. */
void chart_reading_emit(struct flow *f, const struct chart *chart, struct rect frame);

#endif
