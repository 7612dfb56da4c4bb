#include "app/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/output.h"

/* A file opened lately takes the lowest number free: the next output would stand where messages go. */
static void keep_open(int fd, int wrong_way)
{
    if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", wrong_way | O_NOCTTY) != fd)
        _exit(EXIT_MACHINE);
}

void process_begin(void)
{
    keep_open(STDIN_FILENO, O_WRONLY);
    keep_open(STDOUT_FILENO, O_RDONLY);
    keep_open(STDERR_FILENO, O_RDONLY);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

bool process_end(void)
{
    bool had_failed = ferror(stdout) != 0;
    errno = 0;
    if (fflush(stdout) == 0 && !had_failed)
        return true;
    output_failed("-", errno != 0 ? errno : EIO);
    return false;
}
