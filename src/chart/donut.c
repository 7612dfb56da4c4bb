#include <math.h>
#include <stdlib.h>

#include "chart/plot.h"
#include "chart/spread.h"
#include "chart/words.h"

enum { LEAD = 14, LEAST_RADIUS = 20, MANY_CRUMBS = 3 };
static const double hole = 0.62, leading = 1.2, crumb = 0.01; /* of the radius, of the text size, of the total */

struct part {
    struct str name;
    const struct chart_value *value; /* NULL: several together */
    double number;
    double from, to; /* angles */
};
/* What stands beside a part. */
struct part_label {
    const struct rich *share, *value;
    struct wrapped name;
    double height;
};
struct donut {
    struct plot *plot;
    struct part *parts;
    size_t count;
    double total;
    struct point centre;
    double radius, room; /* room: of labels, at each side */
};

struct candidate {
    size_t category;
    double number;
};

static int by_size(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->number != y->number)
        return x->number > y->number ? -1 : 1;
    return x->category < y->category ? -1 : 1;
}

/* How many of the candidates, largest first, are too small to be told apart: leaders to a few of them would cross the ring. */
static size_t count_crumbs(const struct candidate *all, size_t count)
{
    double total = 0;
    size_t crumbs = 0;
    for (size_t i = 0; i < count; i++)
        total += all[i].number;
    for (size_t i = 0; i < count; i++)
        crumbs += all[i].number < crumb * total;
    return crumbs >= MANY_CRUMBS && crumbs < count ? crumbs : 0;
}

/* Which categories are parts of their own: all, or the largest where there are more than colours, or many crumbs. */
static bool *own_parts(const struct donut *d, size_t *count)
{
    const struct chart *c = d->plot->chart;
    bool *own = ARENA_ARRAY(d->plot->arena, c->category_count, bool);
    struct candidate *all = ARENA_ARRAY(d->plot->arena, c->category_count, struct candidate);
    *count = 0;
    for (size_t i = 0; i < c->category_count; i++)
        if (c->series[0].values[i].present && c->series[0].values[i].number > 0)
            all[(*count)++] = (struct candidate){i, c->series[0].values[i].number};
    size_t colors = d->plot->look->palette_count, most = *count <= colors ? *count : colors - 1;
    qsort(all, *count, sizeof *all, by_size);
    size_t crumbs = count_crumbs(all, *count);
    most = most < *count - crumbs ? most : *count - crumbs;
    for (size_t i = 0; i < most; i++)
        own[all[i].category] = true;
    return own;
}

static void set_angles(struct donut *d)
{
    double angle = -M_PI / 2;
    for (size_t i = 0; i < d->count; i++) {
        d->parts[i].from = angle;
        angle += 2 * M_PI * d->parts[i].number / d->total;
        d->parts[i].to = angle;
    }
}

static void collect(struct donut *d)
{
    const struct chart *c = d->plot->chart;
    const struct chart_value *v = c->series[0].values;
    size_t positive;
    bool *own = own_parts(d, &positive);
    double rest = 0;
    d->parts = ARENA_ARRAY(d->plot->arena, c->category_count + 1, struct part);
    for (size_t i = 0; i < c->category_count; i++) {
        double number = v[i].present ? v[i].number : 0;
        d->total += number;
        if (own[i])
            d->parts[d->count++] = (struct part){.name = c->categories[i].label, .value = &v[i], .number = number};
        else
            rest += number;
    }
    if (rest > 0) {
        struct str name = word_count(c->language, WORD_OTHER_PARTS, d->plot->arena, positive - d->count);
        d->parts[d->count++] = (struct part){.name = name, .number = rest};
    }
    set_angles(d);
}

static void sector(const struct donut *d, const struct part *part)
{
    cairo_t *cr = d->plot->pen.cr;
    cairo_new_sub_path(cr);
    cairo_arc(cr, d->centre.x, d->centre.y, d->radius, part->from, part->to);
    cairo_arc_negative(cr, d->centre.x, d->centre.y, hole * d->radius, part->to, part->from);
    cairo_close_path(cr);
}

