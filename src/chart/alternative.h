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
/* How many are missing, if any. */
void tell_missing(struct telling *t, size_t missing);

/* Numbers that stand for the rows of a chart: which are the highest and the lowest, and how they go on. Nothing is said of one alone. */
struct ranking {
    const struct chart_category *names;
    const struct chart_value *values;
    size_t count;
    enum word highest, lowest;
    bool with_trend;
};
void tell_ranking(struct telling *t, const struct ranking *ranking);
/* An enumeration: what stands before row i, and what ends `count` rows of which TOLD were told at most. */
void tell_next(struct telling *t, size_t i);
void tell_rest(struct telling *t, size_t count);

/* Kinds with categories: range, ends, highest and lowest, trend. */
void tell_series(struct telling *t);
void tell_parts(struct telling *t);
void tell_targets(struct telling *t);
void tell_observations(struct telling *t);
void tell_phases(struct telling *t);
void tell_steps(struct telling *t);
/* Of kinds that draw targets beside their values. */
void tell_target_marks(struct telling *t);
void tell_map(struct telling *t);

#endif
