#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
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
    int fd;
    do {
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* so that a pipe without a writer does not hold us up */
    } while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        return failed(errno);
    }
    struct file_result result = read_regular(a, fd, limit, out);
    close(fd);
    return result;
}
