/* What to write instead of a number or period that is written otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/advice.h"

struct expectation {
    const char *text, *hint; /* NULL: none */
};

static const char *hint_of(struct arena *a, void (*advise)(struct diags *d, struct str text), const char *text)
{
    struct diags *d = diags_new(a);
    diag_at(d, DIAG_ERROR, SPAN_NONE, "rule", "%s", text);
    advise(d, str_of(text));
    return diags_finding(d, 0)->hint;
}

static void assert_hints(void (*advise)(struct diags *d, struct str text), const struct expectation *expected,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_new();
        const char *hint = hint_of(a, advise, expected[i].text);
        if (expected[i].hint == NULL) {
            assert_null(hint);
        } else {
            assert_non_null(hint);
            assert_string_equal(hint, expected[i].hint);
        }
        arena_free(a);
    }
}

static void period(struct diags *d, struct str text)
{
    bool told = advise_on_period(d, text);
    assert_int_equal(told, diags_finding(d, 0)->hint != NULL);
}

static void day(struct diags *d, struct str text)
{
    advise_on_day(d, text);
}

static void tells_periods(void **state)
{
    static const struct expectation expected[] = {
        {"31/12/2024", "write 2024-12-31"},
        {"1.2.2024", "write 2024-02-01"},
        {"2024/12/31", "write 2024-12-31"},
        {"2024-1-5", "write 2024-01-05"},
        {"12/2024", "write 2024-12"},
        {"mars 2024", "write 2024-03"},
        {"15 juillet 2024", "write 2024-07-15"},
        {"1 Juin 2024", "write 2024-06-01"},
        {"ao\u00fbt 2024", "write 2024-08"},
        {"d\u00e9c. 2024", "write 2024-12"},
        {"March 2024", "write 2024-03"},
        {"T4 2024", "write 2024-T4"},
        {"2024-Q1", "write 2024-T1"},
        {"2024 t2", "write 2024-T2"},
        {"2024-T5", "there is no quarter 5"},
        {"2024-13", "there is no month 13"},
        {"2024-00-01", "there is no month 0"},
        {"31/02/2024", "there is no day 31 in month 2 of 2024"},
        {"2023-02-29", "there is no day 29 in month 2 of 2023"},
        {"24", "write the year in four digits"},
        {"45657", "this is a spreadsheet's number of a day: give the column the format 'text' or YYYY-MM-DD"},
        {"#REF!", "the spreadsheet's formula failed: put the value in its place"},
        {"", NULL},
        {"fin 2024", NULL},
        {"T4", NULL},
        {"2024T", NULL},
        {"1/2/3/2024", NULL},
        {"12345678901234567890", NULL},
        {"mars avril 2024", NULL},
        {"hier", NULL},
    };
    (void)state;
    assert_hints(period, expected, sizeof expected / sizeof *expected);
}

static void tells_days(void **state)
{
    static const struct expectation expected[] = {
        {"2025-01", "write the day as well, as in 2025-01-15"},
        {"mars 2025", "write the day as well, as in 2025-03-15"},
        {"15/03/2025", "write 2025-03-15"},
        {"2025-13", "there is no month 13"},
    };
    (void)state;
    assert_hints(day, expected, sizeof expected / sizeof *expected);
}

static void tells_numbers(void **state)
{
    static const struct expectation expected[] = {
        {"1 800", "write 1800"},
        {"1\u202f800,5", "write 1800.5"},
        {"1\u00a0800\u00a0000", "write 1800000"},
        {"1'800", "write 1800"},
        {"1.800,5", "write 1800.5"},
        {"1,800.5", "write 1800.5"},
        {"1.800.000", "write 1800000"},
        {"1,800,000", "write 1800000"},
        {"42,5", "write 42.5"},
        {"1,800", "write 1800; or 1.800, if the comma is the decimal mark"},
        {"\u22125", "write -5"},
        {"12 %", "write 12, without its unit"},
        {"900 \u20ac", "write 900, without its unit"},
        {"3 M\u20ac", "write all digits of the number, without its unit"},
        {"12k", "write all digits of the number, without its unit"},
        {"> 400", "write 400 here, and 'more-than' in the column 'qualifier'"},
        {"plus de 400 000", "write 400000 here, and 'more-than' in the column 'qualifier'"},
        {"400+", "write 400 here, and 'more-than' in the column 'qualifier'"},
        {"<5", "write 5 here, and 'less-than' in the column 'qualifier'"},
        {"environ 30", "write 30 here, and 'about' in the column 'qualifier'"},
        {"1,800,5", "write digits alone, such as 1800 or 42.5"},
        {"1e3", "write digits alone, such as 1800 or 42.5"},
        {"", "write digits alone, such as 1800 or 42.5"},
        {"%", "write digits alone, such as 1800 or 42.5"},
        {",", "write digits alone, such as 1800 or 42.5"},
        {"=A1", "this is a formula: put its result in its place"},
        {"#DIV/0!", "the spreadsheet's formula failed: put the number in its place"},
        {"1234567890123456789012345678901234567890",
         "this is more than can be kept exactly: write it with fewer digits, in a larger unit"},
    };
    (void)state;
    assert_hints(advise_on_number, expected, sizeof expected / sizeof *expected);
}

static void tells_missing_values(void **state)
{
    static const char *const words[] = {"", "n/a", "NA", "nd", "N.D.", "-", "\u2013", "non disponible", "?"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct expectation e = {words[i], "write 'N/A' when it does not apply, 'ND' when it is not available"};
        assert_hints(advise_on_value, &e, 1);
    }
    assert_hints(advise_on_value, &(struct expectation){"1 800", "write 1800"}, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_periods),
        cmocka_unit_test(tells_days),
        cmocka_unit_test(tells_numbers),
        cmocka_unit_test(tells_missing_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
