/* Maps by shade and by circle: the ground, its insets, what stands on it, and the legend. */
#include <math.h>

#include "chart/map_plot.h"

enum { WIDE_GAP = 40 };
/* From this much wider than high, the legend stands beside the map. */
static const double WIDE = 1.45;

struct point map_point(const struct map_view *view, struct point p)
{
    return (struct point){view->to.x + (p.x - view->from.x) * view->scale,
                          view->to.y + (p.y - view->from.y) * view->scale};
}

const struct chart_value *map_value(const struct map_plot *m, size_t area)
{
    size_t category = m->category[area];
    const struct chart_value *values = m->plot->chart->series[0].values;
    return category != NOWHERE && values[category].present ? &values[category] : NULL;
}

struct point map_place(const struct map_plot *m, size_t category)
{
    size_t at = m->places->at[category];
    return m->places->groups ? m->map->groups[at].at : m->map->areas[at].at;
}

struct str map_name(const struct chart_places *places, size_t category)
{
    size_t at = places->at[category];
    return places->groups ? places->map->groups[at].name : places->map->areas[at].name;
}

/* An area of the category. */
static size_t any_area(const struct map_plot *m, size_t category)
{
    for (size_t i = 0; i < m->map->area_count; i++)
        if (m->category[i] == category)
            return i;
    return NOWHERE;
}

const struct map_view *map_home(const struct map_plot *m, size_t category)
{
    size_t area = any_area(m, category);
    for (size_t i = m->view_count; area != NOWHERE && i-- > 0;)
        if (map_shows(&m->views[i], area))
            return &m->views[i];
    return NULL;
}

static void find_categories(struct map_plot *m)
{
    const struct chart_places *places = m->places;
    m->category = ARENA_ARRAY(m->plot->arena, m->map->area_count + 1, size_t);
    for (size_t i = 0; i < m->map->area_count; i++) {
        m->category[i] = NOWHERE;
        size_t sought = places->groups ? m->map->areas[i].group : i;
        for (size_t c = 0; c < m->plot->chart->category_count && m->category[i] == NOWHERE; c++)
            m->category[i] = places->at[c] == sought ? c : NOWHERE;
    }
}

static void find_sides(struct map_plot *m)
{
    const struct map *map = m->map;
    m->apart = ARENA_ARRAY(m->plot->arena, map->area_count + 1, bool);
    for (size_t i = 0; i < map->inset_count; i++)
        for (size_t k = 0; k < map->insets[i].count && !map->insets[i].enlarged; k++)
            m->apart[map->insets[i].areas[k]] = true;
    m->sides = arena_alloc(m->plot->arena, (map->border_count + 1) * sizeof *m->sides);
    for (size_t i = 0; i < map->border_count; i++)
        m->sides[i][0] = m->sides[i][1] = NOWHERE;
    for (size_t a = 0; a < map->area_count; a++)
        for (size_t r = 0; r < map->areas[a].ring_count; r++)
            for (size_t s = 0; s < map->areas[a].rings[r].count; s++) {
                size_t *sides = m->sides[map->areas[a].rings[r].sides[s].border];
                sides[sides[0] == NOWHERE ? 0 : 1] = a;
            }
}

/* Circles may stand over the edge of the map: the room around it grows until none leaves the frame. */
static bool place_views(struct map_plot *m, struct rect room)
{
    if (m->unit <= 0)
        return map_views_place(m, room);
    enum { STEPS = 4 };
    double most = 0;
    for (size_t i = 0; i < m->plot->chart->category_count; i++) {
        const struct chart_value *v = &m->plot->chart->series[0].values[i];
        most = fmax(most, v->present ? m->unit * sqrt(v->number) : 0);
    }
    for (int i = 0; i <= STEPS; i++) {
        double around = most * i / STEPS;
        if (!map_views_place(m, rect_inset(room, around, around, around, around)))
            return false;
        if (map_circles_overhang(m, room) <= 0)
            return true;
    }
    return false;
}

/* The room that the map takes, insets included. */
static struct rect taken_room(const struct map_plot *m)
{
    struct rect r = m->views[0].to;
    for (size_t i = 1; i < m->view_count; i++)
        r = rect_union(r, m->views[i].cell);
    return r;
}

/* Where the legend and the list of the highest values go; empty: nowhere. */
struct beside {
    struct rect legend, ranking;
};

static bool lay_out(struct map_plot *m, const struct map_legend *legend, struct beside *out)
{
    struct rect frame = m->plot->frame;
    if (frame.width > WIDE * frame.height && legend->height <= frame.height) {
        if (!place_views(m, rect_inset(frame, 0, legend->width + WIDE_GAP, 0, 0)))
            return false;
        struct rect taken = taken_room(m);
        double left = taken.x + taken.width + WIDE_GAP, end = left + legend->width + WIDE_GAP;
        out->legend = (struct rect){left, frame.y, legend->width, legend->height};
        out->ranking = (struct rect){end, frame.y, frame.x + frame.width - end, frame.height};
        return true;
    }
    double rows = map_legend_rows(m, legend, frame.width);
    out->legend = (struct rect){frame.x, frame.y, frame.width, rows};
    return place_views(m, rect_inset(frame, rows + GAP, 0, 0, 0));
}

bool draw_map(struct plot *p)
{
    struct map_plot m = {.plot = p, .places = p->chart->places, .map = p->chart->places->map};
    bool circles = p->chart->kind == CHART_MAP_CIRCLES;
    struct beside beside = {0};
    find_categories(&m);
    find_sides(&m);
    m.boxes = map_border_boxes(p->arena, m.map);
    if (circles)
        map_circles_scale(&m, fmin(p->frame.width, p->frame.height));
    else
        map_classes_find(&m);
    struct map_legend legend = map_legend_measure(&m);
    if (legend.entry > p->frame.width || !lay_out(&m, &legend, &beside))
        return false;
    if (circles)
        map_circles_part(&m);
    map_views_trace(&m);
    map_draw_areas(&m);
    map_views_name(&m);
    map_legend_draw(&m, &legend, beside.legend);
    if (m.places->class_count == 0)
        map_ranking_draw(&m, beside.ranking);
    if (circles)
        map_draw_circles(&m);
    else if (m.places->class_count == 0)
        map_write_values(&m);
    return true;
}
