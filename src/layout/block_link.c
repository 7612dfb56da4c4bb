/* Text links with an arrow, and buttons. */
#include <math.h>

#include "layout/block.h"
#include "layout/fit.h"

enum { ARROW_GAP = 8, BUTTON_PAD = 14, BUTTON_HEIGHT = 32, BUTTON_AIR = 4 };
static const double BUTTON_BORDER = 1.5;

struct link {
    const struct wording *to, *text;
    struct fit fit;
    const struct icon *icon;
    bool button, filled;
    struct color field; /* of a filled button: the style's own colour */
};

static bool flag_in(struct compiler *c, const struct node *map, const struct node *inner, const char *key)
{
    return read_flag(&c->reading, node_get(map, key) ? map : inner, key);
}

static const struct text_style *const *styles_in(struct compiler *c, const struct fit *fit, struct color color)
{
    const struct text_style **styles = ARENA_ARRAY(c->reading.arena, fit->count, const struct text_style *);
    for (size_t i = 0; i < fit->count; i++)
        styles[i] = style_in(c->reading.arena, fit->styles[i], color);
    return styles;
}

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const keys[] = {"to",       "text", "style",  "fit",    "lines",
                                       "together", "icon", "button", "filled", NULL};
    struct link *l = ARENA_NEW(c->reading.arena, struct link);
    const struct node *inner = read_map(&c->reading, value, "link");
    box->detail = l;
    if (inner == NULL)
        return;
    read_known(&c->reading, inner, keys, "'link'");
    l->to = compile_wording(c, node_get(inner, "to"), "to");
    l->text = compile_wording(c, node_get(inner, "text"), "text");
    l->button = flag_in(c, map, inner, "button");
    l->filled = flag_in(c, map, inner, "filled");
    l->fit = compile_fit(c, node_get(inner, "style") || node_get(inner, "fit") ? inner : map, "small-head");
    const struct node *icon = compile_either(map, inner, "icon");
    l->icon = theme_icon(&c->reading, c->theme, icon ? read_text(&c->reading, icon, "icon") : STR("arrow"), value->at);
    l->field = l->fit.styles[0]->color;
    if (l->filled)
        l->fit.styles = styles_in(c, &l->fit, c->theme->fill);
}

static double arrow_width(const struct link *l)
{
    return l->icon ? l->icon->width + ARROW_GAP : 0;
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct link *l = frame->box->detail;
    double pad = l->button ? BUTTON_PAD : 0;
    const struct rich *text = l->text ? scope_wording(f, frame->scope, l->text) : NULL;
    if (text == NULL || rich_is_empty(text))
        return (struct extent){0, 0};
    struct setting *s = ARENA_NEW(f->scratch, struct setting);
    *s = fit_set(f, frame, &l->fit, text, fmax(0, width - arrow_width(l) - 2 * pad), height);
    frame->state = s;
    frame->baseline = l->button ? NAN : setting_baseline(s);
    double high = s->paragraph->height;
    return (struct extent){s->paragraph->width + arrow_width(l) + 2 * pad,
                           l->button ? fmax(BUTTON_HEIGHT, high + BUTTON_AIR) : high};
}

static void emit_button(struct flow *f, const struct link *l, const struct setting *s, struct rect r)
{
    double y = r.y + (r.height - s->paragraph->height) / 2;
    flow_fill(f, r, NULL, l->filled ? &l->field : NULL, BUTTON_BORDER, &l->field);
    flow_text(f, s, r.x + BUTTON_PAD, y, s->paragraph->width, HORIZONTAL_LEFT);
    if (l->icon)
        flow_icon(f, l->icon, r.x + r.width - BUTTON_PAD - l->icon->width, r.y + (r.height - l->icon->height) / 2,
                  l->icon->width, s->style->color);
}

static void emit_words(struct flow *f, const struct link *l, const struct setting *s, struct rect r)
{
    const struct paragraph *p = s->paragraph;
    flow_text(f, s, r.x, r.y, p->width, HORIZONTAL_LEFT);
    for (size_t i = 0; i < p->line_count; i++) {
        struct rect line = {r.x + p->lines[i].x, r.y + p->lines[i].baseline + 3, p->lines[i].width, 1};
        flow_fill(f, line, NULL, &s->style->color, 0, NULL);
    }
    if (l->icon == NULL || p->line_count == 0)
        return;
    const struct text_line *last = &p->lines[p->line_count - 1];
    double y = r.y + last->baseline - s->style->size * s->style->regular->cap_height / 2 - l->icon->height / 2;
    flow_icon(f, l->icon, r.x + last->x + last->width + ARROW_GAP, y, l->icon->width, s->style->color);
}

static struct rect area(const struct link *l, const struct setting *s, struct rect inner)
{
    if (!l->button)
        return (struct rect){inner.x, inner.y, s->paragraph->width + arrow_width(l), s->paragraph->height};
    double height = inner.height > 0 ? inner.height : BUTTON_HEIGHT;
    return (struct rect){inner.x, inner.y, inner.width, height};
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct link *l = frame->box->detail;
    const struct setting *s = frame->state;
    if (s == NULL)
        return;
    struct rect r = area(l, s, inner);
    size_t depth = flow_open_paragraph(f, frame->box);
    struct open_link link = {0};
    if (l->to)
        link = flow_open_link(f, scope_wording(f, frame->scope, l->to));
    if (l->button)
        emit_button(f, l, s, r);
    else
        emit_words(f, l, s, r);
    flow_close_link(f, &link, r);
    canvas_close(f->canvas, depth);
}

static const char *const attributes[] = {"style", "color",  "fit",    "lines", "together",
                                         "icon",  "button", "filled", NULL};
const struct block block_link = {
    .key = "link", .attributes = attributes, .compile = compile, .measure = measure, .emit = emit};
