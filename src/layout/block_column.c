/* Boxes downwards. */
#include <math.h>

#include "layout/container.h"
#include "layout/portion.h"

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    struct extent all = {0, 0};
    flow_expand(f, frame, frame->box->children, frame->box->child_count, frame->scope);
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        flow_measure(f, c, width, INFINITY);
        if (isnan(frame->baseline))
            frame->baseline = all.height + c->baseline;
        all.width = fmax(all.width, c->width);
        all.height += c->height + portion_gap_below(frame, c);
    }
    (void)height;
    return all;
}

static double fractions(const struct frame *frame, double *taken)
{
    double sum = 0;
    *taken = 0;
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        bool fraction = c->box->height.unit == UNIT_FRACTION;
        if (c->elsewhere)
            continue;
        sum += fraction ? c->box->height.n : 0;
        *taken += (fraction ? 0 : c->height) + portion_gap_below(frame, c);
    }
    return sum;
}

static double child_height(const struct frame *c, double unit, double room)
{
    if (c->box->height.unit == UNIT_FRACTION)
        return unit * c->box->height.n;
    return c->box->height.unit == UNIT_PERCENT ? c->box->height.n * room / 100 : c->height;
}

static double child_width(const struct frame *c, const struct frame *column, double room)
{
    bool own = c->box->width.unit == UNIT_POINTS || c->box->width.unit == UNIT_PERCENT ||
               c->box->width.unit == UNIT_CONTENT || column->box->align == HORIZONTAL_CENTER ||
               column->box->align == HORIZONTAL_RIGHT;
    return own ? c->width : room;
}

static bool arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct box *box = frame->box;
    double taken, sum = fractions(frame, &taken), y = inner.y;
    double unit = sum > 0 ? fmax(0, inner.height - taken) / sum : 0;
    if (sum <= 0 && (box->valign == VERTICAL_MIDDLE || box->valign == VERTICAL_BOTTOM))
        y += fmax(
            0, container_shift(box->valign == VERTICAL_MIDDLE ? POSITION_MIDDLE : POSITION_END, inner.height, taken));
    bool told = false;
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        if (c->elsewhere)
            continue;
        double width = child_width(c, frame, inner.width), height = child_height(c, unit, inner.height);
        enum position position = container_across(box->align, POSITION_START);
        double x = inner.x + container_shift(position, inner.width, width);
        told |= flow_arrange(f, c, (struct rect){x, y, width, height});
        y += height + portion_gap_below(frame, c);
    }
    return told;
}

const struct block block_column = {.key = "column",
                                   .compile = container_compile,
                                   .measure = measure,
                                   .arrange = arrange,
                                   .emit = container_emit,
                                   .divide = portion_divide_down,
                                   .advance = portion_advance_down,
                                   .shown = portion_shown_down};
