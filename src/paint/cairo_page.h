/* One page's display list replayed on a cairo context, for every raster and vector output of cairo's. */
#ifndef BILAN_PAINT_CAIRO_PAGE_H
#define BILAN_PAINT_CAIRO_PAGE_H

#include "page/document.h"
#include "paint/cairo_faces.h"
#include "paint/cairo_grid.h"

/* Draws in points, origin top left. Errors stay in the context's status. */
void cairo_page_draw(cairo_t *cr, const struct page *page, const struct cairo_faces *faces, enum cairo_grid grid);

#endif
