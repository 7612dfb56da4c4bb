/* Bulleted lists. */
#include <math.h>

#include "base/i18n.h"
#include "layout/container.h"
#include "layout/outline.h"
#include "layout/portion.h"

enum marker { MARKER_SQUARE, MARKER_DISC, MARKER_NONE };
static const double MARKER_SIZE = 5;

struct list {
    const struct lookup *path;
    const struct box *item; /* a text */
    enum marker marker;
    struct paint marker_color;
    double indent;
};

/* The text box of an entry: the list's `text`, else the entry itself. */
static const struct box *item_box(struct compiler *c, const struct node *map, const struct box *list)
{
    struct arena *a = c->reading.arena;
    struct node *wording = ARENA_NEW(a, struct node);
    const struct node *text = node_get(map, "text");
    *wording = (struct node){.kind = NODE_SCALAR, .at = map->at};
    wording->as.scalar.text = str_of(arena_printf(a, "${%.*s}", STR_ARG(list->as)));
    struct box *box = ARENA_NEW(a, struct box);
    box->block = &block_text;
    box->at = list->at;
    box->plain = true;
    block_text.compile(c, map, text ? text : wording, box);
    box->label = list->label;
    return box;
}

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const markers[] = {"square", "disc", "none", NULL};
    struct list *l = ARENA_NEW(c->reading.arena, struct list);
    l->path = compile_path(c, value, "list");
    l->indent = read_number_or(&c->reading, map, "indent", 13);
    int marker = node_get(map, "marker") ? read_choice(&c->reading, node_get(map, "marker"), markers, "marker") : 0;
    l->marker = marker < 0 ? MARKER_SQUARE : (enum marker)marker;
    const struct text_style *style = compile_style(c, map, "style", "color", "body");
    l->marker_color = compile_paint(c, node_get(map, "marker-color"));
    if (!l->marker_color.given)
        l->marker_color = (struct paint){.given = true, .color = style->strong_color};
    if (l->path) {
        box->label = l->path->text;
        box->runs = c->over && lookup_is(l->path, c->over->text);
    }
    if (box->runs)
        box->kept = 1; /* numbered when the box is done */
    l->item = item_box(c, map, box);
    box->detail = l;
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct list *l = frame->box->detail;
    struct extent all = {0, 0};
    size_t start;
    (void)height;
    if (l->path == NULL)
        return all;
    const struct value *entries = scope_list(f, frame->scope, l->path, &start);
    for (size_t i = 0; i < entries->as.list.count; i++) {
        struct scope *scope = ARENA_NEW(f->scratch, struct scope);
        *scope = scope_entry(frame->scope, frame->box->as, entries, i, start);
        struct frame *item = flow_frame(f, l->item, scope);
        item->fresh = entries == &f->share;
        flow_measure(f, item, width - l->indent, INFINITY);
        if (item->gone)
            continue;
        if (frame->last)
            frame->last->next = item;
        else
            frame->first = item;
        frame->last = item;
        all.width = fmax(all.width, l->indent + item->width);
        all.height += item->height + (frame->child_count++ ? frame->box->gap : 0);
    }
    return all;
}

static bool arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct list *l = frame->box->detail;
    bool told = false;
    double y = inner.y;
    for (struct frame *item = frame->first; item != NULL; item = item->next) {
        if (item->elsewhere)
            continue;
        told |= flow_arrange(f, item, (struct rect){inner.x + l->indent, y, inner.width - l->indent, item->height});
        y += item->height + frame->box->gap;
    }
    return told;
}

static void draw_marker(struct flow *f, const struct list *l, const struct frame *item)
{
    const struct setting *s = item->state;
    if (l->marker == MARKER_NONE || s == NULL || item->begun)
        return;
    const struct font *face = s->style->regular;
    double middle = item->rect.y + item->baseline - face->x_height * s->style->size / 2;
    struct rect r = {item->rect.x - l->indent, middle - MARKER_SIZE / 2, MARKER_SIZE, MARKER_SIZE};
    double round[4] = {MARKER_SIZE / 2, MARKER_SIZE / 2, MARKER_SIZE / 2, MARKER_SIZE / 2};
    struct color color = flow_color(f, item->scope, &l->marker_color);
    f->canvas->artefact++;
    flow_fill(f, r, l->marker == MARKER_DISC ? round : NULL, &color, 0, NULL);
    f->canvas->artefact--;
}

static void emit_item(struct flow *f, const struct list *l, struct frame *item)
{
    element_id id;
    size_t depth = f->canvas->depth;
    bool real = f->canvas->artefact == 0;
    if (item->begun) {
        canvas_reopen(f->canvas, item->element);
    } else if (real) {
        canvas_open(f->canvas, TAG_LI, &id);
        canvas_open(f->canvas, TAG_LBODY, &item->element);
    }
    draw_marker(f, l, item);
    flow_emit(f, item);
    canvas_close(f->canvas, depth);
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct list *l = frame->box->detail;
    uint32_t kept = frame->box->kept;
    element_id id = 0;
    size_t depth = f->canvas->depth;
    (void)inner;
    if (frame->first == NULL)
        return;
    element_id before = frame->begun ? frame->element : kept ? f->kept[kept - 1] : 0;
    if (before)
        canvas_reopen(f->canvas, before);
    else
        canvas_open(f->canvas, TAG_L, &id);
    if (id)
        frame->element = id;
    if (kept && id)
        f->kept[kept - 1] = id;
    if (id && l->marker != MARKER_NONE)
        structure_edit(f->canvas->structure, id)->marks = MARKS_DISC;
    for (struct frame *item = frame->first; item != NULL; item = item->next)
        if (!item->elsewhere)
            emit_item(f, l, item);
    canvas_close(f->canvas, depth);
}

static const char *const attributes[] = {"style", "color", "marker", "marker-color", "indent",
                                         "text",  "fit",   "lines",  "together",     NULL};
const struct block block_list = {.key = "list",
                                 .attributes = attributes,
                                 .compile = compile,
                                 .measure = measure,
                                 .arrange = arrange,
                                 .emit = emit,
                                 .divide = portion_divide_down,
                                 .advance = portion_advance_down,
                                 .shown = portion_shown_down};
