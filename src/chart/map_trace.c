/* The borders of a map on the page, without the detail that is too small to be seen there. */
#include <math.h>

#include "chart/map_plot.h"

/* Lines may pass their points by that much, which is less than they are wide; places are rounded to GRID. In points. */
static const double TOLERANCE = 0.3, GRID = 0.05;

static bool is_seen(const struct map_plot *m, const struct map_view *view, size_t border)
{
    const size_t *sides = m->sides[border];
    return (sides[0] != NOWHERE && map_shows(m, view, sides[0])) ||
           (sides[1] != NOWHERE && map_shows(m, view, sides[1]));
}

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
 * Each point that is kept ends a run whose start is known; runs still to be looked at wait on a stack. */
static size_t thin(struct arena *a, struct point *points, size_t count)
{
    size_t *ends = ARENA_ARRAY(a, count, size_t), waiting = 0, from = 0, kept = 1;
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
static struct map_border trace(const struct map_plot *m, const struct map_view *view, const struct map_border *border)
{
    struct point *points = ARENA_ARRAY(m->plot->arena, border->count, struct point);
    for (size_t i = 0; i < border->count; i++) {
        struct point p = map_point(view, border->points[i]);
        points[i] = (struct point){rounded(p.x), rounded(p.y)};
    }
    return (struct map_border){points, thin(m->plot->arena, points, border->count)};
}

void map_views_trace(struct map_plot *m)
{
    for (size_t v = 0; v < m->view_count; v++) {
        struct map_view *view = &m->views[v];
        view->lines = ARENA_ARRAY(m->plot->arena, m->map->border_count + 1, struct map_border);
        for (size_t i = 0; i < m->map->border_count; i++)
            if (is_seen(m, view, i))
                view->lines[i] = trace(m, view, &m->map->borders[i]);
    }
}
