/* A series as a line (private to the folder). */
#ifndef BILAN_CHART_POLYLINE_H
#define BILAN_CHART_POLYLINE_H

#include "chart/plot.h"

struct line_place {
    double x, y;
    bool present;
};
/* Builds the path through the places, broken where one is missing. Where many lie in one half point, those that the eye can tell are kept: first, lowest, highest, last
 * (M4: Jugel et al. 2014). */
void polyline_path(struct plot *p, const struct line_place *places, size_t count);
/* Whether place `i` has no neighbour to be joined with. */
bool polyline_alone(const struct line_place *places, size_t count, size_t i);

#endif
