/* Maps: the geometry of a country's areas, and which area each category of a chart stands for. Knows no country. */
#ifndef BILAN_CHART_MAP_H
#define BILAN_CHART_MAP_H

#include "chart/chart.h"

/* A line between two areas, or between one and what lies outside. Units are the map's own, y downwards. */
struct map_border {
    const struct point *points;
    size_t count; /* at least 2 */
};
/* A border as a part of an area's outline. */
struct map_side {
    size_t border;
    bool backwards;
};
/* A closed outline: each side ends where the next one starts. */
struct map_ring {
    const struct map_side *sides;
    size_t count;
};
struct map_area {
    struct str code, name;
    size_t group;    /* index */
    struct point at; /* where what stands for the area is put */
    const struct map_ring *rings;
    size_t ring_count;
};
/* Areas taken together, as the departments of a region. */
struct map_group {
    struct str code, name;
    struct point at;
};
/* Areas drawn in a cell of their own: far away ones instead of on the map, or close ones enlarged. */
struct map_inset {
    struct str name;
    const size_t *areas;
    size_t count;
    bool enlarged;
};
struct map {
    const struct map_border *borders;
    const struct map_area *areas;
    const struct map_group *groups;
    const struct map_inset *insets;
    size_t border_count, area_count, group_count, inset_count;
};

/* A class of values as it is on record, where the values themselves are not. */
struct chart_class {
    struct chart_value low, high; /* high is missing: one value, or */
    bool open;                    /* no upper bound */
};
/* "1 à 16", "377 ou plus", with the figures of its bounds. */
const struct rich *chart_class_text(struct language *language, struct arena *a, const struct chart_class *c);

/* Where the categories of a map lie. */
struct chart_places {
    const struct map *map;
    bool groups;                       /* categories are groups, not areas */
    const size_t *at;                  /* index of each category's area or group; no two the same */
    const struct chart_class *classes; /* from the lowest; the values are then their indices */
    size_t class_count;
    struct str missing; /* what is said of areas without a value; empty: not available */
};

#endif
