/* Picture files to pixels: PNG and JPEG of any sort, under limits. Bad bytes give a reason, never less. */
#ifndef BILAN_PAGE_PICTURE_H
#define BILAN_PAGE_PICTURE_H

#include "base/arena.h"
#include "base/str.h"
#include "page/display.h"

enum {
    PICTURE_MAX_BYTES = 16 * 1024 * 1024,
    PICTURE_MAX_PIXELS = 20 * 1000 * 1000,
    PICTURES_MAX_PIXELS = 80 * 1000 * 1000, /* of all together */
    PICTURE_MAX_SIDE = 32767                /* cairo draws none longer */
};

enum picture_fault {
    PICTURE_OK,
    PICTURE_UNKNOWN,      /* neither PNG nor JPEG */
    PICTURE_EMPTY,        /* no pixels */
    PICTURE_TOO_LARGE,    /* beyond the limits */
    PICTURE_ONE_TOO_MANY, /* all together are beyond the limits */
    PICTURE_DAMAGED,      /* cut off or corrupt */
    PICTURE_UNSUPPORTED,  /* a JPEG of a kind that libjpeg cannot read */
    PICTURE_FAULT_COUNT
};

/* The picture in `bytes`, upright (its Exif orientation applied), in RGB with alpha where it is not opaque, or its checked rows
 * alone; NULL with the reason otherwise.
 * Colour profiles are not applied: samples count as sRGB. `bytes` need not outlive the call. */
const struct image *picture_decode(struct arena *a, struct str bytes, uint32_t id, enum picture_fault *fault);
/* Its RGB pixels, from top left: its own, or those that its rows are unpacked to in the arena. */
const uint8_t *picture_rgb(struct arena *a, const struct image *image);
/* "it is damaged or cut off", translated. */
const char *picture_fault_text(enum picture_fault fault);
/* What to do about it, translated; `bytes` may be a file of another known kind. */
const char *picture_fault_advice(enum picture_fault fault, struct str bytes);

#endif
