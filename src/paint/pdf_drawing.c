#include <string.h>

#include "paint/pdf_content.h"
#include "paint/pdf_syntax.h"

static void put_point(struct content *c, struct point p)
{
    put_real(c->out, p.x);
    buf_char(c->out, ' ');
    put_real(c->out, c->height - p.y);
    buf_char(c->out, ' ');
}

static bool is_rectangle(const struct path *path)
{
    static const enum path_verb verbs[5] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    if (path->verb_count != 5 || path->point_count != 4 || memcmp(path->verbs, verbs, sizeof verbs) != 0)
        return false;
    const struct point *p = path->points;
    return p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
}

static void put_rectangle(struct content *c, const struct point *p)
{
    put_point(c, p[0]);
    put_real(c->out, p[2].x - p[0].x);
    buf_char(c->out, ' ');
    put_real(c->out, p[0].y - p[2].y);
    buf_add(c->out, " re\n", 4);
}

void content_path(struct content *c, const struct path *path)
{
    static const size_t needs[] = {[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
    static const char letters[] = {[PATH_MOVE] = 'm', [PATH_LINE] = 'l', [PATH_CURVE] = 'c', [PATH_CLOSE] = 'h'};
    if (is_rectangle(path)) {
        put_rectangle(c, path->points);
        return;
    }
    size_t at = 0;
    for (size_t i = 0; i < path->verb_count; i++) {
        enum path_verb verb = path->verbs[i];
        if (at + needs[verb] > path->point_count)
            return;
        for (size_t k = 0; k < needs[verb]; k++)
            put_point(c, path->points[at++]);
        buf_char(c->out, letters[verb]);
        buf_char(c->out, '\n');
    }
}

static void set_dash(struct content *c, const struct drawing *d)
{
    size_t bytes = d->dash_count * sizeof *d->dash;
    if (c->pen.dash_count == d->dash_count && memcmp(c->pen.dash, d->dash, bytes) == 0)
        return;
    c->pen.dash_count = d->dash_count;
    memcpy(c->pen.dash, d->dash, bytes);
    buf_char(c->out, '[');
    for (size_t i = 0; i < d->dash_count; i++) {
        if (i)
            buf_char(c->out, ' ');
        put_real(c->out, d->dash[i]);
    }
    buf_text(c->out, "]0 d\n");
}

static void set_stroke(struct content *c, const struct drawing *d)
{
    content_color(c->out, &c->pen.stroke, d->stroke, " RG\n");
    if (c->pen.width != d->stroke_width) {
        put_real(c->out, d->stroke_width);
        buf_text(c->out, " w\n");
    }
    if (c->pen.cap != d->cap)
        buf_printf(c->out, "%d J\n", (int)d->cap);
    if (c->pen.join != d->join)
        buf_printf(c->out, "%d j\n", (int)d->join);
    c->pen.width = d->stroke_width;
    c->pen.cap = d->cap;
    c->pen.join = d->join;
    set_dash(c, d);
}

void content_drawing(struct content *c, const struct drawing *d)
{
    if (d->filled)
        content_color(c->out, &c->pen.fill, d->fill, " rg\n");
    if (d->stroked)
        set_stroke(c, d);
    content_path(c, &d->path);
    if (d->filled)
        buf_text(c->out, d->stroked ? "B" : "f");
    else
        buf_text(c->out, "S");
    buf_text(c->out, d->filled && d->even_odd ? "*\n" : "\n");
}
