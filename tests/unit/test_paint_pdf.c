/* The file of a PDF and its pages. */
#include "pdf_text.h"

#include <ctype.h>
#include <math.h>

#include "paint/digest.h"
#include "paint/pdf_font.h"
#include "paint/pdf_syntax.h"
#include "paint/srgb.h"

static void test_same_document_same_bytes(void **state)
{
    struct buf one = {0};
    struct buf two = {0};
    paint(*state, &one);
    struct sample *again = sample_complete();
    paint(again, &two);
    sample_free(again);
    assert_int_equal(one.len, two.len);
    assert_memory_equal(one.at, two.at, one.len);
    buf_free(&one);
    buf_free(&two);
}

static void test_identifier_is_a_hash_of_the_rest(void **state)
{
    struct buf out = {0};
    paint(*state, &out);
    const char *id = pdf_find(buf_view(&out), 0, "/ID[<");
    assert_non_null(id);
    char given[33] = {0};
    memcpy(given, id + 5, 32);
    char *digits = out.at + (id - out.at) + 5;
    assert_memory_equal(digits, digits + 34, 32);
    memset(digits, '0', 32);
    memset(digits + 34, '0', 32);
    uint8_t digest[SHA256_BYTES];
    digest_sha256(buf_view(&out), digest);
    struct buf expected = {0};
    put_hex(&expected, (struct str){(const char *)digest, 16});
    assert_memory_equal(given, expected.at + 1, 32);
    buf_free(&expected);
    buf_free(&out);
}

static void test_file_frame(void **state)
{
    struct buf out = {0};
    paint(*state, &out);
    assert_memory_equal(out.at, "%PDF-1.7\n%\xc2\xb5", 12);
    assert_true(str_ends(buf_view(&out), "\n%%EOF\n"));
    const char *start = pdf_find(buf_view(&out), 0, "startxref\n");
    size_t offset = strtoul(start + 10, NULL, 10);
    const char *table = pdf_find(buf_view(&out), offset, "/Type/XRef");
    assert_true(table && table - (out.at + offset) < 20);
    buf_free(&out);
}

static void test_code_stands_for_glyph_and_text(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_true(holds(&text, "><00660066>\n")); /* a ligature */
    assert_true(holds(&text, "><0020>\n"));     /* three texts of one glyph */
    assert_true(holds(&text, "><00A0>\n") && holds(&text, "><202F>\n"));
    assert_false(holds(&text, "><FEFF"));
    assert_true(holds(&text, "/Encoding /Identity-H"));
    assert_true(holds(&text, "/Registry(Adobe)/Ordering(Identity)"));
    const char *name = pdf_find(buf_view(&text), 0, "+SourceSans3-Bold");
    for (int i = 1; i <= 6; i++)
        assert_true(name[-i] >= 'A' && name[-i] <= 'Z');
    buf_free(&text);
}

static void test_cluster_gives_each_glyph_a_character(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_true(holds(&text, "><0071>\n") && holds(&text, "><0301>\n") && holds(&text, "><0323>\n"));
    assert_false(holds(&text, "/ActualText"));
    assert_true(holds(&text, " Ts\n"));
    buf_free(&text);
}

static void test_more_glyphs_than_characters_say_their_text(void **state)
{
    struct sample *s = *state;
    leaf_id leaf = sample_leaf(s, 0, TAG_P);
    struct glyph_run *run = &sample_text(s, 1, leaf, 48, 300, 10, "a1/2b")->as.glyphs;
    struct glyph *glyphs = (struct glyph *)(uintptr_t)run->glyphs;
    run->text = STR("a½b");
    for (int i = 1; i <= 3; i++) {
        glyphs[i].text_start = 1;
        glyphs[i].text_end = 3;
    }
    glyphs[4].text_start = 3;
    glyphs[4].text_end = 4;
    struct buf text = {0};
    paint_unpacked(s, &text);
    const char *part = pdf_find(buf_view(&text), 0, "/ActualText<FEFF00BD>>>BDC\nBT\n");
    assert_non_null(part);
    struct buf after = {0};
    buf_add(&after, part, 200);
    /* The rest of the leaf follows in a sequence of its own, at the place where the pen stood. */
    assert_true(holds(&after, "]TJ\nET\nEMC\n/P<</MCID "));
    assert_int_equal(occurrences(&text, "BDC\n") + occurrences(&text, "BMC\n"), occurrences(&text, "EMC\n"));
    buf_free(&after);
    buf_free(&text);
}

