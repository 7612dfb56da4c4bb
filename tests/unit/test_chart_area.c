#include "chart_support.h"

static const struct rect frame = {0, 0, 544, 432};

static void draw(struct recorder *r, const struct chart *c)
{
    recorder_clear(r);
    assert_int_equal(chart_draw(c, &r->look, frame, &r->canvas), CHART_OK);
}

/* Two series by year from 2020. */
static struct chart yearly(struct recorder *r, enum chart_kind kind, const double *first, const double *second,
                           size_t n)
{
    struct chart c = make_chart(r, kind, NULL, first, n);
    struct chart_series *series = ARENA_ARRAY(r->arena, 2, struct chart_series);
    series[0] = (struct chart_series){STR("agents publics"), make_values(r, first, n), n, false};
    series[1] = (struct chart_series){STR("indépendants"), make_values(r, second, n), n, false};
    c.series = series;
    c.series_count = 2;
    c.dated = true;
    c.unit = STR("membres");
    for (size_t i = 0; i < n; i++)
        ((struct chart_category *)c.categories)[i].day = chart_day((struct day){2020 + (int)i, 1, 1});
    return c;
}

/* Area of a path of lines (shoelace). */
static double path_area(const struct path *p)
{
    double sum = 0;
    for (size_t i = 0; i < p->point_count; i++) {
        struct point a = p->points[i], b = p->points[(i + 1) % p->point_count];
        sum += a.x * b.y - b.x * a.y;
    }
    return fabs(sum) / 2;
}

static void areas_are_in_proportion(void **state)
{
    struct recorder *r = *state;
    struct chart c = yearly(r, CHART_AREA, (double[]){100, 100, 100}, (double[]){300, 300, 300}, 3);
    draw(r, &c);
    double first = path_area(&filled_with(r, recorder_palette[0], 0)->path);
    double second = path_area(&filled_with(r, recorder_palette[2], 0)->path);
    assert_true(fabs(second / first - 3) < 0.015);
}

static void series_are_named_at_their_end_with_the_total(void **state)
{
    struct recorder *r = *state;
    struct chart c = yearly(r, CHART_AREA, (double[]){90, 200, 456}, (double[]){85, 500, 994}, 3);
    draw(r, &c);
    assert_non_null(text_saying(r, "456"));
    assert_non_null(text_saying(r, "indépendants"));
    assert_non_null(text_saying(r, "1\u202f450\u00a0membres"));
    assert_non_null(text_saying(r, "2021"));
    c.percent = true;
    draw(r, &c);
    assert_non_null(text_saying(r, "69\u00a0%"));
    assert_non_null(text_saying(r, "100\u00a0%"));
}

static void a_missing_value_is_a_gap(void **state)
{
    struct recorder *r = *state;
    static const double with_gap[] = {10, 20, MISSING, 40, 50}, whole[] = {5, 5, 5, 5, 5};
    struct chart c = yearly(r, CHART_AREA, with_gap, whole, 5);
    draw(r, &c);
    size_t moves = 0;
    const struct drawing *area = filled_with(r, recorder_palette[0], 0);
    for (size_t i = 0; i < area->path.verb_count; i++)
        moves += area->path.verbs[i] == PATH_MOVE ? 1 : 0;
    assert_true(moves >= 2);
    for (size_t i = 1; i < area->path.point_count; i++)
        assert_true(area->path.points[i].y <= frame.y + frame.height);
    c.kind = CHART_LINES;
    draw(r, &c);
    size_t broken = 0;
    for (size_t i = 0; i < r->drawing_count; i++)
        if (r->drawings[i].stroked && r->drawings[i].path.point_count == 4 && r->drawings[i].stroke_width == 2)
            broken++;
    assert_int_equal(broken, 1);
}

