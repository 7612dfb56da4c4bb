/* Columns and bars: what they share (private to the folder). Across is the way values run, along the way categories follow each other. */
#ifndef BILAN_CHART_BANDS_H
#define BILAN_CHART_BANDS_H

#include "chart/axis.h"
#include "chart/days.h"
#include "chart/extent.h"

struct bands {
    struct plot *plot;
    bool upright; /* columns */
    struct slots slots;
    struct extents extents;
    double start, pitch; /* of slots, along */
    double width;        /* of all bars of a category */
    struct scale scale;  /* across */
};

/* Slots of `length` from `start`, with gaps of at most 10 and bars of at most `widest`. */
void bands_spread(struct bands *b, double start, double length, double widest);
double bands_middle(const struct bands *b, size_t category);
/* The bar of a value, also where it has no length. */
struct rect bands_bar(const struct bands *b, size_t series, size_t category);
/* Fills the bars, parts stacked ones, and draws the targets. */
void bands_draw(struct bands *b);
struct color bands_color(const struct bands *b, size_t series, size_t category);
/* What a value's label says: its text, or its share where bars run to 100 %. */
const struct rich *bands_text(const struct bands *b, size_t series, size_t category);
/* Labels inside stacked bars, where they fit; false when one does not. */
bool bands_inner_labels(struct bands *b, bool place);
/* The total of a stack. */
const struct rich *bands_total(const struct bands *b, size_t category);
/* Where the target of a category is drawn across its bars, with its ends along. */
struct rect bands_target(const struct bands *b, size_t category);

#endif
