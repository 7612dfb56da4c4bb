#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/file.h"
#include "page/font.h"

struct fixture {
    struct arena *arena;
    struct fonts *fonts;
};

static int set_up(void **state)
{
    struct arena *a = arena_new();
    struct fixture *f = ARENA_NEW(a, struct fixture);
    f->arena = a;
    f->fonts = fonts_new(a);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    fonts_free(f->fonts);
    arena_free(f->arena);
    return 0;
}

static struct str read_face(struct fixture *f, const char *name)
{
    struct str bytes;
    assert_true(file_read(f->arena, arena_printf(f->arena, "fonts/%s.ttf", name), 16u << 20, &bytes).ok);
    return bytes;
}

static const struct font *add(struct fixture *f, struct str bytes, enum font_fault *fault)
{
    return fonts_add(f->fonts, bytes, fault);
}

static void test_reads_names_and_metrics(void **state)
{
    enum font_fault fault;
    const struct font *font = add(*state, read_face(*state, "SourceSans3-Bold"), &fault);
    assert_int_equal(fault, FONT_OK);
    assert_string_equal(font->name, "SourceSans3-Bold");
    assert_string_equal(font->family, "Source Sans 3");
    assert_int_equal(font->weight, 700);
    assert_false(font->italic);
    assert_int_equal(font->units_per_em, 1000);
    assert_true(font->ascender > 0.7 && font->ascender < 1.2);
    assert_true(font->descender < -0.2 && font->descender > -0.5);
    assert_true(font->cap_height > font->x_height && font->x_height > 0.4);
    assert_true(font->box[0] < font->box[2] && font->box[1] < font->box[3]);
}

static void test_knows_italics(void **state)
{
    enum font_fault fault;
    const struct font *font = add(*state, read_face(*state, "SourceSans3-Italic"), &fault);
    assert_true(font->italic);
    assert_true(font->italic_angle < 0);
    assert_int_equal(font->weight, 400);
}

static void test_glyphs_and_advances(void **state)
{
    enum font_fault fault;
    const struct font *font = add(*state, read_face(*state, "SourceSans3-Regular"), &fault);
    assert_true(font_has(font, 0x00e9));
    assert_true(font_has(font, 0x202f));
    assert_false(font_has(font, 0x4e2d));
    assert_int_equal(font_glyph(font, 0x4e2d), 0);
    assert_int_equal(font_glyph(font, 0x0020), font_glyph(font, 0x00a0));
    double narrow = font_advance(font, font_glyph(font, 'i'));
    double wide = font_advance(font, font_glyph(font, 'M'));
    assert_true(narrow > 0.1 && narrow < wide && wide < 1);
}

static void test_numbers_faces_in_order(void **state)
{
    struct fixture *f = *state;
    enum font_fault fault;
    for (int i = 0; i < 10; i++) {
        const struct font *font = add(f, read_face(f, i % 2 ? "SourceSans3-Light" : "SourceSans3-SemiBold"), &fault);
        assert_int_equal(font->id, i);
        assert_ptr_equal(fonts_get(f->fonts, (size_t)i), font);
    }
    assert_int_equal(fonts_count(f->fonts), 10);
}

/* Start of a table in the file, from its directory. */
static size_t table_start(struct str bytes, const char *tag)
{
    const unsigned char *at = (const unsigned char *)bytes.at;
    size_t count = (size_t)at[4] << 8 | at[5];
    for (size_t i = 0; i < count; i++) {
        const unsigned char *row = at + 12 + 16 * i;
        if (str_is((struct str){(const char *)row, 4}, tag))
            return (size_t)row[8] << 24 | (size_t)row[9] << 16 | (size_t)row[10] << 8 | row[11];
    }
    fail();
    return 0;
}

static char *table_row(char *bytes, const char *tag)
{
    size_t count = (size_t)(unsigned char)bytes[4] << 8 | (unsigned char)bytes[5];
    for (size_t i = 0; i < count; i++) {
        char *row = bytes + 12 + 16 * i;
        if (str_is((struct str){row, 4}, tag))
            return row;
    }
    fail();
    return NULL;
}

static void expect_fault(struct fixture *f, struct str bytes, enum font_fault expected)
{
    enum font_fault fault = FONT_OK;
    size_t before = fonts_count(f->fonts);
    assert_null(fonts_add(f->fonts, bytes, &fault));
    assert_int_equal(fault, expected);
    assert_int_equal(fonts_count(f->fonts), before);
}

static void test_opens_files(void **state)
{
    struct fixture *f = *state;
    enum font_fault fault = FONT_OK;
    const struct font *font = fonts_open(f->fonts, "fonts/SourceSans3-Italic.ttf", &fault);
    assert_int_equal(fault, FONT_OK);
    assert_true(font->italic && str_eq(font->bytes, read_face(f, "SourceSans3-Italic")));
    assert_null(fonts_open(f->fonts, "fonts/nothing.ttf", &fault));
    assert_true(fault == FONT_LOST && errno == ENOENT);
    assert_null(fonts_open(f->fonts, "/dev/null", &fault));
    assert_null(fonts_open(f->fonts, "fonts/OFL.txt", &fault));
    assert_int_equal(fonts_count(f->fonts), 1);
}

static void test_refuses_what_is_no_font(void **state)
{
    expect_fault(*state, STR(""), FONT_UNREADABLE);
    expect_fault(*state, STR("hello, this is no font at all"), FONT_UNREADABLE);
}

static void test_refuses_other_formats(void **state)
{
    struct fixture *f = *state;
    struct str bytes = read_face(f, "SourceSans3-Regular");
    char *copy = arena_copy(f->arena, bytes.at, bytes.len);
    table_row(copy, "glyf")[0] = 'x';
    expect_fault(f, (struct str){copy, bytes.len}, FONT_NOT_TRUETYPE);
}

static void test_refuses_variable_faces(void **state)
{
    struct fixture *f = *state;
    struct str bytes = read_face(f, "SourceSans3-Regular");
    char *copy = arena_copy(f->arena, bytes.at, bytes.len);
    char *row = table_row(copy, "gasp");
    row[0] = 'f';
    row[1] = 'v';
    row[2] = 'a';
    row[3] = 'r';
    expect_fault(f, (struct str){copy, bytes.len}, FONT_VARIABLE);
}

static void test_refuses_what_may_not_be_embedded(void **state)
{
    struct fixture *f = *state;
    struct str bytes = read_face(f, "SourceSans3-Regular");
    char *copy = arena_copy(f->arena, bytes.at, bytes.len);
    copy[table_start(bytes, "OS/2") + 9] = 2;
    expect_fault(f, (struct str){copy, bytes.len}, FONT_NOT_EMBEDDABLE);
}

static void test_survives_every_truncation(void **state)
{
    struct fixture *f = *state;
    struct str bytes = read_face(f, "SourceSans3-Regular");
    for (size_t len = 0; len < bytes.len; len += len < 1000 ? 1 : 997) {
        enum font_fault fault;
        const struct font *font = fonts_add(f->fonts, (struct str){bytes.at, len}, &fault);
        assert_true(font ? fault == FONT_OK : fault != FONT_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_reads_names_and_metrics, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_knows_italics, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_glyphs_and_advances, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers_faces_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_opens_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refuses_what_is_no_font, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refuses_other_formats, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refuses_variable_faces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refuses_what_may_not_be_embedded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_survives_every_truncation, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
