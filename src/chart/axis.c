#include <math.h>
#include <stdio.h>

#include "chart/axis.h"

/* Below that, a range is rounding, not data. */
static const double negligible = 1e-12;

struct range axis_range(struct range values, bool from_zero)
{
    struct range r = values.any ? values : (struct range){0, 1, true};
    bool near_zero = r.high - r.low > 0.2 * fmax(fabs(r.high), fabs(r.low));
    if (from_zero || near_zero || r.low == r.high) {
        r.low = fmin(r.low, 0);
        r.high = fmax(r.high, 0);
    }
    if (r.high - r.low < negligible)
        r.high = r.low + 1;
    return r;
}

struct ticks axis_ticks(const struct plot *p, struct range values, double length)
{
    double wanted = fmin(fmax(floor(length / TICK_DISTANCE) + 1, 2), 8);
    if (p->chart->logarithmic)
        return ticks_logarithmic(values.low, values.high, (size_t)wanted);
    return ticks_round(values.low, values.high, (size_t)wanted);
}

struct scale axis_scale(const struct plot *p, const struct ticks *ticks, double from, double to)
{
    return (struct scale){ticks->at[0], ticks->at[ticks->count - 1], from, to, p->chart->logarithmic};
}

const struct rich *tick_text(const struct plot *p, const struct ticks *ticks, size_t i)
{
    return p->chart->percent ? share_text(p, ticks->at[i]) : number_text(p, ticks->at[i]);
}

double axis_label_width(const struct plot *p, const struct ticks *ticks)
{
    double widest = 0;
    for (size_t i = 0; i < ticks->count; i++)
        widest = fmax(widest, text_width(p, tick_text(p, ticks, i), CHART_TICK));
    return widest;
}

static struct line_style grid_line(const struct plot *p)
{
    return (struct line_style){.color = p->look->grid, .width = 0.75};
}

void axis_rows(struct plot *p, const struct ticks *ticks, const struct scale *scale, double left, double right)
{
    for (size_t i = 0; i < ticks->count; i++) {
        double y = scale_place(scale, ticks->at[i]);
        pen_line(&p->pen, (struct point){left, y}, (struct point){right, y}, grid_line(p));
        struct label label = {.text = tick_text(p, ticks, i),
                              .role = CHART_TICK,
                              .color = p->look->quiet,
                              .x = left - GAP,
                              .y = y + text_drop(p, CHART_TICK),
                              .anchor = CHART_END};
        label_place(p, &label);
    }
}

double axis_columns_height(const struct plot *p)
{
    return text_size(p, CHART_TICK) + GAP;
}

/* Moves a centred label sideways until it lies in the frame. */
static void keep_inside(const struct plot *p, struct label *label)
{
    struct rect box = label_box(p, label);
    double right = p->frame.x + p->frame.width;
    label->x -= fmax(box.x + box.width - right, 0);
    box = label_box(p, label);
    label->x += fmax(p->frame.x - box.x, 0);
}

void axis_columns(struct plot *p, const struct ticks *ticks, const struct scale *scale, double top, double bottom)
{
    for (size_t i = 0; i < ticks->count; i++) {
        double x = scale_place(scale, ticks->at[i]);
        pen_line(&p->pen, (struct point){x, top}, (struct point){x, bottom}, grid_line(p));
        struct label label = {.text = tick_text(p, ticks, i),
                              .role = CHART_TICK,
                              .color = p->look->quiet,
                              .x = x,
                              .y = bottom + GAP + 0.7 * text_size(p, CHART_TICK),
                              .anchor = CHART_MIDDLE};
        keep_inside(p, &label);
        label_place(p, &label);
    }
}

void axis_base(struct plot *p, struct point from, struct point to)
{
    pen_line(&p->pen, from, to, (struct line_style){.color = p->look->axis, .width = 1.5});
}

enum { NAME_LINES = 3, NAME_GAP = 6 };

/* Wraps every so many names; false at the first that is cut. */
static bool wrap_names(const struct plot *p, const struct names *names, double width, size_t lines, struct wrapped *out)
{
    for (size_t i = 0; i < p->chart->category_count; i += names->every) {
        out[i] = text_wrap(p, p->chart->categories[i].label, names->role, width, lines);
        if (out[i].cut)
            return false;
    }
    return true;
}

static enum chart_role name_role(const struct plot *p, const struct names *names, size_t i)
{
    bool strong = p->chart->categories[i].highlighted && names->role == CHART_LABEL;
    return strong ? CHART_LABEL_STRONG : names->role;
}

/* Whether the strong face, which is wider, still fits. */
static bool strong_fits(const struct plot *p, const struct wrapped *name, double width)
{
    for (size_t i = 0; i < name->count; i++)
        if (text_width(p, name->lines[i], CHART_LABEL_STRONG) > width)
            return false;
    return true;
}

static bool all_strong_fit(const struct plot *p, const struct wrapped *names, double width)
{
    for (size_t i = 0; i < p->chart->category_count; i++)
        if (p->chart->categories[i].highlighted && !strong_fits(p, &names[i], width))
            return false;
    return true;
}

struct names names_fit(const struct plot *p, double pitch)
{
    size_t n = p->chart->category_count, most = p->frame.height < 160 ? 1 : NAME_LINES;
    struct wrapped *of = ARENA_ARRAY(p->arena, n, struct wrapped);
    struct names names = {.role = CHART_LABEL, .every = 1, .of = of};
    bool roomy = pitch > text_size(p, CHART_LABEL) + NAME_GAP;
    if (!roomy || !wrap_names(p, &names, pitch - NAME_GAP, most, of) || !all_strong_fit(p, of, pitch)) {
        names.role = CHART_TICK;
        names.every = (size_t)fmax(ceil((text_size(p, CHART_TICK) + NAME_GAP) / pitch), 1);
        names.every = names.every > n ? n : names.every;
        while (!wrap_names(p, &names, pitch * (double)names.every - NAME_GAP, most, of) && names.every < n)
            names.every += 1 + names.every / 8;
    }
    size_t lines = 0;
    for (size_t i = 0; i < n; i += names.every)
        lines = of[i].count > lines ? of[i].count : lines;
    names.height = lines ? (double)lines * 1.25 * text_size(p, names.role) + NAME_GAP : 0;
    return names;
}

void names_place(struct plot *p, const struct names *names, size_t i, double x, double top)
{
    if (i % names->every != 0)
        return;
    enum chart_role role = name_role(p, names, i);
    double size = text_size(p, role);
    const struct wrapped *name = &names->of[i];
    for (size_t line = 0; line < name->count; line++) {
        struct label label = {.text = name->lines[line],
                              .role = role,
                              .color = p->chart->categories[i].highlighted ? p->look->strong : p->look->quiet,
                              .x = x,
                              .y = top + NAME_GAP + size + (double)line * 1.25 * size,
                              .anchor = CHART_MIDDLE};
        keep_inside(p, &label);
        label_place(p, &label);
    }
}
