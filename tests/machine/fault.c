/* Preloaded into the program: lets one call of the kind that FAULTS names go wrong.
 *
 * Calls on files: each way in which each call can fail is a point, counted from 1; the program meets the one that FAULT_AT names, and what it
 * was goes to file descriptor REPORT (call, argument, fault; separated by tabs).
 *
 * Memory: at each allocation the process forks; the child's fails, and it goes on to its end; then its wait status goes to REPORT, a byte
 * comes back on ANSWER when faults.py has looked, and the parent goes on as if nothing had happened. So thousands of failures cost the
 * ends of thousands of runs only. That serves while nothing is open that a child could move or remove. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPORT = 200, ANSWER = 201, CHILD_SECONDS = 60 };

static long points;
static char lost_path[4096]; /* what cannot be looked at stays so */
static int lost_error;

enum plan { PLAN_UNKNOWN, PLAN_NONE, PLAN_MEMORY, PLAN_FILES, PLAN_KILL, PLAN_SIGNAL };

/* What a child meets. Positive: an errno value. */
enum fault {
    FAULT_NONE = 0,
    FAULT_SHORT = -1,
    FAULT_KILL_BEFORE = -2,
    FAULT_KILL_AFTER = -3,
    FAULT_KILL_MIDWAY = -4,
    FAULT_SIGNAL = -5
};

static enum plan plan;
static int busy; /* inside this file */
static int memory_is_gone, memory_stays_gone;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

static enum plan current_plan(void)
{
    static const char *const names[] = {
        [PLAN_MEMORY] = "memory", [PLAN_FILES] = "files", [PLAN_KILL] = "kill", [PLAN_SIGNAL] = "signal"};
    if (plan != PLAN_UNKNOWN)
        return plan;
    const char *wanted = getenv("FAULTS");
    plan = PLAN_NONE;
    for (int i = PLAN_MEMORY; wanted && i <= PLAN_SIGNAL; i++)
        if (strncmp(wanted, names[i], strlen(names[i])) == 0)
            plan = (enum plan)i;
    memory_stays_gone = wanted && strcmp(wanted, "memory-from") == 0;
    return plan;
}

static const char *fault_name(int fault)
{
    switch (fault) {
    case FAULT_SHORT:
        return "short";
    case FAULT_KILL_BEFORE:
        return "before";
    case FAULT_KILL_AFTER:
        return "after";
    case FAULT_KILL_MIDWAY:
        return "midway";
    case FAULT_SIGNAL:
        return "signal";
    default:
        return strerrorname_np(fault);
    }
}

