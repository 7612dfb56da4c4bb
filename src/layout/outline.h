/* Paths being drawn: rectangles, rounded corners, discs, SVG path data (private to the folder). */
#ifndef BILAN_LAYOUT_OUTLINE_H
#define BILAN_LAYOUT_OUTLINE_H

#include "base/arena.h"
#include "base/str.h"
#include "page/display.h"

/* A path that grows in an arena. Zero-initialise but for the arena. */
struct outline {
    struct arena *arena;
    enum path_verb *verbs;
    struct point *points;
    size_t verb_count, point_count, verb_capacity, point_capacity;
};

/* One that will have about that many points. */
struct outline outline_new(struct arena *a, size_t points);
void outline_move(struct outline *o, double x, double y);
void outline_line(struct outline *o, double x, double y);
void outline_curve(struct outline *o, struct point a, struct point b, struct point to);
void outline_close(struct outline *o);

void outline_rect(struct outline *o, struct rect r);
/* Corners from the top left clockwise; each is cut down to what the rectangle has room for. */
void outline_rounded(struct outline *o, struct rect r, const double radius[4]);
void outline_disc(struct outline *o, double x, double y, double radius);

/* The finished path; the outline must not grow afterwards. */
struct path outline_path(const struct outline *o);
/* `path` moved and scaled. */
struct path path_placed(struct arena *a, const struct path *path, double x, double y, double scale);

/* SVG 1.1 path data (all commands). False, with the byte where reading stopped, when it is malformed. */
bool svg_path(struct arena *a, struct str data, struct path *out, size_t *stopped);

#endif
