/* What to tell an author who names a file that is not there. */
#ifndef BILAN_LOAD_MISSING_FILE_H
#define BILAN_LOAD_MISSING_FILE_H

#include "base/arena.h"
#include "base/diag.h"

/* Hint for the last finding: the folder that does not exist, or the file of nearly that name in it. `alone`: else that
 * the file is looked for there; without it, an earlier hint stays. */
void missing_file_hint(struct diags *d, const char *path, bool alone);

#endif