static void redirect(const char *variable, int to)
{
    int fd = REAL(open)(getenv(variable), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(fd, to);
    REAL(close)(fd);
}

static void report(const char *format, ...)
{
    char line[5000];
    va_list rest;
    va_start(rest, format);
    int len = vsnprintf(line, sizeof line, format, rest);
    va_end(rest);
    if (REAL(write)(REPORT, line, (size_t)len) != len)
        _exit(100);
}

/* Whether the point at hand is the one to be met. */
static int is_met(const char *call, const char *argument, int fault)
{
    const char *wanted = getenv("FAULT_AT");
    if (!wanted || ++points != atol(wanted))
        return 0;
    busy++;
    plan = PLAN_NONE;
    report("%s\t%.4096s\t%s\n", call, argument, fault_name(fault));
    busy--;
    return 1;
}

/* True in the child, whose allocation fails; false in the parent, after the child's end. */
static int branch(void)
{
    busy++;
    pid_t child = fork();
    if (child == 0) {
        plan = PLAN_NONE;
        redirect("FAULT_STDOUT", STDOUT_FILENO);
        redirect("FAULT_STDERR", STDERR_FILENO);
        alarm(CHILD_SECONDS);
        busy--;
        return 1;
    }
    int status = 0;
    char answer;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    report("%d\n", status);
    if (REAL(read)(ANSWER, &answer, 1) != 1)
        _exit(100);
    busy--;
    return 0;
}

/* Whether the call only looks at what has been looked at before: that is not lost in between. */
static int was_looked_at(const char *call, const char *argument)
{
    static const char *const looks[] = {"stat", "lstat", "access", "realpath", "readlink"};
    static char seen[65536];
    static size_t used;
    size_t i = 0, len = strlen(argument) + 1;
    while (i < sizeof looks / sizeof *looks && strcmp(call, looks[i]) != 0)
        i++;
    if (i == sizeof looks / sizeof *looks)
        return 0;
    for (const char *at = seen; at < seen + used; at += strlen(at) + 1)
        if (strcmp(at, argument) == 0)
            return 1;
    if (used + len <= sizeof seen) {
        memcpy(seen + used, argument, len);
        used += len;
    }
    return 0;
}

/* The fault that the call at hand meets. `errors`: the errno values that it can fail with, up to 0; `is_change`: whether it changes files. */
static int fault_of(const char *call, const char *argument, const int *errors, int is_change)
{
    static int has_changed;
    int kept = errno, met = FAULT_NONE;
    if (!busy && lost_error && !is_change && strcmp(argument, lost_path) == 0) {
        errno = lost_error;
        return lost_error;
    }
    if (busy || current_plan() == PLAN_NONE)
        return FAULT_NONE;
    has_changed |= is_change;
    if (plan == PLAN_FILES && !was_looked_at(call, argument) && (has_changed || !getenv("FAULT_LATE")))
        for (const int *error = errors; !met && *error; error++)
            met = is_met(call, argument, *error) ? *error : 0;
    if (plan == PLAN_KILL && is_change)
        for (int fault = FAULT_KILL_BEFORE; !met && fault >= FAULT_KILL_MIDWAY; fault--)
            if (fault != FAULT_KILL_MIDWAY || strcmp(call, "write") == 0)
                met = is_met(call, argument, fault) ? fault : 0;
    if (plan == PLAN_SIGNAL && is_change)
        met = is_met(call, argument, FAULT_SIGNAL) ? FAULT_SIGNAL : 0;
    if (met == FAULT_KILL_BEFORE)
        raise(SIGKILL);
    if (met == FAULT_SIGNAL)
        raise(SIGTERM);
    if ((met == EIO || met == EACCES) && !is_change && strcmp(call, "close") != 0) {
        snprintf(lost_path, sizeof lost_path, "%s", argument);
        lost_error = met;
    }
    errno = met > 0 ? met : kept;
    return met;
}

/* The calls on files. An argument that is a file descriptor is told by the file's name. */

static const char *name_of(int fd, char *room, size_t size)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    busy++;
    ssize_t len = REAL(readlink)(link, room, size - 1);
    busy--;
    room[len < 0 ? 0 : len] = '\0';
    return room;
}

#define ERRORS(...) ((const int[]){__VA_ARGS__, 0})
/* Carries the call out, unless it is to fail; dies behind it if it is to. */
#define CALL(type, failure, met, ...)                                                                                  \
    do {                                                                                                               \
        if ((met) > 0)                                                                                                 \
            return failure;                                                                                            \
        type result_ = __VA_ARGS__;                                                                                    \
        if ((met) == FAULT_KILL_AFTER)                                                                                 \
            raise(SIGKILL);                                                                                            \
        return result_;                                                                                                \
    } while (0)

