#include <math.h>
#include <stdlib.h>

#include "chart/alternative.h"
#include "chart/data.h"

static const char *tell_date(const struct telling *t, double day)
{
    return tell_text(t, language_date(t->chart->language, t->arena, chart_day_date(day)));
}

static const char *tell_day(const struct telling *t, const struct chart_value *v)
{
    return v->text.len > 0 ? tell_text(t, v->text) : tell_date(t, v->number);
}

static double last_day(const struct chart *c, size_t phase)
{
    const struct chart_value *end = phase_end(c, phase);
    return end ? end->number : c->series[0].values[phase].number;
}

static int by_start(const void *a, const void *b)
{
    const struct range *x = a, *y = b;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    return (x->high > y->high) - (x->high < y->high);
}

/* From the first day to the last, and whether phases run side by side. */
static void tell_span(struct telling *t)
{
    const struct chart *c = t->chart;
    struct range *phases = ARENA_ARRAY(t->arena, c->category_count, struct range);
    for (size_t i = 0; i < c->category_count; i++)
        phases[i] = (struct range){c->series[0].values[i].number, last_day(c, i), true};
    qsort(phases, c->category_count, sizeof *phases, by_start);
    double last = phases[0].high;
    bool overlapping = false;
    for (size_t i = 1; i < c->category_count; i++) {
        overlapping |= phases[i].low < last;
        last = fmax(last, phases[i].high);
    }
    if (c->category_count < 2)
        return;
    buf_char(&t->out, ' ');
    buf_printf(&t->out, word(c->language, WORD_SPAN), tell_date(t, phases[0].low), tell_date(t, last));
    buf_char(&t->out, ' ');
    buf_text(&t->out, word(c->language, overlapping ? WORD_OVERLAPPING : WORD_IN_TURN));
}

/* Days that each phase takes, its first and last among them. */
static void tell_durations(struct telling *t)
{
    const struct chart *c = t->chart;
    struct chart_value *days = ARENA_ARRAY(t->arena, c->category_count, struct chart_value);
    for (size_t i = 0; i < c->category_count; i++) {
        if (!phase_end(c, i))
            continue;
        size_t count = (size_t)(last_day(c, i) - c->series[0].values[i].number) + 1;
        enum word form = plural(c->language, WORD_DAYS, count);
        days[i] = (struct chart_value){
            .present = true, .number = (double)count, .text = word_count(c->language, form, t->arena, count)};
    }
    tell_ranking(t, &(struct ranking){.names = c->categories,
                                      .values = days,
                                      .count = c->category_count,
                                      .highest = WORD_LONGEST,
                                      .lowest = WORD_SHORTEST});
}

void tell_phases(struct telling *t)
{
    const struct chart *c = t->chart;
    for (size_t i = 0; i < c->category_count && i < TOLD; i++) {
        const struct chart_value *start = &c->series[0].values[i], *end = phase_end(c, i);
        tell_next(t, i);
        buf_printf(&t->out, "%s%s", tell_category(t, i), word(c->language, WORD_COLON));
        if (end && end->number != start->number)
            buf_printf(&t->out, word(c->language, WORD_FROM_TO), tell_day(t, start), tell_day(t, end));
        else
            buf_text(&t->out, tell_day(t, start));
    }
    tell_rest(t, c->category_count);
    tell_span(t);
    tell_durations(t);
}

void tell_steps(struct telling *t)
{
    const struct chart *c = t->chart;
    for (size_t i = 0; i < c->category_count && i < TOLD; i++) {
        tell_next(t, i);
        buf_printf(&t->out, "%zu. %s", i + 1, tell_category(t, i));
        if (c->series_count > 0 && c->series[0].values[i].present)
            buf_printf(&t->out, " (%s)", tell_value(t, &c->series[0].values[i]));
    }
    tell_rest(t, c->category_count);
    if (c->series_count > 0)
        tell_ranking(t, &(struct ranking){.names = c->categories,
                                          .values = c->series[0].values,
                                          .count = c->category_count,
                                          .highest = WORD_HIGHEST,
                                          .lowest = WORD_LOWEST,
                                          .with_trend = true});
}
