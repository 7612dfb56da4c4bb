#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

bool file_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? S_ISDIR(info.st_mode) : !file_is_missing(errno);
}

bool file_is_regular(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? S_ISREG(info.st_mode) : !file_is_missing(errno);
}

bool file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 || !file_is_missing(errno);
}

bool file_is_missing(int error)
{
    return error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG;
}

char *path_folder(struct arena *a, const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/') {
        len--;
    }
    while (len > 0 && path[len - 1] != '/') {
        len--;
    }
    if (len == 0) {
        return arena_copy(a, ".", 1);
    }
    while (len > 1 && path[len - 1] == '/') {
        len--;
    }
    return arena_copy(a, path, len);
}

char *path_join(struct arena *a, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    if (len == 0 || name[0] == '/' || strcmp(folder, ".") == 0) {
        return arena_copy(a, name, strlen(name));
    }
    return arena_printf(a, "%s%s%s", folder, folder[len - 1] == '/' ? "" : "/", name);
}

/* Drops the last step of the path built so far, unless that is itself "..". False when there is none to drop. */
static bool drop_step(char *path, size_t *len)
{
    size_t start = *len;
    while (start > 0 && path[start - 1] != '/') {
        start--;
    }
    if (start == *len || (*len - start == 2 && memcmp(path + start, "..", 2) == 0)) {
        return false;
    }
    *len = start > 1 ? start - 1 : start;
    return true;
}

/* "data/2024/../x.yaml" -> "data/x.yaml", by the letters only. */
static char *tidy(struct arena *a, const char *path)
{
    char *out = arena_alloc(a, strlen(path) + 2);
    size_t len = path[0] == '/' ? 1 : 0;
    out[0] = '/';
    for (const char *at = path; *at != '\0';) {
        size_t step = strcspn(at, "/");
        bool up = step == 2 && memcmp(at, "..", 2) == 0;
        bool here = step == 0 || (step == 1 && at[0] == '.');
        if (!here && !(up && drop_step(out, &len))) {
            if (len > 0 && out[len - 1] != '/') {
                out[len++] = '/';
            }
            memcpy(out + len, at, step);
            len += step;
        }
        at += step + (at[step] == '/');
    }
    if (len == 0) {
        out[len++] = '.';
    }
    out[len] = '\0';
    return out;
}

char *path_short(struct arena *a, const char *path)
{
    struct stat given, found;
    char *out = tidy(a, path);
    bool same = stat(path, &given) == 0 && stat(out, &found) == 0 && given.st_dev == found.st_dev &&
                given.st_ino == found.st_ino;
    return same ? out : arena_copy(a, path, strlen(path));
}

static bool lies_in(const char *path, const char *root)
{
    size_t len = strlen(root);
    return strncmp(path, root, len) == 0 && (path[len] == '/' || path[len] == '\0' || root[len - 1] == '/');
}

const char *path_real(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    const char *copy = real == NULL ? NULL : arena_copy(a, real, strlen(real));
    free(real);
    return copy;
}

/* 0, EXDEV or an errno value for `path`, which need not exist: then the nearest folder above it that does is judged. */
static int judge(struct arena *a, const char *real_root, const char *path, const char **real)
{
    *real = path_real(a, path);
    int error = *real == NULL ? errno : 0;
    const char *above = path, *there = *real;
    while (there == NULL && strcmp(above, "/") != 0 && strcmp(above, ".") != 0) {
        above = path_folder(a, above);
        there = path_real(a, above);
    }
    return there != NULL && !lies_in(there, real_root) ? EXDEV : error;
}

char *path_inside(struct arena *a, const char *real_root, const char *folder, const char *name, const char **real,
                  int *error)
{
    if (name[0] == '\0') {
        *error = ENOENT;
        return NULL;
    }
    char *path = tidy(a, path_join(a, folder, name));
    *error = judge(a, real_root, path, real);
    return *error == 0 ? path : NULL;
}
