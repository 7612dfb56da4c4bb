/* The chunks of a PNG that hold its rows and colours (ISO 15948, 5.3 and 11.2). */
#include <libdeflate.h>
#include <string.h>

#include "page/picture_formats.h"

enum { SIGNATURE = 8, LENGTH_AND_TYPE = 8, CHECKSUM = 4 };
enum { HEADER_DEPTH = 8, HEADER_COLOUR = 9, HEADER_INTERLACE = 12, HEADER_SIZE = 13 };
enum { GREY = 0, TRUECOLOUR = 2, INDEXED = 3, LAST_FILTER = 4 };
enum { LARGEST_WINDOW = 32768 };

/* The chunk at `*at`, which moves behind it; false when it is cut off or its checksum is another (5.3). */
static bool next_chunk(struct str png, size_t *at, struct str *type, struct str *data)
{
    struct str head = str_slice(png, *at, *at + LENGTH_AND_TYPE);
    if (head.len < LENGTH_AND_TYPE)
        return false;
    size_t len = big_endian(head.at), end = *at + LENGTH_AND_TYPE + len;
    struct str checksum = str_slice(png, end, end + CHECKSUM);
    if (checksum.len < CHECKSUM)
        return false;
    *type = str_slice(head, 4, LENGTH_AND_TYPE);
    *data = str_slice(png, *at + LENGTH_AND_TYPE, end);
    *at = end + CHECKSUM;
    return libdeflate_crc32(0, type->at, type->len + len) == big_endian(checksum.at);
}

/* No distance may lead out of the window that the stream announces (RFC 1950, 2.2), which libdeflate does not look at. */
static bool window_suffices(struct str stream, size_t size)
{
    if (stream.len == 0)
        return false;
    size_t window = (size_t)256 << ((unsigned char)stream.at[0] >> 4);
    return window >= size || window == LARGEST_WINDOW;
}

/* Whether the stream holds `height` rows of `row` bytes, filter included, to its own checksum, and nothing else. */
static bool holds_rows(struct arena *a, struct str stream, size_t row, size_t height)
{
    if (!window_suffices(stream, row * height))
        return false;
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    if (d == NULL)
        memory_exhausted();
    char *plain = arena_lend(a, row * height);
    size_t used = 0, len = 0;
    bool whole = libdeflate_zlib_decompress_ex(d, stream.at, stream.len, plain, row * height, &used, &len) ==
                     LIBDEFLATE_SUCCESS &&
                 used == stream.len && len == row * height;
    for (size_t i = 0; whole && i < height; i++)
        whole = (unsigned char)plain[i * row] <= LAST_FILTER;
    arena_release(a, plain);
    libdeflate_free_decompressor(d);
    return whole;
}

/* All values of that many bits, those without a colour of their own black. */
static struct str whole_palette(struct arena *a, struct str colors, unsigned bits)
{
    size_t len = (size_t)3 << bits;
    char *palette = arena_alloc(a, len);
    memcpy(palette, colors.at, colors.len < len ? colors.len : len);
    return (struct str){palette, len};
}

/* Whether from this chunk on, the one before `at`, there are none but ancillary ones (5.4) up to the last, which is empty. */
static bool ends_well(struct str png, size_t at, struct str type, struct str data)
{
    while (!str_is(type, "IEND"))
        if (type.at[0] < 'a' || !next_chunk(png, &at, &type, &data))
            return false;
    return data.len == 0;
}

/* From the header; `bits` 0 where a PDF could not hold the rows. */
static struct packed_rows format_of(struct str header, int colour)
{
    unsigned bits = (unsigned char)header.at[HEADER_DEPTH];
    bool held = header.at[HEADER_INTERLACE] == 0 && bits <= 8;
    if (!held || (colour != GREY && colour != TRUECOLOUR && colour != INDEXED))
        return (struct packed_rows){.bits = 0};
    return (struct packed_rows){.bits = bits, .channels = colour == TRUECOLOUR ? 3 : 1};
}

struct packed_rows png_rows(struct arena *a, struct str bytes)
{
    const struct packed_rows none = {.bits = 0};
    struct str type, header, data;
    size_t len = 0, at = SIGNATURE;
    if (!next_chunk(bytes, &at, &type, &header) || header.len != HEADER_SIZE)
        return none;
    int colour = (unsigned char)header.at[HEADER_COLOUR];
    struct packed_rows rows = format_of(header, colour);
    if (rows.bits == 0)
        return none;
    char *packed = arena_alloc(a, bytes.len);
    bool begun = false, done = false;
    do {
        if (!next_chunk(bytes, &at, &type, &data))
            return none;
        bool is_rows = str_is(type, "IDAT");
        done = begun && !is_rows;
        if (colour == INDEXED && str_is(type, "PLTE"))
            rows.palette = whole_palette(a, data, rows.bits);
        if (!is_rows)
            continue;
        memcpy(packed + len, data.at, data.len);
        len += data.len;
        begun = true;
    } while (!done);
    if (!ends_well(bytes, at, type, data))
        return none;
    size_t samples = big_endian(header.at) * (size_t)rows.channels;
    rows.bytes = (struct str){packed, len};
    if (!holds_rows(a, rows.bytes, 1 + (samples * rows.bits + 7) / 8, big_endian(header.at + 4)))
        return none;
    rows.file = str_copy(a, bytes);
    return rows;
}
