/* What is seen of sound pictures, and what of them is passed on as it is. */
#include "picture_fixture.h"

#include <zlib.h>

/* A picture of two pixels, and what is to be seen of it. */
struct two_pixels {
    struct png_sample png;
    uint8_t rgb[6];
    int alpha[2]; /* both 255: opaque */
};

#define PNG(type, bits, bytes)                                                                                         \
    .width = 2, .height = 1, .color_type = SPNG_COLOR_TYPE_##type, .depth = (bits), .samples = (bytes),                \
    .size = sizeof(bytes) - 1
#define PALETTE .palette = {.n_entries = 2, .entries = {{10, 20, 30, 0}, {40, 50, 60, 0}}}
#define PALETTE_COLORS                                                                                                 \
    {                                                                                                                  \
        10, 20, 30, 40, 50, 60                                                                                         \
    }

static const struct two_pixels kinds[] = {
    {{PNG(GRAYSCALE, 1, "\x40")}, {0, 0, 0, 255, 255, 255}, {255, 255}},
    {{PNG(GRAYSCALE, 2, "\x60")}, {85, 85, 85, 170, 170, 170}, {255, 255}},
    {{PNG(GRAYSCALE, 4, "\x1f")}, {17, 17, 17, 255, 255, 255}, {255, 255}},
    {{PNG(GRAYSCALE, 8, "\x0a\xc8")}, {10, 10, 10, 200, 200, 200}, {255, 255}},
    {{PNG(GRAYSCALE, 16, "\x12\x34\xfe\xdc")}, {18, 18, 18, 254, 254, 254}, {255, 255}},
    {{PNG(TRUECOLOR, 8, "\1\2\3\4\5\6")}, {1, 2, 3, 4, 5, 6}, {255, 255}},
    {{PNG(TRUECOLOR, 16, "\1\0\2\0\3\0\4\0\5\0\6\0")}, {1, 2, 3, 4, 5, 6}, {255, 255}},
    {{PNG(INDEXED, 1, "\x40"), PALETTE}, PALETTE_COLORS, {255, 255}},
    {{PNG(INDEXED, 2, "\x10"), PALETTE}, PALETTE_COLORS, {255, 255}},
    {{PNG(INDEXED, 4, "\x01"), PALETTE}, PALETTE_COLORS, {255, 255}},
    {{PNG(INDEXED, 8, "\0\1"), PALETTE}, PALETTE_COLORS, {255, 255}},
    {{PNG(GRAYSCALE_ALPHA, 8, "\x0a\xff\xc8\x40")}, {10, 10, 10, 200, 200, 200}, {255, 64}},
    {{PNG(GRAYSCALE_ALPHA, 16, "\x0a\0\xff\xff\xc8\0\x40\0")}, {10, 10, 10, 200, 200, 200}, {255, 64}},
    {{PNG(TRUECOLOR_ALPHA, 8, "\1\2\3\xff\4\5\6\x40")}, {1, 2, 3, 4, 5, 6}, {255, 64}},
    {{PNG(TRUECOLOR_ALPHA, 8, "\1\2\3\xff\4\5\6\xff")}, {1, 2, 3, 4, 5, 6}, {255, 255}},
    {{PNG(TRUECOLOR_ALPHA, 16, "\1\0\2\0\3\0\xff\xff\4\0\5\0\6\0\x40\0")}, {1, 2, 3, 4, 5, 6}, {255, 64}},
    {{PNG(INDEXED, 8, "\0\1"), PALETTE, .has_transparency = true,
      .transparency = {.n_type3_entries = 1, .type3_alpha = {64}}},
     PALETTE_COLORS,
     {64, 255}},
    {{PNG(GRAYSCALE, 1, "\x40"), .has_transparency = true, .transparency = {.gray = 1}},
     {0, 0, 0, 255, 255, 255},
     {255, 0}},
    {{PNG(GRAYSCALE, 16, "\x12\x34\x12\x35"), .has_transparency = true, .transparency = {.gray = 0x1234}},
     {18, 18, 18, 18, 18, 18},
     {0, 255}},
    {{PNG(TRUECOLOR, 8, "\1\2\3\4\5\6"), .has_transparency = true, .transparency = {.red = 4, .green = 5, .blue = 6}},
     {1, 2, 3, 4, 5, 6},
     {255, 0}},
    {{PNG(TRUECOLOR, 16, "\1\0\2\0\3\0\1\0\2\0\3\1"), .has_transparency = true,
      .transparency = {.red = 0x100, .green = 0x200, .blue = 0x300}},
     {1, 2, 3, 1, 2, 3},
     {0, 255}},
};

