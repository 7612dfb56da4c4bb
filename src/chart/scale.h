/* From values to lengths, and where the ticks stand. */
#ifndef BILAN_CHART_SCALE_H
#define BILAN_CHART_SCALE_H

#include <stdbool.h>
#include <stddef.h>

enum { SCALE_TICKS = 32 };

struct ticks {
    double at[SCALE_TICKS];
    size_t count;
    double step; /* 0 on a logarithmic scale */
};

/* Round ticks around [low, high], about `wanted` of them; the outer ones enclose the data. */
struct ticks ticks_round(double low, double high, size_t wanted);
/* Powers of ten, with 2 and 5 between them where there are few. */
struct ticks ticks_logarithmic(double low, double high, size_t wanted);

/* Maps [low, high] to [from, to]. */
struct scale {
    double low, high, from, to;
    bool logarithmic;
};
double scale_place(const struct scale *s, double value);

/* The range of values, which may be empty. */
struct range {
    double low, high;
    bool any;
};
void range_add(struct range *r, double value);

#endif
