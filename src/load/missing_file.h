/* What to tell an author who names a file that is not there or cannot be read. */
#ifndef BILAN_LOAD_MISSING_FILE_H
#define BILAN_LOAD_MISSING_FILE_H

#include "base/arena.h"
#include "base/diag.h"

/* Hint for the last finding: the folder that does not exist, or the file of nearly that name in it. `alone`: else that
 * the file is looked for there; without it, an earlier hint stays. */
void missing_file_hint(struct diags *d, const char *path, bool alone);

/* Records that file_read, with this `limit`, failed with `error` on the file `name`, which `at` names: as a failure of the machine
 * where the author cannot have caused it. */
void unread_file(struct diags *d, struct span at, const char *name, int error, size_t limit);

#endif
