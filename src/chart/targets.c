#include <math.h>

#include "chart/axis.h"
#include "chart/data.h"
#include "chart/rows.h"
#include "chart/words.h"

enum { BAR = 10, LEAST_GAUGE = 40, WIDEST_ROW = 56 };
/* Reached, nearly, missed below; nothing is drawn beyond the cap. */
static const double nearly = 0.9, cap = 1.4;

struct gauges {
    struct plot *plot;
    struct rows rows;
    double left, unit; /* of the gauges; points for 100 % */
    double right;      /* where they end */
};

static const struct chart_value *result_of(const struct plot *p, size_t i)
{
    return &p->chart->series[0].values[i];
}

/* The share of its target that a row has reached, or -1 where there is none. */
static double share_of(const struct plot *p, size_t i)
{
    const struct chart_value *result = result_of(p, i), *target = target_at(p->chart, i);
    if (!result->present || !target || target->number <= 0)
        return -1;
    return result->number / target->number;
}

/* "217 / 220": result, then its target where there is one. */
static const struct rich *pair_text(const struct plot *p, size_t i)
{
    const struct chart_value *target = target_at(p->chart, i);
    struct rich_builder *b = rich_builder_start(p->arena, SPAN_NONE);
    rich_builder_rich(b, value_text(p, result_of(p, i)));
    if (target) {
        rich_builder_text(b, STR(" / "), SPAN_NONE, false);
        rich_builder_rich(b, value_text(p, target));
    }
    return rich_builder_end(b);
}

static void draw_gauge(struct gauges *g, size_t i)
{
    struct plot *p = g->plot;
    double share = share_of(p, i), top = rows_middle(&g->rows, i) - BAR / 2.0;
    if (share < 0)
        return;
    struct color fill = share < nearly ? p->look->alert : p->look->highlight;
    mark_rect(p, (struct rect){g->left, top, fmin(share, cap) * g->unit, BAR}, fill, 0);
    if (share <= cap)
        return;
    /* A slanted cut: the bar is longer than is drawn. */
    double x = g->left + cap * g->unit - 8;
    pen_line(&p->pen, (struct point){x, top + BAR}, (struct point){x + 4, top},
             (struct line_style){.color = p->look->background, .width = 2});
}

static void draw_line(struct gauges *g, double top)
{
    struct plot *p = g->plot;
    double x = g->left + g->unit, bottom = g->rows.top + g->rows.pitch * (double)g->rows.count;
    struct label label = {plain_text(p, str_of(word(p->chart->language, WORD_TARGET))),
                          CHART_KEY,
                          p->look->ink,
                          x,
                          top + text_rise(p, CHART_KEY),
                          CHART_MIDDLE};
    label_place(p, &label);
    pen_line(&p->pen, (struct point){x, g->rows.top}, (struct point){x, bottom},
             (struct line_style){.color = p->look->ink, .width = 1.5});
    for (size_t i = 0; i < g->rows.count; i++) {
        double middle = rows_middle(&g->rows, i);
        if (share_of(p, i) > 1)
            pen_line(&p->pen, (struct point){x, middle - BAR / 2.0}, (struct point){x, middle + BAR / 2.0},
                     (struct line_style){.color = p->look->background, .width = 1.5});
    }
}

static double widest_share(const struct plot *p)
{
    double widest = 0;
    for (size_t i = 0; i < p->chart->category_count; i++)
        if (share_of(p, i) >= 0)
            widest = fmax(widest, text_width(p, share_text(p, share_of(p, i)), CHART_VALUE_STRONG));
    return widest;
}

static double widest_pair(const struct plot *p)
{
    double widest = 0;
    for (size_t i = 0; i < p->chart->category_count; i++)
        widest = fmax(widest, text_width(p, pair_text(p, i), CHART_VALUE));
    return widest;
}

static void place_texts(struct gauges *g, size_t i, bool pairs, double shares)
{
    struct plot *p = g->plot;
    double middle = rows_middle(&g->rows, i), right = p->frame.x + p->frame.width, share = share_of(p, i);
    rows_name(p, &g->rows, i, g->left - GAP, middle);
    if (share >= 0) {
        struct color color = share < nearly ? p->look->alert : p->look->strong;
        struct label label = {share_text(p, share),
                              CHART_VALUE_STRONG,
                              color,
                              right,
                              middle + text_drop(p, CHART_VALUE_STRONG),
                              CHART_END};
        label_place(p, &label);
    }
    if (!pairs)
        return;
    struct label label = {
        pair_text(p, i), CHART_VALUE, p->look->ink, right - shares, middle + text_drop(p, CHART_VALUE), CHART_END};
    label_place(p, &label);
}

bool draw_targets(struct plot *p)
{
    struct gauges g = {.plot = p, .rows = rows_of_categories(p)};
    double head = text_size(p, CHART_KEY) + 4, height = p->frame.height - head;
    double pitch = fmin(height / (double)g.rows.count, WIDEST_ROW);
    if (pitch < text_size(p, CHART_TICK))
        return false;
    rows_fit(p, &g.rows, p->frame.y + head, pitch);
    g.left = p->frame.x + g.rows.width + GAP;
    double shares = widest_share(p) + GAP, pairs = widest_pair(p) + GAP;
    g.right = p->frame.x + p->frame.width - shares;
    bool paired = g.right - pairs - g.left >= LEAST_GAUGE && pitch >= text_size(p, CHART_VALUE_STRONG);
    g.right -= paired ? pairs : 0;
    if (g.right - g.left < LEAST_GAUGE / 2.0)
        return false;
    g.unit = (g.right - g.left) / cap;
    for (size_t i = 0; i < g.rows.count; i++)
        draw_gauge(&g, i);
    draw_line(&g, p->frame.y);
    axis_base(p, (struct point){g.left, g.rows.top}, (struct point){g.left, g.rows.top + pitch * (double)g.rows.count});
    for (size_t i = 0; i < g.rows.count; i++)
        place_texts(&g, i, paired, shares);
    return true;
}
