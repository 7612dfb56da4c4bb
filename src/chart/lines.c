#include <math.h>

#include "chart/across.h"
#include "chart/data.h"
#include "chart/polyline.h"
#include "chart/series_ends.h"
#include "chart/stroke.h"

static struct range values_range(const struct chart *c)
{
    struct range r = {0};
    for (size_t s = 0; s < c->series_count; s++)
        range_add_series(&r, &c->series[s]);
    for (size_t i = 0; i < c->target_count; i++)
        if (c->targets[i].present && (!c->logarithmic || c->targets[i].number > 0))
            range_add(&r, c->targets[i].number);
    return r;
}

static struct line_place *series_places(const struct plot *p, const struct field *f, size_t series)
{
    const struct chart_series *s = &p->chart->series[series];
    struct line_place *places = ARENA_ARRAY(p->arena, s->value_count, struct line_place);
    for (size_t i = 0; i < s->value_count; i++)
        if (s->values[i].present)
            places[i] =
                (struct line_place){across_place(&f->x, p->chart, i), scale_place(&f->y, s->values[i].number), true};
    return places;
}

/* Markers where they leave the line visible; always on a value that stands alone. */
static void draw_series(struct plot *p, const struct field *f, size_t series, double *end)
{
    size_t n = p->chart->series[series].value_count;
    struct color color = series_line_color(p, series);
    struct line_place *places = series_places(p, f, series);
    polyline_path(p, places, n);
    pen_stroke(&p->pen, series_line(color, series));
    bool sparse = (double)n * 2.5 * MARKER < f->x.width;
    for (size_t i = 0; i < n; i++) {
        if (places[i].present && (sparse || polyline_alone(places, n, i)))
            series_marker(p, (struct point){places[i].x, places[i].y}, series, color);
        if (places[i].present)
            *end = places[i].y;
    }
}

static void draw_target(struct plot *p, const struct field *f)
{
    const struct chart *c = p->chart;
    for (size_t i = 0; i < c->target_count; i++) {
        if (!c->targets[i].present || (c->logarithmic && c->targets[i].number <= 0))
            continue;
        double y = scale_place(&f->y, c->targets[i].number), x = f->x.left, width = f->x.width;
        if (c->target_count > 1) {
            double middle = across_place(&f->x, c, i), right = x + width;
            x = fmax(middle - 8, x);
            width = fmin(middle + 8, right) - x;
        }
        pen_line(&p->pen, (struct point){x, y}, (struct point){x + width, y}, target_line(p));
    }
}

/* The value of a single series at its end and where it is highlighted. */
static void place_values(struct plot *p, const struct field *f)
{
    const struct chart_series *s = &p->chart->series[0];
    for (size_t i = s->value_count; i-- > 0;) {
        bool last = &s->values[i] == series_last(s);
        if (!s->values[i].present || !(last || p->chart->categories[i].highlighted))
            continue;
        double x = across_place(&f->x, p->chart, i), y = scale_place(&f->y, s->values[i].number);
        struct label label = {
            value_text(p, &s->values[i]), CHART_VALUE_STRONG, p->look->strong, x, y - GAP - 2, CHART_MIDDLE};
        double half = text_width(p, label.text, label.role) / 2, right = p->frame.x + p->frame.width;
        if (x + half > right) {
            label.x = right;
            label.anchor = CHART_END;
        }
        label_place(p, &label);
    }
}

bool draw_lines(struct plot *p)
{
    const struct chart *c = p->chart;
    struct range values = values_range(c);
    if (!c->logarithmic)
        values = axis_range(values, false);
    struct series_ends ends = {0};
    if (c->series_count > 1)
        ends = series_ends_fit(p, 0.8 * p->frame.height, true);
    struct field f;
    if (!field_open(p, &f, values, ends.width, true))
        return false;
    axis_base(p, (struct point){f.x.left, f.bottom}, (struct point){f.x.left + f.x.width, f.bottom});
    draw_target(p, &f);
    double *at = ARENA_ARRAY(p->arena, c->series_count, double);
    for (size_t i = 0; i < c->series_count; i++)
        draw_series(p, &f, i, &at[i]);
    if (ends.width > 0)
        series_ends_place(p, &ends, at, f.x.left + f.x.width, f.top, f.bottom);
    if (c->series_count == 1)
        place_values(p, &f);
    return true;
}
