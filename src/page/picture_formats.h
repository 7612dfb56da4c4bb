/* The decoders behind picture_decode (private to the folder). Each fills all but the id of `out`. */
#ifndef BILAN_PAGE_PICTURE_FORMATS_H
#define BILAN_PAGE_PICTURE_FORMATS_H

#include "page/picture.h"

enum picture_fault picture_png(struct arena *a, struct str bytes, struct image *out);
enum picture_fault picture_jpeg(struct arena *a, struct str bytes, struct image *out);
/* The rows of an opaque PNG whose header has been read, within the limits; none where a PDF could not hold them (interlaced, or of 16 bits)
 * and where anything is missing or wrong: a decoder then says whether it is a picture all the same. */
struct packed_rows png_rows(struct arena *a, struct str bytes);
/* Whether a picture of that size is within the limits. */
enum picture_fault picture_size_fault(uint32_t width, uint32_t height);

/* The four bytes at `at` as a number. */
static inline uint32_t big_endian(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* How a picture is turned to stand upright (Exif 2.3, tag 0x0112): 1 to 8, 1 for as it is. */
enum { ORIENTATION_UPRIGHT = 1 };
/* Of the bytes of an APP1 segment; upright when they say nothing. */
int exif_orientation(struct str segment);
/* `width` x `height` RGB pixels turned into `out`; from 5 on, width and height change places. */
void orientation_apply(int orientation, const uint8_t *rgb, uint32_t width, uint32_t height, uint8_t *out);

/* Whether the first frame of a JPEG is baseline (SOF0). */
bool jpeg_is_baseline(struct str bytes);
/* A copy without the segments that say nothing of the pixels: place and time, camera, thumbnail, comments. Empty when the segments are not in order. */
struct str jpeg_bare(struct arena *a, struct str bytes);

#endif
