/* Text over text (private to the folder). */
#ifndef BILAN_LAYOUT_OVERLAP_H
#define BILAN_LAYOUT_OVERLAP_H

#include "page/display.h"

/* Records glyph runs of different texts that cover each other by more than a point, from cap height to baseline. */
void overlap_check(struct arena *scratch, struct diags *d, const struct item *items, size_t count, uint32_t page);

#endif