static void draw_sector(struct donut *d, size_t i)
{
    const struct chart_look *look = d->plot->look;
    struct color fill = part_color(d->plot, i, d->count);
    sector(d, &d->parts[i]);
    pen_fill(&d->plot->pen, fill);
    if (color_contrast(fill, look->background) >= 3)
        return;
    sector(d, &d->parts[i]);
    pen_stroke(&d->plot->pen, (struct line_style){.color = look->outline, .width = 1.25});
}

static struct point around(const struct donut *d, double angle, double radius)
{
    return (struct point){d->centre.x + radius * cos(angle), d->centre.y + radius * sin(angle)};
}

static void draw_ring(struct donut *d)
{
    struct plot *p = d->plot;
    if (d->count == 0) {
        struct line_style line = {.color = p->look->grid, .width = 1.5};
        pen_ring(&p->pen, d->centre, d->radius, p->look->track, line);
        pen_disc(&p->pen, d->centre, hole * d->radius, p->look->background);
        return;
    }
    for (size_t i = 0; i < d->count; i++)
        draw_sector(d, i);
    for (size_t i = 0; d->count > 1 && i < d->count; i++)
        pen_line(&p->pen, around(d, d->parts[i].from, hole * d->radius), around(d, d->parts[i].from, d->radius),
                 (struct line_style){.color = p->look->background, .width = 1.5});
}

static struct part_label label_of(const struct donut *d, const struct part *part, size_t lines)
{
    struct plot *p = d->plot;
    struct part_label l = {.share = share_text(p, part->number / d->total)};
    l.name = text_wrap(p, part->name, CHART_TICK, d->room - LEAD - GAP, lines);
    bool percent = str_is(p->chart->unit, "%");
    if (percent)
        l.share = part->value ? value_text(p, part->value) : number_text(p, part->number);
    else if (lines > 1)
        l.value = part->value ? value_text(p, part->value) : number_text(p, part->number);
    l.height = leading * (text_size(p, CHART_VALUE_STRONG) +
                          text_size(p, CHART_TICK) * ((double)l.name.count + (l.value ? 1 : 0)));
    return l;
}

static bool at_right(const struct part *part)
{
    return cos((part->from + part->to) / 2) >= 0;
}

static void put(struct plot *p, const struct rich *text, enum chart_role role, struct color color, double x, double *y,
                bool right)
{
    double line = leading * text_size(p, role);
    struct label label = {text, role, color, x, *y + 0.86 * text_size(p, role), right ? CHART_START : CHART_END};
    label_place(p, &label);
    *y += line;
}

static void place_label(struct donut *d, const struct part *part, const struct part_label *l, double middle)
{
    struct plot *p = d->plot;
    bool right = at_right(part);
    double angle = (part->from + part->to) / 2, x = d->centre.x + (right ? 1 : -1) * (d->radius + LEAD);
    double y = middle - l->height / 2;
    double inward = x + (right ? GAP / 2.0 : -GAP / 2.0);
    struct label share = {l->share,
                          CHART_VALUE_STRONG,
                          p->look->strong,
                          inward,
                          y + 0.86 * text_size(p, CHART_VALUE_STRONG),
                          right ? CHART_START : CHART_END};
    if (!label_fits(p, &share))
        return;
    struct point from = around(d, angle, d->radius + 2);
    pen_line(&p->pen, from, (struct point){x, middle}, (struct line_style){.color = p->look->quiet, .width = 0.75});
    x = inward;
    put(p, l->share, CHART_VALUE_STRONG, p->look->strong, x, &y, right);
    for (size_t i = 0; i < l->name.count; i++)
        put(p, l->name.lines[i], CHART_TICK, p->look->ink, x, &y, right);
    if (l->value)
        put(p, l->value, CHART_TICK, p->look->quiet, x, &y, right);
}

struct side_part {
    size_t part;
    double middle;
};

static int by_middle(const void *a, const void *b)
{
    const struct side_part *x = a, *y = b;
    if (x->middle != y->middle)
        return x->middle < y->middle ? -1 : 1;
    return x->part < y->part ? -1 : 1;
}

