/* Rules, filled rectangles, icons and single marks. */
#include <math.h>

#include "layout/container.h"
#include "layout/units.h"

struct drawing_box {
    struct paint color;
    double thickness, size;
    const struct icon *icon;
    const struct wording *name; /* of a mark, or of an icon that a value names */
};

static void compile_rule(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    struct drawing_box *d = ARENA_NEW(c->reading.arena, struct drawing_box);
    d->color = compile_paint(c, value);
    d->thickness = read_number_or(&c->reading, map, "thickness", 1);
    box->detail = d;
}

static struct extent measure_rule(struct flow *f, struct frame *frame, double width, double height)
{
    (void)f, (void)height;
    return (struct extent){width, ((const struct drawing_box *)frame->box->detail)->thickness};
}

static void emit_rule(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct drawing_box *d = frame->box->detail;
    inner.height = d->thickness;
    flow_paint(f, frame, inner, NULL, &d->color);
}

static void emit_field(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct drawing_box *d = frame->box->detail;
    flow_paint(f, frame, inner, frame->box->rounded ? frame->box->radius : NULL, &d->color);
}

static void compile_icon(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    struct drawing_box *d = ARENA_NEW(c->reading.arena, struct drawing_box);
    struct str name = read_text(&c->reading, value, "icon");
    if (str_find(name, '$') < name.len)
        d->name = compile_wording(c, value, "icon");
    else
        d->icon = theme_icon(&c->reading, c->theme, name, value->at);
    d->color = compile_paint(c, node_get(map, "color"));
    read_number(&c->reading, node_get(map, "size"), "size", &d->size);
    box->detail = d;
}

/* An icon that a value names; a value left out draws nothing. */
static const struct icon *icon_named(struct flow *f, const struct frame *frame, const struct wording *name)
{
    const struct rich *text = scope_wording(f, frame->scope, name);
    struct reading r = {.arena = f->scratch, .diags = f->job->diags};
    return rich_is_empty(text) ? NULL : theme_icon(&r, f->job->theme, text->text, text->at);
}

static double icon_size(const struct drawing_box *d, const struct icon *icon)
{
    return d->size > 0 ? d->size : icon->width;
}

static struct extent measure_icon(struct flow *f, struct frame *frame, double width, double height)
{
    const struct drawing_box *d = frame->box->detail;
    const struct icon *icon = d->name ? icon_named(f, frame, d->name) : d->icon;
    (void)width, (void)height;
    frame->state = (void *)(uintptr_t)icon;
    if (icon == NULL)
        return (struct extent){0, 0};
    double size = icon_size(d, icon);
    return (struct extent){size, size * icon->height / icon->width};
}

static void draw_part(struct flow *f, const struct icon_part *part, struct rect box, double scale, struct color color)
{
    if (part->own_color)
        color = part->color;
    struct drawing d = {.path = path_placed(f->scratch, &part->path, box.x, box.y, scale)};
    if (part->filled) {
        d.filled = d.even_odd = true;
        d.fill = color;
    }
    if (part->stroke > 0) {
        d.stroked = true;
        d.stroke = color;
        d.stroke_width = part->stroke * scale;
    }
    canvas_drawing(f->canvas, &d, box, SPAN_NONE);
}

void flow_icon(struct flow *f, const struct icon *icon, double x, double y, double width, struct color color)
{
    double scale = width / icon->width;
    struct rect box = {x, y, width, icon->height * scale};
    for (size_t i = 0; i < icon->part_count; i++)
        draw_part(f, &icon->parts[i], box, scale, color);
}

static double left_of(const struct frame *frame, struct rect inner, double width)
{
    enum position position = container_across(frame->box->align, POSITION_START);
    return inner.x + container_shift(position, inner.width, width);
}

/* Drawings are centred over the height of their box. */
static void emit_icon(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct drawing_box *d = frame->box->detail;
    const struct icon *icon = frame->state;
    if (icon == NULL)
        return;
    double size = icon_size(d, icon), height = size * icon->height / icon->width;
    double y = inner.y + container_shift(POSITION_MIDDLE, inner.height, height);
    flow_icon(f, icon, left_of(frame, inner, size), y, size, flow_color(f, frame->scope, &d->color));
}

static void compile_mark(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    struct drawing_box *d = ARENA_NEW(c->reading.arena, struct drawing_box);
    (void)map;
    d->name = compile_wording(c, value, "mark");
    box->detail = d;
}

static struct extent measure_mark(struct flow *f, struct frame *frame, double width, double height)
{
    const struct drawing_box *d = frame->box->detail;
    const struct rich *name = d->name ? scope_wording(f, frame->scope, d->name) : NULL;
    struct reading r = {.arena = f->scratch, .diags = f->job->diags};
    const struct unit_mark *mark = name ? theme_mark(&r, f->job->theme, name->text, d->name->at) : NULL;
    (void)width, (void)height;
    frame->state = (void *)(uintptr_t)mark;
    return mark ? (struct extent){mark->size, mark->size} : (struct extent){0, 0};
}

void outline_unit(struct outline *o, const struct unit_mark *mark, double x, double y, double scale)
{
    outline_disc(o, x, y, (mark->size - mark->ring) / 2 * scale);
}

struct drawing unit_drawing(const struct unit_mark *mark, struct path path, double scale)
{
    struct drawing d = {.path = path};
    if (mark->ring > 0) {
        d.stroked = true;
        d.stroke = mark->color;
        d.stroke_width = mark->ring * scale;
    } else {
        d.filled = true;
        d.fill = mark->color;
    }
    return d;
}

static void emit_mark(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct unit_mark *mark = frame->state;
    struct outline o = {.arena = f->scratch};
    if (mark == NULL)
        return;
    double x = left_of(frame, inner, mark->size) + mark->size / 2, y = inner.y + inner.height / 2;
    outline_unit(&o, mark, x, y, 1);
    struct drawing d = unit_drawing(mark, outline_path(&o), 1);
    struct rect box = {x - mark->size / 2, y - mark->size / 2, mark->size, mark->size};
    canvas_drawing(f->canvas, &d, box, SPAN_NONE);
}

static const char *const rule_attributes[] = {"thickness", NULL};
static const char *const icon_attributes[] = {"size", "color", NULL};
const struct block block_line = {
    .key = "line", .attributes = rule_attributes, .compile = compile_rule, .measure = measure_rule, .emit = emit_rule};
const struct block block_field = {.key = "field",
                                  .intrinsic = true,
                                  .compile = compile_rule,
                                  .measure = container_measure_nothing,
                                  .emit = emit_field};
const struct block block_icon = {.key = "icon",
                                 .attributes = icon_attributes,
                                 .intrinsic = true,
                                 .compile = compile_icon,
                                 .measure = measure_icon,
                                 .emit = emit_icon};
const struct block block_mark = {
    .key = "mark", .intrinsic = true, .compile = compile_mark, .measure = measure_mark, .emit = emit_mark};
