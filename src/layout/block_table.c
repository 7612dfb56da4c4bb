/* Tables: rules, cells, and their structure. */
#include "layout/table.h"

static void line_at(struct flow *f, const struct frame *frame, const struct stripe *stripe, double y)
{
    if (!stripe->paint.given)
        return;
    double width = 0;
    const struct drawn_table *d = frame->state;
    for (size_t i = 0; i < d->column_count; i++)
        width += d->widths[i] + (i ? frame->box->gap : 0);
    struct color color = flow_color(f, frame->scope, &stripe->paint);
    struct rect r = {frame->rect.x + frame->box->pad.left, y - stripe->width / 2, width, stripe->width};
    f->canvas->artefact++;
    flow_fill(f, r, NULL, &color, 0, NULL);
    f->canvas->artefact--;
}

static void emit_cell(struct flow *f, struct frame *cell, enum tag tag, enum table_scope scope)
{
    element_id id;
    size_t depth = canvas_open(f->canvas, tag, &id);
    if (id)
        structure_edit(f->canvas->structure, id)->scope = scope;
    if (cell)
        flow_emit(f, cell);
    canvas_close(f->canvas, depth);
}

static void emit_row(struct flow *f, const struct drawn_table *d, struct table_row *row, bool head)
{
    element_id id;
    bool was_fresh = f->fresh;
    size_t depth = canvas_open(f->canvas, TAG_TR, &id);
    f->fresh |= row->fresh;
    for (size_t i = 0; i < d->column_count; i++) {
        bool th = head || d->columns[i]->row_head;
        enum table_scope scope = head ? SCOPE_COLUMN : th ? SCOPE_ROW : SCOPE_NONE;
        emit_cell(f, row->cells[i], th ? TAG_TH : TAG_TD, scope);
    }
    f->fresh = was_fresh;
    canvas_close(f->canvas, depth);
}

/* The element of the page before (the frame's own, or the one kept in `slot`), else a new one. */
static size_t open_kept(struct flow *f, const struct frame *frame, uint32_t slot, enum tag tag, element_id *own)
{
    if (frame->begun)
        return canvas_reopen(f->canvas, *own);
    if (slot && f->kept[slot - 1])
        return canvas_reopen(f->canvas, f->kept[slot - 1]);
    size_t depth = canvas_open(f->canvas, tag, own);
    if (slot)
        f->kept[slot - 1] = *own;
    return depth;
}

static void emit_head(struct flow *f, struct drawn_table *d, bool repeated)
{
    element_id id;
    bool was_fresh = f->fresh;
    f->canvas->artefact += repeated;
    f->fresh = true;
    size_t depth = canvas_open(f->canvas, TAG_THEAD, &id);
    emit_row(f, d, &d->head, true);
    canvas_close(f->canvas, depth);
    f->fresh = was_fresh;
    f->canvas->artefact -= repeated;
}

static void emit_body(struct flow *f, const struct frame *frame, const struct table *t, struct drawn_table *d, double y)
{
    uint32_t kept = frame->box->kept;
    size_t depth = open_kept(f, frame, kept ? kept + 1 : 0, TAG_TBODY, &d->body);
    for (size_t i = d->from; i < d->end; i++) {
        emit_row(f, d, &d->rows[i], false);
        y += d->rows[i].height;
        line_at(f, frame, i + 1 < d->end ? &t->separator : &t->rule, y);
    }
    if (table_shows_total(d)) {
        bool was_fresh = f->fresh;
        f->fresh = true;
        emit_row(f, d, &d->total, false);
        f->fresh = was_fresh;
    }
    canvas_close(f->canvas, depth);
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct table *t = frame->box->detail;
    struct drawn_table *d = frame->state;
    uint32_t kept = frame->box->kept;
    if (t->rows == NULL || d->column_count == 0)
        return;
    bool repeated = frame->begun || (kept && f->kept[kept - 1]);
    size_t depth = open_kept(f, frame, kept, TAG_TABLE, &frame->element);
    if (t->has_head) {
        emit_head(f, d, repeated);
        line_at(f, frame, &t->rule, inner.y + d->head.height);
    }
    emit_body(f, frame, t, d, inner.y + d->head.height);
    canvas_close(f->canvas, depth);
}

const struct block block_table = {.key = "table",
                                  .compile = table_compile,
                                  .measure = table_measure,
                                  .arrange = table_arrange,
                                  .emit = emit,
                                  .divide = table_divide,
                                  .advance = table_advance,
                                  .shown = table_shown};
