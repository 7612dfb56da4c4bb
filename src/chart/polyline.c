#include "chart/polyline.h"

static const double cell = 0.5;

/* The places of one cell of the x axis that are drawn, as indices. */
struct kept {
    size_t first, lowest, highest, last;
};

static struct kept keep(const struct line_place *places, size_t start, size_t end)
{
    struct kept k = {start, start, start, end - 1};
    for (size_t i = start; i < end; i++) {
        if (places[i].y > places[k.lowest].y)
            k.lowest = i;
        if (places[i].y < places[k.highest].y)
            k.highest = i;
    }
    return k;
}

static size_t cell_end(const struct line_place *places, size_t count, size_t start)
{
    size_t end = start + 1;
    while (end < count && places[end].present && places[end].x - places[start].x < cell)
        end++;
    return end;
}

static void line_to(struct plot *p, const struct line_place *place, bool first)
{
    if (first)
        cairo_move_to(p->pen.cr, place->x, place->y);
    else
        cairo_line_to(p->pen.cr, place->x, place->y);
}

static void cell_path(struct plot *p, const struct line_place *places, struct kept k, bool joined)
{
    size_t early = k.lowest < k.highest ? k.lowest : k.highest, late = k.lowest < k.highest ? k.highest : k.lowest;
    line_to(p, &places[k.first], !joined);
    if (early != k.first)
        line_to(p, &places[early], false);
    if (late != early && late != k.first)
        line_to(p, &places[late], false);
    if (k.last != late && k.last != k.first)
        line_to(p, &places[k.last], false);
}

void polyline_path(struct plot *p, const struct line_place *places, size_t count)
{
    bool joined = false;
    size_t i = 0;
    while (i < count) {
        if (!places[i].present) {
            joined = false;
            i++;
            continue;
        }
        size_t end = cell_end(places, count, i);
        cell_path(p, places, keep(places, i, end), joined);
        joined = true;
        i = end;
    }
}

bool polyline_alone(const struct line_place *places, size_t count, size_t i)
{
    bool before = i > 0 && places[i - 1].present, after = i + 1 < count && places[i + 1].present;
    return places[i].present && !before && !after;
}
