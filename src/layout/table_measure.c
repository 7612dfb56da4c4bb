#include <math.h>

#include "layout/container.h"
#include "layout/table.h"

static void choose_columns(struct flow *f, const struct frame *frame, const struct table *t, struct drawn_table *d)
{
    d->columns = ARENA_ARRAY(f->scratch, t->column_count + 1, const struct column *);
    d->widths = ARENA_ARRAY(f->scratch, t->column_count + 1, double);
    for (size_t i = 0; i < t->column_count; i++) {
        bool shown = true;
        for (size_t k = 0; k < t->conditions[i]->condition_count; k++)
            shown = shown && scope_holds(f, frame->scope, &t->conditions[i]->conditions[k]);
        if (shown)
            d->columns[d->column_count++] = &t->columns[i];
    }
}

enum part_of_column { PART_HEAD, PART_CELL, PART_TOTAL };

static const struct box *box_of(const struct column *column, enum part_of_column part)
{
    switch (part) {
    case PART_HEAD:
        return column->head;
    case PART_CELL:
        return column->cell;
    case PART_TOTAL:
        return column->total;
    }
    return NULL;
}

static void fill_row(struct flow *f, const struct drawn_table *d, const struct scope *scope, enum part_of_column part,
                     struct table_row *row)
{
    row->cells = ARENA_ARRAY(f->scratch, d->column_count + 1, struct frame *);
    for (size_t i = 0; i < d->column_count; i++) {
        const struct box *box = box_of(d->columns[i], part);
        if (box)
            row->cells[i] = flow_frame(f, box, scope);
    }
}

static void fill_rows(struct flow *f, const struct frame *frame, const struct table *t, struct drawn_table *d)
{
    size_t start;
    const struct value *list = scope_list(f, frame->scope, t->rows, &start);
    d->rows = ARENA_ARRAY(f->scratch, list->as.list.count + 1, struct table_row);
    d->row_count = d->end = list->as.list.count;
    for (size_t i = 0; i < d->row_count; i++) {
        struct scope *scope = ARENA_NEW(f->scratch, struct scope);
        *scope = scope_entry(frame->scope, t->as, list, i, start);
        fill_row(f, d, scope, PART_CELL, &d->rows[i]);
        d->rows[i].fresh = list == &f->share;
    }
}

static double widest(struct flow *f, struct drawn_table *d, size_t column, double width)
{
    double most = 0;
    for (size_t r = 0; r < d->row_count + 2; r++) {
        struct table_row *row = r < d->row_count ? &d->rows[r] : r == d->row_count ? &d->head : &d->total;
        struct frame *cell = row->cells ? row->cells[column] : NULL;
        if (cell == NULL)
            continue;
        flow_measure(f, cell, width, INFINITY);
        most = fmax(most, cell->width);
    }
    return most;
}

static double settle_widths(struct flow *f, const struct frame *frame, struct drawn_table *d, double width)
{
    double taken = frame->box->gap * (double)(d->column_count ? d->column_count - 1 : 0), shares = 0;
    for (size_t i = 0; i < d->column_count; i++) {
        struct length l = d->columns[i]->width;
        if (l.unit == UNIT_FRACTION || l.unit == UNIT_NONE)
            shares += l.unit == UNIT_NONE ? 1 : l.n;
        else
            d->widths[i] = l.unit == UNIT_CONTENT ? widest(f, d, i, width) : container_points(l, width);
        taken += d->widths[i];
    }
    for (size_t i = 0; i < d->column_count && shares > 0; i++) {
        struct length l = d->columns[i]->width;
        if (l.unit != UNIT_FRACTION && l.unit != UNIT_NONE)
            continue;
        d->widths[i] = fmax(0, width - taken) * (l.unit == UNIT_NONE ? 1 : l.n) / shares;
    }
    return shares > 0 ? fmax(width, taken) : taken;
}

static double measure_row(struct flow *f, const struct drawn_table *d, struct table_row *row, double least)
{
    row->height = least;
    for (size_t i = 0; row->cells && i < d->column_count; i++) {
        if (row->cells[i] == NULL)
            continue;
        flow_measure(f, row->cells[i], d->widths[i], INFINITY);
        row->height = fmax(row->height, row->cells[i]->height);
    }
    return row->height;
}

struct extent table_measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct table *t = frame->box->detail;
    struct drawn_table *d = ARENA_NEW(f->scratch, struct drawn_table);
    (void)height;
    frame->state = d;
    if (t->rows == NULL)
        return (struct extent){0, 0};
    choose_columns(f, frame, t, d);
    fill_rows(f, frame, t, d);
    d->has_total = t->has_total && f->part + 1 >= f->parts;
    if (t->has_head)
        fill_row(f, d, frame->scope, PART_HEAD, &d->head);
    if (d->has_total)
        fill_row(f, d, frame->scope, PART_TOTAL, &d->total);
    struct extent all = {settle_widths(f, frame, d, width), 0};
    if (t->has_head)
        all.height += measure_row(f, d, &d->head, t->head_height);
    for (size_t i = 0; i < d->row_count; i++)
        all.height += measure_row(f, d, &d->rows[i], t->row_height);
    if (d->has_total)
        all.height += measure_row(f, d, &d->total, t->row_height);
    return all;
}

static bool arrange_row(struct flow *f, const struct frame *frame, const struct drawn_table *d, struct table_row *row,
                        struct point corner)
{
    bool told = false, was_fresh = f->fresh;
    f->fresh |= row->fresh;
    for (size_t i = 0; row->cells && i < d->column_count; i++) {
        struct rect r = {corner.x, corner.y, d->widths[i], row->height};
        if (row->cells[i])
            told |= flow_arrange(f, row->cells[i], r);
        corner.x += d->widths[i] + frame->box->gap;
    }
    f->fresh = was_fresh;
    return told;
}

bool table_arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    struct drawn_table *d = frame->state;
    struct point corner = {inner.x, inner.y};
    bool told = arrange_row(f, frame, d, &d->head, corner);
    corner.y += d->head.height;
    for (size_t i = d->from; i < d->end; i++) {
        told |= arrange_row(f, frame, d, &d->rows[i], corner);
        corner.y += d->rows[i].height;
    }
    return told | (table_shows_total(d) && arrange_row(f, frame, d, &d->total, corner));
}
