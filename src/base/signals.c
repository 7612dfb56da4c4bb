#include "base/signals.h"

#include <stddef.h>

static sigset_t ending(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGQUIT);
    sigaddset(&set, SIGTERM);
    return set;
}

sigset_t signals_hold(void)
{
    sigset_t set = ending(), before;
    sigemptyset(&before);
    sigprocmask(SIG_BLOCK, &set, &before);
    return before;
}

bool signals_waiting(void)
{
    sigset_t waiting;
    sigemptyset(&waiting);
    return sigpending(&waiting) == 0 && (sigismember(&waiting, SIGHUP) == 1 || sigismember(&waiting, SIGINT) == 1 ||
                                         sigismember(&waiting, SIGQUIT) == 1 || sigismember(&waiting, SIGTERM) == 1);
}

void signals_release(sigset_t before)
{
    sigprocmask(SIG_SETMASK, &before, NULL);
}
