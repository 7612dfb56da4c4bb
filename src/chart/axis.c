#include <math.h>
#include <stdio.h>

#include "chart/axis.h"

/* Below that, a range is rounding, not data. */
static const double negligible = 1e-12;

struct range axis_range(struct range values, bool from_zero)
{
    struct range r = values.any ? values : (struct range){0, 1, true};
    bool near_zero = fmin(fabs(r.low), fabs(r.high)) <= r.high - r.low;
    if (from_zero || near_zero || r.low == r.high) {
        r.low = fmin(r.low, 0);
        r.high = fmax(r.high, 0);
    }
    if (r.high - r.low < negligible)
        r.high = r.low + 1;
    return r;
}

struct ticks axis_ticks(const struct plot *p, struct range values, double length)
{
    double wanted = fmin(fmax(floor(length / TICK_DISTANCE) + 1, 2), 8);
    if (p->chart->logarithmic)
        return ticks_logarithmic(values.low, values.high, (size_t)wanted);
    return ticks_round(values.low, values.high, (size_t)wanted);
}

struct scale axis_scale(const struct plot *p, const struct ticks *ticks, double from, double to)
{
    return (struct scale){ticks->at[0], ticks->at[ticks->count - 1], from, to, p->chart->logarithmic};
}

const struct rich *tick_text(const struct plot *p, const struct ticks *ticks, size_t i)
{
    return p->chart->percent ? share_text(p, ticks->at[i]) : number_text(p, ticks->at[i]);
}

double axis_label_width(const struct plot *p, const struct ticks *ticks)
{
    double widest = 0;
    for (size_t i = 0; i < ticks->count; i++)
        widest = fmax(widest, text_width(p, tick_text(p, ticks, i), CHART_TICK));
    return widest;
}

static struct line_style grid_line(const struct plot *p)
{
    return (struct line_style){.color = p->look->grid, .width = 0.75};
}

void axis_rows(struct plot *p, const struct ticks *ticks, const struct scale *scale, double left, double right)
{
    for (size_t i = 0; i < ticks->count; i++) {
        double y = scale_place(scale, ticks->at[i]);
        pen_line(&p->pen, (struct point){left, y}, (struct point){right, y}, grid_line(p));
        struct label label = {.text = tick_text(p, ticks, i),
                              .role = CHART_TICK,
                              .color = p->look->quiet,
                              .x = left - GAP,
                              .y = y + text_drop(p, CHART_TICK),
                              .anchor = CHART_END};
        label_place(p, &label);
    }
}

double axis_columns_height(const struct plot *p)
{
    return text_size(p, CHART_TICK) + GAP;
}

void axis_columns(struct plot *p, const struct ticks *ticks, const struct scale *scale, double top, double bottom)
{
    for (size_t i = 0; i < ticks->count; i++) {
        double x = scale_place(scale, ticks->at[i]);
        pen_line(&p->pen, (struct point){x, top}, (struct point){x, bottom}, grid_line(p));
        struct label label = {.text = tick_text(p, ticks, i),
                              .role = CHART_TICK,
                              .color = p->look->quiet,
                              .x = x,
                              .y = bottom + GAP + 0.7 * text_size(p, CHART_TICK),
                              .anchor = CHART_MIDDLE};
        label_keep_inside(p, &label);
        label_place(p, &label);
    }
}

void axis_base(struct plot *p, struct point from, struct point to)
{
    pen_line(&p->pen, from, to, (struct line_style){.color = p->look->axis, .width = 1.5});
}
