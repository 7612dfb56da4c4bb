/* PNG by libspng, which reports every fault as a value. */
#include <spng.h>
#include <stdlib.h>

#include "page/picture_formats.h"

enum {
    HEADER_BYTES = 33,
    ANCILLARY_CHUNK_BYTES = 4 * 1024 * 1024
}; /* signature and IHDR; a colour profile takes 3 MB at most */

static enum picture_fault fault_of(int error)
{
    if (error == SPNG_EMEM)
        memory_exhausted();
    return error == 0 ? PICTURE_OK : PICTURE_DAMAGED;
}

static bool is_transparent(spng_ctx *png)
{
    struct spng_ihdr header;
    struct spng_trns transparency;
    if (spng_get_ihdr(png, &header) != 0)
        return false;
    return header.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ||
           header.color_type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA || spng_get_trns(png, &transparency) == 0;
}

/* Colours and alpha apart; no alpha when all of it is opaque. */
static void split(struct arena *a, const uint8_t *rgba, struct image *out)
{
    size_t count = (size_t)out->width * out->height;
    uint8_t *rgb = arena_alloc(a, count * 3), *alpha = arena_alloc(a, count), least = 255;
    for (size_t i = 0; i < count; i++) {
        for (size_t c = 0; c < 3; c++)
            rgb[3 * i + c] = rgba[4 * i + c];
        alpha[i] = rgba[4 * i + 3];
        least = alpha[i] < least ? alpha[i] : least;
    }
    out->rgb = rgb;
    out->alpha = least < 255 ? alpha : NULL;
}

static int decode_apart(spng_ctx *png, struct arena *a, struct image *out)
{
    size_t count = (size_t)out->width * out->height;
    uint8_t *rgba = memory_alloc(count * 4);
    int error = spng_decode_image(png, rgba, count * 4, SPNG_FMT_RGBA8, SPNG_DECODE_TRNS);
    if (error == 0)
        split(a, rgba, out);
    free(rgba);
    return error;
}

static int decode_opaque(spng_ctx *png, struct arena *a, struct image *out)
{
    size_t size = (size_t)out->width * out->height * 3;
    uint8_t *rgb = arena_alloc(a, size);
    out->rgb = rgb;
    return spng_decode_image(png, rgb, size, SPNG_FMT_RGB8, 0);
}

/* Its rows alone where they can be had: a PDF takes them as they are, and most runs ask for no pixels. */
static int decode_pixels(spng_ctx *png, struct arena *a, struct str bytes, struct image *out)
{
    bool transparent = is_transparent(png);
    if (!transparent)
        out->rows = png_rows(a, bytes);
    if (out->rows.bytes.len > 0) /* they are sound: what stands before them is still to be read */
        return spng_decode_image(png, NULL, 0, SPNG_FMT_RAW, SPNG_DECODE_PROGRESSIVE);
    int error = transparent ? decode_apart(png, a, out) : decode_opaque(png, a, out);
    return error != 0 ? error : spng_decode_chunks(png); /* up to the end: nothing may be missing */
}

static int open_png(spng_ctx *png, struct str bytes)
{
    int error = spng_set_chunk_limits(png, ANCILLARY_CHUNK_BYTES, ANCILLARY_CHUNK_BYTES);
    if (error == 0)
        error = spng_set_image_limits(png, PICTURE_MAX_SIDE, PICTURE_MAX_SIDE);
    if (error == 0)
        error = spng_set_png_buffer(png, bytes.at, bytes.len);
    return error;
}

static spng_ctx *new_png(void)
{
    spng_ctx *png = spng_ctx_new(0);
    if (png == NULL)
        memory_exhausted();
    return png;
}

enum picture_fault picture_png(struct arena *a, struct str bytes, struct image *out)
{
    if (bytes.len < HEADER_BYTES)
        return PICTURE_DAMAGED;
    out->width = big_endian(bytes.at + 16);
    out->height = big_endian(bytes.at + 20);
    enum picture_fault fault = picture_size_fault(out->width, out->height);
    if (fault != PICTURE_OK)
        return fault;
    spng_ctx *png = new_png();
    int error = open_png(png, bytes);
    if (error == 0)
        error = decode_pixels(png, a, bytes, out);
    spng_ctx_free(png);
    return fault_of(error);
}

const uint8_t *picture_rgb(struct arena *a, const struct image *image)
{
    if (image->rgb)
        return image->rgb;
    struct image unpacked = *image;
    spng_ctx *png = new_png();
    if (open_png(png, image->rows.file) != 0 || decode_opaque(png, a, &unpacked) != 0)
        memory_exhausted(); /* the rows were gone through before */
    spng_ctx_free(png);
    return unpacked.rgb;
}
