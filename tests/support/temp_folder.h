/* A folder of its own for a test, in memory where there is a file system for that. What fails ends the program. */
#ifndef BILAN_TESTS_TEMP_FOLDER_H
#define BILAN_TESTS_TEMP_FOLDER_H

#include "base/arena.h"
#include "base/str.h"

/* A new, empty folder in TMPDIR, else in memory, else in /tmp: its path, to end with temp_folder_free. */
char *temp_folder_new(void);
/* Removes the folder with all that it holds. */
void temp_folder_free(char *folder);

/* Makes a folder below, in one that is there. Returns its path, in the arena. */
const char *temp_folder_make(struct arena *a, const char *folder, const char *name);
/* Writes a file below, in a folder that is there. Returns its path, in the arena. */
const char *temp_folder_put(struct arena *a, const char *folder, const char *name, struct str bytes);
/* Entries of a folder, "." and ".." left out. */
size_t temp_folder_count(const char *folder);

#endif
