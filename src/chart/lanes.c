#include <math.h>
#include <stdlib.h>

#include "chart/data.h"
#include "chart/lanes.h"

enum { LEAST = 24, HIGHEST = 80 };

static int by_number(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double *lanes_sorted(const struct plot *p, size_t series, size_t *count)
{
    const struct chart_series *s = &p->chart->series[series];
    double *sorted = ARENA_ARRAY(p->arena, s->value_count, double);
    *count = 0;
    for (size_t i = 0; i < s->value_count; i++)
        if (s->values[i].present)
            sorted[(*count)++] = s->values[i].number;
    qsort(sorted, *count, sizeof *sorted, by_number);
    return sorted;
}

double quantile(const double *sorted, size_t count, double share)
{
    double at = share * (double)(count - 1);
    size_t below = (size_t)floor(at);
    if (below + 1 >= count)
        return sorted[count - 1];
    return sorted[below] + (at - (double)below) * (sorted[below + 1] - sorted[below]);
}

static struct range all_values(const struct plot *p)
{
    struct range r = {0};
    for (size_t s = 0; s < p->chart->series_count; s++)
        range_add_series(&r, &p->chart->series[s]);
    return p->chart->logarithmic ? r : axis_range(r, false);
}

bool lanes_open(struct plot *p, struct lanes *lanes)
{
    lanes->rows = rows_of_series(p);
    double height = p->frame.height - axis_columns_height(p);
    double pitch = fmin(height / (double)lanes->rows.count, HIGHEST);
    if (pitch < 8)
        return false;
    rows_fit(p, &lanes->rows, p->frame.y, pitch);
    lanes->left = p->frame.x + lanes->rows.width + (lanes->rows.width > 0 ? GAP : 0) + 4;
    lanes->right = p->frame.x + p->frame.width - GAP;
    if (lanes->right - lanes->left < LEAST)
        return false;
    struct ticks ticks = axis_ticks(p, all_values(p), lanes->right - lanes->left);
    lanes->scale = axis_scale(p, &ticks, lanes->left, lanes->right);
    double bottom = p->frame.y + pitch * (double)lanes->rows.count;
    axis_columns(p, &ticks, &lanes->scale, p->frame.y, bottom);
    axis_base(p, (struct point){lanes->left, bottom}, (struct point){lanes->right, bottom});
    for (size_t i = 0; i < lanes->rows.count; i++)
        rows_name(p, &lanes->rows, i, lanes->left - GAP - 4, rows_middle(&lanes->rows, i));
    return true;
}
