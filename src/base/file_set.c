#include "base/file_set.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/replace.h"
#include "base/signals.h"

struct file_set {
    struct arena *arena;
    int store; /* the nameless file */
    off_t stored;
    struct replacement *files;
    size_t count, capacity;
};

/* A file without a name in `folder`: -1 with errno. */
static int open_nameless(struct arena *a, const char *folder)
{
    sigset_t before = signals_hold();
    char *name;
    int fd;
    do {
        name = path_join(a, folder, ".bilan.XXXXXX");
        fd = mkstemp(name);
    } while (fd < 0 && errno == EINTR);
    int error = errno;
    if (fd >= 0) {
        unlink(name);
    }
    signals_release(before);
    errno = error;
    return fd;
}

struct file_set *file_set_begin(struct arena *a, const char *folder, int *error)
{
    struct file_set *s = ARENA_NEW(a, struct file_set);
    s->arena = a;
    s->store = open_nameless(a, folder);
    *error = s->store < 0 ? errno : 0;
    return s->store < 0 ? NULL : s;
}

struct file_result file_set_add(struct file_set *s, const char *path, struct str bytes)
{
    s->files = ARENA_ROOM(s->arena, s->files, s->count, &s->capacity, 64);
    s->files[s->count++] = (struct replacement){.path = path, .contents = {{NULL, bytes.len}, s->store, s->stored}};
    s->stored += (off_t)bytes.len;
    return write_whole(s->store, bytes);
}

struct file_result file_set_install(struct file_set *s, const char *folder, const char **failed)
{
    struct file_result result = {true, 0};
    for (size_t i = 0; result.ok && i < s->count; i++) {
        *failed = s->files[i].path;
        result = replacement_plan(s->arena, &s->files[i]);
    }
    if (!result.ok) {
        return result;
    }
    sigset_t before = signals_hold();
    bool made = folder != NULL && mkdir(folder, 0777) == 0;
    if (folder != NULL && !made) {
        result = (struct file_result){false, errno};
        *failed = folder;
    } else {
        size_t at = 0;
        result = replace_all(s->files, s->count, &at);
        *failed = result.ok ? NULL : s->files[at].path;
    }
    if (made && !result.ok) {
        rmdir(folder);
    }
    signals_release(before);
    return result;
}

void file_set_end(struct file_set *s)
{
    close(s->store);
}
