/* Boxes anywhere, over each other; and groups, whose boxes stand in their parent. */
#include <math.h>

#include "layout/block.h"
#include "layout/container.h"

/* How far a child's top lies below the stack's. */
static double child_y(const struct frame *child, double height)
{
    const struct box *box = child->box;
    if (box->y.unit == UNIT_NONE && box->from_baseline && !isnan(child->baseline))
        return box->baseline - child->baseline;
    return container_points(box->y, isfinite(height) ? height : 0);
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    struct extent all = {0, 0};
    flow_expand(f, frame, frame->box->children, frame->box->child_count, frame->scope);
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        double x = container_points(c->box->x, width);
        flow_measure(f, c, fmax(0, width - x), height);
        /* In a stack of settled size, only what is in a child can be too large, not the room laid out for it. */
        all.width = fmax(all.width, x + fmin(c->width, c->need.width));
        double down = isfinite(height) ? fmin(c->height, c->need.height) : c->height;
        all.height = fmax(all.height, child_y(c, height) + down);
    }
    return all;
}

static bool arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    bool told = false;
    for (struct frame *c = frame->first; c != NULL; c = c->next) {
        double x = container_points(c->box->x, inner.width);
        bool settled = c->box->width.unit == UNIT_POINTS || c->box->width.unit == UNIT_PERCENT;
        double width = settled || c->box->width.unit == UNIT_CONTENT ? c->width : inner.width - x;
        struct rect r = {inner.x + x, inner.y + child_y(c, inner.height), width, c->height};
        told |= flow_arrange(f, c, r);
    }
    return told;
}

const struct block block_stack = {
    .key = "stack", .compile = container_compile, .measure = measure, .arrange = arrange, .emit = container_emit};
const struct block block_group = {.key = "group",
                                  .grouping = true,
                                  .compile = container_compile,
                                  .measure = container_measure_nothing,
                                  .emit = container_emit};
