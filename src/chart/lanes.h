/* Observations in lanes: strips of dots and box plots (private to the folder). */
#ifndef BILAN_CHART_LANES_H
#define BILAN_CHART_LANES_H

#include "chart/axis.h"
#include "chart/rows.h"

struct lanes {
    struct rows rows;
    struct scale scale;
    double left, right;
};
/* Names, axis and gridlines; false when the frame is too small. */
bool lanes_open(struct plot *p, struct lanes *lanes);
/* The observations of a series in ascending order. */
double *lanes_sorted(const struct plot *p, size_t series, size_t *count);
/* Quantile of sorted numbers by linear interpolation (Hyndman and Fan 1996, type 7). */
double quantile(const double *sorted, size_t count, double share);

#endif
