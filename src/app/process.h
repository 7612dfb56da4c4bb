/* What the program asks of the system that started it. */
#ifndef BILAN_APP_PROCESS_H
#define BILAN_APP_PROCESS_H

#include <stdbool.h>

/* Before anything else. A closed pipe and a file beyond the size limit become errors of write, instead of ending the program; a standard
 * stream that was closed is opened so that using it fails, and no other file takes its number. */
void process_begin(void);
/* Whether all that was printed on standard output arrived there; says so when not. */
bool process_end(void);

#endif
