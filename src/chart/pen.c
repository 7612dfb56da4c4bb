#include <math.h>

#include "chart/pen.h"

/* cairo keeps paths in 24.8 fixed point: under this scale they come back to within a thousandth of a percent. */
static const double precision = 256;

void pen_open(struct pen *pen, struct sheet *sheet)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    *pen = (struct pen){cairo_create(surface), sheet};
    cairo_surface_destroy(surface);
    if (cairo_status(pen->cr) == CAIRO_STATUS_NO_MEMORY)
        memory_exhausted();
    cairo_scale(pen->cr, precision, precision);
    cairo_set_tolerance(pen->cr, 0.05 * precision);
}

void pen_close(struct pen *pen)
{
    cairo_destroy(pen->cr);
}

static void grow_box(struct rect *box, bool first, struct point p)
{
    if (first) {
        *box = (struct rect){p.x, p.y, 0, 0};
        return;
    }
    double right = fmax(box->x + box->width, p.x), bottom = fmax(box->y + box->height, p.y);
    box->x = fmin(box->x, p.x);
    box->y = fmin(box->y, p.y);
    box->width = right - box->x;
    box->height = bottom - box->y;
}

struct copying {
    enum path_verb *verbs;
    struct point *points;
    size_t verb_count, point_count;
    struct rect box;
};

/* The curve itself, not its control points, which lie outside. */
static void cover_curve(struct copying *c, struct point from, const cairo_path_data_t *data)
{
    enum { SAMPLES = 8 };
    for (int i = 1; i <= SAMPLES; i++) {
        double t = (double)i / SAMPLES, s = 1 - t;
        double a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;
        struct point p = {a * from.x + b * data[1].point.x + d * data[2].point.x + e * data[3].point.x,
                          a * from.y + b * data[1].point.y + d * data[2].point.y + e * data[3].point.y};
        grow_box(&c->box, false, p);
    }
}

static void copy_points(struct copying *c, const cairo_path_data_t *data, int count)
{
    if (count == 3 && c->point_count > 0)
        cover_curve(c, c->points[c->point_count - 1], data);
    for (int i = 1; i <= count; i++) {
        struct point p = {data[i].point.x, data[i].point.y};
        if (count == 1)
            grow_box(&c->box, c->point_count == 0, p);
        c->points[c->point_count++] = p;
    }
}

static void copy_element(struct copying *c, const cairo_path_data_t *data)
{
    switch (data->header.type) {
    case CAIRO_PATH_MOVE_TO:
        c->verbs[c->verb_count++] = PATH_MOVE;
        copy_points(c, data, 1);
        break;
    case CAIRO_PATH_LINE_TO:
        c->verbs[c->verb_count++] = PATH_LINE;
        copy_points(c, data, 1);
        break;
    case CAIRO_PATH_CURVE_TO:
        c->verbs[c->verb_count++] = PATH_CURVE;
        copy_points(c, data, 3);
        break;
    case CAIRO_PATH_CLOSE_PATH:
        c->verbs[c->verb_count++] = PATH_CLOSE;
        break;
    }
}

/* cairo opens a new subpath behind each closing and one at the very end: a last move draws nothing. */
static void drop_last_move(struct copying *c)
{
    while (c->verb_count > 0 && c->verbs[c->verb_count - 1] == PATH_MOVE) {
        c->verb_count--;
        c->point_count--;
    }
}

static struct copying take_path(struct pen *pen)
{
    cairo_path_t *path = cairo_copy_path(pen->cr);
    if (path->status == CAIRO_STATUS_NO_MEMORY)
        memory_exhausted();
    cairo_new_path(pen->cr);
    struct copying c = {0};
    size_t room = (size_t)path->num_data + 1;
    c.verbs = ARENA_ARRAY(pen->sheet->arena, room, enum path_verb);
    c.points = ARENA_ARRAY(pen->sheet->arena, room, struct point);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length)
        copy_element(&c, &path->data[i]);
    cairo_path_destroy(path);
    drop_last_move(&c);
    return c;
}

static void hand_over(struct pen *pen, const struct copying *c, struct drawing *drawing, double around)
{
    if (c->verb_count == 0)
        return;
    drawing->path = (struct path){c->verbs, c->verb_count, c->points, c->point_count};
    struct mark *mark = sheet_add(pen->sheet);
    mark->drawing = *drawing;
    mark->box = rect_inset(c->box, -around, -around, -around, -around);
}

void pen_fill(struct pen *pen, struct color color)
{
    struct copying c = take_path(pen);
    bool even_odd = cairo_get_fill_rule(pen->cr) == CAIRO_FILL_RULE_EVEN_ODD;
    struct drawing drawing = {.filled = true, .even_odd = even_odd, .fill = color};
    hand_over(pen, &c, &drawing, 0);
}

static void set_line(struct drawing *drawing, const struct line_style *line)
{
    drawing->stroked = true;
    drawing->stroke = line->color;
    drawing->stroke_width = line->width;
    drawing->cap = line->round && line->dash_count == 0 ? CAP_ROUND : CAP_BUTT;
    drawing->join = line->round ? JOIN_ROUND : JOIN_MITER;
    drawing->dash_count = line->dash_count;
    for (size_t i = 0; i < line->dash_count; i++)
        drawing->dash[i] = line->dash[i];
}

void pen_stroke(struct pen *pen, struct line_style line)
{
    struct copying c = take_path(pen);
    struct drawing drawing = {0};
    set_line(&drawing, &line);
    hand_over(pen, &c, &drawing, line.width / 2);
}

void pen_rect(struct pen *pen, struct rect r, struct color fill)
{
    if (r.width <= 0 || r.height <= 0)
        return;
    cairo_rectangle(pen->cr, r.x, r.y, r.width, r.height);
    pen_fill(pen, fill);
}

void pen_line(struct pen *pen, struct point from, struct point to, struct line_style line)
{
    cairo_move_to(pen->cr, from.x, from.y);
    cairo_line_to(pen->cr, to.x, to.y);
    pen_stroke(pen, line);
}

void pen_disc(struct pen *pen, struct point centre, double radius, struct color fill)
{
    cairo_new_sub_path(pen->cr);
    cairo_arc(pen->cr, centre.x, centre.y, radius, 0, 2 * M_PI);
    cairo_close_path(pen->cr);
    pen_fill(pen, fill);
}

void pen_ring(struct pen *pen, struct point centre, double radius, struct color fill, struct line_style line)
{
    cairo_new_sub_path(pen->cr);
    cairo_arc(pen->cr, centre.x, centre.y, radius - line.width / 2, 0, 2 * M_PI);
    cairo_close_path(pen->cr);
    struct copying c = take_path(pen);
    struct drawing drawing = {.filled = true, .fill = fill};
    set_line(&drawing, &line);
    hand_over(pen, &c, &drawing, line.width / 2);
}

void pen_frame(struct pen *pen, struct rect r, struct line_style line)
{
    double half = fmin(line.width, fmin(r.width, r.height)) / 2;
    if (half <= 0)
        return;
    line.width = 2 * half;
    cairo_rectangle(pen->cr, r.x + half, r.y + half, r.width - 2 * half, r.height - 2 * half);
    pen_stroke(pen, line);
}
