/* A design and those that it is like, one after the other (private to the folder). */
#ifndef BILAN_LAYOUT_LINEAGE_H
#define BILAN_LAYOUT_LINEAGE_H

#include "layout/reading.h"

/* Where designs are looked for. */
struct design_folders {
    const char *const *at;
    size_t count;
};

struct lineage {
    const char **folders; /* its own, then of the design that it is like, then of the one that that is like … */
    size_t count;
    size_t whole; /* the first so many give parts and page kinds: all up to the first with a page of its own */
    const struct node *theme; /* with all that it takes from the others */
};

/* False when one of them is not there, cannot be read or is like itself (recorded). */
bool lineage_read(const struct reading *r, const struct design_folders *all, struct str name, struct span at,
                  struct lineage *out);

/* A file of a design, and its number. NULL when it cannot be read (recorded). */
const struct node *design_file(const struct reading *r, const char *folder, const char *name, uint32_t *file);

#endif
