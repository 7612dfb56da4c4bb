#include <math.h>

#include "chart/data.h"
#include "chart/map.h"

static bool shows_lengths(const struct chart *c)
{
    switch (c->kind) {
    case CHART_COLUMNS:
    case CHART_BARS:
    case CHART_AREA:
    case CHART_DONUT:
    case CHART_TARGETS:
    case CHART_MAP_CIRCLES:
        return true;
    case CHART_LINES:
    case CHART_SPARKLINE:
    case CHART_STRIP:
    case CHART_BOX:
    case CHART_MATRIX:
    case CHART_TIMELINE:
    case CHART_STEPS:
    case CHART_MAP:
        return false;
    }
    return false;
}

static bool has_parts(const struct chart *c)
{
    return c->percent || c->kind == CHART_AREA || c->kind == CHART_DONUT || c->kind == CHART_TARGETS ||
           c->kind == CHART_MAP_CIRCLES;
}

static enum chart_fault check_number(const struct chart *c, const struct chart_value *v)
{
    if (!v->present)
        return CHART_OK;
    if (!(fabs(v->number) <= CHART_LARGEST))
        return CHART_NOT_A_NUMBER;
    if (has_parts(c) && v->number < 0)
        return CHART_NEGATIVE;
    return c->logarithmic && v->number <= 0 ? CHART_NO_LOGARITHM : CHART_OK;
}

static enum chart_fault check_series(const struct chart *c, const struct chart_series *s)
{
    if (!has_observations(c) && s->value_count != c->category_count)
        return CHART_UNEQUAL;
    bool any = false;
    for (size_t i = 0; i < s->value_count; i++) {
        enum chart_fault fault = check_number(c, &s->values[i]);
        if (fault != CHART_OK)
            return fault;
        any = any || s->values[i].present;
    }
    return any ? CHART_OK : CHART_EMPTY;
}

static enum chart_fault check_targets(const struct chart *c)
{
    if (c->target_count > 1 && c->target_count != c->category_count)
        return CHART_UNEQUAL;
    if (c->kind == CHART_TARGETS && c->target_count == 0)
        return CHART_EMPTY;
    for (size_t i = 0; i < c->target_count; i++)
        if (c->targets[i].present && !(fabs(c->targets[i].number) <= CHART_LARGEST))
            return CHART_NOT_A_NUMBER;
    return CHART_OK;
}

static enum chart_fault check_days(const struct chart *c)
{
    for (size_t i = 0; c->dated && i < c->category_count; i++) {
        if (!(fabs(c->categories[i].day) < 1e7))
            return CHART_NOT_A_NUMBER;
        if (i > 0 && c->categories[i].day <= c->categories[i - 1].day)
            return CHART_DISORDERED;
    }
    return CHART_OK;
}

/* Every phase starts, and ends after it does. */
static enum chart_fault check_phases(const struct chart *c)
{
    const struct chart_value *starts = c->series[0].values;
    for (size_t i = 0; i < c->category_count; i++) {
        if (!starts[i].present)
            return CHART_EMPTY;
        const struct chart_value *end = phase_end(c, i);
        if (fabs(starts[i].number) > 1e7 || (end && fabs(end->number) > 1e7))
            return CHART_NOT_A_NUMBER;
        if (end && end->number < starts[i].number)
            return CHART_DISORDERED;
    }
    return CHART_OK;
}

/* Every category has its place; values of classes are their indices. */
static enum chart_fault check_places(const struct chart *c)
{
    const struct chart_places *places = c->places;
    if (places == NULL || places->map == NULL)
        return CHART_EMPTY;
    size_t count = places->groups ? places->map->group_count : places->map->area_count;
    for (size_t i = 0; i < c->category_count; i++)
        if (places->at[i] >= count)
            return CHART_UNEQUAL;
    for (size_t i = 0; places->class_count > 0 && i < c->category_count; i++) {
        const struct chart_value *v = &c->series[0].values[i];
        if (v->present && !(v->number >= 0 && v->number < (double)places->class_count))
            return CHART_NOT_A_NUMBER;
    }
    return CHART_OK;
}

static bool is_map(const struct chart *c)
{
    return c->kind == CHART_MAP || c->kind == CHART_MAP_CIRCLES;
}

static bool may_be_empty(const struct chart *c, size_t series)
{
    return (c->kind == CHART_TIMELINE && series == 1) || c->kind == CHART_STEPS || c->kind == CHART_MATRIX;
}

enum chart_fault chart_check(const struct chart *c, size_t *series)
{
    if (series)
        *series = 0;
    if (c->logarithmic && shows_lengths(c))
        return CHART_NO_LOGARITHM;
    bool needs_series = c->kind != CHART_STEPS;
    if ((needs_series && c->series_count == 0) || (!has_observations(c) && c->category_count == 0))
        return CHART_EMPTY;
    for (size_t i = 0; i < c->series_count; i++) {
        enum chart_fault fault = check_series(c, &c->series[i]);
        if (fault == CHART_OK || (fault == CHART_EMPTY && may_be_empty(c, i)))
            continue;
        if (series)
            *series = i;
        return fault;
    }
    enum chart_fault fault = check_targets(c);
    if (fault == CHART_OK)
        fault = check_days(c);
    if (fault == CHART_OK && is_map(c))
        fault = check_places(c);
    return fault == CHART_OK && c->kind == CHART_TIMELINE ? check_phases(c) : fault;
}
