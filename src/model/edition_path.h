/* Names of an edition's files. Private to the folder. */
#ifndef BILAN_MODEL_EDITION_PATH_H
#define BILAN_MODEL_EDITION_PATH_H

#include "base/arena.h"

/* The edition's bilan.yaml, told relative to the data folder. */
const char *edition_file(struct arena *a, const char *root, const char *path);
/* The folder that it lies in, as the user names it. */
const char *edition_folder(struct arena *a, const char *path);

#endif
