#include "findings.h"

#include "base/decimal.h"

static struct decimal dec(const char *text)
{
    struct decimal value;
    assert_true(decimal_parse(str_of(text), &value));
    return value;
}

static void assert_decimal(struct decimal value, const char *expected)
{
    char text[DECIMAL_TEXT];
    assert_int_equal(decimal_text(value, text), strlen(expected));
    assert_string_equal(text, expected);
}

#define NINES "999999999999999999999999999999999999"

static void reads_and_writes(void **state)
{
    (void)state;
    static const char *const same[] = {"0", "-1", "15", "1234.50", "0.05", "-0.007", NINES, "0.123456789012345678"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_decimal(dec(same[i]), same[i]);
    }
    assert_decimal(dec("+12.5"), "12.5");
    assert_decimal(dec("007"), "7");
    assert_decimal(decimal_from(INT64_MIN), "-9223372036854775808");
}

static void refuses_what_is_no_number(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "-",
                                      "+",
                                      ".5",
                                      "5.",
                                      "1.2.3",
                                      "1e5",
                                      "1 000",
                                      "1,5",
                                      "N/A",
                                      "--1",
                                      "0x10",
                                      " 1",
                                      "1 ",
                                      "²",
                                      NINES "9",
                                      "0.1234567890123456789"};
    struct decimal value;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(decimal_parse(str_of(bad[i]), &value));
    }
}

static void adds_exactly(void **state)
{
    (void)state;
    struct decimal sum;
    assert_true(decimal_add(dec("0.1"), dec("0.2"), &sum));
    assert_decimal(sum, "0.3");
    assert_true(decimal_subtract(dec("1"), dec("0.999"), &sum));
    assert_decimal(sum, "0.001");
    assert_false(decimal_add(dec(NINES), dec("1"), &sum));
    assert_false(decimal_add(dec(NINES), dec("0.1"), &sum));
    assert_true(decimal_add(dec(NINES), dec("0.00"), &sum));
    assert_decimal(sum, NINES);
}

static void multiplies(void **state)
{
    (void)state;
    struct decimal product;
    assert_true(decimal_multiply(dec("-1.50"), dec("0.4"), &product));
    assert_decimal(product, "-0.6");
    assert_true(decimal_multiply(dec("0.333333333333333333"), dec("100.00"), &product));
    assert_decimal(product, "33.3333333333333333");
    assert_false(decimal_multiply(dec(NINES), dec("10"), &product));
    assert_false(decimal_multiply(dec(NINES), dec(NINES), &product));
    assert_false(decimal_multiply(dec("0.0000000001"), dec("0.0000000001"), &product));
}

static void assert_quotient(const char *a, const char *b, int scale, const char *expected)
{
    struct decimal quotient;
    assert_true(decimal_divide(dec(a), dec(b), scale, &quotient));
    assert_decimal(quotient, expected);
}

static void divides_rounding_half_away(void **state)
{
    (void)state;
    assert_quotient("1", "3", 4, "0.3333");
    assert_quotient("2", "3", 4, "0.6667");
    assert_quotient("1", "8", 2, "0.13");
    assert_quotient("-1", "8", 2, "-0.13");
    assert_quotient("0.5", "1", 0, "1");
    assert_quotient("1.25", "0.5", 1, "2.5");
    assert_quotient("100.125", "1", 2, "100.13");
    assert_quotient("5", "0.000000000000000001", 0, "5000000000000000000");
    assert_quotient("0.000000000000000001", NINES, 0, "0");
    assert_quotient(NINES, NINES, 18, "1.000000000000000000");
    struct decimal quotient;
    assert_false(decimal_divide(dec("1"), dec("0.00"), 2, &quotient));
    assert_false(decimal_divide(dec("1"), dec("3"), 19, &quotient));
    assert_false(decimal_divide(dec(NINES), dec("0.1"), 0, &quotient));
}

static void rounds(void **state)
{
    (void)state;
    assert_decimal(decimal_round(dec("2.5"), 0), "3");
    assert_decimal(decimal_round(dec("-2.5"), 0), "-3");
    assert_decimal(decimal_round(dec("2.4999"), 0), "2");
    assert_decimal(decimal_round(dec("1.005"), 2), "1.01");
    assert_decimal(decimal_round(dec("7"), 2), "7.00");
    assert_decimal(decimal_round(dec("279549"), -2), "279500");
    assert_decimal(decimal_round(dec("0.4"), -3), "0");
    assert_decimal(decimal_round(dec(NINES), 2), NINES);
    assert_decimal(decimal_round(dec(NINES), -1), NINES);
    assert_decimal(decimal_reduce(dec("12.300")), "12.3");
    assert_decimal(decimal_reduce(dec("100.00")), "100");
}

static void compares(void **state)
{
    (void)state;
    assert_int_equal(decimal_compare(dec("1.50"), dec("1.5")), 0);
    assert_int_equal(decimal_compare(dec("-1.6"), dec("-1.5")), -1);
    assert_int_equal(decimal_compare(dec(NINES), dec("0.000000000000000001")), 1);
    assert_int_equal(decimal_compare(dec("0.1"), dec("-0.1")), 1);
    assert_int_equal(decimal_sign(dec("-0.00")), 0);
    assert_int_equal(decimal_sign(dec("-3")), -1);
    assert_int_equal(decimal_sign(dec("3")), 1);
    assert_true(decimal_to_double(dec("-1234.5")) == -1234.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_and_writes), cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(adds_exactly),     cmocka_unit_test(multiplies),
        cmocka_unit_test(rounds),           cmocka_unit_test(divides_rounding_half_away),
        cmocka_unit_test(compares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