static void dates_keep_their_distances(void **state)
{
    struct recorder *r = *state;
    struct chart c = yearly(r, CHART_LINES, (double[]){1, 2, 3}, (double[]){3, 4, 6}, 3);
    ((struct chart_category *)c.categories)[1].day = chart_day((struct day){2020, 7, 2});
    draw(r, &c);
    for (size_t i = 0; i < r->drawing_count; i++) {
        const struct drawing *d = &r->drawings[i];
        if (!d->stroked || d->stroke_width != 2 || d->path.point_count != 3)
            continue;
        double share = (d->path.points[1].x - d->path.points[0].x) / (d->path.points[2].x - d->path.points[0].x);
        assert_true(fabs(share - 183.0 / 731) < 0.001);
        return;
    }
    fail_msg("no line");
}

/* Over six orders of magnitude, too, a scale is linear unless the author asks for powers of ten. */
static void scales_are_logarithmic_only_when_asked(void **state)
{
    struct recorder *r = *state;
    struct chart c = yearly(r, CHART_LINES, (double[]){1, 1000, 1e6}, (double[]){1, 10, 100}, 3);
    draw(r, &c);
    assert_non_null(text_saying(r, "0"));
    assert_null(text_saying(r, "10\u202f000"));
    c.logarithmic = true;
    draw(r, &c);
    assert_null(text_saying(r, "0"));
    assert_non_null(text_saying(r, "10\u202f000"));
}

static void lines_differ_by_dash(void **state)
{
    struct recorder *r = *state;
    struct chart c = yearly(r, CHART_LINES, (double[]){1, 2, 3}, (double[]){3, 4, 6}, 3);
    draw(r, &c);
    bool solid = false, dashed = false;
    for (size_t i = 0; i < r->drawing_count; i++)
        if (r->drawings[i].stroked && r->drawings[i].stroke_width == 2) {
            solid = solid || r->drawings[i].dash_count == 0;
            dashed = dashed || r->drawings[i].dash_count > 0;
        }
    assert_true(solid && dashed);
}

static void ten_thousand_points_keep_their_extremes(void **state)
{
    struct recorder *r = *state;
    double *numbers = ARENA_ARRAY(r->arena, 10000, double);
    for (size_t i = 0; i < 10000; i++)
        numbers[i] = 50 + (double)(i % 7);
    numbers[4321] = 100;
    numbers[7654] = 0;
    struct chart c = make_chart(r, CHART_LINES, NULL, numbers, 10000);
    draw(r, &c);
    double top = 1e9, bottom = 0;
    size_t points = 0;
    for (size_t i = 0; i < r->drawing_count; i++)
        if (r->drawings[i].stroked && r->drawings[i].stroke_width == 2) {
            struct rect box = drawing_extent(&r->drawings[i]);
            top = fmin(top, box.y);
            bottom = fmax(bottom, box.y + box.height);
            points += r->drawings[i].path.point_count;
        }
    assert_in_range(points, 100, 5000);
    assert_true(bottom - top > 0.85 * frame.height);
}

static void donut_parts_turn_by_their_share(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_DONUT, (const char *[]){"a", "b"}, (double[]){75, 25}, 2);
    draw(r, &c);
    struct rect quarter = drawing_extent(filled_with(r, recorder_palette[2], 0));
    assert_true(quarter.x + quarter.width < frame.width / 2 + 1); /* the last quarter lies at the left of the top */
    assert_true(quarter.y + quarter.height < frame.height / 2 + 1);
    assert_non_null(text_saying(r, "75\u00a0%"));
    assert_non_null(text_saying(r, "100"));
    c = make_chart(r, CHART_DONUT, (const char *[]){"a", "b"}, (double[]){0, 0}, 2);
    draw(r, &c);
    assert_non_null(text_saying(r, "0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(areas_are_in_proportion),
        CHART_TEST(series_are_named_at_their_end_with_the_total),
        CHART_TEST(a_missing_value_is_a_gap),
        CHART_TEST(dates_keep_their_distances),
        CHART_TEST(scales_are_logarithmic_only_when_asked),
        CHART_TEST(lines_differ_by_dash),
        CHART_TEST(ten_thousand_points_keep_their_extremes),
        CHART_TEST(donut_parts_turn_by_their_share),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
