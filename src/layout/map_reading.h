/* Reading the geometry of a map: what its parts share (private to the folder). */
#ifndef BILAN_LAYOUT_MAP_READING_H
#define BILAN_LAYOUT_MAP_READING_H

#include "layout/maps.h"
#include "layout/reading.h"

struct map_reading {
    struct reading r;
    struct map map;
    bool good;
};

/* Records that the map cannot be used, and why. */
void map_complain(struct map_reading *m, struct span at, const char *what, struct str text);
/* `borders`: SVG path data of straight lines, each move a border. */
void map_read_borders(struct map_reading *m, const struct node *map);
/* `shape` of an area: the numbers of its borders in turn, backwards ones negative, outlines parted by '/'. */
void map_read_shape(struct map_reading *m, const struct node *map, struct map_area *area);

#endif
