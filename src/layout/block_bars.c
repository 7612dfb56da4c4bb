/* Bars from zero, and bars divided into shares. */
#include <math.h>

#include "layout/container.h"

struct bar {
    const struct quantity *value, *full;
    struct paint color, outline, track;
    double thickness, length, label_gap;
    const struct wording *label;
    const struct text_style *label_style;
};

static void compile_bar(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const keys[] = {"value",  "full",  "color",       "outline",     "track",     "thickness",
                                       "length", "label", "label-style", "label-color", "label-gap", NULL};
    struct bar *b = ARENA_NEW(c->reading.arena, struct bar);
    const struct node *inner = read_map(&c->reading, value, "bar");
    box->detail = b;
    if (inner == NULL)
        return;
    read_known(&c->reading, inner, keys, "'bar'");
    b->value = compile_quantity(c, node_get(inner, "value"), "value");
    b->full = compile_quantity(c, node_get(inner, "full"), "full");
    b->color = compile_paint(c, compile_either(map, inner, "color"));
    b->outline = compile_paint(c, compile_either(map, inner, "outline"));
    b->track = compile_paint(c, compile_either(map, inner, "track"));
    b->thickness = 10;
    read_number(&c->reading, compile_either(map, inner, "thickness"), "thickness", &b->thickness);
    read_number(&c->reading, compile_either(map, inner, "length"), "length", &b->length);
    b->label_gap = 8;
    read_number(&c->reading, compile_either(map, inner, "label-gap"), "label-gap", &b->label_gap);
    b->label = compile_wording(c, compile_either(map, inner, "label"), "label");
    const struct node *styles = node_get(inner, "label-style") ? inner : map;
    b->label_style = compile_style(c, styles, "label-style", "label-color", "note");
}

/* What a bar comes to on a page. */
struct drawn_bar {
    double part; /* of its full length */
    struct setting label;
};

static struct extent measure_bar(struct flow *f, struct frame *frame, double width, double height)
{
    const struct bar *b = frame->box->detail;
    struct drawn_bar *d = ARENA_NEW(f->scratch, struct drawn_bar);
    double value, full;
    frame->state = d;
    if (b->value && b->full && scope_number(f, frame->scope, b->value, &value) &&
        scope_number(f, frame->scope, b->full, &full) && full > 0)
        d->part = fmin(1, fmax(0, value / full));
    const struct rich *label = b->label ? scope_wording(f, frame->scope, b->label) : NULL;
    if (label && !rich_is_empty(label))
        d->label = flow_set(f, label, b->label_style, fmax(width, 200));
    (void)height;
    return (struct extent){fmin(width, b->length), b->thickness};
}

static double full_length(const struct bar *b, struct rect inner)
{
    return b->length > 0 ? b->length : inner.width;
}

/* Where a label that starts at x stands: beside its bar it may pass the bar's own box. */
static struct rect label_place(const struct setting *label, double x, struct rect inner)
{
    const struct paragraph *p = label->paragraph;
    return (struct rect){x, inner.y + (inner.height - p->height) / 2, p->width, p->height};
}

static double label_start(const struct bar *b, const struct drawn_bar *d, struct rect inner)
{
    return inner.x + full_length(b, inner) * d->part + (d->part > 0 ? b->label_gap : 0);
}

static bool arrange_bar(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct bar *b = frame->box->detail;
    const struct drawn_bar *d = frame->state;
    if (!d->label.paragraph)
        return false;
    struct rect place = label_place(&d->label, label_start(b, d, inner), inner);
    return flow_text_passes_bounds(f, frame, d->label.paragraph, place);
}

static void emit_label(struct flow *f, const struct frame *frame, const struct setting *s, struct rect place)
{
    size_t depth = flow_open_paragraph(f, frame->box);
    flow_text(f, s, place.x, place.y, place.width, HORIZONTAL_LEFT);
    canvas_close(f->canvas, depth);
}

static void emit_bar(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct bar *b = frame->box->detail;
    const struct drawn_bar *d = frame->state;
    double whole = full_length(b, inner), y = inner.y + (inner.height - b->thickness) / 2;
    struct rect r = {inner.x, y, whole, b->thickness};
    if (b->track.given)
        flow_paint(f, frame, r, NULL, &b->track);
    r.width = whole * d->part;
    struct color color = flow_color(f, frame->scope, &b->color), outline = flow_color(f, frame->scope, &b->outline);
    if (d->part > 0 && b->outline.given)
        flow_fill(f, r, NULL, &color, 1.25, &outline);
    else if (d->part > 0)
        flow_paint(f, frame, r, NULL, &b->color);
    if (d->label.paragraph)
        emit_label(f, frame, &d->label, label_place(&d->label, label_start(b, d, inner), inner));
}

