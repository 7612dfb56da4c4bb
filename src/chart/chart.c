#include <math.h>

#include "chart/plot.h"

static bool draw_kind(struct plot *p)
{
    switch (p->chart->kind) {
    case CHART_COLUMNS:
        return draw_columns(p);
    case CHART_BARS:
        return draw_bars(p);
    case CHART_LINES:
        return draw_lines(p);
    case CHART_AREA:
        return draw_area(p);
    case CHART_DONUT:
        return draw_donut(p);
    case CHART_TARGETS:
        return draw_targets(p);
    case CHART_SPARKLINE:
        return draw_sparkline(p);
    case CHART_STRIP:
        return draw_strip(p);
    case CHART_BOX:
        return draw_boxes(p);
    case CHART_MATRIX:
        return draw_matrix(p);
    case CHART_TIMELINE:
        return draw_timeline(p);
    case CHART_STEPS:
        return draw_steps(p);
    case CHART_MAP:
    case CHART_MAP_CIRCLES:
        return draw_map(p);
    }
    return false;
}

static bool is_usable(struct rect frame)
{
    return isfinite(frame.x) && isfinite(frame.y) && frame.width > 0 && frame.height > 0 && frame.width < 1e4 &&
           frame.height < 1e4;
}

enum chart_fault chart_draw(const struct chart *chart, const struct chart_look *look, struct rect frame,
                            const struct chart_canvas *canvas)
{
    enum chart_fault fault = chart_check(chart, NULL);
    if (fault != CHART_OK)
        return fault;
    if (!is_usable(frame))
        return CHART_TOO_SMALL;
    struct arena *a = arena_new();
    struct plot p = {.chart = chart, .look = look, .canvas = canvas, .arena = a, .frame = frame};
    p.sheet.arena = a;
    pen_open(&p.pen, &p.sheet);
    bool drawn = draw_kind(&p);
    pen_close(&p.pen);
    if (drawn)
        sheet_hand_over(&p.sheet, canvas);
    arena_free(a);
    return drawn ? CHART_OK : CHART_TOO_SMALL;
}
