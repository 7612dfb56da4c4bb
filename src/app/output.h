/* Results on their way out. */
#ifndef BILAN_APP_OUTPUT_H
#define BILAN_APP_OUTPUT_H

#include "app/pipeline.h"
#include "paint/paint.h"

/* Writes a file whole ("-": standard output). A failure is said on standard error: EXIT_MACHINE. */
enum exit_status output_write(const char *path, struct str bytes);
/* Says that `path` could not be written, for want of what errno value `error` tells. Returns EXIT_MACHINE. */
enum exit_status output_failed(const char *path, int error);
/* Says what kept a painter from painting, if anything. EXIT_DONE or EXIT_MACHINE. */
enum exit_status output_painted(struct paint_result result);

#endif
