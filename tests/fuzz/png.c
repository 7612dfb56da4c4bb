#include "png.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { SIGNATURE = 8, HEAD = 8, CHECKSUM = 4, LEVEL = 1 };

bool png_is(struct str bytes)
{
    return bytes.len > SIGNATURE && memcmp(bytes.at, "\x89PNG\r\n\x1a\n", SIGNATURE) == 0;
}

static uint32_t read_number(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static void write_number(char *at, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        at[i] = (char)(number >> (24 - 8 * i));
}

/* The chunk at `at` with its name, without length and checksum; empty when there is none. */
static struct str chunk_at(struct str bytes, size_t at)
{
    if (at + HEAD + CHECKSUM > bytes.len)
        return STR("");
    uint32_t len = read_number(bytes.at + at);
    if (len > bytes.len - at - HEAD - CHECKSUM)
        return STR("");
    return str_slice(bytes, at + 4, at + HEAD + len);
}

static uint32_t checksum(struct str chunk)
{
    return libdeflate_crc32(0, chunk.at, chunk.len);
}

void png_repair(uint8_t *data, size_t len)
{
    struct str bytes = {(const char *)data, len};
    size_t at = SIGNATURE;
    for (struct str chunk = chunk_at(bytes, at); chunk.len > 0; chunk = chunk_at(bytes, at)) {
        write_number((char *)data + at + 4 + chunk.len, checksum(chunk));
        at += 4 + chunk.len + CHECKSUM;
    }
}

static size_t unpack(struct str packed, uint8_t *out, size_t room)
{
    struct libdeflate_decompressor *tool = libdeflate_alloc_decompressor();
    size_t len = 0;
    if (!tool || libdeflate_zlib_decompress(tool, packed.at, packed.len, out, room, &len) != LIBDEFLATE_SUCCESS)
        len = 0;
    libdeflate_free_decompressor(tool);
    return len;
}

size_t png_unpack(struct str bytes, uint8_t *out, size_t room)
{
    size_t at = SIGNATURE;
    for (struct str chunk = chunk_at(bytes, at); chunk.len > 0; chunk = chunk_at(bytes, at)) {
        if (str_starts(chunk, "IDAT"))
            return unpack(str_slice(chunk, 4, chunk.len), out, room);
        at += 4 + chunk.len + CHECKSUM;
    }
    return 0;
}

static void put_chunk(struct str chunk, struct buf *out)
{
    char number[4];
    write_number(number, (uint32_t)chunk.len - 4);
    buf_add(out, number, sizeof number);
    buf_str(out, chunk);
    write_number(number, checksum(chunk));
    buf_add(out, number, sizeof number);
}

static void put_samples(struct str samples, struct buf *out)
{
    struct libdeflate_compressor *tool = libdeflate_alloc_compressor(LEVEL);
    struct buf chunk = {0};
    if (!tool)
        memory_exhausted();
    size_t room = libdeflate_zlib_compress_bound(tool, samples.len);
    char *packed = memory_alloc(room);
    buf_text(&chunk, "IDAT");
    buf_add(&chunk, packed, libdeflate_zlib_compress(tool, samples.at, samples.len, packed, room));
    put_chunk(buf_view(&chunk), out);
    libdeflate_free_compressor(tool);
    buf_free(&chunk);
    free(packed);
}

void png_pack(struct str bytes, struct str samples, struct buf *out)
{
    bool put = false;
    size_t at = SIGNATURE;
    buf_str(out, str_slice(bytes, 0, SIGNATURE));
    for (struct str chunk = chunk_at(bytes, at); chunk.len > 0; chunk = chunk_at(bytes, at)) {
        bool is_data = str_starts(chunk, "IDAT");
        if (is_data && !put)
            put_samples(samples, out);
        if (!is_data)
            put_chunk(chunk, out);
        put = put || is_data;
        at += 4 + chunk.len + CHECKSUM;
    }
}
