#include "chart_support.h"

static const struct rect frame = {100, 50, 540, 400};
static const char *const years[] = {"2021", "2022", "2023", "2024"};

static void draw(struct recorder *r, const struct chart *c)
{
    recorder_clear(r);
    assert_int_equal(chart_draw(c, &r->look, frame, &r->canvas), CHART_OK);
}

static void columns_start_at_zero_and_carry_their_values(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_COLUMNS, years, (double[]){50, 100, 25, 75}, 4);
    ((struct chart_value *)c.series[0].values)[1].figure = 12;
    draw(r, &c);
    struct rect first = drawing_extent(filled_with(r, r->look.plain, 0));
    struct rect second = drawing_extent(filled_with(r, r->look.plain, 1));
    assert_true(fabs(first.height * 2 - second.height) < 0.02);
    assert_true(fabs(first.y + first.height - (second.y + second.height)) < 0.01);
    const struct drawn_text *value = text_saying(r, "100");
    assert_non_null(value);
    assert_int_equal(value->figure, 12);
    assert_true(value->box.y + value->box.height <= second.y);
    assert_null(text_saying(r, "20")); /* values beside the marks replace the axis */
    assert_non_null(text_saying(r, "2023"));
}

static void a_highlighted_column_differs_and_has_its_target(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_COLUMNS, years, (double[]){50, 100, 25, 217}, 4);
    ((struct chart_category *)c.categories)[3].highlighted = true;
    c.targets = make_values(r, (double[]){MISSING, MISSING, MISSING, 220}, 4);
    c.target_count = 4;
    draw(r, &c);
    assert_non_null(filled_with(r, r->look.highlight, 0));
    assert_null(filled_with(r, r->look.highlight, 1));
    assert_non_null(text_saying(r, "objectif 220"));
    assert_int_equal(text_saying(r, "217")->role, CHART_FIGURE);
}

static void a_missing_value_is_no_bar_and_zero_is_one(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_BARS, years, (double[]){50, MISSING, 0, 75}, 4);
    draw(r, &c);
    assert_non_null(filled_with(r, r->look.plain, 1));
    assert_null(filled_with(r, r->look.plain, 2));
    assert_non_null(text_saying(r, "0"));
    assert_non_null(text_saying(r, "2022"));
}

static void a_year_left_out_leaves_its_place(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_COLUMNS, (const char *[]){"2020", "2021", "2024"}, (double[]){5, 5, 5}, 3);
    c.dated = true;
    for (int i = 0; i < 3; i++)
        ((struct chart_category *)c.categories)[i].day = chart_day((struct day){(int[]){2020, 2021, 2024}[i], 1, 1});
    draw(r, &c);
    double x[3];
    for (size_t i = 0; i < 3; i++)
        x[i] = drawing_extent(filled_with(r, r->look.plain, i)).x;
    assert_true(fabs((x[2] - x[1]) - 3 * (x[1] - x[0])) < 0.02);
}

static struct chart two_series(struct recorder *r, enum chart_kind kind)
{
    struct chart c = make_chart(r, kind, years, (double[]){10, 20, 30, 40}, 4);
    struct chart_series *series = ARENA_ARRAY(r->arena, 2, struct chart_series);
    series[0] = (struct chart_series){STR("agents"), make_values(r, (double[]){10, 20, 30, 40}, 4), 4, false};
    series[1] = (struct chart_series){STR("autres"), make_values(r, (double[]){30, 20, 10, 40}, 4), 4, false};
    c.series = series;
    c.series_count = 2;
    return c;
}

static void stacked_parts_lie_on_each_other(void **state)
{
    struct recorder *r = *state;
    struct chart c = two_series(r, CHART_COLUMNS);
    c.stacked = true;
    draw(r, &c);
    struct color first = recorder_palette[0], second = recorder_palette[2];
    struct rect lower = drawing_extent(filled_with(r, first, 1)), upper = drawing_extent(filled_with(r, second, 1));
    assert_true(fabs(upper.y + upper.height - lower.y) < 0.01 || fabs(lower.height - upper.height) < 0.01);
    assert_non_null(text_saying(r, "80"));
    assert_non_null(text_saying(r, "agents"));
    assert_non_null(text_saying(r, "autres"));
}

static void to_a_hundred_percent_all_stacks_are_as_high(void **state)
{
    struct recorder *r = *state;
    struct chart c = two_series(r, CHART_COLUMNS);
    c.stacked = c.percent = true;
    draw(r, &c);
    struct rect a = drawing_extent(filled_with(r, recorder_palette[2], 0));
    struct rect b = drawing_extent(filled_with(r, recorder_palette[2], 3));
    assert_true(fabs(a.y - b.y) < 0.01);
    assert_non_null(text_saying(r, "75\u00a0%"));
}

