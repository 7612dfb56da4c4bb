#include <math.h>

#include "chart/across.h"
#include "chart/data.h"
#include "chart/hatch.h"
#include "chart/polyline.h"
#include "chart/series_ends.h"

/* The stack: boundaries[k][i] lies on top of k series at category i. */
struct stack {
    double **boundaries;
    bool *whole; /* categories for which every series has a value: others have no total, and are gaps */
    struct range range;
};

static struct stack stack_of(const struct plot *p)
{
    const struct chart *c = p->chart;
    struct stack s = {.boundaries = ARENA_ARRAY(p->arena, c->series_count + 1, double *),
                      .whole = ARENA_ARRAY(p->arena, c->category_count, bool),
                      .range = {0, 0, true}};
    for (size_t k = 0; k <= c->series_count; k++)
        s.boundaries[k] = ARENA_ARRAY(p->arena, c->category_count, double);
    for (size_t i = 0; i < c->category_count; i++) {
        s.whole[i] = category_whole(c, i);
        for (size_t k = 0; k < c->series_count; k++) {
            const struct chart_value *v = &c->series[k].values[i];
            s.boundaries[k + 1][i] = s.boundaries[k][i] + (v->present ? v->number : 0);
        }
        double total = s.boundaries[c->series_count][i];
        for (size_t k = 1; c->percent && total > 0 && k <= c->series_count; k++)
            s.boundaries[k][i] /= total;
        if (s.whole[i])
            range_add(&s.range, s.boundaries[c->series_count][i]);
    }
    if (c->percent)
        s.range = (struct range){0, 1, true};
    return s;
}

struct area {
    struct plot *plot;
    struct field field;
    struct stack stack;
    double *x; /* of categories */
};

static double height_at(const struct area *a, size_t boundary, size_t i)
{
    return scale_place(&a->field.y, a->stack.boundaries[boundary][i]);
}

/* Ends of a run of whole categories that starts at `start`. */
static size_t run_end(const struct area *a, size_t start)
{
    size_t end = start;
    while (end < a->plot->chart->category_count && a->stack.whole[end])
        end++;
    return end;
}

/* A run of one category is as wide as a line. */
static void band_path(struct area *a, size_t series, size_t start, size_t end)
{
    cairo_t *cr = a->plot->pen.cr;
    double thin = end - start == 1 ? 1 : 0;
    for (size_t i = start; i < end; i++)
        cairo_line_to(cr, a->x[i] - thin, height_at(a, series + 1, i));
    if (thin > 0)
        cairo_line_to(cr, a->x[start] + thin, height_at(a, series + 1, start));
    for (size_t i = end; i-- > start;)
        cairo_line_to(cr, a->x[i] + thin, height_at(a, series, i));
    if (thin > 0)
        cairo_line_to(cr, a->x[start] - thin, height_at(a, series, start));
    cairo_close_path(cr);
}

static struct point boundary_point(const struct area *a, size_t boundary, size_t i)
{
    return (struct point){a->x[i], height_at(a, boundary, i)};
}

static void hatch_band(struct area *a, size_t series)
{
    struct plot *p = a->plot;
    struct hatching *h = hatching_start(p, hatch_of(series_pattern(p, series)));
    for (size_t i = 0; i < p->chart->category_count; i++) {
        if (!a->stack.whole[i])
            continue;
        size_t end = run_end(a, i);
        hatching_edge(h, boundary_point(a, series, i), boundary_point(a, series + 1, i));
        for (; i + 1 < end; i++) {
            hatching_edge(h, boundary_point(a, series, i), boundary_point(a, series, i + 1));
            hatching_edge(h, boundary_point(a, series + 1, i), boundary_point(a, series + 1, i + 1));
        }
        hatching_edge(h, boundary_point(a, series, i), boundary_point(a, series + 1, i));
    }
    hatching_stroke(h, hatch_line(p, series_color(p, series)));
}

static void fill_band(struct area *a, size_t series)
{
    size_t n = a->plot->chart->category_count;
    for (size_t i = 0; i < n; i++) {
        if (!a->stack.whole[i])
            continue;
        size_t end = run_end(a, i);
        cairo_new_sub_path(a->plot->pen.cr);
        band_path(a, series, i, end);
        i = end;
    }
    pen_fill(&a->plot->pen, series_color(a->plot, series));
    if (series_pattern(a->plot, series) > 0)
        hatch_band(a, series);
}

static void draw_boundary(struct area *a, size_t boundary, struct line_style line)
{
    size_t n = a->plot->chart->category_count;
    struct line_place *places = ARENA_ARRAY(a->plot->arena, n, struct line_place);
    for (size_t i = 0; i < n; i++)
        places[i] = (struct line_place){a->x[i], height_at(a, boundary, i), a->stack.whole[i]};
    polyline_path(a->plot, places, n);
    pen_stroke(&a->plot->pen, line);
}

