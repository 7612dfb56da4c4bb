#include <stdlib.h>
#include <string.h>

#include "paint/pdf_painter.h"
#include "paint/pdf_syntax.h"

enum { PREDICTOR_SUB = 1 };

/* Each row with its PNG filter "Sub": pixels less their left neighbour. */
static void filter_rows(const uint8_t *samples, size_t row_bytes, size_t height, size_t channels, uint8_t *out)
{
    for (size_t y = 0; y < height; y++, samples += row_bytes) {
        *out++ = PREDICTOR_SUB;
        for (size_t x = 0; x < row_bytes; x++)
            *out++ = (uint8_t)(samples[x] - (x >= channels ? samples[x - channels] : 0));
    }
}

static pdf_dict *image_object(struct pdf *pdf, const struct image *image, unsigned bits)
{
    pdf_dict *d = pdf_object(pdf);
    pdf_set_name(pdf, d, "Type", "XObject");
    pdf_set_name(pdf, d, "Subtype", "Image");
    pdf_set_integer(pdf, d, "Width", (int32_t)image->width);
    pdf_set_integer(pdf, d, "Height", (int32_t)image->height);
    pdf_set_integer(pdf, d, "BitsPerComponent", (int32_t)bits);
    return d;
}

static void set_channels(struct pdf *pdf, pdf_dict *d, unsigned channels)
{
    pdf_set_name(pdf, d, "ColorSpace", channels == 1 ? "DeviceGray" : "DeviceRGB");
}

/* Rows start with a PNG filter each. */
static void set_rows(struct pdf *pdf, pdf_dict *d, unsigned channels, unsigned bits, uint32_t width)
{
    buf_printf(pdf_set_raw(pdf, d, "DecodeParms"), "<</Predictor 15/Colors %u/BitsPerComponent %u/Columns %u>>",
               channels, bits, width);
}

static pdf_dict *write_samples(struct pdf *pdf, const struct image *image, const uint8_t *samples, unsigned channels,
                               pdf_dict *mask)
{
    pdf_dict *d = image_object(pdf, image, 8);
    set_channels(pdf, d, channels);
    pdf_set_object(pdf, d, "SMask", mask);
    set_rows(pdf, d, channels, 8, image->width);
    size_t row_bytes = (size_t)image->width * channels, len = (row_bytes + 1) * image->height;
    uint8_t *rows = memory_alloc(len);
    filter_rows(samples, row_bytes, image->height, channels, rows);
    pdf_stream(pdf, d, (struct str){(const char *)rows, len});
    free(rows);
    return d;
}

/* A photograph takes a tenth of the room that its pixels would. */
static pdf_dict *write_jpeg(struct pdf *pdf, const struct image *image)
{
    pdf_dict *d = image_object(pdf, image, 8);
    set_channels(pdf, d, image->jpeg_grey ? 1 : 3);
    pdf_set_name(pdf, d, "Filter", "DCTDecode");
    pdf_stream_plain(pdf, d, image->jpeg);
    return d;
}

static void set_palette(struct pdf *pdf, pdf_dict *d, struct str palette)
{
    struct buf *out = pdf_set_raw(pdf, d, "ColorSpace");
    buf_printf(out, "[/Indexed/DeviceRGB %zu", palette.len / 3 - 1);
    put_literal(out, palette);
    buf_char(out, ']');
}

static pdf_dict *write_rows(struct pdf *pdf, const struct image *image, const struct packed_rows *rows)
{
    pdf_dict *d = image_object(pdf, image, rows->bits);
    if (rows->palette.len > 0)
        set_palette(pdf, d, rows->palette);
    else
        set_channels(pdf, d, rows->channels);
    set_rows(pdf, d, rows->channels, rows->bits, image->width);
    pdf_set_name(pdf, d, "Filter", "FlateDecode");
    pdf_stream_plain(pdf, d, rows->bytes);
    return d;
}

static pdf_dict *write_image(struct pdf *pdf, const struct image *image)
{
    if (image->jpeg.len > 0)
        return write_jpeg(pdf, image);
    if (image->rows.bytes.len > 0)
        return write_rows(pdf, image, &image->rows);
    pdf_dict *mask = image->alpha ? write_samples(pdf, image, image->alpha, 1, NULL) : NULL;
    return write_samples(pdf, image, image->rgb, 3, mask);
}

static int by_id(const void *a, const void *b)
{
    const struct image *const *left = a;
    const struct image *const *right = b;
    return ((*left)->id > (*right)->id) - ((*left)->id < (*right)->id);
}

/* All images in use, sorted by id; the caller frees the list. */
static const struct image **list_images(const struct document *doc, size_t *count)
{
    const struct image **list = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t p = 0; p < doc->page_count; p++) {
        for (size_t i = 0; i < doc->pages[p].item_count; i++) {
            const struct item *item = &doc->pages[p].items[i];
            if (item->kind != ITEM_IMAGE || !item->as.image->width || !item->as.image->height)
                continue;
            if (*count == capacity) {
                capacity = capacity ? 2 * capacity : 16;
                list = memory_grow(list, capacity * sizeof(struct image *));
            }
            list[(*count)++] = item->as.image;
        }
    }
    if (list)
        qsort(list, *count, sizeof(struct image *), by_id);
    return list;
}

void paint_images(struct pdf_painter *p, pdf_dict *resources)
{
    size_t count;
    const struct image **list = list_images(p->doc, &count);
    if (count == 0)
        return;
    struct buf *entries = pdf_set_raw(p->pdf, resources, "XObject");
    buf_text(entries, "<<");
    for (size_t i = 0; i < count; i++) {
        if (i && list[i]->id == list[i - 1]->id)
            continue;
        buf_printf(entries, "/I%u ", list[i]->id);
        put_reference(entries, pdf_number(write_image(p->pdf, list[i])));
    }
    buf_text(entries, ">>");
    free(list);
}
