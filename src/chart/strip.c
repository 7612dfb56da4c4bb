#include <math.h>

#include "chart/lanes.h"

static const double largest = 4, smallest = 0.8, filled = 0.5;

/* A radius at which the dots of the fullest lane cover at most half of it. */
static double radius_of(const struct plot *p, const struct lanes *lanes)
{
    size_t most = 1;
    for (size_t s = 0; s < p->chart->series_count; s++)
        most = p->chart->series[s].value_count > most ? p->chart->series[s].value_count : most;
    double area = filled * (lanes->right - lanes->left) * lanes->rows.pitch;
    double radius = sqrt(area / (double)most) / 2;
    return fmin(fmax(radius, smallest), fmin(largest, lanes->rows.pitch / 4));
}

struct dot {
    double x, offset;
};

static bool is_free(const struct dot *dots, size_t count, struct dot dot, double radius)
{
    for (size_t i = count; i-- > 0 && dot.x - dots[i].x < 2 * radius;)
        if (hypot(dot.x - dots[i].x, dot.offset - dots[i].offset) < 2 * radius - 1e-6)
            return false;
    return true;
}

/* The offset next to the middle of the lane at which the dot meets no other; where there is none, dots lie on each other. */
static double free_offset(const struct dot *dots, size_t count, double x, double radius, double most)
{
    double step = radius / 2;
    size_t tries = (size_t)floor(most / step);
    for (size_t i = 0; i <= tries; i++) {
        double away = (double)i * step;
        if (is_free(dots, count, (struct dot){x, -away}, radius))
            return -away;
        if (is_free(dots, count, (struct dot){x, away}, radius))
            return away;
    }
    return fmod((double)count * 0.618033988749895, 1) * 2 * most - most;
}

static void draw_lane(struct plot *p, const struct lanes *lanes, size_t series, double radius)
{
    size_t count;
    double *sorted = lanes_sorted(p, series, &count), middle = rows_middle(&lanes->rows, series);
    double most = fmax(lanes->rows.pitch / 2 - radius - 2, 0);
    struct dot *dots = ARENA_ARRAY(p->arena, count, struct dot);
    for (size_t i = 0; i < count; i++) {
        double x = scale_place(&lanes->scale, sorted[i]);
        dots[i] = (struct dot){x, free_offset(dots, i, x, radius, most)};
        cairo_new_sub_path(p->pen.cr);
        cairo_arc(p->pen.cr, x, middle + dots[i].offset, radius, 0, 2 * M_PI);
        cairo_close_path(p->pen.cr);
    }
    pen_fill(&p->pen, p->look->plain);
    if (count < 2)
        return;
    double median = scale_place(&lanes->scale, quantile(sorted, count, 0.5)), half = lanes->rows.pitch / 2 - 2;
    pen_line(&p->pen, (struct point){median, middle - half}, (struct point){median, middle + half},
             (struct line_style){.color = p->look->highlight, .width = 2});
}

/* Dots side by side, a beeswarm, with a line at the median of each lane. */
bool draw_strip(struct plot *p)
{
    struct lanes lanes;
    if (!lanes_open(p, &lanes))
        return false;
    double radius = radius_of(p, &lanes);
    for (size_t s = 0; s < p->chart->series_count; s++)
        draw_lane(p, &lanes, s, radius);
    return true;
}
