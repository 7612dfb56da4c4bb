/* Which bytes an input file may hold. */
#ifndef BILAN_LOAD_CHARACTERS_H
#define BILAN_LOAD_CHARACTERS_H

#include "base/diag.h"

/* Well-formed UTF-8 without control characters, line separators that editors do not show, direction overrides or a byte
 * order mark inside. Records what is wrong; false when anything is. */
bool characters_check(struct diags *d, uint32_t file);

/* The same of a text written with escapes, byte i of which stands at origin[i] of the file: records the first. False
 * when there is one. */
bool characters_check_escaped(struct diags *d, struct str text, const uint32_t *origin, uint32_t file);

#endif
