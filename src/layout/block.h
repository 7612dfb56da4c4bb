/* The table of block kinds: how each is compiled, measured, arranged and emitted (private to the folder). */
#ifndef BILAN_LAYOUT_BLOCK_H
#define BILAN_LAYOUT_BLOCK_H

#include "layout/compile.h"
#include "layout/flow.h"

struct block {
    const char *key;               /* its type key */
    const char *const *attributes; /* keys beside those of any box, NULL-terminated; or NULL */
    bool intrinsic;                /* in a row, as wide as its content unless told otherwise */
    bool grouping;                 /* its boxes stand in its parent */
    void (*compile)(struct compiler *c, const struct node *map, const struct node *value, struct box *box);
    /* Size of the content; sets frame->baseline relative to it. */
    struct extent (*measure)(struct flow *f, struct frame *frame, double width, double height);
    /* Places children inside `inner`; true when one of them recorded that it is too small. May be NULL. */
    bool (*arrange)(struct flow *f, struct frame *frame, struct rect inner);
    void (*emit)(struct flow *f, struct frame *frame, struct rect inner);
    /* Where entries flow, of kinds that may go on on a further page (see portion.h). Shows what of the rest of the content has `room`, and
     * leaves some; false, and nothing has changed, when no page may end there. */
    bool (*divide)(struct flow *f, struct frame *frame, double room);
    /* What was left is shown. */
    void (*advance)(struct frame *frame);
    /* Height of the content that is shown. */
    double (*shown)(const struct frame *frame);
};

/* NULL-terminated, in the order in which type keys are looked for. */
extern const struct block *const blocks[];

extern const struct block block_stack, block_column, block_row, block_grid, block_group, block_text, block_list,
    block_table, block_line, block_field, block_icon, block_mark, block_monogram, block_bar, block_shares, block_marks,
    block_gauge, block_status, block_link, block_image, block_chart;

#endif