/* Takes the smallest part off the side. */
static size_t drop_smallest(const struct donut *d, struct side_part *side, size_t count)
{
    size_t smallest = 0;
    for (size_t i = 1; i < count; i++)
        if (d->parts[side[i].part].number < d->parts[side[smallest].part].number)
            smallest = i;
    for (size_t i = smallest; i + 1 < count; i++)
        side[i] = side[i + 1];
    return count - 1;
}

static double side_height(const struct donut *d, const struct side_part *side, size_t count, size_t lines)
{
    double height = 0;
    for (size_t i = 0; i < count; i++)
        height += label_of(d, &d->parts[side[i].part], lines).height + 2;
    return height;
}

/* Labels of one side, moved apart; false when they need more height than there is: then the smallest parts go without. */
static bool place_side(struct donut *d, bool right, size_t lines, bool draw)
{
    struct arena *a = d->plot->arena;
    struct side_part *side = ARENA_ARRAY(a, d->count, struct side_part);
    double *centres = ARENA_ARRAY(a, d->count, double), *heights = ARENA_ARRAY(a, d->count, double);
    struct part_label *labels = ARENA_ARRAY(a, d->count, struct part_label);
    size_t n = 0;
    for (size_t i = 0; i < d->count; i++)
        if (at_right(&d->parts[i]) == right)
            side[n++] = (struct side_part){i, around(d, (d->parts[i].from + d->parts[i].to) / 2, d->radius + LEAD).y};
    qsort(side, n, sizeof *side, by_middle);
    struct rect frame = d->plot->frame;
    if (!draw)
        return side_height(d, side, n, lines) <= frame.height;
    while (n > 0 && side_height(d, side, n, lines) > frame.height)
        n = drop_smallest(d, side, n);
    for (size_t i = 0; i < n; i++) {
        labels[i] = label_of(d, &d->parts[side[i].part], lines);
        centres[i] = side[i].middle;
        heights[i] = labels[i].height + 2;
    }
    spread_apart(centres, heights, n, frame.y, frame.y + frame.height);
    for (size_t i = 0; i < n; i++)
        place_label(d, &d->parts[side[i].part], &labels[i], centres[i]);
    return true;
}

static void place_total(struct donut *d)
{
    struct plot *p = d->plot;
    const struct rich *total = number_text(p, d->total);
    double inner = 2 * hole * d->radius - 2 * GAP;
    enum chart_role role = text_width(p, total, CHART_FIGURE) <= inner ? CHART_FIGURE : CHART_VALUE_STRONG;
    struct wrapped unit = text_wrap(p, p->chart->unit, CHART_TICK, inner, 1);
    bool named = unit.count > 0 && !unit.cut && !str_is(p->chart->unit, "%");
    double y = d->centre.y + (named ? 0 : text_drop(p, role));
    struct label label = {total, role, p->look->strong, d->centre.x, y, CHART_MIDDLE};
    if (str_is(p->chart->unit, "%") || text_width(p, total, role) > inner || !label_place(p, &label) || !named)
        return;
    label = (struct label){unit.lines[0], CHART_TICK, p->look->ink, d->centre.x, y + 1.4 * text_size(p, CHART_TICK),
                           CHART_MIDDLE};
    label_place(p, &label);
}

bool draw_donut(struct plot *p)
{
    struct donut d = {.plot = p};
    collect(&d);
    struct rect f = p->frame;
    d.room = fmin(0.32 * f.width, 180);
    d.centre = (struct point){f.x + f.width / 2, f.y + f.height / 2};
    d.radius = fmin(f.height / 2 - 2, f.width / 2 - d.room);
    if (d.radius < LEAST_RADIUS)
        return false;
    draw_ring(&d);
    place_total(&d);
    size_t lines = place_side(&d, true, 2, false) && place_side(&d, false, 2, false) ? 2 : 1;
    place_side(&d, true, lines, true);
    place_side(&d, false, lines, true);
    return true;
}
