/* Points on the page. Origin top left, y downwards, lengths in PDF points (1/72 inch). */
#ifndef BILAN_PAGE_GEOMETRY_H
#define BILAN_PAGE_GEOMETRY_H

#include <stdbool.h>

struct point {
    double x, y;
};
struct rect {
    double x, y, width, height;
};
/* sRGB, each from 0 to 1. */
struct color {
    float red, green, blue;
};

struct rect rect_inset(struct rect r, double top, double right, double bottom, double left);
struct rect rect_union(struct rect a, struct rect b);
bool rect_overlaps(struct rect a, struct rect b, double tolerance);
bool rect_contains(struct rect outer, struct rect inner, double tolerance);

#endif
