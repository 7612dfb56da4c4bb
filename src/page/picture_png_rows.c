/* The chunks of a PNG that hold its rows and colours (ISO 15948, 5.3 and 11.2). */
#include <string.h>

#include "page/picture_formats.h"

enum { SIGNATURE = 8, LENGTH_AND_TYPE = 8, CHECKSUM = 4 };
enum { HEADER_DEPTH = 8, HEADER_COLOUR = 9, HEADER_INTERLACE = 12, HEADER_SIZE = 13 };
enum { GREY = 0, TRUECOLOUR = 2, INDEXED = 3 };

/* The chunk at `*at`, which moves behind it; false at the end. */
static bool next_chunk(struct str png, size_t *at, struct str *type, struct str *data)
{
    struct str head = str_slice(png, *at, *at + LENGTH_AND_TYPE);
    if (head.len < LENGTH_AND_TYPE)
        return false;
    const unsigned char *b = (const unsigned char *)head.at;
    size_t len = (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3];
    *type = str_slice(head, 4, 8);
    *data = str_slice(png, *at + LENGTH_AND_TYPE, *at + LENGTH_AND_TYPE + len);
    *at += LENGTH_AND_TYPE + len + CHECKSUM;
    return data->len == len;
}

/* All values of that many bits, those without a colour of their own black. */
static struct str whole_palette(struct arena *a, struct str colors, unsigned bits)
{
    size_t len = (size_t)3 << bits;
    char *palette = arena_alloc(a, len);
    memcpy(palette, colors.at, colors.len < len ? colors.len : len);
    return (struct str){palette, len};
}

struct packed_rows png_rows(struct arena *a, struct str bytes)
{
    const struct packed_rows none = {.bits = 0};
    struct packed_rows rows = none;
    struct str type, data;
    char *packed = arena_alloc(a, bytes.len);
    size_t len = 0, at = SIGNATURE;
    if (!next_chunk(bytes, &at, &type, &data) || data.len != HEADER_SIZE || data.at[HEADER_INTERLACE] != 0)
        return none;
    rows.bits = (unsigned char)data.at[HEADER_DEPTH];
    int colour = (unsigned char)data.at[HEADER_COLOUR];
    rows.channels = colour == TRUECOLOUR ? 3 : 1;
    if (rows.bits > 8 || (colour != GREY && colour != TRUECOLOUR && colour != INDEXED))
        return none;
    while (next_chunk(bytes, &at, &type, &data)) {
        if (colour == INDEXED && str_is(type, "PLTE"))
            rows.palette = whole_palette(a, data, rows.bits);
        if (!str_is(type, "IDAT"))
            continue;
        memcpy(packed + len, data.at, data.len);
        len += data.len;
    }
    rows.bytes = (struct str){packed, len};
    rows.file = str_copy(a, bytes);
    return rows;
}
