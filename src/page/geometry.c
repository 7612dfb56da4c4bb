#include "page/geometry.h"

#include <math.h>

struct rect rect_inset(struct rect r, double top, double right, double bottom, double left)
{
    struct rect inner = {r.x + left, r.y + top, r.width - left - right, r.height - top - bottom};
    inner.width = fmax(inner.width, 0);
    inner.height = fmax(inner.height, 0);
    return inner;
}

struct rect rect_union(struct rect a, struct rect b)
{
    double x = fmin(a.x, b.x);
    double y = fmin(a.y, b.y);
    double right = fmax(a.x + a.width, b.x + b.width);
    double bottom = fmax(a.y + a.height, b.y + b.height);
    return (struct rect){x, y, right - x, bottom - y};
}

bool rect_overlaps(struct rect a, struct rect b, double tolerance)
{
    return a.x + a.width - b.x > tolerance && b.x + b.width - a.x > tolerance && a.y + a.height - b.y > tolerance &&
           b.y + b.height - a.y > tolerance;
}

bool rect_contains(struct rect outer, struct rect inner, double tolerance)
{
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.x + inner.width <= outer.x + outer.width + tolerance &&
           inner.y + inner.height <= outer.y + outer.height + tolerance;
}
