#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/replace.h"

static struct file_result failed(int error)
{
    return (struct file_result){false, error};
}

static int open_whole(const char *path, int flags)
{
    int fd;
    do {
        fd = open(path, flags | O_WRONLY | O_CLOEXEC | O_NOCTTY, 0666);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

static struct file_result write_directly(const char *path, struct str bytes)
{
    int fd = open_whole(path, 0);
    if (fd < 0) {
        return failed(errno);
    }
    struct file_result result = write_whole(fd, bytes);
    if (close(fd) != 0 && errno != EINTR && result.ok) {
        result = failed(errno);
    }
    return result;
}

static struct file_result replace(const char *path, struct str bytes)
{
    struct arena *a = arena_new();
    struct replacement r = {.path = path, .contents = {.bytes = bytes}};
    size_t at;
    struct file_result result = replacement_plan(a, &r);
    if (result.ok) {
        result = replace_all(&r, 1, &at);
    }
    arena_free(a);
    return result;
}

struct file_result file_write(const char *path, struct str bytes)
{
    if (strcmp(path, "-") == 0) {
        return write_whole(STDOUT_FILENO, bytes);
    }
    struct stat old;
    bool is_special = stat(path, &old) == 0 && !S_ISREG(old.st_mode);
    return is_special ? write_directly(path, bytes) : replace(path, bytes);
}

struct file_result file_create(const char *path, struct str bytes)
{
    const struct contents contents = {.bytes = bytes};
    int fd = open_whole(path, O_CREAT | O_EXCL);
    if (fd < 0) {
        return failed(errno);
    }
    struct file_result result = contents_write(&contents, fd);
    if (!result.ok) {
        unlink(path);
    }
    return result;
}
