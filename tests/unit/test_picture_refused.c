/* Pictures that are damaged, too large or no pictures. */
#include "picture_fixture.h"

static void assert_refused(struct str bytes, enum picture_fault wanted)
{
    enum picture_fault fault;
    assert_null(picture_decode(arena, bytes, 1, &fault));
    assert_int_equal(fault, wanted);
    assert_true(strlen(picture_fault_text(fault)) > 0);
}

static struct str sample_png(void)
{
    char samples[16 * 16 * 4];
    for (size_t i = 0; i < sizeof samples; i++)
        samples[i] = (char)(i * 7919 >> 3);
    struct png_sample png = {.width = 16,
                             .height = 16,
                             .color_type = SPNG_COLOR_TYPE_TRUECOLOR_ALPHA,
                             .depth = 8,
                             .samples = samples,
                             .size = sizeof samples};
    return png_bytes(arena, &png);
}

static struct str sample_jpeg(bool progressive)
{
    struct jpeg_sample s = rgb_jpeg();
    s.progressive = progressive;
    s.orientation = 6;
    return jpeg_bytes(arena, &s);
}

static void a_file_cut_off_anywhere_is_refused(void **state)
{
    (void)state;
    struct str files[] = {sample_png(), sample_jpeg(false), sample_jpeg(true)};
    for (size_t i = 0; i < 3; i++) {
        size_t needed =
            files[i].len - (i == 0 ? 4 : 0); /* the checksum of the empty last chunk of a PNG may be missing */
        decoded(files[i]);
        for (size_t len = 0; len < needed; len++) {
            char *cut = memory_alloc(len ? len : 1); /* of just that length, for the sanitizer */
            memcpy(cut, files[i].at, len);
            enum picture_fault fault;
            const struct image *image = picture_decode(arena, (struct str){cut, len}, 1, &fault);
            free(cut);
            if (image != NULL)
                fail_msg("file %zu decodes from %zu of its %zu bytes", i, len, files[i].len);
            assert_int_equal(fault, len < (i == 0 ? 8u : 3u) ? PICTURE_UNKNOWN : PICTURE_DAMAGED);
        }
    }
}

/* Wrong bytes may give another picture or a reason, and nothing else. */
static void wrong_bytes_do_no_harm(void **state)
{
    (void)state;
    struct str files[] = {sample_png(), sample_jpeg(false), sample_jpeg(true)};
    for (size_t i = 0; i < 3; i++) {
        char *bytes = arena_copy(arena, files[i].at, files[i].len);
        for (size_t at = 8; at < files[i].len; at++) {
            char kept = bytes[at];
            enum picture_fault fault;
            bytes[at] = (char)~kept;
            const struct image *image = picture_decode(arena, (struct str){bytes, files[i].len}, 1, &fault);
            assert_int_equal(image != NULL, fault == PICTURE_OK);
            bytes[at] = kept;
        }
    }
}

static void put_size(char *at, uint32_t size, int bytes)
{
    for (int i = 0; i < bytes; i++)
        at[i] = (char)(size >> (8 * (bytes - 1 - i)));
}

static void png_of_impossible_size_is_refused(void **state)
{
    (void)state;
    static const struct {
        uint32_t width, height;
        enum picture_fault fault;
    } sizes[] = {{0, 16, PICTURE_EMPTY},          {16, 0, PICTURE_EMPTY},           {100000, 100000, PICTURE_TOO_LARGE},
                 {5000, 4001, PICTURE_TOO_LARGE}, {32768, 1, PICTURE_TOO_LARGE},    {0xffffffff, 1, PICTURE_TOO_LARGE},
                 {5000, 4000, PICTURE_DAMAGED},   {65536, 65536, PICTURE_TOO_LARGE}};
    struct str png = sample_png();
    char *bytes = arena_copy(arena, png.at, png.len);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        put_size(bytes + 16, sizes[i].width, 4);
        put_size(bytes + 20, sizes[i].height, 4);
        assert_refused((struct str){bytes, png.len}, sizes[i].fault);
    }
}

/* Where the frame header of a JPEG starts: FF C0, length, precision, height, width. */
static char *frame_of(char *bytes, size_t len)
{
    for (size_t i = 0; i + 9 < len; i++)
        if (memcmp(bytes + i, "\xff\xc0\0\x11", 4) == 0)
            return bytes + i;
    fail_msg("no frame header");
    return bytes;
}

static void jpeg_of_impossible_size_or_kind_is_refused(void **state)
{
    (void)state;
    struct str jpeg = sample_jpeg(false);
    char *bytes = arena_copy(arena, jpeg.at, jpeg.len), *frame = frame_of(bytes, jpeg.len);
    put_size(frame + 5, 0, 2);
    assert_refused((struct str){bytes, jpeg.len}, PICTURE_EMPTY);
    put_size(frame + 5, 30000, 2);
    put_size(frame + 7, 30000, 2);
    assert_refused((struct str){bytes, jpeg.len}, PICTURE_TOO_LARGE);
    put_size(frame + 7, 65535, 2);
    assert_refused((struct str){bytes, jpeg.len}, PICTURE_TOO_LARGE);
    put_size(frame + 5, JPEG_HEIGHT, 2);
    put_size(frame + 7, JPEG_WIDTH, 2);
    frame[4] = 12; /* bits a sample */
    assert_refused((struct str){bytes, jpeg.len}, PICTURE_UNSUPPORTED);
}

static void other_files_are_refused(void **state)
{
    (void)state;
    assert_refused(STR(""), PICTURE_UNKNOWN);
    assert_refused(STR("GIF89a"), PICTURE_UNKNOWN);
    struct str png = sample_png();
    char *large = arena_alloc(arena, PICTURE_MAX_BYTES + 1);
    memcpy(large, png.at, png.len);
    assert_refused((struct str){large, PICTURE_MAX_BYTES + 1}, PICTURE_TOO_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_cut_off_anywhere_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wrong_bytes_do_no_harm, set_up, tear_down),
        cmocka_unit_test_setup_teardown(png_of_impossible_size_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jpeg_of_impossible_size_or_kind_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_files_are_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
