/* JPEG by libjpeg-turbo. Its errors leave by longjmp, but never further than to read_picture; what it allocates is freed behind that. */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include <jerror.h>

#include "page/picture_formats.h"

enum { EXIF_MARKER = JPEG_APP0 + 1, MAX_SEGMENT = 0xffff };
/* Each scan of a progressive file goes over all pixels; encoders write about ten. */
enum { MAX_SCANS = 64 };

struct reader {
    struct jpeg_error_mgr errors; /* first: libjpeg hands back its address */
    struct jpeg_decompress_struct jpeg;
    struct jpeg_progress_mgr progress;
    jmp_buf escape;
    enum picture_fault fault;
    bool warned;
    int orientation;
    uint8_t *pixels; /* RGB as stored */
    uint8_t *inks;   /* one row of CMYK */
    size_t used;     /* bytes up to the end of the image */
};

static struct reader *reader_of(j_common_ptr jpeg)
{
    return (struct reader *)(void *)jpeg->err;
}

static _Noreturn void leave(struct reader *r, enum picture_fault fault)
{
    r->fault = fault;
    longjmp(r->escape, 1);
}

static _Noreturn void on_error(j_common_ptr jpeg)
{
    struct reader *r = reader_of(jpeg);
    switch (r->errors.msg_code) {
    case JERR_OUT_OF_MEMORY:
        memory_exhausted();
    case JERR_EMPTY_IMAGE:
        leave(r, PICTURE_EMPTY);
    case JERR_IMAGE_TOO_BIG:
        leave(r, PICTURE_TOO_LARGE);
    case JERR_SOF_UNSUPPORTED:
    case JERR_BAD_PRECISION:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_ARITH_NOTIMPL:
        leave(r, PICTURE_UNSUPPORTED);
    default:
        leave(r, PICTURE_DAMAGED);
    }
}

/* libjpeg goes on after a warning, with grey where pixels are missing: that is no picture. Some cameras leave stray bytes between segments. */
static void on_message(j_common_ptr jpeg, int level)
{
    struct reader *r = reader_of(jpeg);
    if (level >= 0)
        return;
    r->warned = true;
    switch (r->errors.msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_ADOBE_XFORM:
        return;
    default:
        leave(r, PICTURE_DAMAGED);
    }
}

static void on_progress(j_common_ptr jpeg)
{
    struct reader *r = reader_of(jpeg);
    if (r->jpeg.input_scan_number > MAX_SCANS)
        leave(r, PICTURE_DAMAGED);
}

static void stay_silent(j_common_ptr jpeg)
{
    (void)jpeg;
}

static void open_picture(struct reader *r, struct str bytes)
{
    jpeg_create_decompress(&r->jpeg);
    r->progress.progress_monitor = on_progress;
    r->jpeg.progress = &r->progress;
    jpeg_mem_src(&r->jpeg, (const unsigned char *)bytes.at, bytes.len);
    jpeg_save_markers(&r->jpeg, EXIF_MARKER, MAX_SEGMENT);
    jpeg_read_header(&r->jpeg, TRUE);
    enum picture_fault fault = picture_size_fault(r->jpeg.image_width, r->jpeg.image_height);
    if (fault != PICTURE_OK)
        leave(r, fault);
    r->orientation = ORIENTATION_UPRIGHT;
    for (jpeg_saved_marker_ptr m = r->jpeg.marker_list; m != NULL; m = m->next)
        if (r->orientation == ORIENTATION_UPRIGHT)
            r->orientation = exif_orientation((struct str){(const char *)m->data, m->data_length});
}

/* Adobe's programs, and those that follow them, store inks inverted: 255 is no ink. */
static void mix_inks(const struct reader *r, uint8_t *rgb)
{
    unsigned flip = r->jpeg.saw_Adobe_marker ? 0 : 255;
    for (size_t x = 0; x < r->jpeg.output_width; x++) {
        const uint8_t *ink = r->inks + 4 * x;
        for (size_t c = 0; c < 3; c++)
            rgb[3 * x + c] = (uint8_t)(((ink[c] ^ flip) * (ink[3] ^ flip) + 127) / 255);
    }
}

static void read_rows(struct reader *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    bool mixed = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = mixed ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(jpeg);
    r->pixels = memory_alloc((size_t)jpeg->output_width * jpeg->output_height * 3);
    if (mixed)
        r->inks = memory_alloc((size_t)jpeg->output_width * 4);
    while (jpeg->output_scanline < jpeg->output_height) {
        uint8_t *rgb = r->pixels + (size_t)jpeg->output_scanline * jpeg->output_width * 3;
        JSAMPROW row = mixed ? r->inks : rgb;
        jpeg_read_scanlines(jpeg, &row, 1);
        if (mixed)
            mix_inks(r, rgb);
    }
    jpeg_finish_decompress(jpeg);
}

static bool read_picture(struct reader *r, struct str bytes)
{
    if (setjmp(r->escape))
        return false;
    open_picture(r, bytes);
    read_rows(r);
    r->used = bytes.len - r->jpeg.src->bytes_in_buffer;
    return true;
}

/* Whether PDF readers take the bytes for the same colours: without Adobe's marker they read three components as YCbCr, with it they do what it says. */
static bool reads_alike(const struct jpeg_decompress_struct *jpeg)
{
    bool adobe = jpeg->saw_Adobe_marker;
    switch (jpeg->jpeg_color_space) {
    case JCS_GRAYSCALE:
        return true;
    case JCS_YCbCr:
        return !adobe || jpeg->Adobe_transform == 1;
    case JCS_RGB:
        return adobe && jpeg->Adobe_transform == 0;
    default:
        return false;
    }
}

static void finish(struct arena *a, const struct reader *r, struct str bytes, struct image *out)
{
    bool turned = r->orientation > 4;
    uint32_t width = r->jpeg.output_width, height = r->jpeg.output_height;
    uint8_t *rgb = arena_alloc(a, (size_t)width * height * 3);
    orientation_apply(r->orientation, r->pixels, width, height, rgb);
    out->rgb = rgb;
    out->width = turned ? height : width;
    out->height = turned ? width : height;
    struct str stored = str_slice(bytes, 0, r->used);
    if (r->orientation == ORIENTATION_UPRIGHT && !r->warned && reads_alike(&r->jpeg) && jpeg_is_baseline(stored)) {
        out->jpeg = jpeg_bare(a, stored);
        out->jpeg_grey = r->jpeg.jpeg_color_space == JCS_GRAYSCALE;
    }
}

enum picture_fault picture_jpeg(struct arena *a, struct str bytes, struct image *out)
{
    struct reader *r = memory_alloc(sizeof *r);
    *r = (struct reader){.fault = PICTURE_OK};
    r->jpeg.err = jpeg_std_error(&r->errors);
    r->errors.error_exit = on_error;
    r->errors.emit_message = on_message;
    r->errors.output_message = stay_silent;
    if (read_picture(r, bytes))
        finish(a, r, bytes, out);
    enum picture_fault fault = r->fault;
    jpeg_destroy_decompress(&r->jpeg);
    free(r->pixels);
    free(r->inks);
    free(r);
    return fault;
}
