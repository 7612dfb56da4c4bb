/* Files that take their places together or not at all. */
#ifndef BILAN_BASE_FILE_SET_H
#define BILAN_BASE_FILE_SET_H

#include "base/file.h"

struct file_set;

/* An empty set that lives in the arena. Its contents wait in a nameless file in `folder`, so that neither memory nor, should the
 * program be killed, the folder keeps them. End with file_set_end. NULL with the errno value in *error. */
struct file_set *file_set_begin(struct arena *a, const char *folder, int *error);
/* Keeps the contents of the file `path`, which need not be writable yet. */
struct file_result file_set_add(struct file_set *s, const char *path, struct str bytes);
/* Puts all files in their places, or none: *failed is the path that could not be. `folder`, unless NULL, is made first, and removed
 * again on failure. Allocates nothing once a file has a name. */
struct file_result file_set_install(struct file_set *s, const char *folder, const char **failed);
/* Closes the nameless file. */
void file_set_end(struct file_set *s);

#endif
