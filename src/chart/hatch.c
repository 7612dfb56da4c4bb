#include "chart/hatch.h"

#include <math.h>
#include <stdlib.h>

/* Where an edge of the outline meets a line of the pattern: which line, and how far along it. */
struct crossing {
    long line;
    double along;
};
struct direction {
    double x, y; /* of length 1 */
};
struct hatching {
    struct plot *plot;
    struct direction directions[2];
    size_t direction_count;
    double pitch;
    struct crossing *crossings[2];
    size_t count[2], capacity[2];
};

struct hatch hatch_of(size_t pattern)
{
    static const double pitches[] = {6, 3.6, 2.4, 9};
    size_t i = pattern > 0 ? pattern - 1 : 0;
    return (struct hatch){(enum hatch_form)(i % HATCH_FORMS), pitches[i / HATCH_FORMS % 4]};
}

struct hatching *hatching_start(struct plot *p, struct hatch hatch)
{
    const double half = sqrt(0.5);
    static const size_t counts[HATCH_FORMS] = {1, 1, 1, 1, 2};
    const struct direction directions[HATCH_FORMS] = {{half, -half}, {half, half}, {1, 0}, {0, 1}, {half, -half}};
    struct hatching *h = ARENA_NEW(p->arena, struct hatching);
    *h = (struct hatching){.plot = p, .pitch = hatch.pitch, .direction_count = counts[hatch.form]};
    h->directions[0] = directions[hatch.form];
    h->directions[1] = (struct direction){half, half};
    return h;
}

static void add(struct hatching *h, size_t direction, struct crossing crossing)
{
    struct crossing *all = h->crossings[direction];
    all = ARENA_ROOM(h->plot->arena, all, h->count[direction], &h->capacity[direction], 64);
    all[h->count[direction]++] = crossing;
    h->crossings[direction] = all;
}

/* An edge owns its end on the far side and not the one on the near: corners count once. */
void hatching_edge(struct hatching *h, struct point a, struct point b)
{
    for (size_t i = 0; i < h->direction_count; i++) {
        struct direction d = h->directions[i];
        double from = (a.y * d.x - a.x * d.y) / h->pitch, to = (b.y * d.x - b.x * d.y) / h->pitch;
        double start = a.x * d.x + a.y * d.y, end = b.x * d.x + b.y * d.y;
        long last = (long)floor(fmax(from, to));
        for (long line = (long)floor(fmin(from, to)) + 1; line <= last; line++)
            add(h, i, (struct crossing){line, start + (end - start) * ((double)line - from) / (to - from)});
    }
}

static int by_line(const void *a, const void *b)
{
    const struct crossing *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->along > y->along) - (x->along < y->along);
}

static struct point place(const struct hatching *h, size_t direction, const struct crossing *c)
{
    struct direction d = h->directions[direction];
    double across = (double)c->line * h->pitch;
    return (struct point){c->along * d.x - across * d.y, c->along * d.y + across * d.x};
}

void hatching_stroke(struct hatching *h, struct line_style line)
{
    cairo_t *cr = h->plot->pen.cr;
    for (size_t i = 0; i < h->direction_count; i++) {
        const struct crossing *c = h->crossings[i];
        size_t count = h->count[i];
        if (count > 0)
            qsort(h->crossings[i], count, sizeof *c, by_line);
        for (size_t k = 0; k + 1 < count; k++) {
            if (c[k].line != c[k + 1].line)
                continue;
            struct point from = place(h, i, &c[k]), to = place(h, i, &c[k + 1]);
            cairo_move_to(cr, from.x, from.y);
            cairo_line_to(cr, to.x, to.y);
            k++;
        }
    }
    pen_stroke(&h->plot->pen, line);
}

void hatch_rect(struct plot *p, struct rect r, struct hatch hatch, struct line_style line)
{
    double margin = line.width / 2;
    struct rect in = rect_inset(r, margin, margin, margin, margin);
    if (in.width <= 0 || in.height <= 0)
        return;
    double right = in.x + in.width, bottom = in.y + in.height;
    const struct point corners[] = {{in.x, in.y}, {right, in.y}, {right, bottom}, {in.x, bottom}};
    struct hatching *h = hatching_start(p, hatch);
    for (size_t i = 0; i < 4; i++)
        hatching_edge(h, corners[i], corners[(i + 1) % 4]);
    hatching_stroke(h, line);
}

struct line_style hatch_line(const struct plot *p, struct color fill)
{
    return (struct line_style){.color = color_on(p, fill), .width = 0.75};
}
