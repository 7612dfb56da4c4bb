/* A country of squares in a row, two a group: the last one far away, the first one enlarged too. */
#ifndef BILAN_TESTS_MAP_SUPPORT_H
#define BILAN_TESTS_MAP_SUPPORT_H

#include "chart_support.h"

#include "chart/map.h"

enum { SQUARE = 40 };

static inline struct map_border square_line(struct recorder *r, double x, double y, double to_x, double to_y)
{
    struct point *points = ARENA_ARRAY(r->arena, 2, struct point);
    points[0] = (struct point){x, y};
    points[1] = (struct point){to_x, to_y};
    return (struct map_border){points, 2};
}

/* Borders 3i, 3i + 1 and 3i + 2 are the left, upper and lower one of square i. */
static inline const struct map_border *square_borders(struct recorder *r, size_t count)
{
    struct map_border *borders = ARENA_ARRAY(r->arena, 3 * count + 1, struct map_border);
    for (size_t i = 0; i <= count; i++) {
        double x = SQUARE * (double)i;
        borders[3 * i] = square_line(r, x, 0, x, SQUARE);
        if (i == count)
            break;
        borders[3 * i + 1] = square_line(r, x, 0, x + SQUARE, 0);
        borders[3 * i + 2] = square_line(r, x, SQUARE, x + SQUARE, SQUARE);
    }
    return borders;
}

static inline const struct map *make_map(struct recorder *r, size_t count, bool insets)
{
    struct map *map = ARENA_NEW(r->arena, struct map);
    struct map_area *areas = ARENA_ARRAY(r->arena, count, struct map_area);
    struct map_group *groups = ARENA_ARRAY(r->arena, count, struct map_group);
    for (size_t i = 0; i < count; i++) {
        struct map_side *sides = ARENA_ARRAY(r->arena, 4, struct map_side);
        sides[0] = (struct map_side){3 * i + 1, false};
        sides[1] = (struct map_side){3 * i + 3, false};
        sides[2] = (struct map_side){3 * i + 2, true};
        sides[3] = (struct map_side){3 * i, true};
        struct map_ring *ring = ARENA_NEW(r->arena, struct map_ring);
        *ring = (struct map_ring){sides, 4};
        struct str code = str_of(arena_printf(r->arena, "%02zu", i + 1));
        struct str name = str_of(arena_printf(r->arena, "Aire %zu", i + 1));
        struct point at = {SQUARE * ((double)i + 0.5), SQUARE / 2.0};
        areas[i] = (struct map_area){code, name, i / 2, at, ring, 1};
        groups[i / 2] = (struct map_group){code, str_of(arena_printf(r->arena, "Groupe %zu", i / 2 + 1)), at};
    }
    struct map_inset *parts = ARENA_ARRAY(r->arena, 2, struct map_inset);
    size_t *of = ARENA_ARRAY(r->arena, 2, size_t);
    of[0] = count - 1;
    parts[0] = (struct map_inset){STR("Lointaine"), &of[0], 1, false};
    parts[1] = (struct map_inset){STR("Proche"), &of[1], 1, true};
    *map = (struct map){square_borders(r, count),   areas, groups, parts, 3 * count + 1, count, (count + 1) / 2,
                        insets && count > 1 ? 2 : 0};
    return map;
}

/* A map of one series, whose categories are the areas or groups in their order. */
static inline struct chart make_map_chart(struct recorder *r, enum chart_kind kind, const struct map *map, bool groups,
                                          const double *numbers, size_t count)
{
    struct chart c = make_chart(r, kind, NULL, numbers, count);
    struct chart_places *places = ARENA_NEW(r->arena, struct chart_places);
    struct chart_category *categories = ARENA_ARRAY(r->arena, count, struct chart_category);
    size_t *at = ARENA_ARRAY(r->arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        at[i] = i;
        categories[i].label = groups ? map->groups[i].name : map->areas[i].name;
    }
    *places = (struct chart_places){.map = map, .groups = groups, .at = at};
    c.categories = categories;
    c.places = places;
    return c;
}

#endif
