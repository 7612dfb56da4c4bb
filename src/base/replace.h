/* Putting new files in the place of old ones: what file_write and file_set share. */
#ifndef BILAN_BASE_REPLACE_H
#define BILAN_BASE_REPLACE_H

#include <sys/stat.h>

#include "base/contents.h"

/* One file and how far it has come. */
struct replacement {
    const char *path;  /* as it is to be named in messages */
    const char *place; /* where a link leads */
    struct contents contents;
    bool exists;
    mode_t mode; /* of the old file */
    char *temporary, *backup;
    bool is_written, is_backed, is_placed;
};

/* Looks at what is at `r->path` and fills in the rest but the contents. A file set read-only, a folder or a device is refused. */
struct file_result replacement_plan(struct arena *a, struct replacement *r);
/* Carries `count` planned replacements out, or none; *failed is then the index of the one that could not be. Allocates nothing.
 * Interrupting signals wait meanwhile; one that comes makes it fail, and takes effect when all is as it was. */
struct file_result replace_all(struct replacement *r, size_t count, size_t *failed);

#endif
