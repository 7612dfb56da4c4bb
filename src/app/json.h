/* JSON on its way out. */
#ifndef BILAN_APP_JSON_H
#define BILAN_APP_JSON_H

#include <cjson/cJSON.h>

#include "base/str.h"

/* Adds the tree as text, with a line end, and frees it. Out of memory leaves through memory_exhausted(). */
void json_print(cJSON *root, struct buf *out);

#endif
