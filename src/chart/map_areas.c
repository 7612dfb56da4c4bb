/* The areas of a map and the lines between them. */
#include <math.h>

#include "chart/map_plot.h"

static bool is_of_class(const struct map_plot *m, size_t area, size_t class)
{
    const struct chart_value *v = map_value(m, area);
    return v != NULL && map_class_of(m, v) == class;
}

static bool has_value(const struct map_plot *m, size_t area, size_t unused)
{
    (void)unused;
    return map_value(m, area) != NULL;
}

static void fill_areas(struct map_plot *m, const struct map_view *view)
{
    cairo_set_fill_rule(m->plot->pen.cr, CAIRO_FILL_RULE_EVEN_ODD);
    for (size_t k = 0; k < m->class_count; k++) {
        map_trace_outline(m, view, is_of_class, k);
        pen_fill(&m->plot->pen, m->classes[k].fill);
    }
    if (m->class_count == 0) {
        map_trace_outline(m, view, has_value, 0);
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

static void hatch_areas(struct map_plot *m, const struct map_view *view)
{
    struct hatching *h = hatching_start(m->plot, map_hatch());
    for (size_t i = 0; i < m->map->border_count; i++) {
        size_t a = m->sides[i][0], b = m->sides[i][1];
        bool of_a = a != NOWHERE && map_shows(m, view, a) && map_value(m, a) == NULL;
        bool of_b = b != NOWHERE && map_shows(m, view, b) && map_value(m, b) == NULL;
        const struct map_border *line = &view->lines[i];
        for (size_t k = 1; of_a != of_b && k < line->count; k++)
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

/* Its class; behind them all, the background. */
static size_t ground_of(const struct map_plot *m, const struct map_view *view, size_t area)
{
    const struct chart_value *v = area != NOWHERE && map_shows(m, view, area) ? map_value(m, area) : NULL;
    return v ? map_class_of(m, v) : m->class_count;
}

/* Of a map by circles: filled, because there is a value. */
static bool is_ground(const struct map_plot *m, const struct map_view *view, size_t area)
{
    return area != NOWHERE && map_shows(m, view, area) && map_value(m, area) != NULL;
}

/* Whether a border stands out more in the background's colour than in the outline's. */
static bool is_light(const struct map_plot *m, const struct map_view *view, const struct standing_out *grounds,
                     size_t border)
{
    if (m->class_count == 0)
        return is_ground(m, view, m->sides[border][0]) && is_ground(m, view, m->sides[border][1]);
    const struct standing_out *a = &grounds[ground_of(m, view, m->sides[border][0])];
    const struct standing_out *b = &grounds[ground_of(m, view, m->sides[border][1])];
    return fmin(a->light, b->light) > fmin(a->dark, b->dark);
}

static bool is_drawn(const struct map_plot *m, const struct map_view *view, size_t border)
{
    size_t a = m->sides[border][0], b = m->sides[border][1];
    bool has_a = a != NOWHERE && map_shows(m, view, a), has_b = b != NOWHERE && map_shows(m, view, b);
    bool inner = m->places->groups && has_a && has_b && m->map->areas[a].group == m->map->areas[b].group;
    return (has_a || has_b) && !inner;
}

static void draw_borders(struct map_plot *m, const struct map_view *view, const struct standing_out *grounds,
                         bool light)
{
    const struct chart_look *look = m->plot->look;
    for (size_t i = 0; i < m->map->border_count; i++) {
        if (is_drawn(m, view, i) && is_light(m, view, grounds, i) == light)
            map_trace_border(m, view, i);
    }
    struct color dark = m->class_count > 0 ? look->outline : look->grid;
    pen_stroke(
        &m->plot->pen,
        (struct line_style){.color = light ? look->background : dark, .width = light ? 0.75 : 0.5, .round = true});
}

void map_draw_areas(struct map_plot *m)
{
    const struct standing_out *grounds = on_grounds(m);
    for (size_t i = 0; i < m->view_count; i++) {
        const struct map_view *view = &m->views[i];
        fill_areas(m, view);
        if (m->class_count > 0)
            hatch_areas(m, view);
        draw_borders(m, view, grounds, true);
        draw_borders(m, view, grounds, false);
    }
}
