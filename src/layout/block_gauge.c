/* How much of a target was reached: a gauge, and the finding in a word. */
#include <math.h>

#include "layout/container.h"

/* Percent of the target. */
static const double REACHED = 100, NEARLY = 90;

static enum target_status status_of(double attainment)
{
    return attainment >= REACHED ? STATUS_REACHED : attainment >= NEARLY ? STATUS_NEARLY : STATUS_MISSED;
}

struct gauge {
    const struct quantity *value;
    double target, cap, thickness;
    struct paint color, missed, line;
};

static void compile_gauge(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const keys[] = {"value", "target", "cap", "thickness", "color", "missed", "line", NULL};
    struct gauge *g = ARENA_NEW(c->reading.arena, struct gauge);
    const struct node *inner = read_map(&c->reading, value, "gauge");
    *g = (struct gauge){.target = 80, .cap = 140, .thickness = 10};
    box->detail = g;
    if (inner == NULL)
        return;
    read_known(&c->reading, inner, keys, "'gauge'");
    g->value = compile_quantity(c, node_get(inner, "value"), "value");
    read_number(&c->reading, compile_either(map, inner, "target"), "target", &g->target);
    read_number(&c->reading, compile_either(map, inner, "cap"), "cap", &g->cap);
    read_number(&c->reading, compile_either(map, inner, "thickness"), "thickness", &g->thickness);
    g->color = compile_paint(c, compile_either(map, inner, "color"));
    g->missed = compile_paint(c, compile_either(map, inner, "missed"));
    g->line = compile_paint(c, compile_either(map, inner, "line"));
}

static struct extent measure_gauge(struct flow *f, struct frame *frame, double width, double height)
{
    const struct gauge *g = frame->box->detail;
    (void)f, (void)width, (void)height;
    return (struct extent){g->target * g->cap / 100, g->thickness};
}

/* A bar that passes the target leaves a white notch for its line. */
static void emit_gauge(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct gauge *g = frame->box->detail;
    double attainment, x = inner.x + g->target;
    if (g->value && scope_number(f, frame->scope, g->value, &attainment)) {
        bool missed = status_of(attainment) == STATUS_MISSED && g->missed.given;
        double length = g->target * fmin(fmax(attainment, 0), g->cap) / 100;
        struct rect r = {inner.x, inner.y + (inner.height - g->thickness) / 2, length, g->thickness};
        flow_paint(f, frame, r, NULL, missed ? &g->missed : &g->color);
        struct rect notch = {x - 2, r.y, fmin(4, length - g->target + 2), r.height};
        if (length > g->target)
            flow_fill(f, notch, NULL, &f->template->fill, 0, NULL);
    }
    struct color line = flow_color(f, frame->scope, &g->line);
    if (g->line.given)
        flow_fill(f, (struct rect){x - 0.75, inner.y, 1.5, inner.height}, NULL, &line, 0, NULL);
}

struct status {
    const struct quantity *value;
    const struct text_style *styles[STATUS_COUNT];
    const struct icon *icons[STATUS_COUNT];
    const struct node *words[STATUS_COUNT];
};

static void compile_status(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    struct status *s = ARENA_NEW(c->reading.arena, struct status);
    const struct text_style *style = compile_style(c, map, "style", NULL, "body");
    s->value = compile_quantity(c, value, "status");
    for (int i = 0; i < STATUS_COUNT; i++) {
        const struct status_look *look = &c->theme->status[i];
        s->styles[i] = style_in(c->reading.arena, style, look->color);
        s->icons[i] = theme_icon(&c->reading, c->theme, look->icon, value->at);
    }
    box->detail = s;
}

struct drawn_status {
    bool given;
    enum target_status status;
    struct setting word;
};

enum { ICON_GAP = 8 };

static struct extent measure_status(struct flow *f, struct frame *frame, double width, double height)
{
    const struct status *s = frame->box->detail;
    struct drawn_status *d = ARENA_NEW(f->scratch, struct drawn_status);
    double attainment;
    (void)height;
    frame->state = d;
    if (!s->value || !scope_number(f, frame->scope, s->value, &attainment))
        return (struct extent){0, 0};
    d->status = status_of(attainment);
    const struct icon *icon = s->icons[d->status];
    d->given = icon != NULL;
    if (!d->given)
        return (struct extent){0, 0};
    struct str parts[2] = {STR("word"), f->job->theme->status[d->status].word};
    struct lookup word = {.parts = parts, .count = 2, .text = parts[1], .at = frame->box->at};
    const struct value *v = scope_value(f, frame->scope, &word);
    const struct rich *text = v ? scope_text(f, v, STR(""), word.at) : rich_plain(f->scratch, parts[1], word.at);
    d->word = flow_set(f, text, s->styles[d->status], fmax(0, width - icon->width - ICON_GAP));
    frame->baseline = setting_baseline(&d->word);
    return (struct extent){icon->width + ICON_GAP + d->word.paragraph->width,
                           fmax(icon->height, d->word.paragraph->height)};
}

static void emit_status(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct status *s = frame->box->detail;
    const struct drawn_status *d = frame->state;
    if (!d->given)
        return;
    const struct icon *icon = s->icons[d->status];
    const struct paragraph *p = d->word.paragraph;
    flow_icon(f, icon, inner.x, inner.y + (inner.height - icon->height) / 2, icon->width, d->word.style->color);
    size_t depth = flow_open_paragraph(f, frame->box);
    flow_text(f, &d->word, inner.x + icon->width + ICON_GAP, inner.y + (inner.height - p->height) / 2, p->width,
              HORIZONTAL_LEFT);
    canvas_close(f->canvas, depth);
}

static const char *const gauge_attributes[] = {"target", "cap", "thickness", "color", "missed", "line", NULL};
static const char *const status_attributes[] = {"style", NULL};
const struct block block_gauge = {.key = "gauge",
                                  .attributes = gauge_attributes,
                                  .intrinsic = true,
                                  .compile = compile_gauge,
                                  .measure = measure_gauge,
                                  .emit = emit_gauge};
const struct block block_status = {.key = "status",
                                   .attributes = status_attributes,
                                   .compile = compile_status,
                                   .measure = measure_status,
                                   .emit = emit_status};
