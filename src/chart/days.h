/* Days as numbers and the months and years they lie in. */
#ifndef BILAN_CHART_DAYS_H
#define BILAN_CHART_DAYS_H

#include "chart/chart.h"

/* Months from year 0, January. */
long days_month(double day);
double month_start(long month);

/* The unit in which dated categories follow each other evenly: a slot a category, empty slots where one is left out. */
struct slots {
    size_t count;
    const size_t *of; /* slot of each category */
};
struct slots slots_of(const struct chart *chart, struct arena *a);

#endif
