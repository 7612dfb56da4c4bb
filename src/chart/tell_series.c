#include "chart/alternative.h"
#include "chart/data.h"

static void sentence(struct telling *t)
{
    buf_char(&t->out, ' ');
}

/* "Santé", "Santé et 2 de plus" */
static const char *where(const struct telling *t, size_t category, size_t ties)
{
    const char *name = tell_category(t, category);
    if (ties == 0)
        return name;
    struct str more = word_count(t->chart->language, WORD_OTHERS, t->arena, ties);
    return arena_printf(t->arena, "%s %.*s", name, STR_ARG(more));
}

static void tell_extremes(struct telling *t, const struct series_summary *s, const struct chart_value *values,
                          enum word highest, enum word lowest)
{
    const struct language *l = t->chart->language;
    if (values[s->highest].number == values[s->lowest].number) {
        buf_printf(&t->out, word(l, WORD_ALL_EQUAL), tell_value(t, &values[s->first]));
        return;
    }
    buf_printf(&t->out, word(l, highest), where(t, s->highest, s->highest_ties), tell_value(t, &values[s->highest]));
    sentence(t);
    buf_printf(&t->out, word(l, lowest), where(t, s->lowest, s->lowest_ties), tell_value(t, &values[s->lowest]));
}

static void tell_trend(struct telling *t, enum word trend)
{
    buf_printf(&t->out, word(t->chart->language, WORD_TREND), word(t->chart->language, trend));
}

void tell_missing(struct telling *t, size_t missing)
{
    if (missing == 0)
        return;
    sentence(t);
    enum word w = plural(t->chart->language, WORD_MISSING, missing);
    buf_str(&t->out, word_count(t->chart->language, w, t->arena, missing));
}

void tell_ranking(struct telling *t, const struct ranking *r)
{
    const struct chart *whole = t->chart;
    struct chart_series series = {{"", 0}, r->values, r->count, false};
    struct chart part = {.kind = whole->kind,
                         .language = whole->language,
                         .categories = r->names,
                         .category_count = r->count,
                         .series = &series,
                         .series_count = 1};
    struct series_summary s = summarise(&part, 0);
    if (s.count < 2)
        return;
    t->chart = &part;
    sentence(t);
    tell_extremes(t, &s, r->values, r->highest, r->lowest);
    if (r->with_trend) {
        sentence(t);
        tell_trend(t, s.trend);
    }
    t->chart = whole;
}

static void tell_only(struct telling *t)
{
    const struct chart_value *values = t->chart->series[0].values;
    const struct language *l = t->chart->language;
    struct series_summary s = summarise(t->chart, 0);
    sentence(t);
    if (s.count == 1) {
        buf_printf(&t->out, word(l, WORD_ONE_VALUE), tell_category(t, s.first), tell_value(t, &values[s.first]));
        tell_missing(t, s.missing);
        return;
    }
    buf_printf(&t->out, word(l, WORD_RANGE), count_words(t->chart->language, t->arena, s.count),
               tell_category(t, s.first), tell_value(t, &values[s.first]), tell_category(t, s.last),
               tell_value(t, &values[s.last]));
    sentence(t);
    tell_extremes(t, &s, values, WORD_HIGHEST, WORD_LOWEST);
    sentence(t);
    tell_trend(t, s.trend);
    tell_missing(t, s.missing);
}

static void tell_one_of_many(struct telling *t, size_t series)
{
    const struct chart_series *of = &t->chart->series[series];
    struct language *l = t->chart->language;
    struct series_summary s = summarise(t->chart, series);
    sentence(t);
    buf_str(&t->out, of->label);
    buf_text(&t->out, word(l, WORD_COLON));
    if (s.count == 0) {
        buf_printf(&t->out, "%s.", word(l, WORD_NONE_THERE));
        return;
    }
    buf_printf(&t->out, word(l, WORD_SERIES_RANGE), tell_value(t, &of->values[s.first]), tell_category(t, s.first),
               tell_value(t, &of->values[s.last]), tell_category(t, s.last));
    buf_text(&t->out, ", ");
    buf_printf(&t->out, word(l, WORD_SERIES_ENDS), tell_value(t, &of->values[s.highest]),
               where(t, s.highest, s.highest_ties), tell_value(t, &of->values[s.lowest]),
               where(t, s.lowest, s.lowest_ties));
    buf_printf(&t->out, ", %s.", word(l, s.trend));
    tell_missing(t, s.missing);
}

/* The highest and lowest value of all series. */
static void tell_overall(struct telling *t)
{
    const struct chart *c = t->chart;
    const struct chart_value *highest = NULL, *lowest = NULL;
    const char *high = "", *low = "";
    for (size_t n = 0; n < c->series_count; n++) {
        struct series_summary s = summarise(c, n);
        const struct chart_value *v = c->series[n].values;
        if (s.count > 0 && (!highest || v[s.highest].number > highest->number)) {
            highest = &v[s.highest];
            high = arena_printf(t->arena, "%.*s, %s", STR_ARG(c->series[n].label), tell_category(t, s.highest));
        }
        if (s.count > 0 && (!lowest || v[s.lowest].number < lowest->number)) {
            lowest = &v[s.lowest];
            low = arena_printf(t->arena, "%.*s, %s", STR_ARG(c->series[n].label), tell_category(t, s.lowest));
        }
    }
    if (!highest)
        return;
    sentence(t);
    buf_printf(&t->out, word(c->language, WORD_HIGHEST), high, tell_value(t, highest));
    sentence(t);
    buf_printf(&t->out, word(c->language, WORD_LOWEST), low, tell_value(t, lowest));
}

/* The whole stack of each category, as it is on record or added up. */
static const struct chart_value *stack_values(const struct telling *t)
{
    const struct chart *c = t->chart;
    struct chart_value *sums = ARENA_ARRAY(t->arena, c->category_count, struct chart_value);
    for (size_t i = 0; i < c->category_count; i++) {
        if (c->totals && c->totals[i].present)
            sums[i] = c->totals[i];
        else
            sums[i] = (struct chart_value){.present = category_whole(c, i), .number = category_sum(c, i)};
    }
    return sums;
}

/* What a stack shows at its top is told like a series of its own. */
static void tell_stacks(struct telling *t)
{
    const struct chart *whole = t->chart;
    struct str label = str_of(word(whole->language, WORD_WHOLE));
    struct chart_series series = {label, stack_values(t), whole->category_count, false};
    struct chart stacks = *whole;
    stacks.series = &series;
    stacks.series_count = 1;
    t->chart = &stacks;
    if (summarise(&stacks, 0).count > 0)
        tell_one_of_many(t, 0);
    t->chart = whole;
}

void tell_series(struct telling *t)
{
    const struct chart *c = t->chart;
    if (c->series_count == 1 && summarise(c, 0).count > 0) {
        tell_only(t);
        return;
    }
    tell_overall(t);
    if (c->stacked && !c->percent)
        tell_stacks(t);
    for (size_t i = 0; i < c->series_count && i < TOLD; i++)
        tell_one_of_many(t, i);
    if (c->series_count > TOLD) {
        sentence(t);
        struct str rest = word_count(c->language, WORD_OTHERS, t->arena, c->series_count - TOLD);
        buf_printf(&t->out, "(%.*s)", STR_ARG(rest));
    }
}
