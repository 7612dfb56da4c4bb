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

struct rect label_box(const struct plot *p, const struct label *label)
{
    double width = text_width(p, label->text, label->role), size = text_size(p, label->role);
    double x = label->x;
    switch (label->anchor) {
    case CHART_START:
        break;
    case CHART_MIDDLE:
        x -= width / 2;
        break;
    case CHART_END:
        x -= width;
        break;
    }
    return (struct rect){x, label->y - above * size, width, size};
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
    if (p->taken_count == p->taken_capacity) {
        size_t capacity = p->taken_capacity ? 2 * p->taken_capacity : 64;
        p->taken = arena_grow(p->arena, p->taken, p->taken_count, capacity, sizeof *p->taken);
        p->taken_capacity = capacity;
    }
    p->taken[p->taken_count++] = box;
}

bool label_place(struct plot *p, const struct label *label)
{
    struct rect box = label_box(p, label);
    if (!box_fits(p, box))
        return false;
    label_avoid(p, box);
    *sheet_add(&p->sheet) = (struct mark){.is_text = true,
                                          .text = label->text,
                                          .role = label->role,
                                          .anchor = label->anchor,
                                          .color = label->color,
                                          .x = label->x,
                                          .y = label->y};
    return true;
}
