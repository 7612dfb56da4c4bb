/* The areas of a map and the lines between them. */
#include <math.h>

#include "chart/map_plot.h"

/* The look of each area: its class; of a map by circles, 0 with a value. NOWHERE without one. */
static size_t *find_kinds(const struct map_plot *m)
{
    size_t *kinds = ARENA_ARRAY(m->plot->arena, m->map->area_count + 1, size_t);
    for (size_t i = 0; i < m->map->area_count; i++) {
        const struct chart_value *v = map_value(m, i);
        kinds[i] = v == NULL ? NOWHERE : m->class_count > 0 ? map_class_of(m, v) : 0;
    }
    return kinds;
}

static void fill_areas(struct map_plot *m, const struct map_view *view, const size_t *kinds)
{
    cairo_set_fill_rule(m->plot->pen.cr, CAIRO_FILL_RULE_EVEN_ODD);
    for (size_t k = 0; k < m->class_count; k++) {
        map_trace_outline(m, view, kinds, k);
        pen_fill(&m->plot->pen, m->classes[k].fill);
    }
    if (m->class_count == 0) {
        map_trace_outline(m, view, kinds, 0);
        pen_fill(&m->plot->pen, m->plot->look->track);
    }
    cairo_set_fill_rule(m->plot->pen.cr, CAIRO_FILL_RULE_WINDING);
}

struct hatch map_hatch(void)
{
    return (struct hatch){HATCH_RISING, 3.5};
}

struct line_style map_hatch_line(const struct map_plot *m)
{
    return (struct line_style){.color = m->plot->look->quiet, .width = 0.4};
}

static bool is_hatched(const struct map_view *view, const size_t *kinds, size_t area)
{
    return map_shows(view, area) && kinds[area] == NOWHERE;
}

static void hatch_areas(struct map_plot *m, const struct map_view *view, const size_t *kinds)
{
    struct hatching *h = hatching_start(m->plot, map_hatch());
    for (size_t i = 0; i < view->border_count; i++) {
        const size_t *sides = m->sides[view->borders[i]];
        if (is_hatched(view, kinds, sides[0]) == is_hatched(view, kinds, sides[1]))
            continue;
        const struct map_border *line = &view->lines[view->borders[i]];
        for (size_t k = 1; k < line->count; k++)
            hatching_edge(h, line->points[k - 1], line->points[k]);
    }
    hatching_stroke(h, map_hatch_line(m));
}

/* How far the background's and the outline's colour stand out from a ground. */
struct standing_out {
    double light, dark;
};

static struct standing_out on_ground(const struct map_plot *m, struct color ground)
{
    const struct chart_look *look = m->plot->look;
    return (struct standing_out){color_contrast(look->background, ground), color_contrast(look->outline, ground)};
}

/* On each class, then on the background. */
static struct standing_out *on_grounds(const struct map_plot *m)
{
    struct standing_out *grounds = ARENA_ARRAY(m->plot->arena, m->class_count + 1, struct standing_out);
    for (size_t k = 0; k < m->class_count; k++)
        grounds[k] = on_ground(m, m->classes[k].fill);
    grounds[m->class_count] = on_ground(m, m->plot->look->background);
    return grounds;
}

static bool has_value(const struct map_view *view, const size_t *kinds, size_t area)
{
    return map_shows(view, area) && kinds[area] != NOWHERE;
}

/* Whether a border stands out more in the background's colour than in the outline's. */
static bool is_light(const struct map_plot *m, const struct map_view *view, const size_t *kinds,
                     const struct standing_out *grounds, const size_t *sides)
{
    bool has_a = has_value(view, kinds, sides[0]), has_b = has_value(view, kinds, sides[1]);
    if (m->class_count == 0)
        return has_a && has_b;
    const struct standing_out *a = &grounds[has_a ? kinds[sides[0]] : m->class_count];
    const struct standing_out *b = &grounds[has_b ? kinds[sides[1]] : m->class_count];
    return fmin(a->light, b->light) > fmin(a->dark, b->dark);
}

static bool is_inside_group(const struct map_plot *m, const struct map_view *view, const size_t *sides)
{
    return m->places->groups && map_shows(view, sides[0]) && map_shows(view, sides[1]) &&
           m->map->areas[sides[0]].group == m->map->areas[sides[1]].group;
}

static void draw_borders(struct map_plot *m, const struct map_view *view, const size_t *kinds,
                         const struct standing_out *grounds, bool light)
{
    const struct chart_look *look = m->plot->look;
    for (size_t i = 0; i < view->border_count; i++) {
        const size_t *sides = m->sides[view->borders[i]];
        if (!is_inside_group(m, view, sides) && is_light(m, view, kinds, grounds, sides) == light)
            map_trace_border(m, view, view->borders[i]);
    }
    struct color dark = m->class_count > 0 ? look->outline : look->grid;
    pen_stroke(
        &m->plot->pen,
        (struct line_style){.color = light ? look->background : dark, .width = light ? 0.75 : 0.5, .round = true});
}

void map_draw_areas(struct map_plot *m)
{
    const struct standing_out *grounds = on_grounds(m);
    const size_t *kinds = find_kinds(m);
    for (size_t i = 0; i < m->view_count; i++) {
        const struct map_view *view = &m->views[i];
        fill_areas(m, view, kinds);
        if (m->class_count > 0)
            hatch_areas(m, view, kinds);
        draw_borders(m, view, kinds, grounds, true);
        draw_borders(m, view, kinds, grounds, false);
    }
}
