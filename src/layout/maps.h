/* The maps of an edition: each geometry file is read once (private to the folder). */
#ifndef BILAN_LAYOUT_MAPS_H
#define BILAN_LAYOUT_MAPS_H

#include "chart/map.h"
#include "layout/job.h"

/* Limits on one file. */
enum { MAP_MAX_BYTES = 1024 * 1024, MAP_MAX_AREAS = 1000, MAP_MAX_POINTS = 100000 };

struct maps *maps_new(struct arena *a);
/* The map whose geometry file a field names; NULL when it cannot be used, which is recorded once for each place that names it.
 *
 * The file is YAML: `borders`, SVG path data of straight lines, each M a border; `areas`, one a line: code, group, x, y, outline, name, where the
 * outline is the numbers of its borders in turn ("3 -4 5": the second one backwards), rings parted by '/'; `groups`, one a line: code, x, y, name;
 * `insets` with `name`, `areas` and `enlarged`; `source` and `licence`, for people. */
const struct map *maps_get(struct job *job, const struct value *name);

/* The map of a geometry file's tree; NULL (recorded) when it is no map. */
const struct map *map_read(struct arena *a, struct diags *d, const struct node *tree);

#endif
