/* A design that has been read (private to the folder). */
#ifndef BILAN_LAYOUT_DESIGN_H
#define BILAN_LAYOUT_DESIGN_H

#include "layout/layout.h"
#include "layout/theme.h"

struct design {
    struct reading reading;
    const char *folder;
    const char *base; /* folder of the design that it is like, or NULL */
    struct theme theme;
    const struct node *parts; /* parts.yaml, or NULL */
    struct kinds kinds;
    struct kind *kind_items; /* those of kinds, to be filled */
    bool *kinds_read;
    struct fonts *fonts;
};

#endif
