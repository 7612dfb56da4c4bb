/* Changes that keep a file what it is: YAML stays YAML, CSV stays CSV. */
#ifndef BILAN_FUZZ_MUTATE_H
#define BILAN_FUZZ_MUTATE_H

#include "tree.h"

/* Chance from a seed, the same on every machine. */
struct chance {
    uint64_t state;
};
/* 0 to limit - 1; 0 for a limit of 0. */
size_t chance_below(struct chance *c, size_t limit);

/* Swaps, removes, repeats or moves a node somewhere in the tree, or gives a scalar a nasty value. */
void mutate_tree(struct chance *c, struct arena *a, struct tree *root);
/* Swaps, removes or repeats rows, or gives a cell a nasty value. */
void mutate_csv(struct chance *c, struct str bytes, struct buf *out);

#endif
