#include "chart/chart.h"

static const struct {
    const char *name;
    enum chart_kind kind;
    bool stacked, percent;
} names[] = {
    {"columns", CHART_COLUMNS, false, false},
    {"grouped-columns", CHART_COLUMNS, false, false},
    {"stacked-columns", CHART_COLUMNS, true, false},
    {"columns-100", CHART_COLUMNS, true, true},
    {"bars", CHART_BARS, false, false},
    {"grouped-bars", CHART_BARS, false, false},
    {"stacked-bars", CHART_BARS, true, false},
    {"bars-100", CHART_BARS, true, true},
    {"lines", CHART_LINES, false, false},
    {"stacked-area", CHART_AREA, true, false},
    {"area-100", CHART_AREA, true, true},
    {"donut", CHART_DONUT, false, false},
    {"targets", CHART_TARGETS, false, false},
    {"sparkline", CHART_SPARKLINE, false, false},
    {"strip", CHART_STRIP, false, false},
    {"box", CHART_BOX, false, false},
    {"matrix", CHART_MATRIX, false, false},
    {"timeline", CHART_TIMELINE, false, false},
    {"steps", CHART_STEPS, false, false},
    {"map", CHART_MAP, false, false},
    {"map-circles", CHART_MAP_CIRCLES, false, false},
};
enum { NAME_COUNT = sizeof names / sizeof *names };

bool chart_kind_find(struct str name, struct chart *chart)
{
    for (size_t i = 0; i < NAME_COUNT; i++)
        if (str_is(name, names[i].name)) {
            chart->kind = names[i].kind;
            chart->stacked = names[i].stacked;
            chart->percent = names[i].percent;
            return true;
        }
    return false;
}

const char *chart_kind_name(size_t i)
{
    return i < NAME_COUNT ? names[i].name : NULL;
}
