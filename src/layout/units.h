/* Units of a unit chart (private to the folder). */
#ifndef BILAN_LAYOUT_UNITS_H
#define BILAN_LAYOUT_UNITS_H

#include "layout/outline.h"
#include "layout/theme.h"

/* One unit with its centre at x, y. */
void outline_unit(struct outline *o, const struct unit_mark *mark, double x, double y, double scale);
/* How such units are drawn. */
struct drawing unit_drawing(const struct unit_mark *mark, struct path path, double scale);

#endif
