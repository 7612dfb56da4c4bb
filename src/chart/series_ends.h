/* Series named at their right end instead of in a legend (private to the folder). */
#ifndef BILAN_CHART_SERIES_ENDS_H
#define BILAN_CHART_SERIES_ENDS_H

#include "chart/plot.h"

struct series_end {
    const struct rich *value; /* or NULL */
    struct wrapped name;
    double height;
    struct color color; /* of the value */
};
struct series_ends {
    struct series_end *of; /* each series */
    double width;          /* with the gap before it; 0: they do not fit, a legend is needed */
};
/* Room for the names in a drawing of `height`, with the last value of each where there is room for that too. */
struct series_ends series_ends_fit(const struct plot *p, double height, bool with_values);
/* Names each series beside (x, at[series]), moved apart between top and bottom, with a line to those that moved. */
void series_ends_place(struct plot *p, const struct series_ends *ends, const double *at, double x, double top,
                       double bottom);
/* The last value of a series, or NULL. */
const struct chart_value *series_last(const struct chart_series *series);

#endif
