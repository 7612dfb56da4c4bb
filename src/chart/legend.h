/* A line of keys above the drawing (private to the folder). */
#ifndef BILAN_CHART_LEGEND_H
#define BILAN_CHART_LEGEND_H

#include "chart/plot.h"

enum legend_mark { LEGEND_FILL, LEGEND_LINE, LEGEND_TARGET };
struct legend_entry {
    struct str label;
    enum legend_mark mark;
    struct color color;
    size_t pattern; /* hatching, or dash and marker of a line */
};
/* Draws the keys from the frame's top left corner, in as many lines as they need but a third of the height; returns the height used, with the gap below. */
double legend_draw(struct plot *p, const struct legend_entry *entries, size_t count);
/* A key a series, and one for targets where `targets`. */
double legend_series(struct plot *p, enum legend_mark mark, bool targets);

#endif
