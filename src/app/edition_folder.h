/* A new edition's folder: there as a whole, or not at all. */
#ifndef BILAN_APP_EDITION_FOLDER_H
#define BILAN_APP_EDITION_FOLDER_H

#include "app/pipeline.h"

struct edition_file {
    const char *name; /* within the folder; may name folders below it */
    struct str bytes;
};

/* True, and said on standard error, when something is there already. */
bool edition_folder_taken(const char *folder);
/* Makes the folder with these files and prints its name; nothing that is there is written over. A failure is said on standard error, and leaves nothing. */
enum exit_status edition_folder_write(struct arena *a, const char *folder, const struct edition_file *files,
                                      size_t count);

#endif
