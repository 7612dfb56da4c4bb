/* The chunks of a PNG: what is missing, wrong or out of place among them. */
#include "picture_fixture.h"

#include <zlib.h>

struct chunk {
    const char *type, *data;
    size_t len;
};

#define CHUNK(type, data)                                                                                              \
    {                                                                                                                  \
        (type), (data), sizeof(data) - 1                                                                               \
    }
/* Two pixels of 8 bits. */
#define GREY CHUNK("IHDR", "\0\0\0\2\0\0\0\1\x8\0\0\0\0")
#define INDEXED CHUNK("IHDR", "\0\0\0\2\0\0\0\1\x8\3\0\0\0")
#define ROWS CHUNK("IDAT", "\x78\x01\1\3\0\xfc\xff\0\0\1\0\4\0\2")
#define FIRST_ROWS CHUNK("IDAT", "\x78\x01\1\3\0\xfc")
#define LAST_ROWS CHUNK("IDAT", "\xff\0\0\1\0\4\0\2")
#define PALETTE CHUNK("PLTE", "\7\7\7\x8\x8\x8")
#define END CHUNK("IEND", "")
enum { MOST_CHUNKS = 6 };

static void put_number(unsigned char *at, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(number >> (24 - 8 * i));
}

/* A file of these chunks, up to one without a type. */
static struct str png_of(const struct chunk *chunks)
{
    static const char signature[] = "\x89PNG\r\n\32\n";
    size_t len = sizeof signature - 1;
    unsigned char *png = arena_alloc(arena, 1024);
    memcpy(png, signature, len);
    for (; chunks->type != NULL; chunks++) {
        unsigned char *at = png + len;
        put_number(at, (uint32_t)chunks->len);
        memcpy(at + 4, chunks->type, 4);
        memcpy(at + 8, chunks->data, chunks->len);
        put_number(at + 8 + chunks->len, (uint32_t)crc32(0, at + 4, (uInt)(4 + chunks->len)));
        len += 12 + chunks->len;
    }
    return (struct str){(char *)png, len};
}

/* A stored block of a filter and two pixels, and the Adler checksum; then what others would stumble over. */
static void only_sound_rows_are_passed_on(void **state)
{
    (void)state;
    static const struct {
        const char *stream;
        size_t len;
        bool decodes, passed_on;
    } streams[] = {
        {"\x78\x01\1\3\0\xfc\xff\0\7\x8\0\x19\0\x10", 14, true, true},
        {"\x08\x1d\1\3\0\xfc\xff\0\7\x8\0\x19\0\x10", 14, true, true},   /* a window of 256 bytes is enough */
        {"\x78\x01\1\3\0\xfc\xff\0\7\x8", 10, true, false},              /* no checksum */
        {"\x78\x01\1\3\0\xfc\xff\0\7\x8\0\x19\0\x11", 14, false, false}, /* another */
        {"\x78\x01\1\3\0\xfc\xff\0\7\x8\0\x19\0\x10!", 15, true, false}, /* more behind it */
        {"\x78\x01\1\3\0\xfc\xff\5\7\x8\0\x28\0\x15", 14, false, false}, /* an unknown filter */
        {"\x78\x01\1\2\0\xfd\xff\0\7\0\x09\0\x8", 13, false, false},     /* a pixel too few */
    };
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
        const struct chunk chunks[] = {GREY, {"IDAT", streams[i].stream, streams[i].len}, END, {0}};
        enum picture_fault fault;
        const struct image *image = picture_decode(arena, png_of(chunks), 1, &fault);
        if ((image != NULL) != streams[i].decodes)
            fail_msg("stream %zu: fault %d", i, (int)fault);
        if (image == NULL)
            continue;
        assert_int_equal(image->rows.bytes.len > 0, streams[i].passed_on);
        assert_memory_equal(picture_rgb(arena, image), "\7\7\7\x8\x8\x8", 6);
    }
}

static void chunks_are_complete_and_in_order(void **state)
{
    (void)state;
    static const struct {
        struct chunk chunks[MOST_CHUNKS];
        bool decodes;
    } files[] = {
        {{GREY, ROWS, END}, true},
        {{GREY, FIRST_ROWS, LAST_ROWS, END}, true},
        {{GREY, CHUNK("priV", "a"), ROWS, CHUNK("priV", "a"), END}, true},
        {{INDEXED, PALETTE, ROWS, END}, true},
        {{INDEXED, ROWS, END}, false},                                      /* no palette */
        {{INDEXED, ROWS, PALETTE, END}, false},                             /* too late */
        {{INDEXED, CHUNK("PLTE", "\7\7\7\x8"), ROWS, END}, false},          /* a colour and a third */
        {{GREY, GREY, ROWS, END}, false},                                   /* two headers */
        {{GREY, CHUNK("ABCD", "a"), ROWS, END}, false},                     /* nobody knows what for */
        {{GREY, ROWS, CHUNK("ABCD", "a"), END}, false},                     /* the same behind the rows */
        {{GREY, FIRST_ROWS, CHUNK("tEXt", "a\0b"), LAST_ROWS, END}, false}, /* the rows are parted */
        {{GREY, ROWS, CHUNK("IEND", "a")}, false},
        {{GREY, END}, false},
        {{GREY, ROWS}, false},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        enum picture_fault fault;
        const struct image *image = picture_decode(arena, png_of(files[i].chunks), 1, &fault);
        if ((image != NULL) != files[i].decodes)
            fail_msg("file %zu: fault %d", i, (int)fault);
        if (image == NULL)
            continue;
        assert_true(image->rows.bytes.len > 0);
        assert_non_null(picture_rgb(arena, image));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(only_sound_rows_are_passed_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(chunks_are_complete_and_in_order, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
