#include "layout/outline.h"

#include <math.h>

/* Handle length that makes a cubic a quarter circle. */
static const double QUARTER = 0.5522847498307936;

struct outline outline_new(struct arena *a, size_t points)
{
    struct outline o = {.arena = a, .verb_capacity = points, .point_capacity = points};
    o.verbs = ARENA_ARRAY(a, points, enum path_verb);
    o.points = ARENA_ARRAY(a, points, struct point);
    return o;
}

static void add_verb(struct outline *o, enum path_verb verb)
{
    o->verbs = ARENA_ROOM(o->arena, o->verbs, o->verb_count, &o->verb_capacity, 8);
    o->verbs[o->verb_count++] = verb;
}

static void add_point(struct outline *o, struct point p)
{
    o->points = ARENA_ROOM(o->arena, o->points, o->point_count, &o->point_capacity, 8);
    o->points[o->point_count++] = p;
}

void outline_move(struct outline *o, double x, double y)
{
    add_verb(o, PATH_MOVE);
    add_point(o, (struct point){x, y});
}

void outline_line(struct outline *o, double x, double y)
{
    add_verb(o, PATH_LINE);
    add_point(o, (struct point){x, y});
}

void outline_curve(struct outline *o, struct point a, struct point b, struct point to)
{
    add_verb(o, PATH_CURVE);
    add_point(o, a);
    add_point(o, b);
    add_point(o, to);
}

void outline_close(struct outline *o)
{
    add_verb(o, PATH_CLOSE);
}

void outline_rect(struct outline *o, struct rect r)
{
    outline_move(o, r.x, r.y);
    outline_line(o, r.x + r.width, r.y);
    outline_line(o, r.x + r.width, r.y + r.height);
    outline_line(o, r.x, r.y + r.height);
    outline_close(o);
}

/* From the side that ends at `corner` to the one that starts there; `in` and `out` are unit steps towards the corner and away. */
static void round_corner(struct outline *o, struct point corner, struct point in, struct point out, double radius)
{
    if (radius <= 0) {
        outline_line(o, corner.x, corner.y);
        return;
    }
    double handle = radius * (1 - QUARTER);
    outline_line(o, corner.x - in.x * radius, corner.y - in.y * radius);
    outline_curve(o, (struct point){corner.x - in.x * handle, corner.y - in.y * handle},
                  (struct point){corner.x + out.x * handle, corner.y + out.y * handle},
                  (struct point){corner.x + out.x * radius, corner.y + out.y * radius});
}

void outline_rounded(struct outline *o, struct rect r, const double radius[4])
{
    static const struct point right = {1, 0}, down = {0, 1}, left = {-1, 0}, up = {0, -1};
    double most = fmin(r.width, r.height), right_x = r.x + r.width, bottom = r.y + r.height;
    double corner[4];
    for (int i = 0; i < 4; i++)
        corner[i] = fmin(fmax(radius[i], 0), most);
    outline_move(o, r.x + corner[0], r.y);
    round_corner(o, (struct point){right_x, r.y}, right, down, corner[1]);
    round_corner(o, (struct point){right_x, bottom}, down, left, corner[2]);
    round_corner(o, (struct point){r.x, bottom}, left, up, corner[3]);
    if (corner[0] > 0)
        round_corner(o, (struct point){r.x, r.y}, up, right, corner[0]);
    outline_close(o);
}

void outline_disc(struct outline *o, double x, double y, double radius)
{
    double all[4] = {radius, radius, radius, radius};
    struct rect r = {x - radius, y - radius, 2 * radius, 2 * radius};
    outline_rounded(o, r, all);
}

struct path outline_path(const struct outline *o)
{
    return (struct path){o->verbs, o->verb_count, o->points, o->point_count};
}

struct path path_placed(struct arena *a, const struct path *path, double x, double y, double scale)
{
    struct point *points = ARENA_ARRAY(a, path->point_count, struct point);
    for (size_t i = 0; i < path->point_count; i++)
        points[i] = (struct point){x + path->points[i].x * scale, y + path->points[i].y * scale};
    return (struct path){path->verbs, path->verb_count, points, path->point_count};
}