static void png_of_each_depth_and_colour_type(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct two_pixels *k = &kinds[i];
        const struct image *image = decoded(png_bytes(arena, &k->png));
        assert_int_equal(image->width, 2);
        assert_int_equal(image->height, 1);
        assert_memory_equal(picture_rgb(arena, image), k->rgb, 6);
        assert_int_equal(image->alpha != NULL, k->alpha[0] < 255 || k->alpha[1] < 255);
        for (size_t p = 0; image->alpha && p < 2; p++)
            assert_int_equal(image->alpha[p], k->alpha[p]);
        assert_int_equal(image->jpeg.len, 0);
        bool as_they_are = k->png.depth <= 8 && !k->png.has_transparency &&
                           (k->png.color_type & 4) == 0; /* the bit of an alpha channel */
        assert_int_equal(image->rows.bytes.len > 0, as_they_are);
    }
}

static void rows_of_a_png_are_passed_on(void **state)
{
    (void)state;
    const struct png_sample png = {PNG(INDEXED, 2, "\x10"), PALETTE};
    const struct packed_rows rows = decoded(png_bytes(arena, &png))->rows;
    assert_int_equal(rows.bits, 2);
    assert_int_equal(rows.channels, 1);
    assert_true(str_eq(rows.palette, STR("\12\24\36\50\62\74\0\0\0\0\0\0")));
    unsigned char plain[8];
    uLongf len = sizeof plain;
    assert_int_equal(uncompress(plain, &len, (const Bytef *)rows.bytes.at, (uLong)rows.bytes.len), Z_OK);
    assert_int_equal(len, 2); /* the filter, then two pixels of two bits */
    assert_int_equal(plain[1], 0x10);
}

static void interlaced_png_looks_the_same(void **state)
{
    (void)state;
    char samples[9 * 9 * 3];
    for (size_t i = 0; i < sizeof samples; i++)
        samples[i] = (char)i;
    struct png_sample png = {.width = 9,
                             .height = 9,
                             .color_type = SPNG_COLOR_TYPE_TRUECOLOR,
                             .depth = 8,
                             .interlaced = true,
                             .samples = samples,
                             .size = sizeof samples};
    const struct image *image = decoded(png_bytes(arena, &png));
    assert_memory_equal(picture_rgb(arena, image), samples, sizeof samples);
    assert_int_equal(image->rows.bytes.len, 0);
}

static void assert_pixel(const struct image *image, uint32_t x, uint32_t y, const uint8_t *rgb)
{
    for (size_t c = 0; c < 3; c++)
        assert_in_range(image->rgb[((size_t)y * image->width + x) * 3 + c] + 4, rgb[c], (unsigned)rgb[c] + 8);
}

static void assert_blocks(const struct image *image, uint8_t (*rgb)[4])
{
    assert_int_equal(image->width, JPEG_WIDTH);
    assert_int_equal(image->height, JPEG_HEIGHT);
    for (unsigned i = 0; i < JPEG_BLOCKS; i++)
        assert_pixel(image, i % 3 * BLOCK + 4, i / 3 * BLOCK + 4, rgb[i]);
}

static void jpeg_in_colour_and_grey(void **state)
{
    (void)state;
    struct jpeg_sample s = rgb_jpeg();
    const struct image *colour = decoded(jpeg_bytes(arena, &s));
    assert_blocks(colour, s.blocks);
    assert_null(colour->alpha);
    assert_true(colour->jpeg.len > 0);
    assert_false(colour->jpeg_grey);
    struct jpeg_sample grey = {.in = JCS_GRAYSCALE,
                               .stored = JCS_GRAYSCALE,
                               .components = 1,
                               .blocks = {{0}, {50}, {100}, {150}, {200}, {250}}};
    static uint8_t seen[JPEG_BLOCKS][4] = {{0, 0, 0},       {50, 50, 50},    {100, 100, 100},
                                           {150, 150, 150}, {200, 200, 200}, {250, 250, 250}};
    const struct image *image = decoded(jpeg_bytes(arena, &grey));
    assert_blocks(image, seen);
    assert_true(image->jpeg.len > 0);
    assert_true(image->jpeg_grey);
}

/* Cyan, magenta, yellow, black, half black, no ink. */
static uint8_t inks[JPEG_BLOCKS][4] = {{255, 0, 0, 0}, {0, 255, 0, 0}, {0, 0, 255, 0},
                                       {0, 0, 0, 255}, {0, 0, 0, 128}, {0, 0, 0, 0}};
static uint8_t inks_seen[JPEG_BLOCKS][4] = {{0, 255, 255}, {255, 0, 255},   {255, 255, 0},
                                            {0, 0, 0},     {127, 127, 127}, {255, 255, 255}};

