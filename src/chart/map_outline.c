/* The outline of several areas taken together: the borders that only one of them has, put end to end. */
#include "chart/map_plot.h"

/* The borders of an outline that are still to be joined. */
struct ends {
    const struct map *map;
    size_t *borders;
    size_t count;
};

static bool is_one_of(const struct map_view *view, size_t area, const size_t *kinds, size_t kind)
{
    return map_shows(view, area) && kinds[area] == kind;
}

static bool same(struct point a, struct point b)
{
    return a.x >= b.x && a.x <= b.x && a.y >= b.y && a.y <= b.y;
}

static struct point end_of(const struct ends *e, size_t border, bool last)
{
    const struct map_border *b = &e->map->borders[border];
    return b->points[last ? b->count - 1 : 0];
}

/* Takes a border that has an end at `at` out of the rest; false when there is none. */
static bool take_next(struct ends *e, struct point at, struct map_side *out)
{
    for (size_t i = 0; i < e->count; i++) {
        bool starts = same(end_of(e, e->borders[i], false), at), ends = same(end_of(e, e->borders[i], true), at);
        if (!starts && !ends)
            continue;
        *out = (struct map_side){e->borders[i], !starts};
        e->borders[i] = e->borders[--e->count];
        return true;
    }
    return false;
}

static void trace_line(cairo_t *cr, const struct map_border *line, bool backwards, bool first)
{
    for (size_t i = first ? 0 : 1; i < line->count; i++) {
        struct point p = line->points[backwards ? line->count - 1 - i : i];
        if (i == 0)
            cairo_move_to(cr, p.x, p.y);
        else
            cairo_line_to(cr, p.x, p.y);
    }
}

void map_trace_outline(struct map_plot *m, const struct map_view *view, const size_t *kinds, size_t kind)
{
    cairo_t *cr = m->plot->pen.cr;
    struct ends rest = {m->map, ARENA_ARRAY(m->plot->arena, view->border_count + 1, size_t), 0};
    for (size_t i = 0; i < view->border_count; i++) {
        const size_t *sides = m->sides[view->borders[i]];
        if (is_one_of(view, sides[0], kinds, kind) != is_one_of(view, sides[1], kinds, kind))
            rest.borders[rest.count++] = view->borders[i];
    }
    while (rest.count > 0) {
        struct map_side side = {rest.borders[--rest.count], false};
        struct point start = end_of(&rest, side.border, false);
        bool first = true, joined = true;
        while (joined) {
            trace_line(cr, &view->lines[side.border], side.backwards, first);
            first = false;
            struct point at = end_of(&rest, side.border, !side.backwards);
            joined = !same(at, start) && take_next(&rest, at, &side);
        }
        cairo_close_path(cr);
    }
}

void map_trace_border(struct map_plot *m, const struct map_view *view, size_t border)
{
    trace_line(m->plot->pen.cr, &view->lines[border], false, true);
}
