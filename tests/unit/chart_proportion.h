/* Lengths, areas and distances of marks stand to each other as their values do, within half a percent. */
#ifndef BILAN_TESTS_CHART_PROPORTION_H
#define BILAN_TESTS_CHART_PROPORTION_H

#include "chart_support.h"

static const double TOLERANCE = 0.005;
static const struct rect frame = {20, 10, 700, 420};
enum { MOST_SERIES = 4, MOST_CATEGORIES = 12, SEEDS = 40 };

static inline struct chart random_table(struct recorder *r, uint32_t *seed, const char *kind, size_t series_count)
{
    size_t count = 2 + below(seed, MOST_CATEGORIES - 1);
    struct chart c = make_chart(r, CHART_COLUMNS, NULL, (double[MOST_CATEGORIES]){0}, count);
    assert_true(chart_kind_find(str_of(kind), &c));
    struct chart_series *series = ARENA_ARRAY(r->arena, series_count, struct chart_series);
    for (size_t s = 0; s < series_count; s++) {
        double numbers[MOST_CATEGORIES];
        for (size_t i = 0; i < count; i++)
            numbers[i] = 40 + (double)below(seed, 1000);
        series[s] = (struct chart_series){str_of(arena_printf(r->arena, "s%zu", s)), make_values(r, numbers, count),
                                          count, false};
    }
    c.series = series;
    c.series_count = series_count;
    return c;
}

static inline void draw(struct recorder *r, const struct chart *c)
{
    recorder_clear(r);
    assert_int_equal(chart_draw(c, &r->look, frame, &r->canvas), CHART_OK);
}

static inline double number_of(const struct chart *c, size_t series, size_t category)
{
    return c->series[series].values[category].number;
}

/* `drawn` for `value`, as all before: the first sets the unit. */
static inline void check_unit(double *unit, double drawn, double value, const char *kind, uint32_t seed)
{
    if (*unit == 0)
        *unit = drawn / value;
    else if (fabs(drawn - *unit * value) > TOLERANCE * fabs(drawn))
        fail_msg("%s, seed %u: %g for %g", kind, seed, drawn, value);
}

static inline struct color color_of(const struct recorder *r, size_t series, size_t count)
{
    return count == 1 ? r->look.plain : recorder_palette[count <= 3 ? 2 * series : series];
}

/* Marks come behind the keys of a legend. */
static inline size_t keys_of(const struct recorder *r, const struct chart *c)
{
    const struct drawn_text *name = c->series_count > 1 ? text_saying(r, c->series[0].label.at) : NULL;
    return name && name->role == CHART_KEY ? 1 : 0;
}

#endif