static void test_image_is_written_once(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_int_equal(occurrences(&text, "/I7 Do Q"), 2);
    assert_int_equal(occurrences(&text, "/Subtype /Image"), 2); /* with its soft mask */
    assert_int_equal(occurrences(&text, "/SMask "), 1);
    assert_true(holds(&text, "q 50 0 0 100 450 240 cm/I7 Do Q\n"));
    buf_free(&text);
}

static void test_packed_rows_stand_as_they_are(void **state)
{
    struct sample *s = *state;
    struct image packed = {.id = 7, .width = 1, .height = 1, .rows = {.bits = 1, .channels = 1}};
    packed.rows.bytes = STR("x\x9c\x63\x60\0\0\0\2\0\1"); /* one row: no filter, a pixel of value 0 */
    packed.rows.palette = STR("\1\2(\4\5\6");
    struct item item = {.kind = ITEM_IMAGE, .box = {10, 10, 5, 5}, .as.image = &packed};
    struct page page = {.width = 100, .height = 100, .label = "1", .items = &item, .item_count = 1};
    struct document doc = s->doc;
    doc.pages = &page;
    doc.page_count = 1;
    doc.bookmark_count = 0;
    struct buf out = {0};
    assert_int_equal(paint_pdf(&doc, &out).status, PAINT_OK);
    assert_non_null(pdf_find(buf_view(&out), 0, "/ColorSpace [/Indexed/DeviceRGB 1(\1\2\\(\4\5\6)]"));
    assert_non_null(pdf_find(buf_view(&out), 0, "<</Predictor 15/Colors 1/BitsPerComponent 1/Columns 1>>"));
    const char *stream = pdf_find(buf_view(&out), 0, "stream\nx\x9c\x63\x60");
    assert_non_null(stream);
    buf_free(&out);
}

static void test_clip_and_stroke(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_true(holds(&text, "q\n400 230 100 -50 re\nW n\n"));
    assert_true(holds(&text, "2 w\n[3 1.5]0 d\n400 230 100 -50 re\nB\nQ\nEMC\n"));
    buf_free(&text);
}

static bool is_real(const char *text)
{
    if (*text == '-')
        text++;
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || text[digits] == '\0')
        return digits > 0;
    size_t decimals = strspn(text + digits + 1, "0123456789");
    return text[digits] == '.' && decimals >= 1 && decimals <= 3 && text[digits + 1 + decimals] == '\0' &&
           text[digits + decimals] != '0';
}

static void expect_real(double value, const char *expected)
{
    struct buf out = {0};
    put_real(&out, value);
    assert_string_equal(out.at, expected);
    buf_free(&out);
}

static void test_reals(void **state)
{
    (void)state;
    expect_real(540.1, "540.1");
    expect_real(-1e-7, "0");
    expect_real(-0.0005, "-0.001");
    expect_real(2.9996, "3");
    expect_real(0.05, "0.05");
    expect_real(NAN, "0");
    expect_real(INFINITY, "0");
    expect_real(-1e300, "-1000000000");
    uint64_t bits = 88172645463325252u;
    for (int i = 0; i < 100000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        double value;
        memcpy(&value, &bits, sizeof value);
        if (i % 2)
            value = (double)(int64_t)bits / 1e14;
        struct buf out = {0};
        put_real(&out, value);
        assert_true(is_real(out.at) && strcmp(out.at, "-0") != 0);
        buf_free(&out);
    }
}

/* Read, but without ink; the text after it is seen again. */
static void test_unseen_text_is_in_mode_3(void **state)
{
    struct sample *s = *state;
    size_t first = 0;
    while (s->items[0][first].kind != ITEM_GLYPHS)
        first++;
    s->items[0][first].as.glyphs.unseen = true;
    struct buf text = {0};
    paint_unpacked(s, &text);
    assert_int_equal(occurrences(&text, "\n3 Tr\n"), 1);
    assert_int_equal(occurrences(&text, "\n0 Tr\n"), 1);
    buf_free(&text);
}

