#include <math.h>
#include <stdlib.h>

#include "chart/data.h"
#include "chart/series_ends.h"
#include "chart/spread.h"
#include "chart/stroke.h"

enum { LEAD = 12, MOVED = 6 };
static const double leading = 1.2;

const struct chart_value *series_last(const struct chart_series *series)
{
    for (size_t i = series->value_count; i-- > 0;)
        if (series->values[i].present)
            return &series->values[i];
    return NULL;
}

/* The share of the last category in which every series has a value; NULL when there is none. */
static const struct rich *last_share(const struct plot *p, size_t series)
{
    const struct chart *c = p->chart;
    size_t i = c->category_count;
    while (i > 0 && !category_whole(c, i - 1))
        i--;
    double sum = i > 0 ? category_sum(c, i - 1) : 0;
    return sum > 0 ? share_text(p, c->series[series].values[i - 1].number / sum) : NULL;
}

static const struct rich *end_text(const struct plot *p, size_t series)
{
    const struct chart_value *last = series_last(&p->chart->series[series]);
    if (p->chart->percent)
        return last_share(p, series);
    return last ? value_text(p, last) : NULL;
}

static struct series_end end_of(const struct plot *p, size_t series, double room, bool with_value)
{
    const struct chart_series *s = &p->chart->series[series];
    bool line = p->chart->kind == CHART_LINES;
    struct color own = line ? series_line_color(p, series) : p->look->strong;
    struct series_end end = {.color = color_contrast(own, p->look->background) >= 4.5 ? own : p->look->strong};
    end.name = text_wrap(p, s->label, CHART_TICK, room, with_value ? 2 : 1);
    end.height = leading * text_size(p, CHART_TICK) * (double)end.name.count;
    end.value = with_value ? end_text(p, series) : NULL;
    end.height += end.value ? leading * text_size(p, CHART_VALUE_STRONG) : 0;
    return end;
}

static double end_width(const struct plot *p, const struct series_end *end)
{
    double value = end->value ? text_width(p, end->value, CHART_VALUE_STRONG) : 0;
    return fmax(value, end->name.width);
}

/* With values where there is room for them, names alone where there is not. */
static bool try_ends(const struct plot *p, struct series_ends *ends, double height, bool with_value)
{
    double room = 0.24 * p->frame.width, total = 0;
    bool whole = true;
    ends->width = 0;
    for (size_t i = 0; i < p->chart->series_count; i++) {
        ends->of[i] = end_of(p, i, room, with_value);
        total += ends->of[i].height;
        whole = whole && !ends->of[i].name.cut;
        ends->width = fmax(ends->width, end_width(p, &ends->of[i]));
    }
    return whole && total <= height && ends->width <= 0.3 * p->frame.width;
}

struct series_ends series_ends_fit(const struct plot *p, double height, bool with_values)
{
    struct series_ends ends = {.of = ARENA_ARRAY(p->arena, p->chart->series_count, struct series_end)};
    if (p->frame.width >= 200 &&
        ((with_values && try_ends(p, &ends, height, true)) || try_ends(p, &ends, height, false)))
        ends.width += LEAD + MOVED;
    else
        ends.width = 0;
    return ends;
}

static void place_end(struct plot *p, const struct series_end *end, double x, double top)
{
    struct label label = {.role = CHART_VALUE_STRONG, .color = end->color, .x = x, .y = top, .anchor = CHART_START};
    double size = text_size(p, CHART_VALUE_STRONG);
    if (end->value) {
        label.text = end->value;
        label.y += 0.86 * size;
        label_place(p, &label);
        top += leading * size;
    }
    size = text_size(p, CHART_TICK);
    for (size_t i = 0; i < end->name.count; i++) {
        label = (struct label){
            end->name.lines[i], CHART_TICK, p->look->ink, x, top + 0.86 * size + (double)i * leading * size,
            CHART_START};
        label_place(p, &label);
    }
}

struct placed {
    double at;
    size_t series;
};

static int by_place(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->series < y->series ? -1 : 1;
}

/* Leaders of lines that end side by side are hard to follow: then the line's marker comes along. */
static void draw_leader(struct plot *p, size_t series, struct point from, struct point to, bool marked)
{
    pen_line(&p->pen, from, to, (struct line_style){.color = p->look->quiet, .width = 0.75});
    if (marked)
        series_marker(p, (struct point){to.x - 1, to.y}, series, series_line_color(p, series));
}

void series_ends_place(struct plot *p, const struct series_ends *ends, const double *at, double x, double top,
                       double bottom)
{
    size_t n = p->chart->series_count;
    struct placed *order = ARENA_ARRAY(p->arena, n, struct placed);
    double *centres = ARENA_ARRAY(p->arena, n, double), *heights = ARENA_ARRAY(p->arena, n, double);
    for (size_t i = 0; i < n; i++)
        order[i] = (struct placed){at[i], i};
    qsort(order, n, sizeof *order, by_place);
    for (size_t i = 0; i < n; i++) {
        centres[i] = order[i].at;
        heights[i] = ends->of[order[i].series].height;
    }
    if (!spread_apart(centres, heights, n, top, bottom))
        spread_apart(centres, heights, n, p->frame.y, p->frame.y + p->frame.height);
    size_t moved = 0;
    for (size_t i = 0; i < n; i++)
        moved += fabs(centres[i] - order[i].at) > MOVED;
    for (size_t i = 0; i < n; i++) {
        const struct series_end *end = &ends->of[order[i].series];
        if (fabs(centres[i] - order[i].at) > MOVED)
            draw_leader(p, order[i].series, (struct point){x + 3, order[i].at}, (struct point){x + LEAD, centres[i]},
                        moved > 1 && p->chart->kind == CHART_LINES);
        place_end(p, end, x + LEAD + MOVED - 2, centres[i] - end->height / 2);
    }
}
