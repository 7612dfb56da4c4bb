#include "paint/pdf_file.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "paint/digest.h"
#include "paint/pdf_syntax.h"

/* Readers unpack a whole object stream to get at one object. */
enum { GATHER_LIMIT = 256, BODY_LIMIT = 65536 };
/* A twelfth more bytes than level 6 on such text, in less than half of its time. */
enum { DEFLATE_LEVEL = 1 };
enum { ID_BYTES = 16 };

/* A row of the cross-reference stream: type, four bytes, two bytes; before it the predictor's tag. */
enum { ROW = 7, PREDICTOR_UP = 2 };
enum { PLACE_FREE = 0, PLACE_OFFSET = 1, PLACE_CONTAINER = 2 };

void pdf_file_begin(struct pdf_file *f, struct buf *out)
{
    memset(f, 0, sizeof *f);
    f->out = out;
    f->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!f->compressor)
        memory_exhausted();
    buf_text(out, "%PDF-1.7\n%\xc2\xb5\xc2\xb6\n");
}

void pdf_file_free(struct pdf_file *f)
{
    libdeflate_free_compressor(f->compressor);
    free(f->places);
    buf_free(&f->bodies);
    buf_free(&f->head);
    buf_free(&f->packed);
}

struct str pdf_file_deflate(struct pdf_file *f, struct str bytes)
{
    size_t bound = libdeflate_zlib_compress_bound(f->compressor, bytes.len);
    if (f->packed.capacity < bound) {
        f->packed.at = memory_grow(f->packed.at, bound);
        f->packed.capacity = bound;
    }
    size_t len = libdeflate_zlib_compress(f->compressor, bytes.at, bytes.len, f->packed.at, f->packed.capacity);
    return (struct str){f->packed.at, len};
}

static struct object_place *place_of(struct pdf_file *f, uint32_t number)
{
    if (number >= f->place_count) {
        size_t count = f->place_count ? f->place_count : 64;
        while (count <= number)
            count *= 2;
        f->places = memory_grow(f->places, count * sizeof *f->places);
        memset(f->places + f->place_count, 0, (count - f->place_count) * sizeof *f->places);
        f->place_count = count;
    }
    return &f->places[number];
}

void pdf_file_stream(struct pdf_file *f, uint32_t number, struct str dictionary, struct str bytes)
{
    place_of(f, number)->offset = (uint32_t)f->out->len;
    put_integer(f->out, number);
    buf_text(f->out, " 0 obj\n");
    buf_str(f->out, dictionary);
    buf_text(f->out, "\nstream\n");
    buf_str(f->out, bytes);
    buf_text(f->out, "\nendstream\nendobj\n");
}

bool pdf_file_has(const struct pdf_file *f, uint32_t number)
{
    return number < f->place_count && (f->places[number].offset || f->places[number].container);
}

void pdf_file_seal(struct pdf_file *f, uint32_t first)
{
    f->next_number = first;
}

uint32_t pdf_file_numbers(struct pdf_file *f, uint32_t count)
{
    uint32_t first = f->next_number;
    f->next_number += count;
    return first;
}

static void flush_objects(struct pdf_file *f)
{
    if (f->gathered == 0)
        return;
    struct buf dictionary = {0};
    buf_printf(&dictionary, "<</Type/ObjStm/N %u/First %zu", f->gathered, f->head.len);
    buf_str(&f->head, buf_view(&f->bodies));
    struct str packed = pdf_file_deflate(f, buf_view(&f->head));
    buf_printf(&dictionary, "/Filter/FlateDecode/Length %zu>>", packed.len);
    pdf_file_stream(f, f->container, buf_view(&dictionary), packed);
    buf_free(&dictionary);
    f->bodies.len = 0;
    f->head.len = 0;
    f->gathered = 0;
}

struct buf *pdf_file_object(struct pdf_file *f, uint32_t number)
{
    if (f->gathered == GATHER_LIMIT || f->bodies.len > BODY_LIMIT)
        flush_objects(f);
    if (f->gathered == 0)
        f->container = pdf_file_numbers(f, 1);
    struct object_place *place = place_of(f, number);
    place->container = f->container;
    place->index = f->gathered++;
    put_integer(&f->head, number);
    buf_char(&f->head, ' ');
    put_integer(&f->head, (long long)f->bodies.len);
    buf_char(&f->head, ' ');
    return &f->bodies;
}

void pdf_file_object_end(struct pdf_file *f)
{
    buf_char(&f->bodies, '\n');
}

static void fill_row(unsigned char row[ROW], const struct object_place *place)
{
    uint32_t wide = place->container ? place->container : place->offset;
    row[0] = place->container ? PLACE_CONTAINER : place->offset ? PLACE_OFFSET : PLACE_FREE;
    for (int i = 0; i < 4; i++)
        row[1 + i] = (unsigned char)(wide >> (24 - 8 * i));
    row[5] = (unsigned char)(place->index >> 8);
    row[6] = (unsigned char)(place->index & 0xff);
}

/* The table with each byte less the one above it: rows that differ little pack well. */
static void put_places(struct pdf_file *f, uint32_t count, struct buf *table)
{
    unsigned char above[ROW] = {0};
    for (uint32_t n = 0; n < count; n++) {
        unsigned char row[ROW];
        fill_row(row, place_of(f, n));
        buf_char(table, PREDICTOR_UP);
        for (int i = 0; i < ROW; i++)
            buf_char(table, (char)(unsigned char)(row[i] - above[i]));
        memcpy(above, row, ROW);
    }
}

/* The identifier is a hash of the file with the identifier's own digits as zeros. */
static void put_identifier(struct buf *out, size_t first, size_t second)
{
    uint8_t digest[SHA256_BYTES];
    digest_sha256(buf_view(out), digest);
    struct buf id = {0};
    put_hex(&id, (struct str){(const char *)digest, ID_BYTES});
    memcpy(out->at + first, id.at, id.len);
    memcpy(out->at + second, id.at, id.len);
    buf_free(&id);
}

void pdf_file_end(struct pdf_file *f, uint32_t root, uint32_t info)
{
    flush_objects(f);
    uint32_t number = pdf_file_numbers(f, 1);
    size_t start = f->out->len;
    place_of(f, number)->offset = (uint32_t)start;
    struct buf table = {0};
    put_places(f, number + 1, &table);
    struct str packed = pdf_file_deflate(f, buf_view(&table));

    struct buf *out = f->out;
    static const char zeros[] = "<00000000000000000000000000000000>";
    put_integer(out, number);
    buf_printf(out, " 0 obj\n<</Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R/ID[", number + 1, root, info);
    size_t first = out->len;
    buf_text(out, zeros);
    size_t second = out->len;
    buf_text(out, zeros);
    buf_printf(out, "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>/Length %zu>>\nstream\n", ROW,
               packed.len);
    buf_str(out, packed);
    buf_printf(out, "\nendstream\nendobj\nstartxref\n%zu\n%%%%EOF\n", start);
    buf_free(&table);
    put_identifier(out, first, second);
}