/* A matrix of its own, and places again after it. */
static void test_turned_text_runs_upwards(void **state)
{
    struct sample *s = *state;
    size_t first = 0;
    while (s->items[0][first].kind != ITEM_GLYPHS)
        first++;
    struct glyph_run *run = &s->items[0][first].as.glyphs;
    run->turned = true;
    run->origin = (struct point){100, 40};
    struct buf text = {0}, place = {0};
    paint_unpacked(s, &text);
    buf_printf(&place, "BT\n0 1 -1 0 100 %.0f Tm\n", s->pages[0].height - 40);
    assert_int_equal(occurrences(&text, place.at), 1);
    buf_free(&place);
    buf_free(&text);
}

static void test_no_wild_number_is_written(void **state)
{
    struct sample *s = *state;
    for (size_t i = 0; i < s->pages[0].item_count; i++) {
        struct item *item = &s->items[0][i];
        item->box.x = i % 2 ? NAN : INFINITY;
        if (item->kind != ITEM_GLYPHS)
            continue;
        item->as.glyphs.origin.y = -INFINITY;
        item->as.glyphs.size = i % 3 ? 0 : NAN;
        item->as.glyphs.color.red = NAN;
    }
    struct buf text = {0};
    struct buf out = {0};
    paint(s, &out);
    unpack(buf_view(&out), &text);
    for (size_t i = 0; i < text.len; i++)
        text.at[i] = (char)tolower((unsigned char)text.at[i]);
    assert_false(holds(&text, "nan ") || holds(&text, "nan]") || holds(&text, " inf ") || holds(&text, "-inf"));
    buf_free(&text);
    buf_free(&out);
}

static void test_profile_is_sound(void **state)
{
    (void)state;
    struct buf icc = {0};
    srgb_profile(&icc);
    const unsigned char *at = (const unsigned char *)icc.at;
    assert_int_equal(((size_t)at[2] << 8) + at[3], icc.len);
    assert_memory_equal(icc.at + 12, "mntrRGB XYZ ", 12);
    assert_memory_equal(icc.at + 36, "acsp", 4);
    assert_int_equal(icc.len % 4, 0);
    buf_free(&icc);
}

static void test_refusal_leaves_nothing(void **state)
{
    struct sample *s = *state;
    char name[200];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    /* Beyond PDF's limit for names, so the object layer refuses it. */
    const struct attachment attachment = {"a.csv", name, NULL, "Data", STR("a")};
    s->doc.attachments = &attachment;
    s->doc.attachment_count = 1;
    struct buf out = {0};
    struct paint_result r = paint_pdf(&s->doc, &out);
    assert_int_equal(r.status, PAINT_LIBRARY);
    assert_non_null(r.detail);
    assert_int_equal(out.len, 0);
}

static void test_codes_run_out_without_harm(void **state)
{
    struct sample *s = *state;
    struct pdf_font font;
    pdf_font_init(&font, s->regular);
    static const char digits[] = "0123456789abcdef";
    for (uint32_t i = 0; i < 70000; i++) {
        char *text = arena_printf(s->arena, "%x", i);
        uint32_t code = pdf_font_code(&font, 20 + i % 2, str_of(text));
        assert_int_equal(code, i < 65535 ? i + 1 : 0);
    }
    assert_int_equal(pdf_font_code(&font, 20 + 0xa % 2, str_slice(str_of(digits), 10, 11)), 0xb);
    assert_true(font.full);
    assert_false(pdf_font_write(NULL, &font));
    pdf_font_free(&font);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_same_document_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_identifier_is_a_hash_of_the_rest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_file_frame, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_code_stands_for_glyph_and_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cluster_gives_each_glyph_a_character, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_more_glyphs_than_characters_say_their_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_image_is_written_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_packed_rows_stand_as_they_are, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_clip_and_stroke, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unseen_text_is_in_mode_3, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_turned_text_runs_upwards, set_up, tear_down),
        cmocka_unit_test(test_reals),
        cmocka_unit_test_setup_teardown(test_no_wild_number_is_written, set_up, tear_down),
        cmocka_unit_test(test_profile_is_sound),
        cmocka_unit_test_setup_teardown(test_refusal_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_codes_run_out_without_harm, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
