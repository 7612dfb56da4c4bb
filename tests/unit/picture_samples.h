/* PNG and JPEG files made for a test. */
#ifndef BILAN_TESTS_PICTURE_SAMPLES_H
#define BILAN_TESTS_PICTURE_SAMPLES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jpeglib.h>
#include <spng.h>

#include "base/arena.h"
#include "base/str.h"

struct png_sample {
    uint32_t width, height;
    uint8_t color_type, depth;
    bool interlaced;
    const char *samples; /* as in the file: big-endian, rows padded to bytes */
    size_t size;
    struct spng_plte palette;
    bool has_transparency;
    struct spng_trns transparency;
};

static inline struct str png_bytes(struct arena *a, const struct png_sample *s)
{
    spng_ctx *png = spng_ctx_new(SPNG_CTX_ENCODER);
    struct spng_ihdr header = {.width = s->width,
                               .height = s->height,
                               .bit_depth = s->depth,
                               .color_type = s->color_type,
                               .interlace_method = s->interlaced};
    struct spng_plte palette = s->palette;
    struct spng_trns transparency = s->transparency;
    assert_int_equal(spng_set_option(png, SPNG_ENCODE_TO_BUFFER, 1), 0);
    assert_int_equal(spng_set_ihdr(png, &header), 0);
    if (palette.n_entries)
        assert_int_equal(spng_set_plte(png, &palette), 0);
    if (s->has_transparency)
        assert_int_equal(spng_set_trns(png, &transparency), 0);
    assert_int_equal(spng_encode_image(png, s->samples, s->size, SPNG_FMT_RAW, SPNG_ENCODE_FINALIZE), 0);
    int error;
    size_t size;
    char *bytes = spng_get_png_buffer(png, &size, &error);
    assert_int_equal(error, 0);
    struct str copy = str_copy(a, (struct str){bytes, size});
    free(bytes);
    spng_ctx_free(png);
    return copy;
}

enum { BLOCK = 8, JPEG_WIDTH = 3 * BLOCK, JPEG_HEIGHT = 2 * BLOCK, JPEG_BLOCKS = 6 };

struct jpeg_sample {
    J_COLOR_SPACE in, stored;
    int components;
    bool progressive, bare;         /* bare: without the marker that tells the colour space */
    int orientation;                /* 0: no Exif */
    uint8_t blocks[JPEG_BLOCKS][4]; /* colours of 3 by 2 blocks */
};

/* "Exif", a TIFF header of that byte order, a directory of one entry. */
static inline void write_exif(struct jpeg_compress_struct *jpeg, int orientation, bool big_endian)
{
    unsigned char big[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0";
    unsigned char little[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0";
    big[25] = little[24] = (unsigned char)orientation;
    jpeg_write_marker(jpeg, JPEG_APP0 + 1, big_endian ? big : little, sizeof big - 1);
}

static inline struct str jpeg_bytes(struct arena *a, const struct jpeg_sample *s)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL, row[JPEG_WIDTH * 4];
    unsigned long size = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = JPEG_WIDTH;
    jpeg.image_height = JPEG_HEIGHT;
    jpeg.input_components = s->components;
    jpeg.in_color_space = s->in;
    jpeg_set_defaults(&jpeg);
    jpeg_set_colorspace(&jpeg, s->stored);
    jpeg_set_quality(&jpeg, 100, TRUE);
    for (int c = 0; c < jpeg.num_components; c++)
        jpeg.comp_info[c].h_samp_factor = jpeg.comp_info[c].v_samp_factor = 1;
    if (s->progressive)
        jpeg_simple_progression(&jpeg);
    if (s->bare)
        jpeg.write_Adobe_marker = jpeg.write_JFIF_header = FALSE;
    jpeg_start_compress(&jpeg, TRUE);
    if (s->orientation)
        write_exif(&jpeg, s->orientation, s->orientation % 2 == 0);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW rows[] = {row};
        for (unsigned x = 0; x < JPEG_WIDTH; x++)
            memcpy(row + x * (unsigned)s->components, s->blocks[jpeg.next_scanline / BLOCK * 3 + x / BLOCK],
                   (size_t)s->components);
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    struct str copy = str_copy(a, (struct str){(const char *)bytes, size});
    free(bytes);
    return copy;
}

/* Red, green, blue over black, grey, white. */
static inline struct jpeg_sample rgb_jpeg(void)
{
    return (struct jpeg_sample){
        .in = JCS_RGB,
        .stored = JCS_YCbCr,
        .components = 3,
        .blocks = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {0, 0, 0}, {128, 128, 128}, {255, 255, 255}}};
}

#endif