static void a_stack_with_a_missing_part_has_no_total_and_no_shares(void **state)
{
    struct recorder *r = *state;
    struct chart c = two_series(r, CHART_COLUMNS);
    ((struct chart_value *)c.series[1].values)[3].present = false;
    c.stacked = true;
    draw(r, &c);
    assert_null(text_saying(r, "80"));
    c.percent = true;
    draw(r, &c);
    assert_null(text_saying(r, "100\u00a0%"));
    assert_non_null(text_saying(r, "50\u00a0%"));
}

static void light_marks_are_outlined(void **state)
{
    struct recorder *r = *state;
    struct chart c = two_series(r, CHART_BARS);
    ((struct chart_series *)c.series)[0].previous = true;
    draw(r, &c);
    size_t outlines = 0;
    for (size_t i = 0; i < r->drawing_count; i++)
        outlines += r->drawings[i].stroked && same_color(r->drawings[i].stroke, r->look.outline) &&
                            r->drawings[i].stroke_width == 1.25
                        ? 1
                        : 0;
    assert_int_equal(outlines, 4 + 1); /* bars, and the key */
}

static void many_categories_keep_some_names_and_an_axis(void **state)
{
    struct recorder *r = *state;
    double numbers[200];
    for (size_t i = 0; i < 200; i++)
        numbers[i] = 1000 + (double)i;
    struct chart c = make_chart(r, CHART_COLUMNS, NULL, numbers, 200);
    draw(r, &c);
    assert_non_null(text_saying(r, "c0"));
    assert_null(text_saying(r, "c1"));
    assert_non_null(text_saying(r, "0"));
    c.kind = CHART_BARS;
    draw(r, &c);
    assert_non_null(text_saying(r, "c0"));
    assert_null(text_saying(r, "c1"));
}

static void degenerate_bars_are_drawn(void **state)
{
    struct recorder *r = *state;
    static const double rows[][4] = {{0, 0, 0, 0}, {7, 7, 7, 7}, {-5, -5, -1, -9}, {1, 1, 1, 1e12}};
    for (size_t i = 0; i < 4; i++)
        for (int kind = 0; kind < 2; kind++) {
            struct chart c = make_chart(r, kind ? CHART_BARS : CHART_COLUMNS, years, rows[i], 4);
            draw(r, &c);
            assert_true(r->text_count >= 5);
        }
}

static void data_that_cannot_be_drawn_is_refused(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_COLUMNS, years, (double[]){MISSING, MISSING, MISSING, MISSING}, 4);
    assert_int_equal(chart_check(&c, NULL), CHART_EMPTY);
    c = make_chart(r, CHART_COLUMNS, years, (double[]){1, NAN, 1, 1}, 4);
    assert_int_equal(chart_check(&c, NULL), CHART_NOT_A_NUMBER);
    c = make_chart(r, CHART_BARS, years, (double[]){1, INFINITY, 1, 1}, 4);
    assert_int_equal(chart_check(&c, NULL), CHART_NOT_A_NUMBER);
    c = make_chart(r, CHART_DONUT, years, (double[]){1, -1, 1, 1}, 4);
    assert_int_equal(chart_check(&c, NULL), CHART_NEGATIVE);
    c = make_chart(r, CHART_COLUMNS, years, (double[]){1, 2, 3, 4}, 4);
    c.logarithmic = true;
    assert_int_equal(chart_check(&c, NULL), CHART_NO_LOGARITHM);
    c.logarithmic = false;
    ((struct chart_series *)c.series)[0].value_count = 3;
    assert_int_equal(chart_check(&c, NULL), CHART_UNEQUAL);
    ((struct chart_series *)c.series)[0].value_count = 4;
    recorder_clear(r);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 30, 20}, &r->canvas), CHART_TOO_SMALL);
    assert_int_equal(r->text_count + r->drawing_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(columns_start_at_zero_and_carry_their_values),
        CHART_TEST(a_highlighted_column_differs_and_has_its_target),
        CHART_TEST(a_missing_value_is_no_bar_and_zero_is_one),
        CHART_TEST(a_year_left_out_leaves_its_place),
        CHART_TEST(stacked_parts_lie_on_each_other),
        CHART_TEST(to_a_hundred_percent_all_stacks_are_as_high),
        CHART_TEST(a_stack_with_a_missing_part_has_no_total_and_no_shares),
        CHART_TEST(light_marks_are_outlined),
        CHART_TEST(many_categories_keep_some_names_and_an_axis),
        CHART_TEST(degenerate_bars_are_drawn),
        CHART_TEST(data_that_cannot_be_drawn_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