struct shares {
    const struct lookup *over;
    struct str as;
    const struct quantity *value;
    const struct wording *label;
    const struct text_style *light, *dark; /* on dark and on light parts */
};

static void compile_shares(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const keys[] = {"over", "as", "value", "label", NULL};
    struct shares *s = ARENA_NEW(c->reading.arena, struct shares);
    const struct node *inner = read_map(&c->reading, value, "shares");
    box->detail = s;
    if (inner == NULL)
        return;
    read_known(&c->reading, inner, keys, "'shares'");
    s->over = compile_path(c, node_get(inner, "over"), "over");
    s->as = read_text_or(&c->reading, inner, "as", STR("item"));
    s->value = compile_quantity(c, node_get(inner, "value"), "value");
    s->label = compile_wording(c, node_get(inner, "label"), "label");
    const struct text_style *style = compile_style(c, map, "style", NULL, "note");
    struct color dark = c->theme->has_outline ? c->theme->outline : style->color;
    s->light = style_in(c->reading.arena, style, c->theme->fill);
    s->dark = style_in(c->reading.arena, style, dark);
}

struct share {
    double value;
    size_t index;
    struct setting label;
    struct color fill;
};
struct drawn_shares {
    struct share *items;
    size_t count;
    double total;
};

static void measure_share(struct flow *f, const struct shares *s, const struct scope *item, struct drawn_shares *all)
{
    double n;
    struct paint series = {.given = true, .series = true};
    if (!scope_number(f, item, s->value, &n) || n <= 0)
        return;
    struct share *share = &all->items[all->count++];
    *share = (struct share){.value = n, .index = item->index, .fill = flow_color(f, item, &series)};
    const struct rich *label = s->label ? scope_wording(f, item, s->label) : NULL;
    if (label && !rich_is_empty(label))
        share->label =
            flow_set(f, label, color_is_dark(share->fill) || !color_is_light(share->fill) ? s->light : s->dark, 400);
    all->total += n;
}

static struct extent measure_shares(struct flow *f, struct frame *frame, double width, double height)
{
    const struct shares *s = frame->box->detail;
    struct drawn_shares *all = ARENA_NEW(f->scratch, struct drawn_shares);
    size_t start;
    (void)width, (void)height;
    frame->state = all;
    if (!s->over || !s->value)
        return (struct extent){0, 0};
    const struct value *list = scope_list(f, frame->scope, s->over, &start);
    all->items = ARENA_ARRAY(f->scratch, list->as.list.count + 1, struct share);
    for (size_t i = 0; i < list->as.list.count; i++) {
        struct scope item = scope_entry(frame->scope, s->as, list, i, start);
        measure_share(f, s, &item, all);
    }
    return (struct extent){0, 0};
}

static void emit_shares(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct drawn_shares *all = frame->state;
    const struct box *box = frame->box;
    struct rect whole = frame->rect;
    double room = whole.width - box->gap * (double)(all->count ? all->count - 1 : 0), x = whole.x;
    double indent = inner.x - whole.x;
    for (size_t i = 0; i < all->count; i++) {
        struct share *share = &all->items[i];
        struct rect r = {x, whole.y, room * share->value / all->total, whole.height};
        bool outlined = f->job->theme->has_outline && color_is_light(share->fill);
        flow_fill(f, r, NULL, &share->fill, 1.25, outlined ? &f->job->theme->outline : NULL);
        if (share->label.paragraph && share->label.paragraph->width + 2 * indent <= r.width)
            emit_label(f, frame, &share->label, label_place(&share->label, x + indent, r));
        x += r.width + box->gap;
    }
}

static const char *const bar_attributes[] = {"color", "outline",     "track",       "thickness", "length",
                                             "label", "label-style", "label-color", "label-gap", NULL};
static const char *const shares_attributes[] = {"style", NULL};
const struct block block_bar = {.key = "bar",
                                .attributes = bar_attributes,
                                .compile = compile_bar,
                                .measure = measure_bar,
                                .arrange = arrange_bar,
                                .emit = emit_bar};
const struct block block_shares = {.key = "shares",
                                   .attributes = shares_attributes,
                                   .compile = compile_shares,
                                   .measure = measure_shares,
                                   .emit = emit_shares};
