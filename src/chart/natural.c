#include "chart/extent.h"
#include "chart/plot.h"

/* Rows of a table's pitch: 22.6 for a label of 14. */
static const double row = 1.61;

static double rows_height(const struct chart_canvas *canvas, size_t rows, double extra)
{
    return (double)rows * row * canvas->size[CHART_LABEL] + extra;
}

double chart_natural_height(const struct chart *c, const struct chart_canvas *canvas)
{
    double legend = c->series_count > 1 ? 1.5 * canvas->size[CHART_KEY] + GAP : 0;
    double axis = 2 * canvas->size[CHART_TICK] + GAP;
    switch (c->kind) {
    case CHART_BARS:
        return rows_height(canvas, c->category_count * (extents_stacked(c) ? 1 : c->series_count), legend);
    case CHART_TARGETS:
        return rows_height(canvas, c->category_count, canvas->size[CHART_KEY] + GAP);
    case CHART_TIMELINE:
        return rows_height(canvas, c->category_count, axis);
    case CHART_MATRIX:
        return rows_height(canvas, c->series_count, axis);
    case CHART_STRIP:
    case CHART_BOX:
        return rows_height(canvas, 2 * c->series_count, axis);
    case CHART_COLUMNS:
    case CHART_LINES:
    case CHART_AREA:
    case CHART_DONUT:
    case CHART_SPARKLINE:
    case CHART_STEPS:
    case CHART_MAP:
    case CHART_MAP_CIRCLES:
        return 0;
    }
    return 0;
}
