#include <math.h>

#include "chart/axis.h"
#include "chart/data.h"
#include "chart/rows.h"
#include "chart/stroke.h"

enum { HIGHEST = 56, THICKEST = 28, DIAMOND = 7, LEAST = 48 };

struct timeline {
    struct plot *plot;
    struct rows rows;
    struct scale days;
};

static struct range days_range(const struct chart *c)
{
    struct range r = {0};
    for (size_t i = 0; i < c->category_count; i++) {
        range_add(&r, c->series[0].values[i].number);
        if (phase_end(c, i))
            range_add(&r, phase_end(c, i)->number);
    }
    if (r.high - r.low < 1)
        r.high = r.low + 1;
    return r;
}

/* Its dates as the author printed them: in the bar, behind it or before it. */
static void place_dates(struct timeline *t, size_t i, struct rect bar, struct color fill)
{
    struct plot *p = t->plot;
    const struct chart_value *start = &p->chart->series[0].values[i], *end = phase_end(p->chart, i);
    if (start->text.len == 0)
        return;
    struct rich_builder *b = rich_builder_start(p->arena, start->at);
    rich_builder_rich(b, value_text(p, start));
    if (end && end->text.len > 0 && end->number != start->number) {
        rich_builder_text(b, STR(" – "), SPAN_NONE, false);
        rich_builder_rich(b, value_text(p, end));
    }
    struct label label = {rich_builder_end(b),
                          CHART_TICK,
                          color_on(p, fill),
                          bar.x + bar.width / 2,
                          bar.y + bar.height / 2 + text_drop(p, CHART_TICK),
                          CHART_MIDDLE};
    if (text_width(p, label.text, CHART_TICK) + 2 * GAP <= bar.width && label_place(p, &label))
        return;
    label.color = p->look->ink;
    label.x = bar.x + bar.width + GAP;
    label.anchor = CHART_START;
    if (label_place(p, &label))
        return;
    label.x = bar.x - GAP;
    label.anchor = CHART_END;
    label_place(p, &label);
}

static void draw_phase(struct timeline *t, size_t i)
{
    struct plot *p = t->plot;
    const struct chart_value *end = phase_end(p->chart, i);
    double from = scale_place(&t->days, p->chart->series[0].values[i].number), middle = rows_middle(&t->rows, i);
    double to = end ? scale_place(&t->days, end->number) : from, thick = fmin(0.6 * t->rows.pitch, THICKEST);
    struct rect bar = {from, middle - thick / 2, fmax(to - from, end ? 1.5 : 0), thick};
    struct color fill = p->chart->categories[i].highlighted ? p->look->highlight : p->look->plain;
    if (end)
        mark_rect(p, bar, fill, 0);
    else {
        diamond_path(p->pen.cr, (struct point){from, middle}, fmin(DIAMOND, t->rows.pitch / 2));
        pen_fill(&p->pen, p->look->highlight);
        bar = (struct rect){from - DIAMOND, middle - thick / 2, 2 * DIAMOND, thick};
    }
    place_dates(t, i, bar, fill);
}

static void draw_grid(struct timeline *t, double bottom)
{
    struct plot *p = t->plot;
    for (size_t i = 1; i < t->rows.count; i++) {
        double y = t->rows.top + (double)i * t->rows.pitch;
        pen_line(&p->pen, (struct point){t->days.from, y}, (struct point){t->days.to, y},
                 (struct line_style){.color = p->look->grid, .width = 0.75});
    }
    axis_base(p, (struct point){t->days.from, bottom}, (struct point){t->days.to, bottom});
    axis_dates(p, &t->days, bottom);
}

bool draw_timeline(struct plot *p)
{
    struct timeline t = {.plot = p, .rows = rows_of_categories(p)};
    double below = 2 * text_size(p, CHART_TICK);
    double pitch = fmin((p->frame.height - below) / (double)t.rows.count, HIGHEST);
    if (pitch < 4)
        return false;
    rows_fit(p, &t.rows, p->frame.y, pitch);
    double left = p->frame.x + t.rows.width + GAP + DIAMOND, right = p->frame.x + p->frame.width - DIAMOND;
    if (right - left < LEAST)
        return false;
    struct range r = days_range(p->chart);
    t.days = (struct scale){r.low, r.high, left, right, false};
    draw_grid(&t, p->frame.y + pitch * (double)t.rows.count);
    for (size_t i = 0; i < t.rows.count; i++) {
        draw_phase(&t, i);
        rows_name(p, &t.rows, i, left - GAP - DIAMOND, rows_middle(&t.rows, i));
    }
    return true;
}
