#include "chart/across.h"
#include "chart/legend.h"

enum { LEAST = 24 };

struct across across_open(const struct plot *p, double left, double width)
{
    const struct chart *c = p->chart;
    struct across x = {.left = left, .width = width};
    x.dated = c->dated && c->category_count > 1;
    x.pitch = width / (double)c->category_count;
    if (x.dated) {
        x.days =
            (struct scale){c->categories[0].day, c->categories[c->category_count - 1].day, left, left + width, false};
        x.height = 2 * text_size(p, CHART_TICK);
        return x;
    }
    x.names = names_fit(p, x.pitch);
    x.height = x.names.height;
    return x;
}

double across_place(const struct across *x, const struct chart *chart, size_t category)
{
    if (x->dated)
        return scale_place(&x->days, chart->categories[category].day);
    return x->left + ((double)category + 0.5) * x->pitch;
}

void across_names(struct plot *p, const struct across *x, double top)
{
    if (x->dated) {
        axis_dates(p, &x->days, top);
        return;
    }
    for (size_t i = 0; i < p->chart->category_count; i++)
        names_place(p, &x->names, i, across_place(x, p->chart, i), top);
}

bool field_open(struct plot *p, struct field *f, struct range values, double ends, bool lines)
{
    p->named = ends > 0;
    double legend = legend_series(p, lines ? LEGEND_LINE : LEGEND_FILL, lines && p->chart->target_count > 0);
    f->ends = ends;
    f->top = p->frame.y + legend + 0.5 * text_size(p, CHART_TICK);
    double right = p->frame.x + p->frame.width - (ends > 0 ? ends : 4);
    double below = across_open(p, p->frame.x, right - p->frame.x).height;
    f->bottom = p->frame.y + p->frame.height - below;
    if (f->bottom - f->top < LEAST)
        return false;
    struct ticks ticks = axis_ticks(p, values, f->bottom - f->top);
    double left = p->frame.x + axis_label_width(p, &ticks) + GAP;
    if (right - left < LEAST)
        return false;
    f->x = across_open(p, left, right - left);
    f->bottom = p->frame.y + p->frame.height - f->x.height;
    if (f->bottom - f->top < LEAST)
        return false;
    f->y = axis_scale(p, &ticks, f->bottom, f->top);
    axis_rows(p, &ticks, &f->y, left, right);
    across_names(p, &f->x, f->bottom);
    return true;
}
