#include <math.h>

#include "chart/bands.h"
#include "chart/stroke.h"

enum { WIDEST_GAP = 10 };

void bands_spread(struct bands *b, double start, double length, double widest)
{
    b->start = start;
    b->pitch = length / (double)b->slots.count;
    double gap = fmin(0.27 * b->pitch, WIDEST_GAP);
    b->width = fmin(b->pitch - gap, widest);
}

double bands_middle(const struct bands *b, size_t category)
{
    return b->start + ((double)b->slots.of[category] + 0.5) * b->pitch;
}

struct rect bands_bar(const struct bands *b, size_t series, size_t category)
{
    const struct chart *c = b->plot->chart;
    const struct extent *e = extent_at(&b->extents, c, series, category);
    double from = scale_place(&b->scale, e->from), to = scale_place(&b->scale, e->to);
    double width = b->width, along = bands_middle(b, category) - width / 2;
    if (!extents_stacked(c)) {
        width /= (double)c->series_count;
        along += width * (double)series;
    }
    double low = fmin(from, to), length = fabs(to - from);
    return b->upright ? (struct rect){along, low, width, length} : (struct rect){low, along, length, width};
}

struct color bands_color(const struct bands *b, size_t series, size_t category)
{
    const struct chart *c = b->plot->chart;
    if (c->series_count == 1 && c->categories[category].highlighted)
        return b->plot->look->highlight;
    return series_color(b->plot, series);
}

/* A line of the background where one part of a stack ends and the next begins. */
static void part(struct bands *b, struct rect bar, bool towards_low)
{
    struct plot *p = b->plot;
    struct line_style line = {.color = p->look->background, .width = 1.5};
    double x = towards_low ? bar.x : bar.x + bar.width, y = towards_low ? bar.y : bar.y + bar.height;
    if (b->upright)
        pen_line(&p->pen, (struct point){bar.x, y}, (struct point){bar.x + bar.width, y}, line);
    else
        pen_line(&p->pen, (struct point){x, bar.y}, (struct point){x, bar.y + bar.height}, line);
}

/* Neighbours in a group are parted too, by a hair less than their bars. */
static struct rect drawn_bar(const struct bands *b, struct rect bar)
{
    size_t n = b->plot->chart->series_count;
    double breadth = b->upright ? bar.width : bar.height;
    if (extents_stacked(b->plot->chart) || n == 1 || breadth < 4)
        return bar;
    return b->upright ? rect_inset(bar, 0, 0.75, 0, 0.75) : rect_inset(bar, 0.75, 0, 0.75, 0);
}

static void draw_bar(struct bands *b, size_t series, size_t category)
{
    const struct chart *c = b->plot->chart;
    const struct extent *e = extent_at(&b->extents, c, series, category);
    if (!e->present)
        return;
    struct rect bar = bands_bar(b, series, category);
    mark_rect(b->plot, drawn_bar(b, bar), bands_color(b, series, category), series_pattern(b->plot, series));
    double length = b->upright ? bar.height : bar.width;
    if (extents_stacked(c) && e->from != 0 && length > 3)
        part(b, bar, b->upright ? e->to < e->from : e->to > e->from);
}

struct rect bands_target(const struct bands *b, size_t category)
{
    double at = scale_place(&b->scale, target_at(b->plot->chart, category)->number);
    double reach = fmin(b->width / 2 + 4, b->pitch / 2), middle = bands_middle(b, category);
    if (b->upright)
        return (struct rect){middle - reach, at, 2 * reach, 0};
    return (struct rect){at, middle - reach, 0, 2 * reach};
}

static void draw_target(struct bands *b, struct rect line)
{
    pen_line(&b->plot->pen, (struct point){line.x, line.y}, (struct point){line.x + line.width, line.y + line.height},
             target_line(b->plot));
}

static void draw_targets_across(struct bands *b)
{
    const struct chart *c = b->plot->chart;
    if (c->percent || !has_targets(c))
        return;
    if (c->target_count == 1) {
        struct rect line = bands_target(b, 0);
        double length = b->pitch * (double)b->slots.count;
        draw_target(b, b->upright ? (struct rect){b->start, line.y, length, 0}
                                  : (struct rect){line.x, b->start, 0, length});
        return;
    }
    for (size_t i = 0; i < c->category_count; i++)
        if (target_at(c, i))
            draw_target(b, bands_target(b, i));
}

void bands_draw(struct bands *b)
{
    const struct chart *c = b->plot->chart;
    for (size_t i = 0; i < c->category_count; i++)
        for (size_t s = 0; s < c->series_count; s++)
            draw_bar(b, s, i);
    draw_targets_across(b);
}
