#include <stdio.h>

#include "chart/alternative.h"
#include "chart/extent.h"
#include "chart/lanes.h"

/* What stands between two rows, and before the first. */
static void next(struct telling *t, size_t i)
{
    buf_text(&t->out, i == 0 ? " " : word(t->chart->language, WORD_SEMICOLON));
}

/* Ends an enumeration of `count`, of which TOLD were told at most. */
static void finish(struct telling *t, size_t count)
{
    if (count > TOLD) {
        struct str rest = word_count(t->chart->language, WORD_OTHERS, t->arena, count - TOLD);
        buf_printf(&t->out, " %.*s", STR_ARG(rest));
    }
    buf_char(&t->out, '.');
}

static const char *share_words(const struct telling *t, double share)
{
    struct decimal percent;
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%.0f", share * 100);
    if (length < 0 || !decimal_parse((struct str){digits, (size_t)length}, &percent))
        return "";
    return tell_text(t, language_measure(t->chart->language, t->arena, percent, STR("%"), SIGN_NEGATIVE));
}

void tell_parts(struct telling *t)
{
    const struct chart *c = t->chart;
    const struct chart_value *v = c->series[0].values;
    double total = 0;
    for (size_t i = 0; i < c->category_count; i++)
        total += v[i].present ? v[i].number : 0;
    for (size_t i = 0; i < c->category_count && i < TOLD; i++) {
        next(t, i);
        double share = v[i].present && total > 0 ? v[i].number / total : 0;
        buf_printf(&t->out, word(c->language, WORD_SHARE), tell_category(t, i), tell_value(t, &v[i]),
                   share_words(t, share));
    }
    finish(t, c->category_count);
    buf_char(&t->out, ' ');
    buf_printf(&t->out, word(c->language, WORD_TOTAL), tell_number(t, total));
    tell_series(t);
}

static void tell_reached(struct telling *t)
{
    const struct chart *c = t->chart;
    size_t reached = 0, of = 0;
    for (size_t i = 0; i < c->category_count; i++) {
        const struct chart_value *v = &c->series[0].values[i], *target = target_at(c, i);
        of += target && v->present ? 1 : 0;
        reached += target && v->present && v->number >= target->number ? 1 : 0;
    }
    buf_char(&t->out, ' ');
    buf_printf(&t->out, word(c->language, WORD_REACHED), reached, of);
}

void tell_targets(struct telling *t)
{
    const struct chart *c = t->chart;
    for (size_t i = 0; i < c->category_count && i < TOLD; i++) {
        const struct chart_value *v = &c->series[0].values[i], *target = target_at(c, i);
        next(t, i);
        buf_printf(&t->out, "%s%s", tell_category(t, i), word(c->language, WORD_COLON));
        if (target)
            buf_printf(&t->out, word(c->language, WORD_OF_TARGET), tell_value(t, v), tell_value(t, target));
        else
            buf_text(&t->out, tell_value(t, v));
        if (target && v->present && target->number > 0)
            buf_printf(&t->out, " (%s)", share_words(t, v->number / target->number));
    }
    finish(t, c->category_count);
    tell_reached(t);
}

/* Median of a series. */
static double median_of(const struct telling *t, size_t series, const double **sorted, size_t *count)
{
    struct plot reading = {.chart = t->chart, .arena = t->arena};
    *sorted = lanes_sorted(&reading, series, count);
    return quantile(*sorted, *count, 0.5);
}

static void tell_medians(struct telling *t)
{
    const struct chart *c = t->chart;
    const double *sorted;
    size_t count, highest = 0, lowest = 0;
    for (size_t i = 1; i < c->series_count; i++) {
        double median = median_of(t, i, &sorted, &count);
        highest = median > median_of(t, highest, &sorted, &count) ? i : highest;
        lowest = median < median_of(t, lowest, &sorted, &count) ? i : lowest;
    }
    buf_char(&t->out, ' ');
    buf_printf(&t->out, word(c->language, WORD_HIGHEST_MEDIAN), tell_text(t, c->series[highest].label),
               tell_number(t, median_of(t, highest, &sorted, &count)));
    buf_char(&t->out, ' ');
    buf_printf(&t->out, word(c->language, WORD_LOWEST_MEDIAN), tell_text(t, c->series[lowest].label),
               tell_number(t, median_of(t, lowest, &sorted, &count)));
}

void tell_observations(struct telling *t)
{
    const struct chart *c = t->chart;
    for (size_t i = 0; i < c->series_count && i < TOLD; i++) {
        const double *sorted;
        size_t count;
        double median = median_of(t, i, &sorted, &count);
        next(t, i);
        buf_printf(&t->out, "%s%s", tell_text(t, c->series[i].label), word(c->language, WORD_COLON));
        buf_printf(&t->out, word(c->language, WORD_OBSERVATIONS), count, tell_number(t, sorted[0]),
                   tell_number(t, sorted[count - 1]), tell_number(t, median));
    }
    finish(t, c->series_count);
    if (c->series_count > 1)
        tell_medians(t);
}

static const char *tell_day(const struct telling *t, const struct chart_value *v)
{
    if (v->text.len > 0)
        return tell_text(t, v->text);
    return tell_text(t, language_date(t->chart->language, t->arena, chart_day_date(v->number)));
}

void tell_phases(struct telling *t)
{
    const struct chart *c = t->chart;
    for (size_t i = 0; i < c->category_count && i < TOLD; i++) {
        const struct chart_value *start = &c->series[0].values[i];
        const struct chart_value *end = c->series_count > 1 ? &c->series[1].values[i] : NULL;
        next(t, i);
        buf_printf(&t->out, "%s%s", tell_category(t, i), word(c->language, WORD_COLON));
        if (end && end->present)
            buf_printf(&t->out, word(c->language, WORD_FROM_TO), tell_day(t, start), tell_day(t, end));
        else
            buf_text(&t->out, tell_day(t, start));
    }
    finish(t, c->category_count);
}

void tell_steps(struct telling *t)
{
    const struct chart *c = t->chart;
    for (size_t i = 0; i < c->category_count; i++) {
        next(t, i);
        buf_printf(&t->out, "%zu. %s", i + 1, tell_category(t, i));
        if (c->series_count > 0 && c->series[0].values[i].present)
            buf_printf(&t->out, " (%s)", tell_value(t, &c->series[0].values[i]));
    }
    buf_char(&t->out, '.');
}
