/* Where editions lie. */
#ifndef BILAN_APP_EDITION_PATH_H
#define BILAN_APP_EDITION_PATH_H

#include "base/arena.h"

/* The folder and the file of the edition at `path`, which names either; written from `path` on. */
const char *edition_path_folder(struct arena *a, const char *path);
const char *edition_path_file(struct arena *a, const char *path);
/* A folder beside `folder`. */
const char *edition_path_beside(struct arena *a, const char *folder, const char *name);

#endif
