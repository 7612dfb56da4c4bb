#include "base/contents.h"

#include <errno.h>
#include <unistd.h>

#include "base/signals.h"

/* A large file is written in pieces of so many bytes, so that an interruption need not wait for all of it. */
enum { PIECE = 1024 * 1024, COPIED = 16 * 1024 };

static struct file_result failed(int error)
{
    return (struct file_result){false, error};
}

static const struct file_result done = {true, 0};

struct file_result write_whole(int fd, struct str bytes)
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

int sync_whole(int fd)
{
    int result;
    do {
        result = fsync(fd);
    } while (result != 0 && errno == EINTR);
    return result;
}

static struct file_result copy_part(const struct contents *c, size_t start, size_t end, int to)
{
    char bytes[COPIED];
    while (start < end) {
        size_t wanted = end - start < sizeof bytes ? end - start : sizeof bytes;
        ssize_t got = pread(c->source, bytes, wanted, c->offset + (off_t)start);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return failed(got < 0 ? errno : EIO);
        }
        struct file_result result = write_whole(to, (struct str){bytes, (size_t)got});
        if (!result.ok) {
            return result;
        }
        start += (size_t)got;
    }
    return done;
}

static struct file_result fill(const struct contents *c, int fd)
{
    for (size_t at = 0; at < c->bytes.len; at += PIECE) {
        size_t end = c->bytes.len - at < PIECE ? c->bytes.len : at + PIECE;
        struct file_result result =
            c->bytes.at == NULL ? copy_part(c, at, end, fd) : write_whole(fd, str_slice(c->bytes, at, end));
        if (!result.ok) {
            return result;
        }
        if (signals_waiting()) {
            return failed(EINTR);
        }
    }
    return done;
}

struct file_result contents_write(const struct contents *c, int fd)
{
    struct file_result result = fill(c, fd);
    if (result.ok && sync_whole(fd) != 0) {
        result = failed(errno);
    }
    /* Linux has closed the file when close is interrupted. */
    if (close(fd) != 0 && errno != EINTR && result.ok) {
        result = failed(errno);
    }
    return result;
}
