/* Signals that would end the program, held back while it has something to clean up. */
#ifndef BILAN_BASE_SIGNALS_H
#define BILAN_BASE_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* From here on SIGHUP, SIGINT, SIGQUIT and SIGTERM wait. Returns what signals_release needs. */
sigset_t signals_hold(void);
/* Whether one of them is waiting. */
bool signals_waiting(void);
/* Lets them take effect. */
void signals_release(sigset_t before);

#endif
