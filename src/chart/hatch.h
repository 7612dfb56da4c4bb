/* Patterns that tell marks apart where colours do not: lines inside an outline (private to the folder). */
#ifndef BILAN_CHART_HATCH_H
#define BILAN_CHART_HATCH_H

#include "chart/plot.h"

enum hatch_form { HATCH_RISING, HATCH_FALLING, HATCH_LEVEL, HATCH_UPRIGHT, HATCH_CROSSED, HATCH_FORMS };
struct hatch {
    enum hatch_form form;
    double pitch; /* between lines */
};
/* What pattern number `pattern` looks like, from 1; 0 is plain. */
struct hatch hatch_of(size_t pattern);

/* Closed outlines of straight lines, filled by the even-odd rule: add each line of each, in any order, then stroke. */
struct hatching;
struct hatching *hatching_start(struct plot *p, struct hatch hatch);
void hatching_edge(struct hatching *h, struct point from, struct point to);
void hatching_stroke(struct hatching *h, struct line_style line);

/* Hatches a rectangle. */
void hatch_rect(struct plot *p, struct rect r, struct hatch hatch, struct line_style line);
/* The line in which a pattern is drawn on `fill`. */
struct line_style hatch_line(const struct plot *p, struct color fill);

#endif
