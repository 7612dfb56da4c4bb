#include "chart/scale.h"
#include "chart_support.h"

static void check_ticks(double low, double high, size_t wanted, const double *expected, size_t count)
{
    struct ticks t = ticks_round(low, high, wanted);
    assert_int_equal(t.count, count);
    for (size_t i = 0; i < count; i++)
        assert_true(fabs(t.at[i] - expected[i]) < 1e-9 * fmax(1, fabs(expected[i])));
}

static void ticks_are_round_and_enclose_the_data(void **state)
{
    (void)state;
    check_ticks(0, 100, 6, (double[]){0, 20, 40, 60, 80, 100}, 6);
    check_ticks(-3, 9, 4, (double[]){-5, 0, 5, 10}, 4);
    check_ticks(0, 1, 5, (double[]){0, 0.25, 0.5, 0.75, 1}, 5);
}

static void any_range_gets_a_handful_of_ticks(void **state)
{
    (void)state;
    static const double highs[] = {1e-6, 0.003, 0.7, 1, 7, 59, 217, 1613, 99999, 5869442, 3.3e14};
    for (size_t i = 0; i < sizeof highs / sizeof *highs; i++)
        for (size_t wanted = 2; wanted <= 8; wanted++)
            for (int sign = -1; sign <= 1; sign++) {
                double low = sign < 0 ? -0.37 * highs[i] : 0, high = highs[i];
                struct ticks t = ticks_round(low, high, wanted);
                assert_in_range(t.count, 2, 2 * wanted + 1);
                assert_true(t.at[0] <= low + 1e-9 * high && t.at[t.count - 1] >= high * (1 - 1e-9));
                assert_true(t.at[t.count - 1] - t.at[0] <= 4 * (high - low));
            }
}

static void logarithmic_ticks_are_powers_of_ten(void **state)
{
    (void)state;
    struct ticks t = ticks_logarithmic(3, 40000, 6);
    assert_int_equal(t.count, 6);
    assert_true(t.at[0] == 1 && fabs(t.at[5] - 1e5) < 1e-6);
    struct ticks few = ticks_logarithmic(12, 80, 5);
    assert_int_equal(few.count, 4);
    assert_true(fabs(few.at[1] - 20) < 1e-9);
}

static void scales_place_in_proportion(void **state)
{
    (void)state;
    struct scale up = {0, 50, 300, 100, false};
    assert_true(scale_place(&up, 0) == 300 && scale_place(&up, 25) == 200 && scale_place(&up, 50) == 100);
    struct scale log = {1, 1000, 0, 300, true};
    assert_true(fabs(scale_place(&log, 10) - 100) < 1e-9);
}

static void days_and_dates_agree(void **state)
{
    (void)state;
    assert_true(chart_day((struct day){1970, 1, 1}) == 0);
    assert_true(chart_day((struct day){2024, 2, 29}) == 19782);
    for (double day = -800000; day < 800000; day += 997) {
        struct day date = chart_day_date(day);
        assert_true(chart_day(date) == day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_round_and_enclose_the_data),
        cmocka_unit_test(any_range_gets_a_handful_of_ticks),
        cmocka_unit_test(logarithmic_ticks_are_powers_of_ten),
        cmocka_unit_test(scales_place_in_proportion),
        cmocka_unit_test(days_and_dates_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
