/* What is to stand in a file, on its way there. */
#ifndef BILAN_BASE_CONTENTS_H
#define BILAN_BASE_CONTENTS_H

#include <sys/types.h>

#include "base/file.h"

/* `bytes`; or, where bytes.at is NULL, `bytes.len` bytes at `offset` of the open file `source`. */
struct contents {
    struct str bytes;
    int source;
    off_t offset;
};

/* Writes all of `bytes`, however little the system takes at a time. */
struct file_result write_whole(int fd, struct str bytes);
/* Writes all, makes it last, and closes `fd` in any case. Gives up with EINTR when a signal waits. Allocates nothing. */
struct file_result contents_write(const struct contents *c, int fd);
/* fsync, again while it is interrupted. */
int sync_whole(int fd);

#endif
