/* A map being drawn: what its parts share (private to the folder). */
#ifndef BILAN_CHART_MAP_PLOT_H
#define BILAN_CHART_MAP_PLOT_H

#include "chart/hatch.h"
#include "chart/map.h"

#define NOWHERE SIZE_MAX

/* The map, or an inset of it, at its place on the page. */
struct map_view {
    const struct map_inset *inset; /* NULL: the map itself */
    struct rect from, to;          /* in the map's units, in points */
    double scale;
    struct rect cell; /* of an inset: its name and its picture */
    bool *shows;      /* which areas it draws */
    size_t *borders;  /* those of the areas that it draws */
    size_t border_count;
    struct map_border *lines; /* each border on the page, thinned to what can be seen; empty where the view has none */
};
/* Areas of one look. Shades of a map with classes, light to dark. */
struct map_class {
    struct chart_class bounds;
    double from; /* least value of the class */
    struct color fill;
};
struct map_plot {
    struct plot *plot;
    const struct chart_places *places;
    const struct map *map;
    size_t *category;       /* of each area; NOWHERE: none */
    bool *apart;            /* areas that only an inset shows */
    size_t (*sides)[2];     /* areas on either side of each border, NOWHERE: outside */
    struct rect *boxes;     /* around each border, in the map's units */
    struct map_view *views; /* the map first */
    size_t view_count;
    struct map_class *classes;
    size_t class_count;
    double unit; /* radius of the circle of 1; 0: shades */
};

/* Whether the view draws the area; NOWHERE is none. */
static inline bool map_shows(const struct map_view *view, size_t area)
{
    return area != NOWHERE && view->shows[area];
}
struct point map_point(const struct map_view *view, struct point p);
/* The category's value; NULL when the area has none. */
const struct chart_value *map_value(const struct map_plot *m, size_t area);
struct point map_place(const struct map_plot *m, size_t category);
struct str map_name(const struct chart_places *places, size_t category);
/* The view that draws what stands for the category (an enlarging one goes first); NULL: none. */
const struct map_view *map_home(const struct map_plot *m, size_t category);

/* Around borders, outlines, and the areas of an inset, in the map's units. */
struct rect *map_border_boxes(struct arena *a, const struct map *map);
struct rect map_ring_box(const struct map_plot *m, const struct map_ring *ring);
struct rect map_inset_box(const struct map_plot *m, const struct map_inset *inset);

/* Finds room for the map and its insets. False when there is none. */
bool map_views_place(struct map_plot *m, struct rect room);
/* Puts the borders of each view on the page. */
void map_views_trace(struct map_plot *m);
/* The names of the insets. */
void map_views_name(struct map_plot *m);

/* Classes of the values: those on record, else natural breaks. */
void map_classes_find(struct map_plot *m);
size_t map_class_of(const struct map_plot *m, const struct chart_value *value);

/* The path around the view's areas whose entry in `kinds` is `kind`: neighbours among them have no line between them. To be filled even-odd. */
void map_trace_outline(struct map_plot *m, const struct map_view *view, const size_t *kinds, size_t kind);
void map_trace_border(struct map_plot *m, const struct map_view *view, size_t border);

/* Areas filled by class, or as ground for circles; hatched where there is no value. */
void map_draw_areas(struct map_plot *m);

/* Values in their areas, where they fit. */
void map_write_values(struct map_plot *m);

/* The radius of 1 that suits the values; then where circles stand out of `room`, in points. */
void map_circles_scale(struct map_plot *m, double room);
double map_circles_overhang(const struct map_plot *m, struct rect room);
/* Makes circles smaller where one would hide what another is. */
void map_circles_part(struct map_plot *m);
void map_draw_circles(struct map_plot *m);

/* What shades, hatching and circles mean. */
struct map_legend {
    struct rich const **texts;
    double width, height; /* as a column */
    double entry;         /* width of an entry */
    size_t count;
    bool hatched; /* the last entry is of areas without a value */
    double circles[3];
};
struct map_legend map_legend_measure(struct map_plot *m);
/* Height of the legend in rows of at most `width`. */
double map_legend_rows(const struct map_plot *m, const struct map_legend *legend, double width);
void map_legend_draw(struct map_plot *m, const struct map_legend *legend, struct rect room);

/* The highest values by name, if `room` holds them. */
void map_ranking_draw(struct map_plot *m, struct rect room);

/* Of areas without a value. */
struct hatch map_hatch(void);
struct line_style map_hatch_line(const struct map_plot *m);

#endif
