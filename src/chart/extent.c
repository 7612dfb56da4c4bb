#include <math.h>

#include "chart/extent.h"

bool extents_stacked(const struct chart *c)
{
    return c->stacked || c->percent;
}

const struct extent *extent_at(const struct extents *e, const struct chart *c, size_t series, size_t category)
{
    return &e->of[series * c->category_count + category];
}

/* Positive values pile up from zero, negative ones down. */
static void stack(const struct chart *c, struct extent *of, size_t category, double *low, double *high)
{
    double sum = category_sum(c, category);
    double unit = c->percent && sum > 0 ? sum : 1;
    bool told = !c->percent || category_whole(c, category);
    for (size_t s = 0; s < c->series_count; s++) {
        const struct chart_value *v = &c->series[s].values[category];
        double *end = v->number < 0 ? low : high;
        struct extent *e = &of[s * c->category_count + category];
        e->present = v->present && told;
        e->from = *end;
        if (e->present)
            *end += v->number / unit;
        e->to = *end;
    }
}

static void stand_apart(const struct chart *c, struct extent *of, size_t category, double *low, double *high)
{
    for (size_t s = 0; s < c->series_count; s++) {
        const struct chart_value *v = &c->series[s].values[category];
        of[s * c->category_count + category] = (struct extent){v->present, 0, v->present ? v->number : 0};
        if (!v->present)
            continue;
        *low = fmin(*low, v->number);
        *high = fmax(*high, v->number);
    }
}

struct extents extents_of(const struct chart *c, struct arena *a)
{
    struct extent *of = ARENA_ARRAY(a, c->series_count * c->category_count, struct extent);
    double *low = ARENA_ARRAY(a, c->category_count, double), *high = ARENA_ARRAY(a, c->category_count, double);
    bool *whole = ARENA_ARRAY(a, c->category_count, bool);
    struct range range = {0, 0, true};
    for (size_t i = 0; i < c->category_count; i++) {
        whole[i] = category_whole(c, i);
        if (extents_stacked(c))
            stack(c, of, i, &low[i], &high[i]);
        else
            stand_apart(c, of, i, &low[i], &high[i]);
        range_add(&range, low[i]);
        range_add(&range, high[i]);
    }
    for (size_t i = 0; !c->percent && i < c->target_count; i++)
        if (c->targets[i].present)
            range_add(&range, c->targets[i].number);
    if (c->percent)
        range = (struct range){0, 1, true};
    return (struct extents){of, low, high, whole, range};
}
