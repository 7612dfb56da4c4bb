/* Changes that keep a file what it is: YAML stays YAML, CSV stays CSV. */
#ifndef BILAN_FUZZ_MUTATE_H
#define BILAN_FUZZ_MUTATE_H

#include "support/chance.h"
#include "tree.h"

/* Swaps, removes, repeats or moves a node somewhere in the tree, or gives a scalar a nasty value. */
void mutate_tree(struct chance *c, struct arena *a, struct tree *root);
/* Swaps, removes or repeats rows, or gives a cell a nasty value. */
void mutate_csv(struct chance *c, struct str bytes, struct buf *out);

#endif
