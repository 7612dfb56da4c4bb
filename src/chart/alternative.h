/* The parts of the alternative text (private to the folder). */
#ifndef BILAN_CHART_ALTERNATIVE_H
#define BILAN_CHART_ALTERNATIVE_H

#include "chart/plot.h"
#include "chart/summary.h"

enum { TOLD = 8 }; /* so many rows are told one by one, then the rest is counted */

struct telling {
    const struct chart *chart;
    struct arena *arena;
    struct buf out;
};
const char *tell_value(const struct telling *t, const struct chart_value *value);
const char *tell_number(const struct telling *t, double number);
const char *tell_text(const struct telling *t, struct str text);
const char *tell_category(const struct telling *t, size_t category);

/* Kinds with categories: range, ends, highest and lowest, trend. */
void tell_series(struct telling *t);
void tell_parts(struct telling *t);
void tell_targets(struct telling *t);
void tell_observations(struct telling *t);
void tell_phases(struct telling *t);
void tell_steps(struct telling *t);

#endif
