#include "findings.h"

#include <locale.h>
#include <math.h>

#include "base/str.h"

static void compares_and_cuts(void **state)
{
    (void)state;
    struct str s = STR("bilan 2024");
    assert_true(str_is(str_slice(s, 6, 10), "2024"));
    assert_true(str_is(str_slice(s, 6, 99), "2024"));
    assert_int_equal(str_slice(s, 9, 3).len, 0);
    assert_true(str_starts(s, "bilan") && !str_starts(s, "bilan 2024!"));
    assert_true(str_ends(s, "2024") && !str_ends(s, "2023"));
    assert_true(str_eq(STR(""), (struct str){NULL, 0}));
    assert_true(str_cmp(STR("a"), STR("b")) < 0 && str_cmp(STR("ab"), STR("a")) > 0 && str_cmp(s, s) == 0);
    assert_true(str_is(str_trim(STR(" \t a b \r\n")), "a b"));
    assert_int_equal(str_trim(STR("  ")).len, 0);
    assert_int_equal(str_find(s, ' '), 5);
    assert_int_equal(str_find(s, '!'), s.len);
    struct arena *a = arena_new();
    struct str copy = str_copy(a, str_slice(s, 0, 5));
    assert_string_equal(copy.at, "bilan");
    arena_free(a);
}

static void hashes_all_of_a_text(void **state)
{
    (void)state;
    char text[20] = "abcdefghijklmnopqrs";
    for (size_t len = 0; len < sizeof text; len++) {
        uint64_t whole = str_hash((struct str){text, len});
        assert_true(whole == str_hash((struct str){text, len}) && whole != str_hash((struct str){text, len + 1}));
        for (size_t i = 0; i < len; i++) {
            text[i] ^= 1;
            assert_true(str_hash((struct str){text, len}) != whole);
            text[i] ^= 1;
        }
    }
}

/* Tables are cut by the lower bits: names that are alike but for a few characters must not meet in a few places. */
static void hashes_of_like_texts_lie_apart(void **state)
{
    (void)state;
    static const char *const forms[] = {"%u", "service-%05u", "indicateur-%u", "%u entreprises",
                                        ".nombre.result.2024-%02u"};
    enum { COUNT = 1024 };
    for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
        bool taken[COUNT] = {false};
        size_t places = 0;
        for (unsigned i = 0; i < COUNT; i++) {
            char text[32];
            int len = snprintf(text, sizeof text, forms[f], i);
            bool *place = &taken[str_hash((struct str){text, (size_t)len}) % COUNT];
            places += !*place;
            *place = true;
        }
        assert_in_range(places, COUNT / 2, COUNT); /* by chance, 647 */
    }
}

static void buffers_grow(void **state)
{
    (void)state;
    struct buf b = {0};
    assert_string_equal(buf_view(&b).at, "");
    for (int i = 0; i < 1000; i++) {
        buf_text(&b, "é");
        buf_char(&b, '-');
        buf_printf(&b, "%03d", i);
        buf_str(&b, STR(";"));
    }
    assert_int_equal(b.len, 7000);
    assert_string_equal(b.at + 6993, "é-999;");
    buf_free(&b);
    assert_null(b.at);
}

static void assert_number(double value, int decimals, const char *expected)
{
    struct buf b = {0};
    buf_number(&b, value, decimals);
    assert_string_equal(b.at, expected);
    buf_free(&b);
}

static void prints_numbers(void **state)
{
    (void)state;
    assert_number(0, 3, "0");
    assert_number(-1e-7, 4, "0");
    assert_number(-0.0, 0, "0");
    assert_number(540.1F, 4, "540.1");
    assert_number(960, 4, "960");
    assert_number(-12.5, 0, "-13");
    assert_number(0.05, 1, "0.1");
    assert_number(1.0 / 3, 6, "0.333333");
    assert_number(1e6, 6, "1000000");
    assert_number(0.000001, 6, "0.000001");
    assert_number(1e14 + 0.5, 6, "100000000000000.5");
    assert_number(2, 99, "2");
    assert_number(2.7, -1, "3");
    assert_number(INFINITY, 2, "0");
    assert_number(NAN, 2, "0");
    assert_number(1e300, 2, "9000000000000000000");
}

