/* The borders of a map on the page, without the detail that is too small to be seen there. */
#include <math.h>

#include "chart/map_plot.h"

/* Lines may pass their points by that much, which is less than they are wide; places are rounded to GRID. In points. */
static const double TOLERANCE = 0.3, GRID = 0.05;

/* Squared. */
static double distance(struct point p, struct point a, struct point b)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = t > 1 ? 1 : t < 0 ? 0 : t;
    double x = p.x - a.x - t * dx, y = p.y - a.y - t * dy;
    return x * x + y * y;
}

/* The point between `from` and `to` that is furthest from the line between them; `from` when none is too far. */
static size_t furthest(const struct point *points, size_t from, size_t to)
{
    size_t found = from;
    double most = TOLERANCE * TOLERANCE;
    for (size_t i = from + 1; i < to; i++) {
        double d = distance(points[i], points[from], points[to]);
        if (d > most) {
            most = d;
            found = i;
        }
    }
    return found;
}

/* D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line" (1973).
 * Each point that is kept ends a run whose start is known; runs still to be looked at wait on a stack, `ends`, which has room for `count`. */
static size_t thin(struct point *points, size_t count, size_t *ends)
{
    size_t waiting = 0, from = 0, kept = 1;
    ends[waiting++] = count - 1;
    while (waiting > 0) {
        size_t to = ends[waiting - 1], split = furthest(points, from, to);
        if (split > from) {
            ends[waiting++] = split;
            continue;
        }
        points[kept++] = points[to];
        from = to;
        waiting--;
    }
    return kept;
}

static double rounded(double length)
{
    return round(length / GRID) * GRID;
}

/* Both areas of a border get the same line, so that they meet. */
static struct map_border trace(const struct map_plot *m, const struct map_view *view, const struct map_border *border,
                               size_t *ends)
{
    struct point *points = ARENA_ARRAY(m->plot->arena, border->count, struct point);
    for (size_t i = 0; i < border->count; i++) {
        struct point p = map_point(view, border->points[i]);
        points[i] = (struct point){rounded(p.x), rounded(p.y)};
    }
    return (struct map_border){points, thin(points, border->count, ends)};
}

static size_t most_points(const struct map *map)
{
    size_t most = 0;
    for (size_t i = 0; i < map->border_count; i++)
        most = map->borders[i].count > most ? map->borders[i].count : most;
    return most;
}

static void find_borders(const struct map_plot *m, struct map_view *view)
{
    view->borders = ARENA_ARRAY(m->plot->arena, m->map->border_count + 1, size_t);
    for (size_t i = 0; i < m->map->border_count; i++)
        if (map_shows(view, m->sides[i][0]) || map_shows(view, m->sides[i][1]))
            view->borders[view->border_count++] = i;
}

void map_views_trace(struct map_plot *m)
{
    size_t *ends = ARENA_ARRAY(m->plot->arena, most_points(m->map) + 1, size_t);
    for (size_t v = 0; v < m->view_count; v++) {
        struct map_view *view = &m->views[v];
        find_borders(m, view);
        view->lines = ARENA_ARRAY(m->plot->arena, m->map->border_count + 1, struct map_border);
        for (size_t i = 0; i < view->border_count; i++)
            view->lines[view->borders[i]] = trace(m, view, &m->map->borders[view->borders[i]], ends);
    }
}
