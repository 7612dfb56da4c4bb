#include <math.h>

#include "chart/plot.h"

double text_width(const struct plot *p, const struct rich *text, enum chart_role role)
{
    return p->canvas->measure(p->canvas->data, text, role);
}

double text_size(const struct plot *p, enum chart_role role)
{
    return p->canvas->size[role];
}

/* Letters stand between 0.76 em above the baseline (capitals with an accent a little more) and 0.24 em below it; digits and capitals are 0.66 em high. */
static const double above = 0.76, capital = 0.66;

double text_drop(const struct plot *p, enum chart_role role)
{
    return capital / 2 * text_size(p, role);
}

double text_rise(const struct plot *p, enum chart_role role)
{
    return above * text_size(p, role);
}

double chart_anchor_shift(enum chart_anchor anchor, double width)
{
    switch (anchor) {
    case CHART_START:
        return 0;
    case CHART_MIDDLE:
        return width / 2;
    case CHART_END:
    case CHART_UPWARDS:
        return width;
    }
    return 0;
}

struct rect label_box(const struct plot *p, const struct label *label)
{
    double width = text_width(p, label->text, label->role), size = text_size(p, label->role);
    double before = chart_anchor_shift(label->anchor, width);
    if (label->anchor == CHART_UPWARDS)
        return (struct rect){label->x - above * size, label->y, size, width};
    return (struct rect){label->x - before, label->y - above * size, width, size};
}

static bool box_fits(const struct plot *p, struct rect box)
{
    if (!rect_contains(p->frame, box, 0.01))
        return false;
    for (size_t i = 0; i < p->taken_count; i++)
        if (rect_overlaps(p->taken[i], box, 0.01))
            return false;
    return true;
}

bool label_fits(const struct plot *p, const struct label *label)
{
    return box_fits(p, label_box(p, label));
}

void label_avoid(struct plot *p, struct rect box)
{
    p->taken = ARENA_ROOM(p->arena, p->taken, p->taken_count, &p->taken_capacity, 64);
    p->taken[p->taken_count++] = box;
}

bool label_place(struct plot *p, const struct label *label)
{
    struct rect box = label_box(p, label);
    if (!box_fits(p, box))
        return false;
    label_avoid(p, box);
    *sheet_add(&p->sheet) = (struct mark){.is_text = true, .text = *label};
    return true;
}

void label_keep_inside(const struct plot *p, struct label *label)
{
    struct rect box = label_box(p, label);
    double right = p->frame.x + p->frame.width;
    label->x -= fmax(box.x + box.width - right, 0);
    box = label_box(p, label);
    label->x += fmax(p->frame.x - box.x, 0);
}
