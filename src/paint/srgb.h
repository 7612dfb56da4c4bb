/* An ICC profile of sRGB (IEC 61966-2-1), for the output intent. */
#ifndef BILAN_PAINT_SRGB_H
#define BILAN_PAINT_SRGB_H

#include "base/str.h"

/* Into an empty buffer. */
void srgb_profile(struct buf *out);

#endif
