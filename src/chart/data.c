#include "chart/data.h"

bool has_observations(const struct chart *c)
{
    return c->kind == CHART_STRIP || c->kind == CHART_BOX;
}

bool category_whole(const struct chart *c, size_t category)
{
    for (size_t s = 0; s < c->series_count; s++)
        if (!c->series[s].values[category].present)
            return false;
    return true;
}

double category_sum(const struct chart *c, size_t category)
{
    double sum = 0;
    for (size_t s = 0; s < c->series_count; s++)
        if (c->series[s].values[category].present)
            sum += c->series[s].values[category].number;
    return sum;
}

void range_add_series(struct range *range, const struct chart_series *series)
{
    for (size_t i = 0; i < series->value_count; i++)
        if (series->values[i].present)
            range_add(range, series->values[i].number);
}

const struct chart_value *target_at(const struct chart *c, size_t category)
{
    if (c->target_count == 0)
        return NULL;
    const struct chart_value *target = &c->targets[c->target_count == 1 ? 0 : category];
    return target->present ? target : NULL;
}

bool has_targets(const struct chart *c)
{
    for (size_t i = 0; i < c->target_count; i++)
        if (c->targets[i].present)
            return true;
    return false;
}

const struct chart_value *phase_end(const struct chart *c, size_t phase)
{
    const struct chart_value *end = c->series_count > 1 ? &c->series[1].values[phase] : NULL;
    return end && end->present ? end : NULL;
}
