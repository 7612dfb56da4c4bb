#include <math.h>

#include "chart/column_labels.h"
#include "chart/legend.h"

enum { WIDEST = 96, LEAST = 32 };

/* Where columns stand in the frame. */
struct column_space {
    struct rect in; /* from the legend down to the base line's names */
    struct names names;
    enum chart_role role; /* of values beside columns */
    bool labelled;        /* every value stands beside its column: no axis */
};

static double breadth(const struct bands *b)
{
    const struct chart *c = b->plot->chart;
    if (extents_stacked(c))
        return b->pitch;
    return c->series_count == 1 ? b->pitch - 2 : b->width / (double)c->series_count;
}

static bool texts_fit(const struct bands *b, enum chart_role role)
{
    const struct chart *c = b->plot->chart;
    double room = breadth(b);
    for (size_t i = 0; i < c->category_count; i++) {
        if (extents_stacked(c)) {
            if (!c->percent && text_width(b->plot, bands_total(b, i), role) > room)
                return false;
            continue;
        }
        for (size_t s = 0; s < c->series_count; s++)
            if (c->series[s].values[i].present && text_width(b->plot, bands_text(b, s, i), role) > room)
                return false;
    }
    return true;
}

/* Values beside the columns in the larger role that fits, none where neither does. */
static void choose_labels(const struct bands *b, struct column_space *s)
{
    s->role = CHART_VALUE;
    s->labelled = texts_fit(b, CHART_VALUE);
    if (s->labelled)
        return;
    s->role = CHART_TICK;
    s->labelled = texts_fit(b, CHART_TICK);
}

static void set_scale(struct bands *b, const struct column_space *s)
{
    struct range r = axis_range(b->extents.range, true);
    double label = s->labelled && !b->plot->chart->percent ? text_size(b->plot, s->role) + GAP : 0;
    double top = s->in.y + (r.high > 0 ? label : 0), bottom = s->in.y + s->in.height - (r.low < 0 ? label : 0);
    b->scale = (struct scale){r.low, r.high, bottom, top, false};
}

static void use_axis(struct bands *b, const struct column_space *s)
{
    struct plot *p = b->plot;
    struct rect in = s->in;
    double label = s->labelled ? text_size(p, s->role) + 4 : 0.5 * text_size(p, CHART_TICK);
    struct range r = axis_range(b->extents.range, true);
    struct ticks ticks = axis_ticks(p, r, in.height);
    double bottom = in.y + in.height - (r.low < 0 ? label : 0);
    b->scale = axis_scale(p, &ticks, bottom, in.y + label);
    b->scale.low = ticks.at[0];
    axis_rows(p, &ticks, &b->scale, in.x, in.x + in.width);
}

static double column_top(const struct bands *b, size_t series, size_t category, bool *below)
{
    const struct chart *c = b->plot->chart;
    bool stacked = extents_stacked(c);
    double value = stacked ? b->extents.high[category] : c->series[series].values[category].number;
    *below = stacked ? b->extents.high[category] == 0 && b->extents.low[category] < 0 : value < 0;
    if (stacked && *below)
        value = b->extents.low[category];
    return scale_place(&b->scale, value);
}

/* The featured value inside the head of its column, large. */
static bool place_inside(struct bands *b, size_t series, size_t category, enum chart_role role)
{
    struct plot *p = b->plot;
    struct rect bar = bands_bar(b, series, category);
    const struct rich *text = bands_text(b, series, category);
    double size = text_size(p, role);
    if (text_width(p, text, role) + 8 > bar.width || bar.height < size + 16)
        return false;
    bool negative = p->chart->series[series].values[category].number < 0;
    double y = negative ? bar.y + bar.height - GAP - 0.24 * size : bar.y + GAP + text_rise(p, role);
    struct label label = {.text = text,
                          .role = role,
                          .color = color_on(p, bands_color(b, series, category)),
                          .x = bar.x + bar.width / 2,
                          .y = y,
                          .anchor = CHART_MIDDLE};
    return label_place(p, &label);
}

