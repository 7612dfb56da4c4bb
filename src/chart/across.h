/* Where categories stand from left to right: dates in proportion, others side by side (private to the folder). */
#ifndef BILAN_CHART_ACROSS_H
#define BILAN_CHART_ACROSS_H

#include "chart/axis.h"

struct across {
    double left, width;
    bool dated;
    struct scale days;
    double pitch;
    struct names names;
    double height; /* of the names below */
};
struct across across_open(const struct plot *p, double left, double width);
double across_place(const struct across *x, const struct chart *chart, size_t category);
void across_names(struct plot *p, const struct across *x, double top);

/* The vertical lay-out that lines and areas share. */
struct field {
    struct across x;
    struct scale y;
    double top, bottom;
    double ends; /* width kept for the names of series at the right */
};
/* Legend, axes and gridlines; false when the frame is too small. `ends` is the width that series_ends need, 0: a legend is drawn. */
bool field_open(struct plot *p, struct field *f, struct range values, double ends, bool lines);

#endif
