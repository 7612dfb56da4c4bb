/* Rows with their names at the left: bars, lanes, phases (private to the folder). */
#ifndef BILAN_CHART_ROWS_H
#define BILAN_CHART_ROWS_H

#include "chart/plot.h"

struct rows {
    const struct str *names;
    const bool *strong;
    size_t count;
    double top, pitch; /* of the rows, where they are even */
    enum chart_role role;
    size_t lines, every; /* of names */
    double width;        /* of the widest name */
};
struct rows rows_of_categories(const struct plot *p);
struct rows rows_of_series(const struct plot *p);
/* Rows of `pitch` from `top`: names in lines as the pitch allows, then smaller, then only some. */
void rows_fit(const struct plot *p, struct rows *rows, double top, double pitch);
double rows_middle(const struct rows *rows, size_t i);
/* The name of row i, ending at `right`, around `middle`. */
void rows_name(struct plot *p, const struct rows *rows, size_t i, double right, double middle);

#endif