static void place_beside(struct bands *b, size_t series, size_t category, const struct column_space *s)
{
    struct plot *p = b->plot;
    bool below, strong = p->chart->categories[category].highlighted && p->chart->series_count == 1;
    double top = column_top(b, series, category, &below);
    struct rect bar = bands_bar(b, series, category);
    struct label label = {.text =
                              extents_stacked(p->chart) ? bands_total(b, category) : bands_text(b, series, category),
                          .role = s->role,
                          .color = strong ? p->look->strong : p->look->ink,
                          .x = bar.x + bar.width / 2,
                          .y = below ? top + 4 + text_rise(p, s->role) : top - 6,
                          .anchor = CHART_MIDDLE};
    if (label_place(p, &label) || place_inside(b, series, category, s->role))
        return;
    const struct chart_value *target = target_at(p->chart, category);
    if (target)
        label.y = fmin(label.y, scale_place(&b->scale, target->number) - 6);
    label_place(p, &label);
}

static void place_values(struct bands *b, const struct column_space *s)
{
    const struct chart *c = b->plot->chart;
    bool stacked = extents_stacked(c);
    for (size_t i = 0; i < c->category_count; i++)
        for (size_t n = 0; n < (stacked ? 1 : c->series_count); n++) {
            bool shown = s->labelled || c->categories[i].highlighted;
            if (!shown || !(stacked ? b->extents.whole[i] : c->series[n].values[i].present))
                continue;
            bool featured = c->categories[i].highlighted && c->series_count == 1;
            if (!featured || !place_inside(b, n, i, CHART_FIGURE))
                place_beside(b, n, i, s);
        }
}

static struct rect below_legend(struct plot *p, double names)
{
    bool keyed = !p->chart->percent && has_targets(p->chart) && !target_is_single(p->chart);
    double legend = legend_series(p, LEGEND_FILL, keyed);
    return rect_inset(p->frame, legend, 0, names, 0);
}

static void draw_base(struct bands *b, const struct column_space *s)
{
    double zero = scale_place(&b->scale, 0);
    axis_base(b->plot, (struct point){s->in.x, zero}, (struct point){s->in.x + s->in.width, zero});
    for (size_t i = 0; i < b->plot->chart->category_count; i++)
        names_place(b->plot, &s->names, i, bands_middle(b, i), s->in.y + s->in.height);
}

/* Where names stand beside the last column, lines end with it. */
static void end_with_last(const struct bands *b, struct column_space *s)
{
    if (b->plot->named)
        s->in.width -= (b->pitch - b->width) / 2;
}

static bool has_room(const struct column_space *s)
{
    return s->in.width >= LEAST && s->in.height >= LEAST;
}

/* Room for the numbers of an axis, then its lines. */
static bool make_axis(struct bands *b, struct column_space *s)
{
    struct plot *p = b->plot;
    struct ticks ticks = axis_ticks(p, axis_range(b->extents.range, true), s->in.height);
    s->in = rect_inset(s->in, 0, 0, 0, axis_label_width(p, &ticks) + GAP);
    bands_spread(b, s->in.x, s->in.width, WIDEST);
    end_with_last(b, s);
    s->names = names_fit(p, b->pitch);
    s->in.height = p->frame.y + p->frame.height - s->names.height - s->in.y;
    if (!has_room(s))
        return false;
    use_axis(b, s);
    return true;
}

static void place_labels(struct bands *b, const struct column_space *s)
{
    const struct chart *c = b->plot->chart;
    column_targets_label(b);
    if (extents_stacked(c))
        bands_inner_labels(b, true);
    if (!c->percent)
        place_values(b, s);
}

bool draw_columns(struct plot *p)
{
    struct bands b = {.plot = p, .upright = true, .slots = slots_of(p->chart, p->arena)};
    b.extents = extents_of(p->chart, p->arena);
    struct series_ends ends = column_ends_fit(&b);
    p->named = ends.width > 0;
    double width = p->frame.width - ends.width;
    bands_spread(&b, p->frame.x, width, WIDEST);
    if (p->named)
        bands_spread(&b, p->frame.x, width + (b.pitch - b.width) / 2, WIDEST);
    struct column_space s = {.names = names_fit(p, b.pitch)};
    s.in = below_legend(p, s.names.height);
    s.in.width = b.pitch * (double)b.slots.count;
    if (!has_room(&s))
        return false;
    choose_labels(&b, &s);
    set_scale(&b, &s);
    if (extents_stacked(p->chart))
        s.labelled = s.labelled && bands_inner_labels(&b, false);
    if (s.labelled)
        end_with_last(&b, &s);
    else if (!make_axis(&b, &s))
        return false;
    bands_draw(&b);
    draw_base(&b, &s);
    place_labels(&b, &s);
    if (p->named)
        column_ends_place(&b, &ends, s.in);
    return true;
}
