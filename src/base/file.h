/* Reading inputs and writing outputs whole. */
#ifndef BILAN_BASE_FILE_H
#define BILAN_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* What a file operation came to; `error` is an errno value. */
struct file_result {
    bool ok;
    int error;
};

/* Reads a regular file of at most `limit` bytes into the arena (NUL-terminated). error EFBIG when it is larger, EINVAL when it
 * is no regular file. */
struct file_result file_read(struct arena *a, const char *path, size_t limit, struct str *out);

/* Writes all of `bytes`. A regular (or new) file appears whole or not at all: temporary file beside it, write, fsync, rename,
 * fsync of the folder. A target that is no regular file (device, pipe) is written directly; "-" is standard output.
 * On failure, and when a signal ends the program (SIGKILL apart), the old file is untouched and no temporary file remains. */
struct file_result file_write(const char *path, struct str bytes);
/* Writes a file that is not there yet (EEXIST). On failure there is none. Allocates nothing. */
struct file_result file_create(const char *path, struct str bytes);

/* Folders. */
/* These are true, too, when something is there that cannot be looked at, so that reading it tells why. */
bool file_is_folder(const char *path);
bool file_is_regular(const char *path);
bool file_exists(const char *path);
/* Whether an errno value says that there is no such file, rather than that it cannot be read. */
bool file_is_missing(int error);
/* "a/b/c.yaml" -> "a/b"; "c.yaml" -> "." */
char *path_folder(struct arena *a, const char *path);
char *path_join(struct arena *a, const char *folder, const char *name);
/* "data/../layouts" -> "layouts", where that leads to the same place (a link may lead elsewhere); else as given. */
char *path_short(struct arena *a, const char *path);
/* The path with links resolved; NULL with errno. */
const char *path_real(struct arena *a, const char *path);
/* `name`, as a user gives it, from `folder`: a path to what lies in the folder `real_root`, links resolved as in *real; NULL with error EXDEV
 * when it leaves that, else the errno of the failure. */
char *path_inside(struct arena *a, const char *real_root, const char *folder, const char *name, const char **real,
                  int *error);

#endif
