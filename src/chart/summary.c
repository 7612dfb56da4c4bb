#include <math.h>

#include "chart/summary.h"

/* A change that small, beside the range of the values, is none. */
static const double slight = 0.02;

/* A year in digits, later than the one before. */
static bool follows_as_year(const struct chart *c, size_t i)
{
    struct str label = c->categories[i].label;
    for (size_t k = 0; k < label.len; k++)
        if (label.at[k] < '0' || label.at[k] > '9')
            return false;
    return label.len == 4 && (i == 0 || str_cmp(c->categories[i - 1].label, label) < 0);
}

/* "T1", "T2" … or "Q1", "Q2" …: quarters of one year. */
static bool follows_as_quarter(const struct chart *c, size_t i)
{
    struct str label = c->categories[i].label;
    bool named =
        label.len == 2 && (label.at[0] == 'T' || label.at[0] == 'Q') && label.at[1] >= '1' && label.at[1] <= '4';
    return named && (i == 0 || str_cmp(c->categories[i - 1].label, label) < 0);
}

static bool all_follow(const struct chart *c, bool (*follows)(const struct chart *c, size_t i))
{
    for (size_t i = 0; i < c->category_count; i++)
        if (!follows(c, i))
            return false;
    return c->category_count > 1;
}

bool has_order(const struct chart *c)
{
    return c->dated || all_follow(c, follows_as_year) || all_follow(c, follows_as_quarter) || c->kind == CHART_LINES ||
           c->kind == CHART_AREA || c->kind == CHART_SPARKLINE || c->kind == CHART_STEPS;
}

static void add_value(struct series_summary *s, const struct chart_value *values, size_t i)
{
    if (s->count++ == 0) {
        s->first = s->highest = s->lowest = i;
    } else {
        double number = values[i].number, highest = values[s->highest].number, lowest = values[s->lowest].number;
        s->highest_ties = number > highest ? 0 : s->highest_ties + (number == highest ? 1 : 0);
        s->lowest_ties = number < lowest ? 0 : s->lowest_ties + (number == lowest ? 1 : 0);
        s->highest = number > highest ? i : s->highest;
        s->lowest = number < lowest ? i : s->lowest;
    }
    s->last = i;
}

static enum word trend_of(const struct chart *c, const struct series_summary *s, const struct chart_value *values)
{
    bool rises = false, falls = false;
    double before = values[s->first].number;
    for (size_t i = s->first + 1; i <= s->last; i++) {
        if (!values[i].present)
            continue;
        rises = rises || values[i].number > before;
        falls = falls || values[i].number < before;
        before = values[i].number;
    }
    if (!rises && !falls)
        return WORD_STEADY;
    if (!has_order(c))
        return rises && falls ? WORD_UNORDERED : rises ? WORD_ASCENDING : WORD_DESCENDING;
    double change = values[s->last].number - values[s->first].number;
    double range = values[s->highest].number - values[s->lowest].number;
    if (fabs(change) <= slight * range)
        return WORD_BACK;
    if (change > 0)
        return falls ? WORD_MOSTLY_RISING : WORD_RISING;
    return rises ? WORD_MOSTLY_FALLING : WORD_FALLING;
}

struct series_summary summarise(const struct chart *c, size_t series)
{
    const struct chart_series *from = &c->series[series];
    struct series_summary s = {.trend = WORD_STEADY};
    for (size_t i = 0; i < from->value_count; i++) {
        if (from->values[i].present)
            add_value(&s, from->values, i);
        else
            s.missing++;
    }
    if (s.count > 0)
        s.trend = trend_of(c, &s, from->values);
    return s;
}
