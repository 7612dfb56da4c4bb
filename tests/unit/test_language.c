#include "text_support.h"

static struct decimal number(const char *text)
{
    struct decimal value;
    assert_true(decimal_parse(str_of(text), &value));
    return value;
}

static void only_known_languages_are_made(void **state)
{
    struct support *s = *state;
    assert_null(language_new(s->arena, STR("de")));
    assert_null(language_new(s->arena, STR("fro")));
    struct language *canadian = language_new(s->arena, STR("fr-CA"));
    assert_non_null(canadian);
    assert_string_equal(language_tag(canadian), "fr-CA");
    assert_true(language_is_french(canadian));
    assert_false(language_is_french(s->english));
}

static void numbers_are_grouped(void **state)
{
    struct support *s = *state;
    struct arena *a = s->arena;
    assert_string_equal(language_number(s->french, a, number("1042"), SIGN_NEGATIVE).at, "1\u202f042");
    assert_string_equal(language_number(s->french, a, number("-1234567.50"), SIGN_NEGATIVE).at,
                        "−1\u202f234\u202f567,50");
    assert_string_equal(language_number(s->french, a, number("999"), SIGN_ALWAYS).at, "+999");
    assert_string_equal(language_number(s->french, a, number("0"), SIGN_ALWAYS).at, "0");
    assert_string_equal(language_number(s->english, a, number("1042.5"), SIGN_NEGATIVE).at, "1,042.5");
}

static void measures_have_their_unit(void **state)
{
    struct support *s = *state;
    struct arena *a = s->arena;
    assert_string_equal(language_measure(s->french, a, number("17.4"), STR("%"), SIGN_NEGATIVE).at, "17,4\u00a0%");
    assert_string_equal(language_measure(s->french, a, number("5.6"), STR("M€"), SIGN_NEGATIVE).at, "5,6\u00a0M€");
    assert_string_equal(language_measure(s->french, a, number("2400"), STR("€"), SIGN_NEGATIVE).at,
                        "2\u202f400\u00a0€");
    assert_string_equal(language_measure(s->french, a, number("8"), STR("mois"), SIGN_NEGATIVE).at, "8\u00a0mois");
    assert_string_equal(language_measure(s->french, a, number("47"), STR(""), SIGN_ALWAYS).at, "+47");
    assert_string_equal(language_measure(s->english, a, number("17.4"), STR("%"), SIGN_NEGATIVE).at, "17.4%");
    assert_string_equal(language_measure(s->english, a, number("-5.6"), STR("M€"), SIGN_NEGATIVE).at, "−€5.6M");
    assert_string_equal(language_measure(s->english, a, number("8"), STR("months"), SIGN_NEGATIVE).at, "8 months");
}

static void numbers_are_spelled(void **state)
{
    struct support *s = *state;
    struct arena *a = s->arena;
    assert_string_equal(language_words(s->french, a, number("17"), false).at, "dix-sept");
    assert_string_equal(language_words(s->french, a, number("21"), true).at, "vingt et une");
    assert_string_equal(language_words(s->french, a, number("21"), false).at, "vingt et un");
    assert_string_equal(language_words(s->french, a, number("71"), false).at, "soixante et onze");
    assert_string_equal(language_words(s->french, a, number("200"), false).at, "deux cents");
    assert_string_equal(language_words(s->english, a, number("17.0"), false).at, "seventeen");
    assert_string_equal(language_words(s->french, a, number("1000"), false).at, "1\u202f000");
    assert_string_equal(language_words(s->french, a, number("1.5"), false).at, "1,5");
}

static void dates_are_written_out(void **state)
{
    struct support *s = *state;
    struct arena *a = s->arena;
    assert_string_equal(language_date(s->french, a, (struct day){2025, 3, 15}).at, "15 mars 2025");
    assert_string_equal(language_date(s->french, a, (struct day){2025, 1, 1}).at, "1er janvier 2025");
    assert_string_equal(language_date(s->english, a, (struct day){2025, 3, 15}).at, "March 15, 2025");
    assert_string_equal(language_month(s->french, a, 2024, 12).at, "décembre 2024");
    assert_string_equal(language_quarter(s->french, a, 2024, 4).at, "T4 2024");
    assert_string_equal(language_quarter(s->english, a, 2024, 4).at, "Q4 2024");
}

static void phrases_exist(void **state)
{
    struct support *s = *state;
    assert_string_equal(language_phrase(s->french, PHRASE_MORE_THAN), "plus de %s");
    assert_string_equal(language_phrase(s->english, PHRASE_ABOUT), "about %s");
    assert_string_equal(language_phrase(s->french, PHRASE_LESS_THAN), "moins de %s");
    assert_string_equal(language_phrase(s->french, PHRASE_NOT_APPLICABLE), "–");
    assert_string_equal(language_phrase(s->french, PHRASE_NOT_AVAILABLE), "n.\u00a0d.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(only_known_languages_are_made), TEXT_TEST(numbers_are_grouped),   TEXT_TEST(measures_have_their_unit),
        TEXT_TEST(numbers_are_spelled),           TEXT_TEST(dates_are_written_out), TEXT_TEST(phrases_exist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
