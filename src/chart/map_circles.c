/* Circles on a map, their areas in proportion to the values, with as many values and names as find room. */
#include <math.h>
#include <stdlib.h>

#include "chart/map_plot.h"

static const double LARGEST = 0.075; /* radius of the largest circle, of the room */
enum {
    LEAST_LARGEST = 7,
    NAMED = 12, /* so many circles at most have a name outside of insets */
    NAME_WIDTH = 150
};

/* A category's circle on the page. */
struct circle {
    size_t category;
    struct point centre;
    double radius;
    const struct map_view *view;
};

static const struct chart_value *value_of(const struct map_plot *m, size_t category)
{
    return &m->plot->chart->series[0].values[category];
}

void map_circles_scale(struct map_plot *m, double room)
{
    double most = 0;
    for (size_t i = 0; i < m->plot->chart->category_count; i++)
        most = value_of(m, i)->present ? fmax(most, value_of(m, i)->number) : most;
    double radius = fmax(LARGEST * room, LEAST_LARGEST);
    m->unit = most > 0 ? radius / sqrt(most) : radius;
}

static int larger_first(const void *a, const void *b)
{
    const struct circle *x = a, *y = b;
    if (x->radius != y->radius)
        return x->radius < y->radius ? 1 : -1;
    return (x->category > y->category) - (x->category < y->category);
}

/* Those that have a size, large ones first: small ones stand on them. */
static struct circle *find_circles(const struct map_plot *m, size_t *count)
{
    size_t categories = m->plot->chart->category_count;
    struct circle *circles = ARENA_ARRAY(m->plot->arena, categories + 1, struct circle);
    *count = 0;
    for (size_t i = 0; i < categories; i++) {
        const struct map_view *home = map_home(m, i);
        if (home == NULL || !value_of(m, i)->present || value_of(m, i)->number < 0)
            continue;
        circles[(*count)++] =
            (struct circle){i, map_point(home, map_place(m, i)), m->unit * sqrt(value_of(m, i)->number), home};
    }
    qsort(circles, *count, sizeof *circles, larger_first);
    return circles;
}

double map_circles_overhang(const struct map_plot *m, struct rect room)
{
    size_t count;
    double most = 0;
    const struct circle *c = find_circles(m, &count);
    for (size_t i = 0; i < count; i++) {
        most = fmax(most, fmax(room.x - c[i].centre.x, c[i].centre.x - room.x - room.width) + c[i].radius);
        most = fmax(most, fmax(room.y - c[i].centre.y, c[i].centre.y - room.y - room.height) + c[i].radius);
    }
    return most;
}

/* Circles may cover each other's rims, not much more; but they do not get smaller than that. */
static const double LEAST_SHRINK = 0.55, COVERED = 0.25;

void map_circles_part(struct map_plot *m)
{
    size_t count;
    double shrink = 1;
    const struct circle *c = find_circles(m, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            double large = fmax(c[i].radius, c[k].radius), small = fmin(c[i].radius, c[k].radius);
            double apart = hypot(c[i].centre.x - c[k].centre.x, c[i].centre.y - c[k].centre.y);
            if (c[i].view == c[k].view && small > 0)
                shrink = fmin(shrink, apart / (large + COVERED * small));
        }
    m->unit *= fmax(shrink, LEAST_SHRINK);
}

/* Whether a circle that stands on this one, a smaller one, meets the box. */
static bool is_covered(const struct circle *c, size_t i, size_t count, struct rect box)
{
    for (size_t k = i + 1; k < count; k++) {
        double x = fmin(fmax(c[k].centre.x, box.x), box.x + box.width) - c[k].centre.x;
        double y = fmin(fmax(c[k].centre.y, box.y), box.y + box.height) - c[k].centre.y;
        if (hypot(x, y) < c[k].radius + 1)
            return true;
    }
    return false;
}

/* The value in its circle, where it fits. */
static bool write_inside(struct map_plot *m, const struct circle *circles, size_t i, size_t count)
{
    const struct circle *c = &circles[i];
    struct plot *p = m->plot;
    const struct rich *text = value_text(p, value_of(m, c->category));
    double width = text_width(p, text, CHART_VALUE), height = text_size(p, CHART_VALUE) * 0.7;
    if (hypot(width, height) > 2 * c->radius - 3)
        return false;
    struct label label = {
        text,        CHART_VALUE, color_on(p, p->look->plain), c->centre.x, c->centre.y + text_drop(p, CHART_VALUE),
        CHART_MIDDLE};
    return !is_covered(circles, i, count, label_box(p, &label)) && label_place(p, &label);
}

/* Lines around the circle: at its right, left, below or above it. */
static bool place_lines(struct plot *p, const struct circle *c, const struct wrapped *text, int side)
{
    double size = text_size(p, CHART_TICK), step = 1.1 * size, height = step * (double)text->count;
    double reach = c->radius + 3;
    double x = side == 0 ? c->centre.x + reach : side == 1 ? c->centre.x - reach : c->centre.x;
    double top = side == 2 ? c->centre.y + reach : side == 3 ? c->centre.y - reach - height : c->centre.y - height / 2;
    enum chart_anchor anchor = side == 0 ? CHART_START : side == 1 ? CHART_END : CHART_MIDDLE;
    struct label *lines = ARENA_ARRAY(p->arena, text->count + 1, struct label);
    for (size_t i = 0; i < text->count; i++) {
        lines[i] =
            (struct label){text->lines[i], CHART_TICK, p->look->ink, x, top + step * (double)i + 0.8 * size, anchor};
        if (!label_fits(p, &lines[i]))
            return false;
    }
    for (size_t i = 0; i < text->count; i++)
        label_place(p, &lines[i]);
    return true;
}

static void name_circle(struct map_plot *m, const struct circle *c, bool inside)
{
    struct plot *p = m->plot;
    struct str name = map_name(m->places, c->category);
    bool alone = c->view->inset != NULL && c->view->inset->count == 1;
    struct str value = value_words(p->chart->language, p->arena, value_of(m, c->category));
    if (alone && inside)
        return;
    struct str text = inside  ? name
                      : alone ? value
                              : str_of(arena_printf(p->arena, "%.*s %.*s", STR_ARG(name), STR_ARG(value)));
    struct wrapped lines = text_wrap(p, text, CHART_TICK, NAME_WIDTH, 3);
    for (int side = 0; side < 4 && !lines.cut && lines.count > 0; side++)
        if (place_lines(p, c, &lines, side))
            return;
}

/* The square inside a circle: labels may touch its rim, not its middle. */
static void avoid_circle(struct plot *p, const struct circle *c)
{
    double half = 0.85 * c->radius;
    label_avoid(p, (struct rect){c->centre.x - half, c->centre.y - half, 2 * half, 2 * half});
}

void map_draw_circles(struct map_plot *m)
{
    struct plot *p = m->plot;
    size_t count;
    struct circle *circles = find_circles(m, &count);
    bool *inside = ARENA_ARRAY(p->arena, count + 1, bool);
    for (size_t i = 0; i < count && circles[i].radius > 0; i++) {
        pen_disc(&p->pen, circles[i].centre, circles[i].radius + 0.75, p->look->background);
        pen_disc(&p->pen, circles[i].centre, circles[i].radius, p->look->plain);
    }
    for (size_t i = count; i-- > 0;)
        inside[i] = write_inside(m, circles, i, count);
    for (size_t i = 0; i < count; i++)
        avoid_circle(p, &circles[i]);
    for (size_t i = 0; i < count; i++)
        if (m->places->groups || i < NAMED || circles[i].view->inset != NULL)
            name_circle(m, &circles[i], inside[i]);
}
