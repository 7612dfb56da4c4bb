/* Paths built with cairo, ended by a fill or stroke of our own that puts them on the sheet. */
#ifndef BILAN_CHART_PEN_H
#define BILAN_CHART_PEN_H

#include <cairo.h>

#include "chart/sheet.h"

struct pen {
    cairo_t *cr;
    struct sheet *sheet;
};

struct line_style {
    struct color color;
    double width;
    double dash[4];
    size_t dash_count;
    bool round;
};

void pen_open(struct pen *pen, struct sheet *sheet);
void pen_close(struct pen *pen);

/* End the current path of pen->cr. */
void pen_fill(struct pen *pen, struct color color);
void pen_stroke(struct pen *pen, struct line_style line);

void pen_rect(struct pen *pen, struct rect r, struct color fill);
void pen_line(struct pen *pen, struct point from, struct point to, struct line_style line);
void pen_disc(struct pen *pen, struct point centre, double radius, struct color fill);
void pen_ring(struct pen *pen, struct point centre, double radius, struct color fill, struct line_style line);
/* A stroke that stays inside the rectangle. */
void pen_frame(struct pen *pen, struct rect r, struct line_style line);

#endif
