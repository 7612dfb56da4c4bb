#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct file_result failed(int error)
{
    return (struct file_result){false, error};
}

static const struct file_result done = {true, 0};

/* Reads until the end or `room` bytes. */
static ssize_t read_whole(int fd, char *bytes, size_t room)
{
    size_t len = 0;
    while (len < room) {
        ssize_t got = read(fd, bytes + len, room - len);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return -1;
        }
        if (got == 0) {
            break;
        }
        len += (size_t)got;
    }
    return (ssize_t)len;
}

static struct file_result read_regular(struct arena *a, int fd, size_t limit, struct str *out)
{
    struct stat info;
    if (fstat(fd, &info) != 0) {
        return failed(errno);
    }
    if (!S_ISREG(info.st_mode)) {
        return failed(EINVAL);
    }
    if ((uintmax_t)info.st_size > limit) {
        return failed(EFBIG);
    }
    char *bytes = arena_alloc(a, (size_t)info.st_size + 1);
    ssize_t len = read_whole(fd, bytes, (size_t)info.st_size);
    if (len < 0) {
        return failed(errno);
    }
    *out = (struct str){bytes, (size_t)len};
    return done;
}

struct file_result file_read(struct arena *a, const char *path, size_t limit, struct str *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* so that a pipe without a writer does not hold us up */
    if (fd < 0) {
        return failed(errno);
    }
    struct file_result result = read_regular(a, fd, limit, out);
    close(fd);
    return result;
}

static struct file_result write_whole(int fd, struct str bytes)
{
    size_t at = 0;
    while (at < bytes.len) {
        ssize_t put = write(fd, bytes.at + at, bytes.len - at);
        if (put < 0 && errno != EINTR) {
            return failed(errno);
        }
        at += put < 0 ? 0 : (size_t)put;
    }
    return done;
}

static struct file_result write_directly(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return failed(errno);
    }
    struct file_result result = write_whole(fd, bytes);
    if (close(fd) != 0 && result.ok) {
        result = failed(errno);
    }
    return result;
}

/* A new file ".NAME.xxxxxx" beside `path`, its name in `temporary`. Opened here and not by mkstemp so that the system
 * applies the umask, which cannot be read without changing it for the whole process. */
static int open_temporary(const char *path, char temporary[PATH_MAX])
{
    enum { ATTEMPTS = 100, LONGEST_NAME = NAME_MAX - 8 };
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    unsigned seed = (unsigned)now.tv_nsec ^ (unsigned)getpid() << 8;
    for (unsigned i = 0; i < ATTEMPTS; i++) {
        int len = snprintf(temporary, PATH_MAX, "%.*s.%.*s.%06x", (int)(name - path), path, LONGEST_NAME, name,
                           (seed + i * 7919) & 0xFFFFFF);
        if (len < 0 || len >= PATH_MAX) {
            errno = ENAMETOOLONG;
            return -1;
        }
        int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST) {
            return fd;
        }
    }
    return -1;
}

static struct file_result fill(int fd, struct str bytes, const struct stat *old)
{
    struct file_result result = write_whole(fd, bytes);
    if (result.ok && old != NULL && fchmod(fd, old->st_mode & 0777) != 0) {
        result = failed(errno);
    }
    if (result.ok && fsync(fd) != 0) {
        result = failed(errno);
    }
    if (close(fd) != 0 && result.ok) {
        result = failed(errno);
    }
    return result;
}

/* Makes the rename last. A folder that cannot be opened or synced at all is no failure: the file is there. */
static struct file_result sync_folder(const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t len = slash == NULL ? 0 : slash == path ? 1 : (size_t)(slash - path);
    snprintf(folder, sizeof folder, "%.*s", len == 0 ? 1 : (int)len, len == 0 ? "." : path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return done;
    }
    struct file_result result = fsync(fd) != 0 && errno != EINVAL && errno != EROFS ? failed(errno) : done;
    close(fd);
    return result;
}

static struct file_result write_beside(const char *path, struct str bytes, const struct stat *old)
{
    char temporary[PATH_MAX];
    int fd = open_temporary(path, temporary);
    if (fd < 0) {
        return failed(errno);
    }
    struct file_result result = fill(fd, bytes, old);
    if (result.ok && rename(temporary, path) != 0) {
        result = failed(errno);
    }
    if (!result.ok) {
        unlink(temporary);
        return result;
    }
    return sync_folder(path);
}

/* Writes where a link leads, and leaves the link. */
static struct file_result replace(const char *path, struct str bytes, const struct stat *old)
{
    if (access(path, W_OK) != 0) {
        return failed(errno); /* a file set read-only stays, though its folder would let us replace it */
    }
    char *target = realpath(path, NULL);
    if (target == NULL) {
        return failed(errno);
    }
    struct file_result result = write_beside(target, bytes, old);
    free(target);
    return result;
}

struct file_result file_write(const char *path, struct str bytes)
{
    if (strcmp(path, "-") == 0) {
        return write_whole(STDOUT_FILENO, bytes);
    }
    struct stat old;
    if (stat(path, &old) != 0) {
        return errno == ENOENT ? write_beside(path, bytes, NULL) : failed(errno);
    }
    return S_ISREG(old.st_mode) ? replace(path, bytes, &old) : write_directly(path, bytes);
}
