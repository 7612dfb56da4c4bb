/* Axes: gridlines with the numbers of a value scale, names of categories, dates (private to the folder). */
#ifndef BILAN_CHART_AXIS_H
#define BILAN_CHART_AXIS_H

#include "chart/plot.h"

enum { TICK_DISTANCE = 64 }; /* comfortable, between gridlines */

/* The values' own range, widened where it is a single value, so that it can be scaled. */
struct range axis_range(struct range values, bool from_zero);
struct ticks axis_ticks(const struct plot *p, struct range values, double length);
/* The scale that runs from the first to the last tick. */
struct scale axis_scale(const struct plot *p, const struct ticks *ticks, double from, double to);
const struct rich *tick_text(const struct plot *p, const struct ticks *ticks, size_t i);
double axis_label_width(const struct plot *p, const struct ticks *ticks);

/* Horizontal gridlines from `left` to `right`, numbers at their left. */
void axis_rows(struct plot *p, const struct ticks *ticks, const struct scale *scale, double left, double right);
/* Vertical gridlines from `top` to `bottom`, numbers below. */
void axis_columns(struct plot *p, const struct ticks *ticks, const struct scale *scale, double top, double bottom);
double axis_columns_height(const struct plot *p);
/* The line that values start from. */
void axis_base(struct plot *p, struct point from, struct point to);

/* Names below columns: in lines, turned, or only every so many. */
struct names {
    enum chart_role role;
    size_t every;
    const struct wrapped *of; /* each category */
    double height;            /* of the highest, with the gap above it */
    bool turned;              /* all read upwards */
};
struct names names_fit(const struct plot *p, double pitch);
/* The name of category `i` centred at x under `top`. */
void names_place(struct plot *p, const struct names *names, size_t i, double x, double top);

/* Dates below a scale of days (scale->from to scale->to), ticks included. */
void axis_dates(struct plot *p, const struct scale *scale, double top);

#endif
