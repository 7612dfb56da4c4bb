/* Character references of CommonMark: "&nbsp;", "&#233;", "&#xE9;". */
#ifndef BILAN_TEXT_ENTITY_H
#define BILAN_TEXT_ENTITY_H

#include "base/str.h"

/* The character that `entity` (with & and ;) stands for, 0 when its name is not known. */
uint32_t entity_decode(struct str entity);

#endif
