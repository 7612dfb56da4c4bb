#include <math.h>

#include "chart/plot.h"

enum {
    COMFORTABLE = 120,
    LEAST_WIDTH = 48,
    ARROW = 24,
    PADDING = 12,
    RULE = 3,
    LOWEST = 96,
    MOST_LINES = 8,
    ROW_GAP = 24
};

struct steps {
    struct plot *plot;
    size_t columns, rows;
    double width, height; /* of a step */
    bool figures;         /* the chart has some */
};

static struct rect step_box(const struct steps *s, size_t i)
{
    struct rect f = s->plot->frame;
    size_t row = i / s->columns, column = i % s->columns;
    return (struct rect){f.x + (double)column * (s->width + ARROW), f.y + (double)row * (s->height + ROW_GAP), s->width,
                         s->height};
}

static void draw_arrow(struct plot *p, double left, double middle)
{
    struct line_style line = {.color = p->look->axis, .width = 1.5};
    double from = left + 4, to = left + ARROW - 4;
    pen_line(&p->pen, (struct point){from, middle}, (struct point){to, middle}, line);
    cairo_move_to(p->pen.cr, to - 5, middle - 5);
    cairo_line_to(p->pen.cr, to, middle);
    cairo_line_to(p->pen.cr, to - 5, middle + 5);
    pen_stroke(&p->pen, line);
}

/* The step's figure, or its number where the chart has no figures. */
static const struct rich *head_text(const struct steps *s, size_t i)
{
    const struct plot *p = s->plot;
    if (!s->figures)
        return number_text(p, (double)(i + 1));
    const struct chart_value *value = &p->chart->series[0].values[i];
    return value->present ? value_text(p, value) : NULL;
}

static void write_step(struct steps *s, size_t i, struct rect box, struct color fill)
{
    struct plot *p = s->plot;
    bool plain = !p->chart->categories[i].highlighted;
    struct color strong = plain ? p->look->strong : color_on(p, fill);
    double y = box.y + PADDING, x = box.x + PADDING, room = box.width - 2 * PADDING;
    const struct rich *head = head_text(s, i);
    if (head) {
        enum chart_role role = text_width(p, head, CHART_FIGURE) <= room ? CHART_FIGURE : CHART_VALUE_STRONG;
        struct label label = {head, role, strong, x, y + text_rise(p, role), CHART_START};
        if (text_width(p, head, role) <= room && label_place(p, &label))
            y += 1.3 * text_size(p, role);
    }
    double line = 1.3 * text_size(p, CHART_LABEL), left = box.y + box.height - y - 4;
    size_t lines = left >= line ? (size_t)floor(left / line) : 0;
    if (lines == 0)
        return;
    struct wrapped name = text_wrap(p, p->chart->categories[i].label, CHART_LABEL, room, lines);
    for (size_t n = 0; n < name.count; n++) {
        struct label label = {name.lines[n],
                              CHART_LABEL,
                              plain ? p->look->ink : color_on(p, fill),
                              x,
                              y + 0.86 * text_size(p, CHART_LABEL) + (double)n * line,
                              CHART_START};
        label_place(p, &label);
    }
}

static void draw_step(struct steps *s, size_t i)
{
    struct plot *p = s->plot;
    struct rect box = step_box(s, i);
    bool highlighted = p->chart->categories[i].highlighted;
    struct color fill = highlighted ? p->look->highlight : p->look->track;
    pen_rect(&p->pen, box, fill);
    pen_rect(&p->pen, (struct rect){box.x, box.y, box.width, RULE}, p->look->highlight);
    if (i + 1 < p->chart->category_count && i % s->columns + 1 < s->columns)
        draw_arrow(p, box.x + box.width, box.y + box.height / 2);
    write_step(s, i, box, fill);
}

static bool has_figures(const struct chart *c)
{
    for (size_t i = 0; c->series_count > 0 && i < c->category_count; i++)
        if (c->series[0].values[i].present)
            return true;
    return false;
}

/* As high as the step with the most lines. */
static double wanted_height(const struct steps *s)
{
    const struct plot *p = s->plot;
    size_t most = 1;
    for (size_t i = 0; i < p->chart->category_count; i++) {
        struct wrapped name =
            text_wrap(p, p->chart->categories[i].label, CHART_LABEL, s->width - 2 * PADDING, MOST_LINES);
        most = name.count > most ? name.count : most;
    }
    double lines = 1.3 * text_size(p, CHART_LABEL) * (double)most;
    return fmax(2 * PADDING + 1.3 * text_size(p, CHART_FIGURE) + lines, LOWEST);
}

/* As few rows as leave each step a comfortable width, then equal rows. */
static void lay_out(struct steps *s)
{
    struct rect f = s->plot->frame;
    size_t n = s->plot->chart->category_count;
    double most = fmax(floor((f.width + ARROW) / (COMFORTABLE + ARROW)), 1);
    s->rows = (size_t)ceil((double)n / most);
    s->columns = (n + s->rows - 1) / s->rows;
    s->width = (f.width + ARROW) / (double)s->columns - ARROW;
    s->figures = has_figures(s->plot->chart);
    s->height = fmin((f.height + ROW_GAP) / (double)s->rows - ROW_GAP, wanted_height(s));
}

bool draw_steps(struct plot *p)
{
    struct steps s = {.plot = p};
    lay_out(&s);
    if (s.width < LEAST_WIDTH || s.height < text_size(p, CHART_LABEL) + 2 * PADDING)
        return false;
    for (size_t i = 0; i < p->chart->category_count; i++)
        draw_step(&s, i);
    return true;
}
