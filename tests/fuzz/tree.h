/* A YAML tree that can be changed and printed again. */
#ifndef BILAN_FUZZ_TREE_H
#define BILAN_FUZZ_TREE_H

#include "load/node.h"

struct tree {
    enum node_kind kind;
    enum scalar_style style;
    struct str text;  /* of a scalar */
    struct str *keys; /* of a map's items */
    struct tree **items;
    size_t count;
};

/* A copy of `n`, which may be NULL: a null. Parts that aliases share are copied; NULL when there are too many. */
struct tree *tree_of(struct arena *a, const struct node *n);
struct tree *tree_scalar(struct arena *a, struct str text);
/* Puts `item` before the item at `index` (count: at the end). */
void tree_insert(struct arena *a, struct tree *t, size_t index, struct str key, struct tree *item);
void tree_remove(struct tree *t, size_t index);
/* Block style, scalars in the style that they came in. */
void tree_print(const struct tree *t, struct buf *out);

#endif
