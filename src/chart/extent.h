/* From where to where each bar runs, in values: bars beside each other, stacked, or to 100 % (private to the folder). */
#ifndef BILAN_CHART_EXTENT_H
#define BILAN_CHART_EXTENT_H

#include "chart/data.h"
#include "chart/plot.h"

struct extent {
    bool present;
    double from, to;
};
struct extents {
    const struct extent *of;  /* series by series, category_count each */
    const double *low, *high; /* ends of each category's whole stack, or of its bars */
    const bool *whole;        /* categories in which every series has a value: others have no total, and no shares */
    struct range range;       /* of all, with zero */
};
struct extents extents_of(const struct chart *chart, struct arena *a);
const struct extent *extent_at(const struct extents *e, const struct chart *chart, size_t series, size_t category);
/* Whether bars of a category lie on each other. */
bool extents_stacked(const struct chart *chart);

#endif
