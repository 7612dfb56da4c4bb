/* `include: other.yaml` as the sole key of a map stands for the other file's tree. */
#ifndef BILAN_LOAD_INCLUDE_H
#define BILAN_LOAD_INCLUDE_H

#include "base/arena.h"
#include "base/diag.h"
#include "load/node.h"

/* A tree without includes in it. */
struct include_tree {
    const struct node *root; /* NULL after an error */
    size_t nodes;            /* as one walks it: shared parts count each time */
    unsigned height;         /* levels of lists and maps */
};

/* Loads `name`, asked for by file `from` at `at`; false after an error, which it has recorded. */
typedef bool include_load(void *context, const char *name, uint32_t from, struct span at, struct include_tree *out);

/* `root` with every include replaced. All includes are tried, so that each file's errors are recorded. */
struct include_tree include_resolve(struct arena *a, struct diags *d, const struct node *root, include_load *load,
                                    void *context);

#endif
