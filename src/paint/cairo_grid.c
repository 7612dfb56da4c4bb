#include "paint/cairo_grid.h"

#include <math.h>

/* A place in thousandths of a point, as the PDF has it, and half of one further: never on the border of a pixel, where a rounding
 * error would tell on which side. */
static double off_border(double place)
{
    return round(place * 1000) / 1000 + 0.0005;
}

/* Large is what poppler takes for large: fifty pixels from the top of the face's box to its foot, which upright are 37 an em, and
 * turned, when the box's width counts, fewer than any legible text has. */
static double parts_of_pixel(cairo_t *cr, double size)
{
    static const double large = 37;
    double across = size, down = 0;
    cairo_user_to_device_distance(cr, &across, &down);
    return across > large || fabs(down) > fabs(across) ? 1 : 4;
}

struct point cairo_grid_origin(struct point origin)
{
    return (struct point){off_border(origin.x), off_border(origin.y)};
}

void cairo_grid_glyph(cairo_t *cr, cairo_glyph_t *glyph, double size)
{
    double parts = parts_of_pixel(cr, size);
    cairo_user_to_device(cr, &glyph->x, &glyph->y);
    glyph->x = floor(glyph->x * parts) / parts;
    glyph->y = floor(glyph->y);
    cairo_device_to_user(cr, &glyph->x, &glyph->y);
}

static double nearest(double place)
{
    return floor(place + 0.5);
}

void cairo_grid_rectangle(cairo_t *cr, struct rect box, double outset)
{
    double left = off_border(box.x - outset), top = off_border(box.y - outset);
    double right = off_border(box.x + box.width + outset), bottom = off_border(box.y + box.height + outset);
    cairo_user_to_device(cr, &left, &top);
    cairo_user_to_device(cr, &right, &bottom);
    left = nearest(left);
    top = nearest(top);
    right = fmax(nearest(right), left + 1);
    bottom = fmax(nearest(bottom), top + 1);
    cairo_device_to_user(cr, &left, &top);
    cairo_device_to_user(cr, &right, &bottom);
    cairo_rectangle(cr, left, top, right - left, bottom - top);
}

/* Whether the points go around a rectangle, beginning with its upper or lower edge or with a side. */
static bool goes_around(const struct point *p)
{
    bool across = p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
    bool down = p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y;
    return across || down;
}

bool cairo_grid_find(const struct path *path, struct rect *out)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    if (path->verb_count != sizeof verbs / sizeof verbs[0] || path->point_count != 4)
        return false;
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] != verbs[i])
            return false;
    }
    const struct point *p = path->points;
    if (!goes_around(p))
        return false;
    *out = (struct rect){fmin(p[0].x, p[2].x), fmin(p[0].y, p[2].y), fabs(p[0].x - p[2].x), fabs(p[0].y - p[2].y)};
    return true;
}

/* Points: of a thinner line, round ends look as square ones. */
static const double thin = 2;

bool cairo_grid_find_line(const struct drawing *drawing, struct rect *out)
{
    const struct path *path = &drawing->path;
    const struct point *p = path->points;
    if (!drawing->stroked || drawing->dash_count > 0 || (drawing->cap == CAP_ROUND && drawing->stroke_width > thin) ||
        path->verb_count != 2 || path->verbs[1] != PATH_LINE || (p[0].x != p[1].x && p[0].y != p[1].y))
        return false;
    double half = drawing->stroke_width / 2, end = drawing->cap == CAP_BUTT ? 0 : half;
    double across = p[0].y == p[1].y ? end : half, down = p[0].y == p[1].y ? half : end;
    *out = (struct rect){fmin(p[0].x, p[1].x) - across, fmin(p[0].y, p[1].y) - down, fabs(p[0].x - p[1].x) + 2 * across,
                         fabs(p[0].y - p[1].y) + 2 * down};
    return true;
}
