/* Parts of a design: boxes that page kinds use, with values in place of names (private to the folder). */
#ifndef BILAN_LAYOUT_PART_H
#define BILAN_LAYOUT_PART_H

#include "load/node.h"

struct hole;
struct header;

struct part {
    struct str name;
    const struct node *node;
    const struct hole *hole;     /* where values may go; NULL: not used yet */
    const struct header *header; /* made of it; NULL: none yet */
};

struct parts {
    struct part *items;
    size_t count;
};

/* Those of parts.yaml, which may be NULL. In `a`. */
struct parts parts_new(struct arena *a, const struct node *map);
/* NULL when there is none. */
struct part *part_named(const struct parts *parts, struct str name);
/* The part with `${name}` replaced by the values of `with` (which may be NULL); what stays as it is is shared with the part. */
const struct node *part_with(struct arena *a, struct part *part, const struct node *with);

#endif
