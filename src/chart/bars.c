#include <math.h>

#include "chart/bands.h"
#include "chart/legend.h"
#include "chart/rows.h"

enum { WIDEST = 40, LEAST_LENGTH = 32 };

/* Where bars stand in the frame. */
struct bar_space {
    struct rect in; /* right of the names */
    struct rows rows;
    enum chart_role values;
    bool labelled;
};

static enum chart_role value_role(const struct bands *b, const struct bar_space *s, size_t category)
{
    const struct chart *c = b->plot->chart;
    bool strong = c->categories[category].highlighted && c->series_count == 1 && s->values == CHART_VALUE;
    return strong ? CHART_VALUE_STRONG : s->values;
}

static const struct rich *outer_text(const struct bands *b, size_t series, size_t category)
{
    return extents_stacked(b->plot->chart) ? bands_total(b, category) : bands_text(b, series, category);
}

/* Series that have labels of their own beside the bars. */
static size_t outer_count(const struct chart *c)
{
    if (c->percent)
        return 0;
    return extents_stacked(c) ? 1 : c->series_count;
}

static void choose_labels(const struct bands *b, struct bar_space *s)
{
    const struct chart *c = b->plot->chart;
    double room = extents_stacked(c) ? b->pitch : b->width / (double)c->series_count;
    room = c->series_count == 1 ? b->pitch : room;
    s->values = text_size(b->plot, CHART_VALUE) <= room ? CHART_VALUE : CHART_TICK;
    s->labelled = text_size(b->plot, s->values) <= room + 0.01;
}

static double outer_end(const struct bands *b, size_t series, size_t category, bool negative)
{
    const struct chart *c = b->plot->chart;
    if (extents_stacked(c))
        return negative ? b->extents.low[category] : b->extents.high[category];
    return extent_at(&b->extents, c, series, category)->to;
}

static bool outer_negative(const struct bands *b, size_t series, size_t category)
{
    const struct chart *c = b->plot->chart;
    if (extents_stacked(c))
        return b->extents.high[category] == 0 && b->extents.low[category] < 0;
    return c->series[series].values[category].number < 0;
}

static double outer_width(const struct bands *b, const struct bar_space *s, size_t series, size_t category)
{
    const struct chart *c = b->plot->chart;
    if (!extents_stacked(c) && !c->series[series].values[category].present)
        return 0;
    return text_width(b->plot, outer_text(b, series, category), value_role(b, s, category)) + GAP;
}

/* Points a unit, as many as leave each bar's label in the frame. */
static double longest_unit(const struct bands *b, const struct bar_space *s, struct range r, double room)
{
    const struct chart *c = b->plot->chart;
    double unit = room / (r.high - r.low);
    for (size_t i = 0; i < c->category_count; i++)
        for (size_t n = 0; s->labelled && n < outer_count(c); n++) {
            double reach = outer_negative(b, n, i) ? 0 : outer_end(b, n, i, false) - r.low;
            double left = room - outer_width(b, s, n, i);
            if (reach > 0)
                unit = fmin(unit, left / reach);
        }
    return unit;
}

static double widest_negative(const struct bands *b, const struct bar_space *s)
{
    const struct chart *c = b->plot->chart;
    double widest = 0;
    for (size_t i = 0; i < c->category_count; i++)
        for (size_t n = 0; s->labelled && n < outer_count(c); n++)
            if (outer_negative(b, n, i))
                widest = fmax(widest, outer_width(b, s, n, i));
    return widest;
}

static bool set_scale(struct bands *b, const struct bar_space *s)
{
    struct range r = axis_range(b->extents.range, true);
    double left = s->in.x + widest_negative(b, s), room = s->in.x + s->in.width - left;
    double unit = longest_unit(b, s, r, room);
    b->scale = (struct scale){r.low, r.high, left, left + unit * (r.high - r.low), false};
    return unit * (r.high - r.low) >= LEAST_LENGTH;
}

