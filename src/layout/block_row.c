/* Boxes rightwards. */
#include <math.h>

#include "layout/container.h"
#include "layout/portion.h"

static enum unit unit_of(const struct frame *c)
{
    if (c->box->width.unit != UNIT_NONE)
        return c->box->width.unit;
    return c->box->block->intrinsic ? UNIT_CONTENT : UNIT_FRACTION;
}

static double share_of(const struct frame *c)
{
    return c->box->width.unit == UNIT_FRACTION ? c->box->width.n : 1;
}

/* Children of settled and natural widths first; the others share what is left. */
static double measure_widths(struct flow *f, struct frame *frame, double width)
{
    double taken = frame->child_count > 1 ? frame->box->gap * (double)(frame->child_count - 1) : 0, shares = 0;
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        enum unit unit = unit_of(c);
        if (unit == UNIT_FRACTION) {
            shares += share_of(c);
            continue;
        }
        double own = unit == UNIT_CONTENT ? fmax(0, width - taken) : container_points(c->box->width, width);
        flow_measure(f, c, unit == UNIT_PERCENT ? width : own, INFINITY);
        taken += c->width;
    }
    double unit = shares > 0 ? fmax(0, width - taken) / shares : 0;
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        if (unit_of(c) != UNIT_FRACTION)
            continue;
        flow_measure(f, c, unit * share_of(c), INFINITY);
        if (c->need.width <= unit * share_of(c))
            c->width = unit * share_of(c);
        taken += c->width;
    }
    return taken;
}

static double lowest_baseline(const struct frame *frame)
{
    double deepest = NAN;
    for (struct frame *c = frame->first; c != NULL; c = c->next)
        if (!isnan(c->baseline))
            deepest = isnan(deepest) ? c->baseline : fmax(deepest, c->baseline);
    return deepest;
}

static double drop(const struct frame *frame, const struct frame *c)
{
    bool lined = frame->box->valign == VERTICAL_BASELINE && !isnan(c->baseline) && !c->begun;
    return lined ? lowest_baseline(frame) - c->baseline : 0;
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    (void)height;
    flow_expand(f, frame, frame->box->children, frame->box->child_count, frame->scope);
    struct extent all = {measure_widths(f, frame, width), 0};
    for (struct frame *c = frame->first; c != NULL; c = c->next)
        all.height = fmax(all.height, drop(frame, c) + c->height);
    frame->baseline =
        frame->box->valign == VERTICAL_BASELINE || frame->box->valign == VERTICAL_NONE ? lowest_baseline(frame) : NAN;
    return all;
}

/* Unless the row places them, children without a height of their own are as high as it. */
static struct rect child_rect(const struct frame *frame, const struct frame *c, struct rect inner, double x)
{
    bool own = c->box->height.unit == UNIT_POINTS;
    struct rect r = {x, inner.y, c->width, own ? c->height : inner.height};
    if (c->box->height.unit == UNIT_PERCENT)
        r.height = c->box->height.n * inner.height / 100;
    if (frame->box->valign == VERTICAL_NONE || frame->box->valign == VERTICAL_TOP) {
        if (frame->box->valign == VERTICAL_TOP)
            r.height = c->height;
        return r;
    }
    r.height = c->height;
    if (frame->box->valign == VERTICAL_BASELINE)
        r.y += drop(frame, c);
    else
        r.y += container_shift(frame->box->valign == VERTICAL_MIDDLE ? POSITION_MIDDLE : POSITION_END, inner.height,
                               c->height);
    return r;
}

static bool arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    double taken = frame->child_count > 1 ? frame->box->gap * (double)(frame->child_count - 1) : 0;
    for (struct frame *c = frame->first; c != NULL; c = c->next)
        taken += c->width;
    enum position position = container_across(frame->box->align, POSITION_START);
    double x = inner.x + fmax(0, container_shift(position, inner.width, taken));
    bool told = false;
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        if (!c->elsewhere)
            told |= flow_arrange(f, c, child_rect(frame, c, inner, x));
        x += c->width + frame->box->gap;
    }
    return told;
}

/* The one that goes on when the others end above. */
static struct frame *longest(const struct frame *frame)
{
    struct frame *most = NULL;
    for (struct frame *c = frame->first; c != NULL; c = c->next)
        if (!c->elsewhere && (most == NULL || c->height > most->height))
            most = c;
    return most;
}

static bool divide(struct flow *f, struct frame *frame, double room)
{
    struct frame *most = longest(frame);
    if (most == NULL || frame->box->valign == VERTICAL_MIDDLE || frame->box->valign == VERTICAL_BOTTOM)
        return false;
    for (const struct frame *c = frame->first; c != NULL; c = c->next)
        if (c != most && !c->elsewhere && drop(frame, c) + c->height > room + PORTION_TOLERANCE)
            return false;
    return portion_divide(f, most, room - drop(frame, most));
}

static void advance(struct frame *frame)
{
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        if (c->goes_on)
            portion_advance(c);
        else
            c->elsewhere = true;
    }
}

static double shown(const struct frame *frame)
{
    double height = 0;
    for (const struct frame *c = frame->first; c != NULL; c = c->next)
        if (!c->elsewhere)
            height = fmax(height, drop(frame, c) + c->height);
    return height;
}

const struct block block_row = {.key = "row",
                                .compile = container_compile,
                                .measure = measure,
                                .arrange = arrange,
                                .emit = container_emit,
                                .divide = divide,
                                .advance = advance,
                                .shown = shown};
