/* The values of a map by shade, written where their areas have room for them. */
#include <math.h>

#include "chart/map_plot.h"

static bool crosses(struct point a, struct point b, struct point p)
{
    return (a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y);
}

/* Whether the category's areas hold the point, by the even-odd rule. */
static bool holds(const struct map_plot *m, const struct map_view *view, size_t category, struct point p)
{
    bool inside = false;
    for (size_t i = 0; i < m->map->area_count; i++)
        for (size_t r = 0; m->category[i] == category && r < m->map->areas[i].ring_count; r++) {
            const struct map_ring *ring = &m->map->areas[i].rings[r];
            for (size_t s = 0; s < ring->count; s++) {
                const struct map_border *line = &view->lines[ring->sides[s].border];
                for (size_t k = 1; k < line->count; k++)
                    if (crosses(line->points[k - 1], line->points[k], p))
                        inside = !inside;
            }
        }
    return inside;
}

static bool holds_box(const struct map_plot *m, const struct map_view *view, size_t category, struct rect r)
{
    enum { ACROSS = 4, DOWN = 2 };
    for (int i = 0; i <= ACROSS; i++)
        for (int k = 0; k <= DOWN; k++) {
            struct point p = {r.x + r.width * i / ACROSS, r.y + r.height * k / DOWN};
            if (!holds(m, view, category, p))
                return false;
        }
    return true;
}

/* The place nearest to `at` where the area holds the label. */
static bool find_room(const struct map_plot *m, const struct map_view *view, size_t category, struct label *label)
{
    enum { REACH = 3, STEP = 4 };
    struct label best = *label;
    double nearest = HUGE_VAL, size = text_size(m->plot, label->role);
    for (int i = -REACH; i <= REACH; i++)
        for (int k = -REACH; k <= REACH; k++) {
            struct label moved = *label;
            moved.x += i * STEP;
            moved.y += k * STEP;
            struct rect digits = rect_inset(label_box(m->plot, &moved), 0.1 * size, 0, 0.24 * size, 0);
            double distance = hypot(i, k);
            if (distance < nearest && holds_box(m, view, category, digits)) {
                nearest = distance;
                best = moved;
            }
        }
    *label = best;
    return nearest < HUGE_VAL;
}

void map_write_values(struct map_plot *m)
{
    struct plot *p = m->plot;
    for (size_t i = 0; i < p->chart->category_count; i++) {
        const struct chart_value *v = &p->chart->series[0].values[i];
        const struct map_view *view = map_home(m, i);
        if (!v->present || view == NULL)
            continue;
        struct point at = map_point(view, map_place(m, i));
        struct color ink = color_on(p, m->classes[map_class_of(m, v)].fill);
        double y = at.y + text_drop(p, CHART_TICK);
        struct label label = {value_text(p, v), CHART_TICK, ink, at.x, y, CHART_MIDDLE};
        if (find_room(m, view, i, &label))
            label_place(p, &label);
    }
}
