#include "chart_support.h"

/* Series differ by more than colour: drawn in a palette of one colour only, their keys are still told apart, or each stands beside its
 * name. */

enum { MOST = 12, KEY_ROOM = 34 };

static struct chart many_series(struct recorder *r, const char *kind, size_t count)
{
    struct chart c = make_chart(r, CHART_COLUMNS, (const char *[]){"2022", "2023", "2024"}, (double[]){1, 2, 3}, 3);
    assert_true(chart_kind_find(str_of(kind), &c));
    struct chart_series *series = ARENA_ARRAY(r->arena, count, struct chart_series);
    for (size_t i = 0; i < count; i++)
        series[i] = (struct chart_series){str_of(arena_printf(r->arena, "nom%zu", i)),
                                          make_values(r, (double[]){20 + (double)i, 30, 40}, 3), 3, false};
    c.series = series;
    c.series_count = count;
    return c;
}

static void use_one_color(struct recorder *r)
{
    struct color *same = ARENA_ARRAY(r->arena, 6, struct color);
    for (size_t i = 0; i < 6; i++)
        same[i] = recorder_palette[0];
    r->look.palette = same;
}

static struct str name_of(const struct recorder *r, size_t series)
{
    return str_of(arena_printf(r->arena, "nom%zu", series));
}

/* What is drawn left of a name in a legend, without its place and colours. */
static const char *key_of(const struct recorder *r, const struct drawn_text *name)
{
    struct rect room = {name->box.x - KEY_ROOM, name->box.y - 4, KEY_ROOM, name->box.height + 8};
    struct buf out = {0};
    for (size_t i = 0; i < r->drawing_count; i++) {
        const struct drawing *d = &r->drawings[i];
        if (!rect_contains(room, r->boxes[i], 0.1))
            continue;
        buf_printf(&out, "%d%d", d->filled, d->stroked);
        for (size_t k = 0; k < d->path.point_count; k++)
            buf_printf(&out, " %.1f,%.1f", d->path.points[k].x - name->box.x, d->path.points[k].y - name->box.y);
        for (size_t k = 0; k < d->dash_count; k++)
            buf_printf(&out, " -%.1f", d->dash[k]);
        buf_char(&out, ';');
    }
    const char *key = str_copy(r->arena, buf_view(&out)).at;
    buf_free(&out);
    return key;
}

static void check_keys(struct recorder *r, const char *kind, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct drawn_text *name = text_saying(r, name_of(r, i).at);
        if (!name)
            fail_msg("%s of %zu series does not name series %zu", kind, count, i);
        for (size_t k = 0; name->role == CHART_KEY && k < i; k++) {
            const char *key = key_of(r, name), *other = key_of(r, text_saying(r, name_of(r, k).at));
            if (*key == '\0' || strcmp(key, other) == 0)
                fail_msg("%s: series %zu and %zu of %zu differ by nothing but colour", kind, k, i, count);
        }
    }
}

static void series_differ_by_more_than_colour(void **state)
{
    struct recorder *r = *state;
    static const char *const kinds[] = {"grouped-columns", "stacked-columns", "columns-100", "grouped-bars",
                                        "stacked-bars",    "bars-100",        "lines",       "stacked-area",
                                        "area-100",        "matrix",          "strip",       "box"};
    static const struct rect frames[] = {{0, 0, 900, 600}, {0, 0, 190, 900}};
    use_one_color(r);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (size_t f = 0; f < sizeof frames / sizeof *frames; f++)
            for (size_t count = 2; count <= MOST; count++) {
                struct chart c = many_series(r, kinds[i], count);
                recorder_clear(r);
                assert_int_equal(chart_draw(&c, &r->look, frames[f], &r->canvas), CHART_OK);
                check_keys(r, kinds[i], count);
            }
}

/* The pattern of a series is the same on its marks as in the legend, and stays inside them. */
static void patterns_lie_inside_their_marks(void **state)
{
    struct recorder *r = *state;
    struct chart c = many_series(r, "grouped-columns", 2);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 400}, &r->canvas), CHART_OK);
    size_t hatched = 0;
    for (size_t i = 1; i < r->drawing_count; i++) {
        if (!r->drawings[i].stroked || r->drawings[i].path.point_count < 4 || !r->drawings[i - 1].filled)
            continue;
        hatched++;
        assert_true(rect_contains(r->boxes[i - 1], drawing_extent(&r->drawings[i]), 0.01));
    }
    assert_int_equal(hatched, 4); /* three columns and a key */
}

/* Beside their names, series are plain until their colour comes again; then the line of a pattern never leaves its area. */
static void a_colour_that_comes_again_has_a_pattern(void **state)
{
    struct recorder *r = *state;
    struct chart c = many_series(r, "stacked-area", 7);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 900, 600}, &r->canvas), CHART_OK);
    const struct drawing *area = filled_with(r, recorder_palette[0], 1);
    assert_non_null(area);
    const struct drawing *hatch = area + 1;
    assert_true(hatch->stroked && hatch->path.verb_count > 20);
    assert_true(rect_contains(drawing_extent(area), drawing_extent(hatch), 0.01));
    assert_false((filled_with(r, recorder_palette[0], 0) + 1)->stroked);
}

/* A quiet outline already tells the year before from this one. */
static void the_period_before_leaves_the_other_plain(void **state)
{
    struct recorder *r = *state;
    struct chart c = many_series(r, "grouped-columns", 2);
    ((struct chart_series *)c.series)[0].previous = true;
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 400}, &r->canvas), CHART_OK);
    for (size_t i = 0; i < r->drawing_count; i++)
        assert_true(r->drawings[i].path.verb_count <= 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(series_differ_by_more_than_colour),
        CHART_TEST(patterns_lie_inside_their_marks),
        CHART_TEST(a_colour_that_comes_again_has_a_pattern),
        CHART_TEST(the_period_before_leaves_the_other_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
