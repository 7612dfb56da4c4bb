/* Tables, compiled and on a page (private to the folder). */
#ifndef BILAN_LAYOUT_TABLE_H
#define BILAN_LAYOUT_TABLE_H

#include "layout/block.h"

struct column {
    struct length width;
    const struct box *head, *cell, *total; /* NULL: empty */
    bool row_head;
};
struct table {
    const struct lookup *rows;
    struct str as;
    double row_height, head_height;
    const struct column *columns;
    const struct box *const *conditions; /* one a column: a box whose conditions are the column's */
    size_t column_count;
    bool has_head, has_total;
    struct stripe rule, separator;
};

/* A row of cells on a page; a cell may be NULL. */
struct table_row {
    struct frame **cells;
    double height;
    bool fresh;
};
struct drawn_table {
    const struct column **columns; /* those that are shown */
    size_t column_count;
    double *widths;
    struct table_row head, total;
    struct table_row *rows;
    size_t row_count;
    size_t from, end; /* rows that are shown */
    bool has_total;
    element_id body; /* once the table has begun */
};

void table_compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box);
struct extent table_measure(struct flow *f, struct frame *frame, double width, double height);
bool table_arrange(struct flow *f, struct frame *frame, struct rect inner);
/* Whether the total is shown: below the last row. */
bool table_shows_total(const struct drawn_table *d);

/* Where entries flow: between rows, the head above each part. */
bool table_divide(struct flow *f, struct frame *frame, double room);
void table_advance(struct frame *frame);
double table_shown(const struct frame *frame);

#endif
