#include "chart/stroke.h"

struct line_style series_line(struct color color, size_t series)
{
    static const struct {
        double dash[4];
        size_t count;
    } dashes[] = {{{0}, 0}, {{7, 3}, 2}, {{2, 2}, 2}, {{8, 2, 2, 2}, 4}, {{12, 4}, 2}, {{4, 2}, 2}};
    size_t i = series % (sizeof dashes / sizeof *dashes);
    struct line_style line = {.color = color, .width = 2, .dash_count = dashes[i].count, .round = true};
    for (size_t d = 0; d < dashes[i].count; d++)
        line.dash[d] = dashes[i].dash[d];
    return line;
}

static void square(cairo_t *cr, struct point c, double half)
{
    cairo_rectangle(cr, c.x - half, c.y - half, 2 * half, 2 * half);
}

static void triangle(cairo_t *cr, struct point c, double half)
{
    cairo_move_to(cr, c.x, c.y - half);
    cairo_line_to(cr, c.x + half, c.y + half);
    cairo_line_to(cr, c.x - half, c.y + half);
    cairo_close_path(cr);
}

void diamond_path(cairo_t *cr, struct point c, double half)
{
    cairo_move_to(cr, c.x, c.y - half);
    cairo_line_to(cr, c.x + half, c.y);
    cairo_line_to(cr, c.x, c.y + half);
    cairo_line_to(cr, c.x - half, c.y);
    cairo_close_path(cr);
}

static void outline(cairo_t *cr, struct point c, double half, size_t form)
{
    switch (form % 4) {
    case 0:
        cairo_new_sub_path(cr);
        cairo_arc(cr, c.x, c.y, half, 0, 6.283185307179586);
        cairo_close_path(cr);
        break;
    case 1:
        square(cr, c, 0.9 * half);
        break;
    case 2:
        triangle(cr, c, half);
        break;
    default:
        diamond_path(cr, c, half);
        break;
    }
}

void series_marker(struct plot *p, struct point at, size_t series, struct color color)
{
    double half = MARKER / 2.0;
    outline(p->pen.cr, at, half, series);
    pen_fill(&p->pen, color);
    bool hollow = series >= 4 || color_contrast(color, p->look->background) < 3;
    if (!hollow)
        return;
    outline(p->pen.cr, at, half - 1.25, series);
    pen_fill(&p->pen, p->look->background);
}

struct line_style target_line(const struct plot *p)
{
    return (struct line_style){.color = p->look->ink, .width = 1.5, .dash = {5, 3}, .dash_count = 2};
}
