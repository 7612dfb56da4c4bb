/* Boxes in equal columns. */
#include <math.h>

#include "base/i18n.h"
#include "layout/container.h"
#include "layout/portion.h"

struct grid {
    size_t columns;
    struct length rows;
    bool down;
};

/* How the cells of a frame stand. */
struct cells {
    size_t columns, rows, count;
    size_t from, end; /* rows that are shown */
    double width;
    double *heights;
};

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const flows[] = {"across", "down", NULL};
    struct grid *g = ARENA_NEW(c->reading.arena, struct grid);
    double columns = read_number_or(&c->reading, map, "columns", 1);
    g->columns = columns >= 1 && columns <= 100 ? (size_t)columns : 1;
    g->rows = compile_size(c, node_get(map, "rows"), "rows");
    const struct node *flow = node_get(map, "flow");
    g->down = flow && read_choice(&c->reading, flow, flows, "flow") == 1;
    box->detail = g;
    container_compile(c, map, value, box);
}

static size_t row_of(const struct grid *g, const struct cells *cells, size_t index, size_t *column)
{
    if (!g->down) {
        *column = index % cells->columns;
        return index / cells->columns;
    }
    /* As evenly as may be: the first columns have one more. */
    size_t full = cells->count % cells->columns, less = cells->count / cells->columns;
    if (index < full * (less + 1)) {
        *column = index / (less + 1);
        return index % (less + 1);
    }
    size_t rest = index - full * (less + 1);
    *column = full + (less ? rest / less : 0);
    return less ? rest % less : 0;
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct grid *g = frame->box->detail;
    flow_expand(f, frame, frame->box->children, frame->box->child_count, frame->scope);
    struct cells *cells = ARENA_NEW(f->scratch, struct cells);
    cells->columns = g->columns;
    cells->count = frame->child_count;
    cells->rows = (cells->count + g->columns - 1) / g->columns;
    cells->end = cells->rows;
    cells->heights = ARENA_ARRAY(f->scratch, cells->rows + 1, double);
    cells->width = (width - frame->box->cross_gap * (double)(g->columns - 1)) / (double)g->columns;
    frame->state = cells;
    size_t index = 0, column;
    for (struct frame *c = frame->first; c != NULL; c = c->next, index++) {
        size_t row = row_of(g, cells, index, &column);
        flow_measure(f, c, cells->width, INFINITY);
        cells->heights[row] = fmax(cells->heights[row], c->height);
    }
    struct extent all = {width, cells->rows > 1 ? frame->box->gap * (double)(cells->rows - 1) : 0};
    for (size_t row = 0; row < cells->rows; row++) {
        if (g->rows.unit == UNIT_POINTS)
            cells->heights[row] = g->rows.n;
        all.height += cells->heights[row];
    }
    (void)height;
    return all;
}

static double row_height(const struct grid *g, const struct cells *cells, size_t row, struct rect inner, double gap)
{
    if (g->rows.unit != UNIT_FRACTION)
        return cells->heights[row];
    return fmax(0, (inner.height - gap * (double)(cells->rows - 1)) / (double)cells->rows);
}

static bool arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct grid *g = frame->box->detail;
    const struct cells *cells = frame->state;
    double *tops = ARENA_ARRAY(f->scratch, cells->rows + 1, double);
    double total = 0;
    for (size_t row = cells->from; row < cells->end; row++) {
        tops[row] = total;
        total += row_height(g, cells, row, inner, frame->box->gap) + frame->box->gap;
    }
    double shift = 0;
    if (frame->box->valign == VERTICAL_BOTTOM || frame->box->valign == VERTICAL_MIDDLE)
        shift = fmax(0, container_shift(frame->box->valign == VERTICAL_MIDDLE ? POSITION_MIDDLE : POSITION_END,
                                        inner.height, total - frame->box->gap));
    bool told = false;
    size_t index = 0, column;
    for (struct frame *c = frame->first; c != NULL; c = c->next, index++) {
        size_t row = row_of(g, cells, index, &column);
        if (c->elsewhere)
            continue;
        double x = inner.x + (cells->width + frame->box->cross_gap) * (double)column;
        double height = row_height(g, cells, row, inner, frame->box->gap);
        told |= flow_arrange(f, c, (struct rect){x, inner.y + shift + tops[row], cells->width, height});
    }
    return told;
}

static void show_rows(struct frame *frame, size_t from, size_t end)
{
    const struct grid *g = frame->box->detail;
    struct cells *cells = frame->state;
    cells->from = from;
    cells->end = end;
    size_t index = 0, column;
    for (struct frame *c = frame->first; c != NULL; c = c->next, index++) {
        size_t row = row_of(g, cells, index, &column);
        c->elsewhere = row < from || row >= end;
    }
}

/* Between rows, where these are read one after the other. */
static bool divide(struct flow *f, struct frame *frame, double room)
{
    const struct grid *g = frame->box->detail;
    const struct cells *cells = frame->state;
    (void)f;
    if (g->down || g->rows.unit == UNIT_FRACTION)
        return false;
    size_t end = cells->from;
    for (double y = 0; end + 1 < cells->rows && y + cells->heights[end] <= room + PORTION_TOLERANCE; end++)
        y += cells->heights[end] + frame->box->gap;
    if (end == cells->from)
        return false;
    show_rows(frame, cells->from, end);
    return true;
}

static void advance(struct frame *frame)
{
    const struct cells *cells = frame->state;
    show_rows(frame, cells->end, cells->rows);
}

static double shown(const struct frame *frame)
{
    const struct cells *cells = frame->state;
    double height = 0;
    for (size_t row = cells->from; row < cells->end; row++)
        height += cells->heights[row] + (row > cells->from ? frame->box->gap : 0);
    return height;
}

static const char *const attributes[] = {"columns", "rows", "flow", NULL};
const struct block block_grid = {.key = "grid",
                                 .attributes = attributes,
                                 .compile = compile,
                                 .measure = measure,
                                 .arrange = arrange,
                                 .emit = container_emit,
                                 .divide = divide,
                                 .advance = advance,
                                 .shown = shown};
