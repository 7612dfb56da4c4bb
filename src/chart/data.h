/* Questions about a chart's data that several kinds ask (private to the folder). */
#ifndef BILAN_CHART_DATA_H
#define BILAN_CHART_DATA_H

#include "chart/chart.h"
#include "chart/scale.h"

/* Whether series hold observations, which stand for themselves: one a category is not asked for. */
bool has_observations(const struct chart *chart);
/* Whether every series has a value for the category: others have no total, and no shares. */
bool category_whole(const struct chart *chart, size_t category);
/* The sum of what is there. */
double category_sum(const struct chart *chart, size_t category);
/* Widens the range to all values of the series. */
void range_add_series(struct range *range, const struct chart_series *series);
/* The target of a category, or NULL. */
const struct chart_value *target_at(const struct chart *chart, size_t category);
bool has_targets(const struct chart *chart);
/* The last day of a phase of a timeline; NULL: a milestone, which has none. */
const struct chart_value *phase_end(const struct chart *chart, size_t phase);

#endif