static void jpeg_in_four_inks(void **state)
{
    (void)state;
    struct jpeg_sample s = {.in = JCS_CMYK, .stored = JCS_CMYK, .components = 4, .bare = true};
    memcpy(s.blocks, inks, sizeof inks);
    assert_blocks(decoded(jpeg_bytes(arena, &s)), inks_seen);
    for (size_t i = 0; i < sizeof inks; i++)
        ((uint8_t *)s.blocks)[i] = (uint8_t) ~((const uint8_t *)inks)[i]; /* as Adobe does */
    s.bare = false;
    assert_blocks(decoded(jpeg_bytes(arena, &s)), inks_seen);
    s.stored = JCS_YCCK;
    const struct image *image = decoded(jpeg_bytes(arena, &s));
    assert_blocks(image, inks_seen);
    assert_int_equal(image->jpeg.len, 0);
}

/* The blocks seen at the top left, top right and bottom left for each orientation. */
static void jpeg_is_turned_upright(void **state)
{
    (void)state;
    static const unsigned corners[8][3] = {{0, 2, 3}, {2, 0, 5}, {5, 3, 2}, {3, 5, 0},
                                           {0, 3, 2}, {3, 0, 5}, {5, 2, 3}, {2, 5, 0}};
    struct jpeg_sample s = rgb_jpeg();
    for (s.orientation = 1; s.orientation <= 8; s.orientation++) {
        const struct image *image = decoded(jpeg_bytes(arena, &s));
        bool turned = s.orientation >= 5;
        assert_int_equal(image->width, turned ? JPEG_HEIGHT : JPEG_WIDTH);
        assert_int_equal(image->height, turned ? JPEG_WIDTH : JPEG_HEIGHT);
        assert_pixel(image, 4, 4, s.blocks[corners[s.orientation - 1][0]]);
        assert_pixel(image, image->width - 4, 4, s.blocks[corners[s.orientation - 1][1]]);
        assert_pixel(image, 4, image->height - 4, s.blocks[corners[s.orientation - 1][2]]);
        assert_int_equal(image->jpeg.len > 0, s.orientation == 1);
    }
}

static bool holds(struct str bytes, const char *text)
{
    for (size_t i = 0; i + strlen(text) <= bytes.len; i++)
        if (memcmp(bytes.at + i, text, strlen(text)) == 0)
            return true;
    return false;
}

static void jpeg_for_the_pdf_says_nothing_private(void **state)
{
    (void)state;
    struct jpeg_sample s = rgb_jpeg();
    s.orientation = 1;
    struct str bytes = jpeg_bytes(arena, &s);
    const struct image *image = decoded(bytes);
    assert_true(holds(bytes, "Exif"));
    assert_false(holds(image->jpeg, "Exif"));
    assert_true(holds(image->jpeg, "JFIF"));
    assert_blocks(decoded(image->jpeg), s.blocks);
}

static void jpeg_that_readers_take_otherwise_is_not_passed_on(void **state)
{
    (void)state;
    struct jpeg_sample s = rgb_jpeg();
    s.progressive = true;
    const struct image *progressive = decoded(jpeg_bytes(arena, &s));
    assert_blocks(progressive, s.blocks);
    assert_int_equal(progressive->jpeg.len, 0);
    s.progressive = false;
    s.stored = JCS_RGB; /* told by Adobe's marker, which the PDF's readers know, then by nothing but component names */
    assert_true(decoded(jpeg_bytes(arena, &s))->jpeg.len > 0);
    s.bare = true;
    const struct image *named = decoded(jpeg_bytes(arena, &s));
    assert_blocks(named, s.blocks);
    assert_int_equal(named->jpeg.len, 0);
}

/* TEM, a marker of no segment and no use, which libjpeg passes over. */
static void jpeg_whose_segments_are_not_in_order_is_not_passed_on(void **state)
{
    (void)state;
    struct jpeg_sample s = rgb_jpeg();
    struct str sound = jpeg_bytes(arena, &s);
    char *bytes = arena_alloc(arena, sound.len + 2);
    memcpy(bytes, "\xff\xd8\xff\x01", 4);
    memcpy(bytes + 4, sound.at + 2, sound.len - 2);
    const struct image *image = decoded((struct str){bytes, sound.len + 2});
    assert_blocks(image, s.blocks);
    assert_int_equal(image->jpeg.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(png_of_each_depth_and_colour_type, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_of_a_png_are_passed_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(interlaced_png_looks_the_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jpeg_in_colour_and_grey, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jpeg_in_four_inks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jpeg_is_turned_upright, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jpeg_for_the_pdf_says_nothing_private, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jpeg_that_readers_take_otherwise_is_not_passed_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jpeg_whose_segments_are_not_in_order_is_not_passed_on, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