static void numbers_ignore_the_locale(void **state)
{
    (void)state;
    setlocale(LC_ALL, "fr_FR.UTF-8"); /* where it is not installed, this shows nothing and harms nothing */
    assert_number(1234.5, 2, "1234.5");
    setlocale(LC_ALL, "C");
}

static void writes_and_reads_every_code_point(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
        char bytes[4];
        size_t len = utf8_put(bytes, c);
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        struct str s = {bytes, len};
        size_t at = 0, end = len;
        assert_int_equal(utf8_next(s, &at), surrogate ? 0xFFFD : c);
        assert_int_equal(at, len);
        assert_int_equal(utf8_previous(s, &end), surrogate ? 0xFFFD : c);
        assert_int_equal(end, 0);
        assert_int_equal(utf8_valid(s), len);
    }
    char bytes[4];
    assert_int_equal(utf8_put(bytes, 0x110000), 3);
}

static void rejects_ill_formed_sequences(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x80",         "\xC0\x80",         "\xC1\xBF",         "\xE0\x9F\x80",
                                      "\xED\xA0\x80", "\xF0\x8F\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                                      "\xC3",         "\xE2\x82",         "\xF0\x9F\x98",     "\xC3(",
                                      "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[32];
        int len = snprintf(text, sizeof text, "0123456789%s", bad[i]);
        struct str s = {text, (size_t)len};
        assert_int_equal(utf8_valid(s), 10);
        size_t at = 10, end = s.len;
        assert_int_equal(utf8_next(s, &at), 0xFFFD);
        assert_int_equal(at, 11);
        if (s.at[s.len - 1] != '(') {
            assert_int_equal(utf8_previous(s, &end), 0xFFFD);
            assert_int_equal(end, s.len - 1);
        }
    }
    assert_int_equal(utf8_count(STR("\xE9t\xE9")), 3);
}

static void counts_code_points(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(STR("été 😀")), 5);
    assert_int_equal(utf8_valid(STR("Délégués — 18 000 € 😀 et la suite en ASCII")),
                     sizeof "Délégués — 18 000 € 😀 et la suite en ASCII" - 1);
}

/* Bytes are looked at several at once: wherever the first character beyond ASCII stands. */
static void measures_the_ascii_part(void **state)
{
    (void)state;
    char text[40];
    for (size_t len = 0; len <= sizeof text; len++) {
        for (size_t at = 0; at <= len; at++) {
            memset(text, 'a', sizeof text);
            if (at < len)
                text[at] = '\x80';
            assert_int_equal(utf8_ascii((struct str){text, len}), at);
        }
    }
}

static void measures_edit_distance(void **state)
{
    (void)state;
    assert_int_equal(str_distance(STR("produits_fst"), STR("produits_fast"), 3), 1);
    assert_int_equal(str_distance(STR("lable"), STR("label"), 3), 1);
    assert_int_equal(str_distance(STR("abc"), STR("abc"), 0), 0);
    assert_int_equal(str_distance(STR(""), STR("abc"), 5), 3);
    assert_int_equal(str_distance(STR("abc"), STR("xyz"), 2), 3);
    assert_int_equal(str_distance(STR("abc"), STR("abcdefgh"), 2), 3);
    assert_int_equal(str_distance(STR("kitten"), STR("sitting"), 9), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_and_cuts),
        cmocka_unit_test(hashes_all_of_a_text),
        cmocka_unit_test(hashes_of_like_texts_lie_apart),
        cmocka_unit_test(buffers_grow),
        cmocka_unit_test(prints_numbers),
        cmocka_unit_test(numbers_ignore_the_locale),
        cmocka_unit_test(writes_and_reads_every_code_point),
        cmocka_unit_test(rejects_ill_formed_sequences),
        cmocka_unit_test(counts_code_points),
        cmocka_unit_test(measures_the_ascii_part),
        cmocka_unit_test(measures_edit_distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