#define ON_PATH(type, name, failure, parameters, arguments, path, is_change, ...)                                      \
    type name parameters                                                                                               \
    {                                                                                                                  \
        int met = fault_of(#name, path, ERRORS(__VA_ARGS__), is_change);                                               \
        CALL(type, failure, met, REAL(name) arguments);                                                                \
    }

#define ON_FILE(type, name, parameters, arguments, is_change, ...)                                                     \
    type name parameters                                                                                               \
    {                                                                                                                  \
        char room[4096];                                                                                               \
        int met = busy ? FAULT_NONE : fault_of(#name, name_of(fd, room, sizeof room), ERRORS(__VA_ARGS__), is_change); \
        if (met == FAULT_SHORT)                                                                                        \
            count = count > 1 ? count / 2 : count;                                                                     \
        if (met == FAULT_KILL_MIDWAY) {                                                                                \
            count /= 2;                                                                                                \
            met = FAULT_KILL_AFTER;                                                                                    \
        }                                                                                                              \
        CALL(type, -1, met, REAL(name) arguments);                                                                     \
    }

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    int met =
        fault_of(flags & O_CREAT ? "create" : "open", path, ERRORS(EIO, EACCES, EMFILE, EINTR), (flags & O_CREAT) != 0);
    CALL(int, -1, met, REAL(open)(path, flags, mode));
}

int close(int fd)
{
    char room[4096];
    int met = busy ? FAULT_NONE : fault_of("close", name_of(fd, room, sizeof room), ERRORS(EIO, EINTR), 0);
    int result = REAL(close)(fd); /* closed in any case, as Linux does */
    errno = met > 0 ? met : errno;
    return met > 0 ? -1 : result;
}

ON_FILE(ssize_t, read, (int fd, void *bytes, size_t count), (fd, bytes, count), 0, EIO, EINTR, FAULT_SHORT)
ON_FILE(ssize_t, pread, (int fd, void *bytes, size_t count, off_t at), (fd, bytes, count, at), 0, EIO, EINTR,
        FAULT_SHORT)
ON_FILE(ssize_t, write, (int fd, const void *bytes, size_t count), (fd, bytes, count), 1, EIO, ENOSPC, EINTR,
        FAULT_SHORT)

int fsync(int fd)
{
    char room[4096];
    int met = fault_of("fsync", name_of(fd, room, sizeof room), ERRORS(EIO, ENOSPC, EINTR), 1);
    CALL(int, -1, met, REAL(fsync)(fd));
}

int fstat(int fd, struct stat *out)
{
    char room[4096];
    int met = busy ? FAULT_NONE : fault_of("fstat", name_of(fd, room, sizeof room), ERRORS(EIO), 0);
    CALL(int, -1, met, REAL(fstat)(fd, out));
}

int fchmod(int fd, mode_t mode)
{
    char room[4096];
    int met = fault_of("fchmod", name_of(fd, room, sizeof room), ERRORS(EIO, EPERM), 1);
    CALL(int, -1, met, REAL(fchmod)(fd, mode));
}

ON_PATH(int, rename, -1, (const char *from, const char *to), (from, to), to, 1, EIO, EACCES, EBUSY, ENOSPC)
ON_PATH(int, link, -1, (const char *from, const char *to), (from, to), from, 1, EIO, ENOSPC, EPERM)
ON_PATH(int, mkdir, -1, (const char *path, mode_t mode), (path, mode), path, 1, EIO, EACCES, ENOSPC)
ON_PATH(int, mkstemp, -1, (char *path), (path), path, 1, EIO, EACCES, ENOSPC, EINTR)
ON_PATH(int, unlink, -1, (const char *path), (path), path, 1, 0)
ON_PATH(int, remove, -1, (const char *path), (path), path, 1, 0)
ON_PATH(int, stat, -1, (const char *path, struct stat *out), (path, out), path, 0, EIO, EACCES)
ON_PATH(int, lstat, -1, (const char *path, struct stat *out), (path, out), path, 0, EIO, EACCES)
ON_PATH(int, access, -1, (const char *path, int mode), (path, mode), path, 0, EIO, EACCES)
ON_PATH(char *, realpath, NULL, (const char *path, char *out), (path, out), path, 0, EIO, EACCES)
ON_PATH(ssize_t, readlink, -1, (const char *path, char *out, size_t size), (path, out, size), path, 0, EIO)
ON_PATH(DIR *, opendir, NULL, (const char *path), (path), path, 0, EIO, EACCES, EMFILE)
ON_PATH(FILE *, fopen, NULL, (const char *path, const char *mode), (path, mode), path, 0, EIO, EMFILE)
ON_PATH(struct dirent *, readdir, NULL, (DIR * folder), (folder), "", 0, EIO)

/* Memory. The program's own malloc (src/allocation.c) takes it from these. */

static int memory_fails(void)
{
    if (memory_is_gone)
        return 1;
    if (busy || current_plan() != PLAN_MEMORY || !branch())
        return 0;
    memory_is_gone = memory_stays_gone;
    return 1;
}

#define ON_MEMORY(name, parameters, arguments)                                                                         \
    void *name parameters                                                                                              \
    {                                                                                                                  \
        static void *(*next)parameters;                                                                                \
        if (!next)                                                                                                     \
            next = (__typeof__(next))real(#name);                                                                      \
        if (!memory_fails())                                                                                           \
            return next arguments;                                                                                     \
        errno = ENOMEM;                                                                                                \
        return NULL;                                                                                                   \
    }

ON_MEMORY(__libc_malloc, (size_t size), (size))
ON_MEMORY(__libc_calloc, (size_t count, size_t size), (count, size))
ON_MEMORY(__libc_realloc, (void *old, size_t size), (old, size))
ON_MEMORY(__libc_memalign, (size_t alignment, size_t size), (alignment, size))
