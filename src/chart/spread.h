/* Moves labels apart (private to the folder). */
#ifndef BILAN_CHART_SPREAD_H
#define BILAN_CHART_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

/* Centres of `count` things of `heights`, in ascending order of their wanted `centres`, moved as little as keeps them apart and between low and high
 * (least squares, by pooling neighbours: Ayer et al. 1955). False when they do not fit. */
bool spread_apart(double *centres, const double *heights, size_t count, double low, double high);

#endif
