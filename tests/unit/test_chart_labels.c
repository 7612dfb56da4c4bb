#include "chart_support.h"

/* What labels do where they are many or long, and how they are set. */

static void the_first_of_a_month_is_raised(void **state)
{
    struct recorder *r = *state;
    double start = chart_day((struct day){2024, 3, 1}), end = chart_day((struct day){2024, 9, 30});
    struct chart c = make_chart(r, CHART_TIMELINE, (const char *[]){"Construction"}, (double[]){start}, 1);
    struct chart_series series[2] = {c.series[0], {STR("fin"), make_values(r, (double[]){end}, 1), 1, false}};
    ((struct chart_value *)series[0].values)[0].text = STR("1er mars 2024");
    ((struct chart_value *)series[1].values)[0].text = STR("30 septembre 2024");
    c.series = series;
    c.series_count = 2;
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 800, 200}, &r->canvas), CHART_OK);
    assert_true(text_saying(r, "1er mars 2024 – 30 septembre 2024")->raised);
    assert_false(text_saying(r, "Construction")->raised);
}

int main(void)
{
    const struct CMUnitTest tests[] = {CHART_TEST(the_first_of_a_month_is_raised)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
