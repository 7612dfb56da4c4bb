#include "base/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/signals.h"

/* The end of a name beside the file: a dot and six digits. */
enum { TAIL = 7, DIGITS = 6 };

static struct file_result failed(int error)
{
    return (struct file_result){false, error};
}

static const struct file_result done = {true, 0};

/* ".NAME.xxxxxx" beside `place`, the digits still to be chosen. */
static char *name_beside(struct arena *a, const char *place)
{
    enum { LONGEST_NAME = NAME_MAX - 1 - TAIL };
    const char *slash = strrchr(place, '/');
    const char *name = slash == NULL ? place : slash + 1;
    return arena_printf(a, "%.*s.%.*s.%0*d", (int)(name - place), place, LONGEST_NAME, name, DIGITS, 0);
}

struct file_result replacement_plan(struct arena *a, struct replacement *r)
{
    struct stat old;
    r->place = r->path;
    if (stat(r->path, &old) == 0) {
        if (!S_ISREG(old.st_mode)) {
            return failed(S_ISDIR(old.st_mode) ? EISDIR : EINVAL);
        }
        if (access(r->path, W_OK) != 0) {
            return failed(errno); /* a file set read-only stays, though its folder would let us replace it */
        }
        char *real = realpath(r->path, NULL);
        if (real == NULL) {
            return failed(errno);
        }
        r->place = arena_copy(a, real, strlen(real));
        free(real);
        r->exists = true;
        r->mode = old.st_mode & 0777;
    } else if (errno != ENOENT) {
        return failed(errno);
    }
    r->temporary = name_beside(a, r->place);
    r->backup = name_beside(a, r->place);
    return strlen(r->temporary) < PATH_MAX ? done : failed(ENAMETOOLONG);
}

/* Chooses the digits, another way at each attempt. */
static void choose(char *name, unsigned attempt)
{
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    unsigned seed = (unsigned)now.tv_nsec ^ (unsigned)getpid() << 8;
    snprintf(name + strlen(name) - DIGITS, DIGITS + 1, "%06x", (seed + attempt * 7919) & 0xFFFFFF);
}

enum { ATTEMPTS = 100 };

/* Opened here and not by mkstemp so that the system applies the umask, which cannot be read without changing it for the whole process. */
static int open_temporary(char *name)
{
    for (unsigned i = 0; i < ATTEMPTS; i++) {
        choose(name, i);
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || (errno != EEXIST && errno != EINTR)) {
            return fd;
        }
    }
    return -1;
}

static struct file_result write_temporary(struct replacement *r)
{
    int fd = open_temporary(r->temporary);
    if (fd < 0) {
        return failed(errno);
    }
    r->is_written = true;
    if (r->exists && fchmod(fd, r->mode) != 0) {
        struct file_result result = failed(errno);
        close(fd);
        return result;
    }
    return contents_write(&r->contents, fd);
}

/* Where no second name can be given to the old file, it cannot be brought back once it is replaced. */
static bool does_without(int error)
{
    return error == ENOENT || error == EPERM || error == EOPNOTSUPP || error == ENOSYS || error == EMLINK ||
           error == EXDEV;
}

static struct file_result back_up(struct replacement *r)
{
    for (unsigned i = 0; i < ATTEMPTS; i++) {
        choose(r->backup, i);
        if (link(r->place, r->backup) == 0) {
            r->is_backed = true;
            return done;
        }
        if (does_without(errno)) {
            return done;
        }
        if (errno != EEXIST && errno != EINTR) {
            return failed(errno);
        }
    }
    return failed(EEXIST);
}

static struct file_result place(struct replacement *r)
{
    struct file_result result = back_up(r);
    if (result.ok && rename(r->temporary, r->place) != 0) {
        result = failed(errno);
    }
    r->is_placed = result.ok;
    return result;
}

/* Makes the renames last. A folder that cannot be opened or synced at all is no failure: the file is there. */
static struct file_result sync_folder(const struct replacement *r)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(r->place, '/');
    size_t len = slash == NULL ? 0 : slash == r->place ? 1 : (size_t)(slash - r->place);
    snprintf(folder, sizeof folder, "%.*s", len == 0 ? 1 : (int)len, len == 0 ? "." : r->place);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return done;
    }
    bool bad = sync_whole(fd) != 0 && errno != EINVAL && errno != EROFS;
    struct file_result result = bad && (r->is_backed || !r->exists) ? failed(errno) : done;
    close(fd);
    return result;
}

static void undo(const struct replacement *r)
{
    if (r->is_placed && !r->exists) {
        unlink(r->place);
    } else if (r->is_placed && r->is_backed) {
        rename(r->backup, r->place);
    } else if (r->is_backed) {
        unlink(r->backup);
    }
    if (r->is_written && !r->is_placed) {
        unlink(r->temporary);
    }
}

static void finish(const struct replacement *r)
{
    if (r->is_backed) {
        unlink(r->backup);
    }
}

/* Whether the file before it lies in the same folder, whose names last already. */
static bool is_beside(const struct replacement *r, const struct replacement *before)
{
    const char *slash = strrchr(r->place, '/');
    size_t len = slash == NULL ? 0 : (size_t)(slash - r->place) + 1;
    return strncmp(r->place, before->place, len) == 0 && strchr(before->place + len, '/') == NULL;
}

static struct file_result carry_out(struct replacement *r, size_t count, size_t *at)
{
    struct file_result result = done;
    for (*at = 0; result.ok && *at < count; *at += result.ok) {
        result = write_temporary(&r[*at]);
    }
    for (*at = result.ok ? 0 : *at; result.ok && *at < count; *at += result.ok) {
        result = place(&r[*at]);
    }
    for (*at = result.ok ? 0 : *at; result.ok && *at < count; *at += result.ok) {
        result = *at > 0 && is_beside(&r[*at], &r[*at - 1]) ? done : sync_folder(&r[*at]);
    }
    return result;
}

struct file_result replace_all(struct replacement *r, size_t count, size_t *failed_at)
{
    sigset_t before = signals_hold();
    struct file_result result = carry_out(r, count, failed_at);
    for (size_t i = 0; i < count; i++) {
        if (result.ok) {
            finish(&r[i]);
        } else {
            undo(&r[i]);
        }
    }
    signals_release(before);
    return result;
}
