/* What stands beside columns: their targets' names, and their series' (private to the folder). */
#ifndef BILAN_CHART_COLUMN_LABELS_H
#define BILAN_CHART_COLUMN_LABELS_H

#include "chart/bands.h"
#include "chart/series_ends.h"

/* Whether there is one target, which is named at its line instead of in a legend. */
bool target_is_single(const struct chart *chart);
/* Keeps labels off the lines of targets; names a single one. */
void column_targets_label(struct bands *b);

/* Names of the series beside the last stack, where they fit; width 0 where they do not. */
struct series_ends column_ends_fit(const struct bands *b);
void column_ends_place(struct bands *b, const struct series_ends *ends, struct rect in);

#endif
