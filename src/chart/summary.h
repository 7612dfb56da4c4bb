/* What there is to say about the values of one series (private to the folder). */
#ifndef BILAN_CHART_SUMMARY_H
#define BILAN_CHART_SUMMARY_H

#include "chart/words.h"

struct series_summary {
    size_t count, missing;               /* of values */
    size_t first, last, highest, lowest; /* indices; of equal ones the first */
    size_t highest_ties, lowest_ties;    /* how many more are as high or low */
    enum word trend;
};
struct series_summary summarise(const struct chart *chart, size_t series);
/* Whether categories follow each other in time or another order that a trend can be read along. */
bool has_order(const struct chart *chart);

#endif
