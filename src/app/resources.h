/* Where designs, faces and message catalogues are: beside the data folder first, then where the tool is installed. */
#ifndef BILAN_APP_RESOURCES_H
#define BILAN_APP_RESOURCES_H

#include "base/arena.h"

struct resources {
    const char *layouts[3];
    size_t layout_count;
    const char *fonts[3];
    size_t font_count;
};

/* Folders to search, in order. `data_root` is the folder of programme.yaml, or NULL. */
struct resources resources_find(struct arena *a, const char *data_root);
/* The folder of message catalogues, or NULL when there is none. */
const char *resources_locale(struct arena *a);

#endif
