#include "chart/alternative.h"
#include "chart/lanes.h"

enum { ENOUGH = 4 }; /* observations for which quarters say something */

struct observations {
    const double *sorted;
    size_t count;
};

static struct observations observations_of(const struct telling *t, size_t series)
{
    struct plot reading = {.chart = t->chart, .arena = t->arena};
    struct observations o;
    o.sorted = lanes_sorted(&reading, series, &o.count);
    return o;
}

static const char *tell_quantile(const struct telling *t, const struct observations *o, double share)
{
    return tell_number(t, quantile(o->sorted, o->count, share));
}

static void tell_one(struct telling *t, size_t series)
{
    struct observations o = observations_of(t, series);
    struct language *l = t->chart->language;
    if (o.count == 1) {
        buf_printf(&t->out, word(l, WORD_OBSERVATION_IS), tell_number(t, o.sorted[0]));
        return;
    }
    buf_printf(&t->out, word(l, WORD_OBSERVATIONS), count_words(l, t->arena, o.count), tell_number(t, o.sorted[0]),
               tell_number(t, o.sorted[o.count - 1]), tell_quantile(t, &o, 0.5));
    if (o.count >= ENOUGH)
        buf_printf(&t->out, word(l, WORD_QUARTILES), tell_quantile(t, &o, 0.25), tell_quantile(t, &o, 0.75));
}

static void tell_medians(struct telling *t)
{
    const struct chart *c = t->chart;
    struct chart_category *names = ARENA_ARRAY(t->arena, c->series_count, struct chart_category);
    struct chart_value *medians = ARENA_ARRAY(t->arena, c->series_count, struct chart_value);
    for (size_t i = 0; i < c->series_count; i++) {
        struct observations o = observations_of(t, i);
        names[i].label = c->series[i].label;
        medians[i] = (struct chart_value){.present = true, .number = quantile(o.sorted, o.count, 0.5)};
    }
    tell_ranking(t, &(struct ranking){.names = names,
                                      .values = medians,
                                      .count = c->series_count,
                                      .highest = WORD_HIGHEST_MEDIAN,
                                      .lowest = WORD_LOWEST_MEDIAN,
                                      .with_trend = true});
}

void tell_observations(struct telling *t)
{
    const struct chart *c = t->chart;
    for (size_t i = 0; i < c->series_count && i < TOLD; i++) {
        tell_next(t, i);
        if (c->series[i].label.len > 0)
            buf_printf(&t->out, "%s%s", tell_text(t, c->series[i].label), word(c->language, WORD_COLON));
        tell_one(t, i);
    }
    tell_rest(t, c->series_count);
    tell_medians(t);
}
