/* What is drawn, kept until the whole chart has found its place: then all of it is handed over, or nothing (private to the folder). */
#ifndef BILAN_CHART_SHEET_H
#define BILAN_CHART_SHEET_H

#include "chart/chart.h"

struct mark {
    bool is_text;
    struct drawing drawing;
    struct rect box;
    struct label text;
};
struct sheet {
    struct arena *arena;
    struct mark *marks;
    size_t count, capacity;
};
/* A new mark at the end. */
struct mark *sheet_add(struct sheet *sheet);
void sheet_hand_over(const struct sheet *sheet, const struct chart_canvas *canvas);

#endif
