/* Places rounded to whole pixels, so that rules are crisp and letters evenly spaced. Poppler rounds in the same way: its pictures of
 * the PDF and ours agree. */
#ifndef BILAN_PAINT_CAIRO_GRID_H
#define BILAN_PAINT_CAIRO_GRID_H

#include <cairo.h>

#include "page/display.h"

/* What positions are rounded to. */
enum cairo_grid { CAIRO_GRID_NONE, CAIRO_GRID_PIXELS };

/* Where a run's glyphs are measured from. */
struct point cairo_grid_origin(struct point origin);
/* Moves a glyph of an em of `size` points: down to a whole pixel, across to a quarter, or to a whole one when it is large or turned.
 * (cairo alone would move all to whole ones.) */
void cairo_grid_glyph(cairo_t *cr, cairo_glyph_t *glyph, double size);
/* Adds a rectangle to the path, `outset` points larger on each side, with its edges on whole pixels; no side is under a pixel. */
void cairo_grid_rectangle(cairo_t *cr, struct rect box, double outset);
/* Whether a path is one upright rectangle, and which. */
bool cairo_grid_find(const struct path *path, struct rect *out);
/* Whether a drawing is one level or upright line without dashes and visibly round ends, and the rectangle that it covers. */
bool cairo_grid_find_line(const struct drawing *drawing, struct rect *out);

#endif
