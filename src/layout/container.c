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

double container_shift(int place, double room, double size)
{
    return place == 1 ? (room - size) / 2 : place == 2 ? room - size : 0;
}
