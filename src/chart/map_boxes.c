/* Boxes around the parts of a map, in its own units. */
#include "chart/map_plot.h"

static struct rect border_box(const struct map_border *border)
{
    struct point least = border->points[0], most = least;
    for (size_t i = 1; i < border->count; i++) {
        struct point p = border->points[i];
        least.x = p.x < least.x ? p.x : least.x;
        least.y = p.y < least.y ? p.y : least.y;
        most.x = p.x > most.x ? p.x : most.x;
        most.y = p.y > most.y ? p.y : most.y;
    }
    return (struct rect){least.x, least.y, most.x - least.x, most.y - least.y};
}

struct rect *map_border_boxes(struct arena *a, const struct map *map)
{
    struct rect *boxes = ARENA_ARRAY(a, map->border_count + 1, struct rect);
    for (size_t i = 0; i < map->border_count; i++)
        boxes[i] = border_box(&map->borders[i]);
    return boxes;
}

struct rect map_ring_box(const struct map_plot *m, const struct map_ring *ring)
{
    struct rect box = m->boxes[ring->sides[0].border];
    for (size_t i = 1; i < ring->count; i++)
        box = rect_union(box, m->boxes[ring->sides[i].border]);
    return box;
}

struct rect map_inset_box(const struct map_plot *m, const struct map_inset *inset)
{
    struct rect box = {0};
    for (size_t i = 0; i < inset->count; i++) {
        const struct map_area *a = &m->map->areas[inset->areas[i]];
        for (size_t r = 0; r < a->ring_count; r++) {
            struct rect ring = map_ring_box(m, &a->rings[r]);
            box = i == 0 && r == 0 ? ring : rect_union(box, ring);
        }
    }
    return box;
}
