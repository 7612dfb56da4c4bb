/* A design that has been read (private to the folder). */
#ifndef BILAN_LAYOUT_DESIGN_H
#define BILAN_LAYOUT_DESIGN_H

#include "layout/layout.h"
#include "layout/lineage.h"
#include "layout/theme.h"

struct design {
    struct reading reading;
    struct lineage lineage;
    struct theme theme;
    const struct node *parts; /* parts.yaml, or NULL */
    struct kinds kinds;
    struct kind *kind_items; /* those of kinds, to be filled */
    bool *kinds_read;
    struct fonts *fonts;
};

#endif
