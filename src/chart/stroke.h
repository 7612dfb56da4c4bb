/* Lines that tell series apart without colour, and lines of targets (private to the folder). */
#ifndef BILAN_CHART_STROKE_H
#define BILAN_CHART_STROKE_H

#include "chart/plot.h"

struct line_style series_line(struct color color, size_t series);
/* Disc, square, triangle, diamond: filled, then hollow. */
void series_marker(struct plot *p, struct point at, size_t series, struct color color);
/* Builds the path of a diamond, `half` as high and wide on each side. */
void diamond_path(cairo_t *cr, struct point centre, double half);
struct line_style target_line(const struct plot *p);

enum { MARKER = 7 }; /* its height and width */

#endif