static void make_axis(struct bands *b, struct bar_space *s)
{
    struct plot *p = b->plot;
    s->in.height -= axis_columns_height(p);
    bands_spread(b, s->in.y, s->in.height, WIDEST);
    struct range r = axis_range(b->extents.range, true);
    struct ticks ticks = axis_ticks(p, r, s->in.width);
    double half = text_width(p, tick_text(p, &ticks, ticks.count - 1), CHART_TICK) / 2;
    b->scale = axis_scale(p, &ticks, s->in.x, s->in.x + s->in.width - half);
    axis_columns(p, &ticks, &b->scale, s->in.y, s->in.y + s->in.height);
}

static void place_value(struct bands *b, const struct bar_space *s, size_t series, size_t category)
{
    struct plot *p = b->plot;
    const struct chart *c = p->chart;
    enum chart_role role = value_role(b, s, category);
    bool negative = outer_negative(b, series, category);
    double end = scale_place(&b->scale, outer_end(b, series, category, negative));
    struct rect bar = bands_bar(b, series, category);
    struct label label = {.text = outer_text(b, series, category),
                          .role = role,
                          .color = c->categories[category].highlighted ? p->look->strong : p->look->ink,
                          .x = negative ? end - GAP : end + GAP,
                          .y = bar.y + bar.height / 2 + text_drop(p, role),
                          .anchor = negative ? CHART_END : CHART_START};
    struct rect box = label_box(p, &label);
    bool meets = c->target_count > 0 && target_at(c, category) &&
                 rect_overlaps(box, rect_inset(bands_target(b, category), 0, -3, 0, -3), 0);
    if (meets)
        label.x = negative ? bands_target(b, category).x - GAP : bands_target(b, category).x + GAP;
    if (label_place(p, &label) || bar.width < box.width + 2 * GAP)
        return;
    label.x = negative ? end + GAP : end - GAP;
    label.anchor = negative ? CHART_START : CHART_END;
    label.color = color_on(p, bands_color(b, series, category));
    label_place(p, &label);
}

static void place_labels(struct bands *b, const struct bar_space *s)
{
    const struct chart *c = b->plot->chart;
    for (size_t i = 0; i < c->category_count; i++)
        rows_name(b->plot, &s->rows, i, s->in.x - GAP, bands_middle(b, i));
    if (extents_stacked(c))
        bands_inner_labels(b, true);
    for (size_t i = 0; s->labelled && i < c->category_count; i++)
        for (size_t n = 0; n < outer_count(c); n++)
            if (extents_stacked(c) ? b->extents.whole[i] : c->series[n].values[i].present)
                place_value(b, s, n, i);
}

bool draw_bars(struct plot *p)
{
    struct bands b = {.plot = p, .slots = slots_of(p->chart, p->arena)};
    b.extents = extents_of(p->chart, p->arena);
    struct bar_space s = {.rows = rows_of_categories(p)};
    double top = legend_series(p, LEGEND_FILL, !p->chart->percent && has_targets(p->chart));
    s.in = rect_inset(p->frame, top, 0, 0, 0);
    bands_spread(&b, s.in.y, s.in.height, WIDEST);
    rows_fit(p, &s.rows, s.in.y, b.pitch);
    s.in = rect_inset(s.in, 0, 0, 0, s.rows.width + GAP);
    if (s.in.width < 2 * LEAST_LENGTH || s.in.height < axis_columns_height(p) + GAP)
        return false;
    choose_labels(&b, &s);
    if (!set_scale(&b, &s))
        s.labelled = false;
    bool inside = !extents_stacked(p->chart) || bands_inner_labels(&b, false);
    if (!s.labelled || !inside)
        make_axis(&b, &s);
    s.labelled = s.labelled && inside;
    bands_draw(&b);
    double zero = scale_place(&b.scale, 0);
    axis_base(p, (struct point){zero, s.in.y}, (struct point){zero, s.in.y + s.in.height});
    place_labels(&b, &s);
    return true;
}
