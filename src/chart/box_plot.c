#include <math.h>

#include "chart/lanes.h"

enum { FEW = 5, THICKEST = 28 };
static const double fence = 1.5;
static const double dot = 2.5;

/* Tukey's five numbers, whiskers to the last observation within 1.5 times the box. */
struct summary {
    double low, first, median, third, high;
};

static struct summary summary_of(const double *sorted, size_t count)
{
    struct summary s = {.first = quantile(sorted, count, 0.25),
                        .median = quantile(sorted, count, 0.5),
                        .third = quantile(sorted, count, 0.75)};
    double reach = fence * (s.third - s.first);
    s.low = s.first;
    s.high = s.third;
    for (size_t i = 0; i < count; i++) {
        if (sorted[i] >= s.first - reach)
            s.low = fmin(s.low, sorted[i]);
        if (sorted[i] <= s.third + reach)
            s.high = fmax(s.high, sorted[i]);
    }
    return s;
}

static void draw_dot(struct plot *p, const struct lanes *lanes, double value, double middle)
{
    pen_ring(&p->pen, (struct point){scale_place(&lanes->scale, value), middle}, dot, p->look->background,
             (struct line_style){.color = p->look->highlight, .width = 1});
}

static void draw_whisker(struct plot *p, const struct lanes *lanes, double from, double to, double middle)
{
    double x = scale_place(&lanes->scale, from), end = scale_place(&lanes->scale, to);
    struct line_style line = {.color = p->look->axis, .width = 1.5};
    pen_line(&p->pen, (struct point){x, middle}, (struct point){end, middle}, line);
    pen_line(&p->pen, (struct point){end, middle - 4}, (struct point){end, middle + 4}, line);
}

static void draw_box(struct plot *p, const struct lanes *lanes, const struct summary *s, double middle)
{
    double thick = fmin(0.5 * lanes->rows.pitch, THICKEST);
    double from = scale_place(&lanes->scale, s->first), to = scale_place(&lanes->scale, s->third);
    double median = scale_place(&lanes->scale, s->median);
    draw_whisker(p, lanes, s->first, s->low, middle);
    draw_whisker(p, lanes, s->third, s->high, middle);
    mark_rect(p, (struct rect){from, middle - thick / 2, to - from, thick}, p->look->previous, 0);
    pen_line(&p->pen, (struct point){median, middle - thick / 2}, (struct point){median, middle + thick / 2},
             (struct line_style){.color = p->look->highlight, .width = 3});
    struct label label = {number_text(p, s->median), CHART_VALUE_STRONG, p->look->strong, median,
                          middle - thick / 2 - 4,    CHART_MIDDLE};
    if (label_box(p, &label).y >= middle - lanes->rows.pitch / 2)
        label_place(p, &label);
}

/* Few observations are shown themselves: quartiles of four would be made up. */
static void draw_lane(struct plot *p, const struct lanes *lanes, size_t series)
{
    size_t count;
    double *sorted = lanes_sorted(p, series, &count), middle = rows_middle(&lanes->rows, series);
    struct summary s = summary_of(sorted, count);
    if (count >= FEW)
        draw_box(p, lanes, &s, middle);
    for (size_t i = 0; i < count; i++)
        if (count < FEW || sorted[i] < s.low || sorted[i] > s.high)
            draw_dot(p, lanes, sorted[i], middle);
}

bool draw_boxes(struct plot *p)
{
    struct lanes lanes;
    if (!lanes_open(p, &lanes))
        return false;
    for (size_t s = 0; s < p->chart->series_count; s++)
        draw_lane(p, &lanes, s);
    return true;
}