static void draw_bands(struct area *a)
{
    const struct chart_look *look = a->plot->look;
    size_t n = a->plot->chart->series_count;
    for (size_t k = 0; k < n; k++)
        fill_band(a, k);
    for (size_t k = 1; k < n; k++)
        draw_boundary(a, k, (struct line_style){.color = look->background, .width = 1.5, .round = true});
    draw_boundary(a, n, (struct line_style){.color = look->axis, .width = 1.5, .round = true});
}

static bool last_whole(const struct area *a, size_t *last)
{
    for (size_t i = a->plot->chart->category_count; i-- > 0;)
        if (a->stack.whole[i]) {
            *last = i;
            return true;
        }
    return false;
}

/* The top of the stack at `x`, which lies between category i and the next. */
static double top_between(const struct area *a, size_t i, double x)
{
    size_t top = a->plot->chart->series_count;
    double from = height_at(a, top, i), to = height_at(a, top, i + 1);
    return from + (to - from) * (x - a->x[i]) / (a->x[i + 1] - a->x[i]);
}

/* The highest point of the stack over [left, right], as a place in the frame. */
static double summit(const struct area *a, double left, double right)
{
    size_t n = a->plot->chart->category_count, top = a->plot->chart->series_count;
    double highest = a->field.bottom;
    for (size_t i = 0; i < n; i++) {
        if (a->stack.whole[i] && a->x[i] >= left && a->x[i] <= right)
            highest = fmin(highest, height_at(a, top, i));
        if (i + 1 == n || !a->stack.whole[i] || !a->stack.whole[i + 1])
            continue;
        if (a->x[i] < left && a->x[i + 1] > left)
            highest = fmin(highest, top_between(a, i, left));
        if (a->x[i] < right && a->x[i + 1] > right)
            highest = fmin(highest, top_between(a, i, right));
    }
    return highest;
}

static const struct rich *total_text(const struct plot *p, size_t category, double total)
{
    struct rich_builder *b = rich_builder_start(p->arena, SPAN_NONE);
    rich_builder_rich(b, category_total(p, category, total));
    if (p->chart->unit.len > 0) {
        rich_builder_text(b, STR("\xc2\xa0"), SPAN_NONE, false);
        rich_builder_text(b, p->chart->unit, SPAN_NONE, false);
    }
    return rich_builder_end(b);
}

static bool has_total(const struct chart *c)
{
    return !c->percent && c->series_count > 1;
}

/* The total over the end of the stack, left of its dot, above everything there. */
static void place_total(struct area *a)
{
    struct plot *p = a->plot;
    size_t last;
    if (!has_total(p->chart) || !last_whole(a, &last))
        return;
    double x = a->x[last], y = height_at(a, p->chart->series_count, last);
    const struct rich *text = total_text(p, last, a->stack.boundaries[p->chart->series_count][last]);
    double width = text_width(p, text, CHART_FIGURE), size = text_size(p, CHART_FIGURE);
    pen_disc(&p->pen, (struct point){x, y}, 4, p->look->axis);
    double end = x - 12;
    double base = y + 0.1 * size;
    /* On a slope the words may stand beside the dot, otherwise above the stack. */
    if (summit(a, end - width, end) < base + 0.3 * size)
        base = summit(a, end - width, x) - 0.3 * size - 4;
    struct label label = {text, CHART_FIGURE, p->look->strong, end, base, CHART_END};
    label_place(p, &label);
}

static void name_series(struct area *a, const struct series_ends *ends)
{
    struct plot *p = a->plot;
    size_t last, n = p->chart->series_count;
    if (ends->width <= 0 || !last_whole(a, &last))
        return;
    double *at = ARENA_ARRAY(p->arena, n, double);
    for (size_t k = 0; k < n; k++)
        at[k] = (height_at(a, k, last) + height_at(a, k + 1, last)) / 2;
    series_ends_place(p, ends, at, a->x[last], a->field.top, a->field.bottom);
}

/* The words of the total stand over the highest stack. */
static void leave_headroom(struct area *a)
{
    double room = 1.6 * text_size(a->plot, CHART_FIGURE) / a->plot->frame.height;
    if (has_total(a->plot->chart) && room < 0.5)
        a->stack.range.high *= 1 + room;
}

bool draw_area(struct plot *p)
{
    struct area a = {.plot = p, .stack = stack_of(p)};
    leave_headroom(&a);
    struct series_ends ends = series_ends_fit(p, 0.85 * p->frame.height, true);
    if (!field_open(p, &a.field, axis_range(a.stack.range, true), ends.width, false))
        return false;
    a.x = ARENA_ARRAY(p->arena, p->chart->category_count, double);
    for (size_t i = 0; i < p->chart->category_count; i++)
        a.x[i] = across_place(&a.field.x, p->chart, i);
    draw_bands(&a);
    axis_base(p, (struct point){a.field.x.left, a.field.bottom},
              (struct point){a.field.x.left + a.field.x.width, a.field.bottom});
    name_series(&a, &ends);
    place_total(&a);
    return true;
}
