#include <math.h>

#include "chart/axis.h"
#include "chart/data.h"
#include "chart/hatch.h"
#include "chart/rows.h"

enum { KEY = 12, LEAST_CELL = 6, HIGHEST = 56 };

/* Classes of equal width between round numbers, as many as there are shades at most. */
struct classes {
    struct ticks bounds;
    size_t count;
};
struct matrix {
    struct plot *plot;
    struct classes classes;
    struct rows rows;
    struct names names;
    double left, width; /* of a cell */
    double bottom;
    bool written; /* every value fits in its cell */
};

static struct classes classes_of(const struct plot *p)
{
    const struct chart *c = p->chart;
    struct range r = {0};
    for (size_t s = 0; s < c->series_count; s++)
        range_add_series(&r, &c->series[s]);
    r = axis_range(r, false);
    struct classes k = {0};
    for (size_t wanted = p->look->sequence_count + 1; wanted >= 2; wanted--) {
        k.bounds = ticks_round(r.low, r.high, wanted);
        k.count = k.bounds.count - 1;
        if (k.count <= p->look->sequence_count)
            break;
    }
    return k;
}

static struct color shade(const struct matrix *m, size_t class)
{
    const struct chart_look *look = m->plot->look;
    size_t last = look->sequence_count - 1;
    if (m->classes.count <= 1)
        return look->sequence[last / 2];
    size_t i = class * last / (m->classes.count - 1);
    return look->sequence[i < last ? i : last];
}

static size_t class_of(const struct matrix *m, double number)
{
    size_t class = 0;
    while (class + 1 < m->classes.count && number >= m->classes.bounds.at[class + 1])
        class ++;
    return class;
}

static struct rect cell(const struct matrix *m, size_t row, size_t column)
{
    struct rect r = {m->left + (double)column * m->width, m->rows.top + (double)row * m->rows.pitch, m->width,
                     m->rows.pitch};
    return rect_inset(r, 1, 1, 1, 1);
}

static bool fits(const struct matrix *m)
{
    const struct chart *c = m->plot->chart;
    if (m->rows.pitch < text_size(m->plot, CHART_VALUE) + 2)
        return false;
    for (size_t s = 0; s < c->series_count; s++)
        for (size_t i = 0; i < c->category_count; i++)
            if (c->series[s].values[i].present &&
                text_width(m->plot, value_text(m->plot, &c->series[s].values[i]), CHART_VALUE) > m->width - 4)
                return false;
    return true;
}

static void draw_cell(struct matrix *m, size_t row, size_t column)
{
    struct plot *p = m->plot;
    const struct chart_value *v = &p->chart->series[row].values[column];
    struct rect r = cell(m, row, column);
    if (!v->present) {
        hatch_rect(p, r, hatch_of(1), (struct line_style){.color = p->look->quiet, .width = 0.75});
        return;
    }
    struct color fill = shade(m, class_of(m, v->number));
    pen_rect(&p->pen, r, fill);
    pen_frame(&p->pen, r, (struct line_style){.color = p->look->outline, .width = 0.75});
    struct label label = {value_text(p, v),
                          CHART_VALUE,
                          color_on(p, fill),
                          r.x + r.width / 2,
                          r.y + r.height / 2 + text_drop(p, CHART_VALUE),
                          CHART_MIDDLE};
    if (m->written)
        label_place(p, &label);
}

/* The shades with the numbers between them. */
static double draw_key(struct matrix *m)
{
    struct plot *p = m->plot;
    double widest = axis_label_width(p, &m->classes.bounds) + GAP;
    double step = fmin(fmax(widest, 32), p->frame.width / (double)(m->classes.count + 1));
    double left = p->frame.x + step / 2, top = p->frame.y;
    for (size_t i = 0; i <= m->classes.count; i++) {
        struct rect r = {left + (double)i * step, top, step, KEY};
        if (i < m->classes.count) {
            pen_rect(&p->pen, r, shade(m, i));
            pen_frame(&p->pen, r, (struct line_style){.color = p->look->outline, .width = 0.75});
        }
        struct label label = {tick_text(p, &m->classes.bounds, i),      CHART_TICK,  p->look->quiet, r.x,
                              top + KEY + 4 + text_rise(p, CHART_TICK), CHART_MIDDLE};
        label_place(p, &label);
    }
    return KEY + 4 + text_size(p, CHART_TICK) + GAP;
}

static bool lay_out(struct matrix *m, double top)
{
    struct plot *p = m->plot;
    double columns = (double)p->chart->category_count;
    m->names = names_fit(p, p->frame.width / columns);
    double height = p->frame.height - top - m->names.height;
    double pitch = fmin(height / (double)m->rows.count, HIGHEST);
    if (pitch < LEAST_CELL)
        return false;
    rows_fit(p, &m->rows, p->frame.y + top, pitch);
    m->left = p->frame.x + m->rows.width + (m->rows.width > 0 ? GAP : 0);
    m->width = (p->frame.x + p->frame.width - m->left) / columns;
    m->names = names_fit(p, m->width);
    pitch = fmin((p->frame.height - top - m->names.height) / (double)m->rows.count, HIGHEST);
    rows_fit(p, &m->rows, p->frame.y + top, fmin(pitch, m->rows.pitch));
    m->bottom = m->rows.top + m->rows.pitch * (double)m->rows.count;
    m->written = fits(m);
    return m->width >= LEAST_CELL / 2.0 && m->rows.pitch >= LEAST_CELL / 2.0;
}

bool draw_matrix(struct plot *p)
{
    struct matrix m = {.plot = p, .classes = classes_of(p), .rows = rows_of_series(p)};
    if (!lay_out(&m, 0))
        return false;
    if (!m.written && !lay_out(&m, draw_key(&m)))
        return false;
    for (size_t s = 0; s < p->chart->series_count; s++) {
        for (size_t i = 0; i < p->chart->category_count; i++)
            draw_cell(&m, s, i);
        rows_name(p, &m.rows, s, m.left - GAP, rows_middle(&m.rows, s));
    }
    for (size_t i = 0; i < p->chart->category_count; i++)
        names_place(p, &m.names, i, m.left + ((double)i + 0.5) * m.width, m.bottom);
    return true;
}
