#include "map_support.h"

/* Data at the edge, given to every kind: something true is drawn, or the chart says why not. */

enum { MOST = 200 };
static const struct rect frame = {0, 0, 800, 420};

struct oddity {
    const char *name;
    size_t count;
    double (*number)(size_t i);
    bool negative;
};

static double seven(size_t i)
{
    (void)i;
    return 7;
}
static double zero(size_t i)
{
    (void)i;
    return 0;
}
static double below_zero(size_t i)
{
    return -1 - (double)i;
}
static double outlier(size_t i)
{
    return i == 2 ? 1e6 : 1 + (double)i;
}
static double hole(size_t i)
{
    return i == 1 ? MISSING : 3 + (double)i;
}
static double wave(size_t i)
{
    return 50 + (double)(i * 37 % 100);
}

static const struct oddity oddities[] = {{"one point", 1, seven, false},       {"all zero", 4, zero, false},
                                         {"all equal", 5, seven, false},       {"negatives", 4, below_zero, true},
                                         {"one outlier", 6, outlier, false},   {"a missing value", 5, hole, false},
                                         {"200 categories", MOST, wave, false}};

static struct chart odd_chart(struct recorder *r, const char *kind, const struct oddity *o)
{
    double numbers[MOST];
    for (size_t i = 0; i < o->count; i++)
        numbers[i] = o->number(i);
    struct chart c = make_chart(r, CHART_COLUMNS, NULL, numbers, o->count);
    assert_true(chart_kind_find(str_of(kind), &c));
    struct chart_series *series = ARENA_ARRAY(r->arena, 2, struct chart_series);
    series[0] = series[1] = c.series[0];
    series[1].label = STR("autre");
    c.series = series;
    c.series_count = c.stacked || c.percent || c.kind == CHART_AREA ? 2 : 1;
    if (c.kind == CHART_TARGETS) {
        c.targets = make_values(r, (double[]){5}, 1);
        c.target_count = 1;
    }
    if (c.kind == CHART_MAP || c.kind == CHART_MAP_CIRCLES)
        c.places = make_map_chart(r, c.kind, make_map(r, o->count, false), false, numbers, o->count).places;
    if (c.kind == CHART_TIMELINE)
        for (size_t i = 0; i < o->count; i++)
            ((struct chart_value *)series[0].values)[i].present = true;
    return c;
}

static bool refuses_negatives(const struct chart *c)
{
    return c->percent || c->kind == CHART_AREA || c->kind == CHART_DONUT || c->kind == CHART_TARGETS ||
           c->kind == CHART_MAP_CIRCLES;
}

static void check_drawn(const struct recorder *r, const char *kind, const char *what)
{
    if (r->drawing_count + r->text_count == 0)
        fail_msg("%s of %s: nothing is drawn", kind, what);
    for (size_t i = 0; i < r->drawing_count; i++) {
        for (size_t k = 0; k < r->drawings[i].path.point_count; k++)
            if (!isfinite(r->drawings[i].path.points[k].x) || !isfinite(r->drawings[i].path.points[k].y))
                fail_msg("%s of %s: no number", kind, what);
        if (!rect_contains(frame, r->boxes[i], 1.1))
            fail_msg("%s of %s leaves the frame", kind, what);
    }
    for (size_t i = 0; i < r->text_count; i++)
        for (size_t k = 0; k < i; k++)
            if (rect_overlaps(r->texts[i].box, r->texts[k].box, 0.1))
                fail_msg("%s of %s: '%s' on '%s'", kind, what, r->texts[i].text, r->texts[k].text);
}

static void odd_data_is_drawn(void **state)
{
    struct recorder *r = *state;
    for (size_t k = 0; chart_kind_name(k); k++)
        for (size_t i = 0; i < sizeof oddities / sizeof *oddities; i++) {
            const char *kind = chart_kind_name(k), *what = oddities[i].name;
            struct chart c = odd_chart(r, kind, &oddities[i]);
            recorder_clear(r);
            enum chart_fault fault = chart_draw(&c, &r->look, frame, &r->canvas);
            enum chart_fault expected = oddities[i].negative && refuses_negatives(&c) ? CHART_NEGATIVE : CHART_OK;
            bool too_many = oddities[i].count == MOST && fault == CHART_TOO_SMALL;
            if (fault != expected && !too_many)
                fail_msg("%s of %s: fault %d", kind, what, (int)fault);
            if (fault == CHART_OK)
                check_drawn(r, kind, what);
            assert_true(chart_alternative(&c, r->arena).len > 10);
            assert_true(chart_table(&c, r->arena, SIZE_MAX).rows > 1);
        }
}

/* Columns, bars, lines and areas have room for two hundred; where a row a category has none, the chart says so. */
static void two_hundred_categories_fit_where_they_are_thin(void **state)
{
    struct recorder *r = *state;
    static const char *const kinds[] = {"columns", "stacked-columns", "bars",  "lines", "stacked-area",
                                        "donut",   "sparkline",       "strip", "box"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct chart c = odd_chart(r, kinds[k], &oddities[6]);
        recorder_clear(r);
        assert_int_equal(chart_draw(&c, &r->look, frame, &r->canvas), CHART_OK);
    }
}

static void no_value_and_no_number_are_errors(void **state)
{
    struct recorder *r = *state;
    for (size_t k = 0; chart_kind_name(k); k++) {
        struct chart c = odd_chart(r, chart_kind_name(k), &oddities[2]);
        struct chart_value *values = (struct chart_value *)c.series[0].values;
        values[1].number = NAN;
        assert_int_equal(chart_check(&c, NULL), CHART_NOT_A_NUMBER);
        values[1].number = INFINITY;
        assert_int_equal(chart_check(&c, NULL), CHART_NOT_A_NUMBER);
        for (size_t i = 0; i < c.series[0].value_count; i++)
            values[i].present = false;
        bool may_be_empty = c.kind == CHART_MATRIX || c.kind == CHART_STEPS;
        assert_int_equal(chart_check(&c, NULL), may_be_empty ? CHART_OK : CHART_EMPTY);
    }
}

static void ten_thousand_points_are_drawn(void **state)
{
    struct recorder *r = *state;
    static const char *const kinds[] = {"lines", "sparkline", "stacked-area", "strip", "box", "columns"};
    enum { POINTS = 10000 };
    double *numbers = ARENA_ARRAY(r->arena, POINTS, double);
    for (size_t i = 0; i < POINTS; i++)
        numbers[i] = wave(i);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct chart c = make_chart(r, CHART_COLUMNS, NULL, numbers, POINTS);
        assert_true(chart_kind_find(str_of(kinds[k]), &c));
        recorder_clear(r);
        assert_int_equal(chart_draw(&c, &r->look, frame, &r->canvas), CHART_OK);
        check_drawn(r, kinds[k], "10 000 points");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(odd_data_is_drawn),
        CHART_TEST(two_hundred_categories_fit_where_they_are_thin),
        CHART_TEST(no_value_and_no_number_are_errors),
        CHART_TEST(ten_thousand_points_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
