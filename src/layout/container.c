#include "layout/container.h"

void container_compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    (void)map;
    box->children = compile_boxes(c, value, &box->child_count);
}

void container_emit(struct flow *f, struct frame *frame, struct rect inner)
{
    (void)inner;
    for (struct frame *c = frame->first; c != NULL; c = c->next)
        flow_emit(f, c);
}

double container_points(struct length length, double whole)
{
    if (length.unit == UNIT_PERCENT)
        return length.n * whole / 100;
    return length.unit == UNIT_POINTS ? length.n : 0;
}

enum position container_across(enum horizontal align, enum position otherwise)
{
    switch (align) {
    case HORIZONTAL_LEFT:
        return POSITION_START;
    case HORIZONTAL_CENTER:
        return POSITION_MIDDLE;
    case HORIZONTAL_RIGHT:
        return POSITION_END;
    case HORIZONTAL_NONE:
        break;
    }
    return otherwise;
}

double container_shift(enum position position, double room, double size)
{
    return position == POSITION_MIDDLE ? (room - size) / 2 : position == POSITION_END ? room - size : 0;
}

struct extent container_measure_nothing(struct flow *f, struct frame *frame, double width, double height)
{
    (void)f, (void)frame, (void)width, (void)height;
    return (struct extent){0, 0};
}
