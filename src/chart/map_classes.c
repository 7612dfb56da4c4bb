/* Classes of a map's values: natural breaks, W. D. Fisher, "On Grouping for Maximum Homogeneity" (1958). */
#include <math.h>
#include <stdlib.h>

#include "chart/map_plot.h"

static int by_number(const void *a, const void *b)
{
    const struct chart_value *const *x = a, *const *y = b;
    return ((*x)->number > (*y)->number) - ((*x)->number < (*y)->number);
}

/* Sums of the sorted values up to each, from which the spread of any run of them follows. */
struct sums {
    const struct chart_value **values;
    double *sum, *squares;
    size_t count;
};

static struct sums sort_values(const struct map_plot *m)
{
    const struct chart_series *series = &m->plot->chart->series[0];
    struct arena *a = m->plot->arena;
    struct sums s = {ARENA_ARRAY(a, series->value_count + 1, const struct chart_value *),
                     ARENA_ARRAY(a, series->value_count + 1, double), ARENA_ARRAY(a, series->value_count + 1, double),
                     0};
    double largest = 0;
    for (size_t i = 0; i < series->value_count; i++)
        if (series->values[i].present) {
            s.values[s.count++] = &series->values[i];
            largest = fmax(largest, fabs(series->values[i].number));
        }
    qsort(s.values, s.count, sizeof(struct chart_value *), by_number);
    for (size_t i = 0; i < s.count; i++) {
        double x = largest > 0 ? s.values[i]->number / largest : 0;
        s.sum[i + 1] = s.sum[i] + x;
        s.squares[i + 1] = s.squares[i] + x * x;
    }
    return s;
}

/* Squared deviations of values [from, to) from their mean. */
static double spread(const struct sums *s, size_t from, size_t to)
{
    double sum = s->sum[to] - s->sum[from];
    return fmax(0, s->squares[to] - s->squares[from] - sum * sum / (double)(to - from));
}

static size_t count_distinct(const struct sums *s)
{
    size_t distinct = 0;
    for (size_t i = 0; i < s->count; i++)
        distinct += i == 0 || s->values[i]->number > s->values[i - 1]->number ? 1 : 0;
    return distinct;
}

/* Best division of the first `to` values into one class more than `before` is for; equal values stay together. */
static void add_class(const struct sums *s, const double *before, double *after, size_t *starts)
{
    for (size_t to = 1; to <= s->count; to++) {
        after[to] = HUGE_VAL;
        for (size_t from = 1; from < to; from++) {
            if (s->values[from]->number <= s->values[from - 1]->number)
                continue;
            double cost = before[from] + spread(s, from, to);
            if (cost < after[to]) {
                after[to] = cost;
                starts[to] = from;
            }
        }
    }
}

/* Where each of `count` classes starts. */
static void find_breaks(const struct map_plot *m, const struct sums *s, size_t *breaks, size_t count)
{
    struct arena *a = m->plot->arena;
    size_t row = s->count + 1;
    double *cost = ARENA_ARRAY(a, count * row, double);
    size_t *starts = ARENA_ARRAY(a, count * row, size_t);
    for (size_t to = 1; to <= s->count; to++)
        cost[to] = spread(s, 0, to);
    for (size_t k = 1; k < count; k++)
        add_class(s, cost + (k - 1) * row, cost + k * row, starts + k * row);
    size_t to = s->count;
    for (size_t k = count; k-- > 0;) {
        breaks[k] = k > 0 ? starts[k * row + to] : 0;
        to = breaks[k];
    }
}

static void find_natural(struct map_plot *m)
{
    struct sums s = sort_values(m);
    size_t distinct = count_distinct(&s), shades = m->plot->look->sequence_count;
    m->class_count = distinct < shades ? distinct : shades;
    m->classes = ARENA_ARRAY(m->plot->arena, m->class_count + 1, struct map_class);
    size_t *breaks = ARENA_ARRAY(m->plot->arena, m->class_count + 1, size_t);
    find_breaks(m, &s, breaks, m->class_count);
    breaks[m->class_count] = s.count;
    for (size_t k = 0; k < m->class_count; k++) {
        const struct chart_value *low = s.values[breaks[k]], *high = s.values[breaks[k + 1] - 1];
        m->classes[k] = (struct map_class){.bounds = {*low, *high, false}, .from = low->number};
        m->classes[k].bounds.high.present = high->number > low->number;
    }
}

static void take_given(struct map_plot *m)
{
    m->class_count = m->places->class_count;
    m->classes = ARENA_ARRAY(m->plot->arena, m->class_count, struct map_class);
    for (size_t k = 0; k < m->class_count; k++)
        m->classes[k] = (struct map_class){.bounds = m->places->classes[k], .from = (double)k};
}

void map_classes_find(struct map_plot *m)
{
    const struct chart_look *look = m->plot->look;
    if (m->places->class_count > 0)
        take_given(m);
    else
        find_natural(m);
    size_t last = look->sequence_count - 1;
    for (size_t k = 0; k < m->class_count; k++)
        m->classes[k].fill =
            look->sequence[m->class_count > 1 ? (2 * k * last + m->class_count - 1) / (2 * (m->class_count - 1))
                                              : last / 2];
}

size_t map_class_of(const struct map_plot *m, const struct chart_value *value)
{
    size_t k = 0;
    while (k + 1 < m->class_count && value->number >= m->classes[k + 1].from)
        k++;
    return k;
}
