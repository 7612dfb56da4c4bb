#include "chart/data.h"
#include "chart/polyline.h"

enum { DOT = 2 };

static double position(const struct chart *c, size_t i)
{
    return c->dated ? c->categories[i].day : (double)i;
}

static struct scale across(const struct plot *p, struct rect in)
{
    const struct chart *c = p->chart;
    double first = position(c, 0), last = position(c, c->category_count - 1);
    if (first == last)
        return (struct scale){first - 1, first + 1, in.x, in.x + in.width, false};
    return (struct scale){first, last, in.x, in.x + in.width, false};
}

static struct scale upwards(const struct chart_series *s, struct rect in)
{
    struct range r = {0};
    range_add_series(&r, s);
    double margin = r.high == r.low ? 1 : 0;
    return (struct scale){r.low - margin, r.high + margin, in.y + in.height, in.y, false};
}

/* The shape alone, with a dot on the last value: the table around it has the words. */
bool draw_sparkline(struct plot *p)
{
    const struct chart_series *s = &p->chart->series[0];
    struct rect in = rect_inset(p->frame, DOT, DOT, DOT, DOT);
    if (in.width < 2 * DOT || in.height < DOT)
        return false;
    struct scale x = across(p, in), y = upwards(s, in);
    struct line_place *places = ARENA_ARRAY(p->arena, s->value_count, struct line_place);
    struct point last = {0, 0};
    for (size_t i = 0; i < s->value_count; i++) {
        if (!s->values[i].present)
            continue;
        last = (struct point){scale_place(&x, position(p->chart, i)), scale_place(&y, s->values[i].number)};
        places[i] = (struct line_place){last.x, last.y, true};
    }
    polyline_path(p, places, s->value_count);
    pen_stroke(&p->pen, (struct line_style){.color = p->look->highlight, .width = 1.5, .round = true});
    for (size_t i = 0; i < s->value_count; i++)
        if (polyline_alone(places, s->value_count, i))
            pen_disc(&p->pen, (struct point){places[i].x, places[i].y}, DOT, p->look->plain);
    pen_disc(&p->pen, last, DOT, p->look->highlight);
    return true;
}
