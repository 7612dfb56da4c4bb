/* Tables that go on on a further page. */
#include "layout/portion.h"
#include "layout/table.h"

bool table_shows_total(const struct drawn_table *d)
{
    return d->has_total && d->end == d->row_count;
}

/* A page may end behind the row before `end` when that leaves no single low row alone before or behind it. */
static bool may_end_at(const struct drawn_table *d, bool begun, size_t end)
{
    size_t left = d->row_count - end + d->has_total;
    if (left == 1 && portion_is_lone(d->row_count, d->rows[end].height))
        return false;
    return begun || end - d->from > 1 || !portion_is_lone(d->row_count, d->rows[d->from].height);
}

bool table_divide(struct flow *f, struct frame *frame, double room)
{
    struct drawn_table *d = frame->state;
    double y = d->head.height;
    (void)f;
    if (d->column_count == 0)
        return false;
    size_t end = d->from;
    for (; end < d->end && y + d->rows[end].height <= room + PORTION_TOLERANCE; end++)
        y += d->rows[end].height;
    if (end == d->row_count && end > d->from) /* at least the last row stays with what follows */
        end--;
    while (end > d->from && !may_end_at(d, frame->begun, end))
        end--;
    if (end == d->from)
        return false;
    d->end = end;
    return true;
}

void table_advance(struct frame *frame)
{
    struct drawn_table *d = frame->state;
    d->from = d->end;
    d->end = d->row_count;
}

double table_shown(const struct frame *frame)
{
    const struct drawn_table *d = frame->state;
    double height = d->head.height;
    for (size_t i = d->from; i < d->end; i++)
        height += d->rows[i].height;
    return height + (table_shows_total(d) ? d->total.height : 0);
}
