/* Unit charts: one mark for each unit. */
#include <math.h>

#include "layout/block.h"
#include "layout/units.h"

struct marks {
    const struct lookup *over;
    struct str as;
    const struct quantity *value;
    const struct wording *style;
    size_t columns; /* 0: as many as let all of them stand in the box */
    double pitch;
};

/* The units of one entry of the list. */
struct group {
    const struct unit_mark *mark;
    size_t count;
};
struct groups {
    struct group *items;
    size_t count, total;
    double largest; /* mark */
};

/* Pitch of a chart, in relation to its largest mark, at which marks have their own size. */
static const double NATURAL_PITCH = 1.32;
enum { MOST_UNITS = 20000 };

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const keys[] = {"over", "as", "value", "style", "columns", "pitch", NULL};
    struct marks *m = ARENA_NEW(c->reading.arena, struct marks);
    const struct node *inner = read_map(&c->reading, value, "marks");
    (void)map;
    box->detail = m;
    if (inner == NULL)
        return;
    read_known(&c->reading, inner, keys, "'marks'");
    m->over = compile_path(c, node_get(inner, "over"), "over");
    m->as = read_text_or(&c->reading, inner, "as", STR("item"));
    m->value = compile_quantity(c, node_get(inner, "value"), "value");
    m->style = compile_wording(c, node_get(inner, "style"), "style");
    m->columns = (size_t)fmin(1000, fmax(0, read_number_or(&c->reading, inner, "columns", 0)));
    m->pitch = read_number_or(&c->reading, inner, "pitch", 0);
}

static struct group group_of(struct flow *f, const struct marks *m, const struct scope *item, size_t room)
{
    struct group g = {NULL, 0};
    double n = 0;
    struct reading r = {.arena = f->scratch, .diags = f->job->diags};
    const struct rich *style = scope_wording(f, item, m->style);
    g.mark = theme_mark(&r, f->job->theme, style->text, m->style->at);
    if (g.mark && scope_number(f, item, m->value, &n) && n > 0)
        g.count = (size_t)fmin(round(n), (double)room);
    return g;
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct marks *m = frame->box->detail;
    struct groups *all = ARENA_NEW(f->scratch, struct groups);
    size_t start;
    frame->state = all;
    if (!m->over || !m->value || !m->style)
        return (struct extent){0, 0};
    const struct value *list = scope_list(f, frame->scope, m->over, &start);
    all->items = ARENA_ARRAY(f->scratch, list->as.list.count + 1, struct group);
    for (size_t i = 0; i < list->as.list.count; i++) {
        struct scope item = scope_entry(frame->scope, m->as, list, i, start);
        struct group g = group_of(f, m, &item, MOST_UNITS - all->total);
        if (g.mark == NULL)
            continue;
        all->items[all->count++] = g;
        all->total += g.count;
        all->largest = fmax(all->largest, g.mark->size);
    }
    (void)width, (void)height;
    return (struct extent){0, 0};
}

/* The widest pitch that divides the width and lets all units stand in the box. */
static double fitting_pitch(const struct groups *all, struct rect inner, size_t *columns)
{
    for (*columns = 2; *columns < all->total; (*columns)++) {
        double pitch = inner.width / ((double)*columns - 1 + 1 / NATURAL_PITCH);
        double rows = floor((inner.height - pitch / NATURAL_PITCH) / pitch + 1 + 1e-6);
        if (rows * (double)*columns >= (double)all->total)
            return pitch;
    }
    return inner.width;
}

static void emit_group(struct flow *f, const struct group *g, size_t first, size_t columns, double pitch, double scale,
                       struct point corner, struct rect box)
{
    struct outline o = {.arena = f->scratch};
    for (size_t i = first; i < first + g->count; i++) {
        size_t row = i / columns, column = i % columns;
        outline_unit(&o, g->mark, corner.x + pitch * (double)column, corner.y + pitch * (double)row, scale);
    }
    struct drawing d = unit_drawing(g->mark, outline_path(&o), scale);
    canvas_drawing(f->canvas, &d, box, SPAN_NONE);
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct marks *m = frame->box->detail;
    const struct groups *all = frame->state;
    size_t columns = m->columns, done = 0;
    double pitch = m->pitch;
    if (all->total == 0)
        return;
    bool own = columns > 0 && pitch > 0;
    if (!own)
        pitch = fitting_pitch(all, inner, &columns);
    double scale = own ? 1 : pitch / (NATURAL_PITCH * all->largest);
    struct point corner = {inner.x + all->largest * scale / 2, inner.y + all->largest * scale / 2};
    for (size_t i = 0; i < all->count; i++) {
        emit_group(f, &all->items[i], done, columns, pitch, scale, corner, inner);
        done += all->items[i].count;
    }
}

const struct block block_marks = {.key = "marks", .compile = compile, .measure = measure, .emit = emit};
