
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "layout/outline.h"

static struct path parse(struct arena *a, const char *data)
{
    struct path path;
    size_t stopped;
    assert_true(svg_path(a, str_of(data), &path, &stopped));
    return path;
}

static void assert_point(const struct path *path, size_t index, double x, double y)
{
    assert_true(index < path->point_count);
    assert_true(fabs(path->points[index].x - x) < 1e-6);
    assert_true(fabs(path->points[index].y - y) < 1e-6);
}

static void reads_lines(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct path p = parse(a, "M1 10 L10 1 M3 1 H10 V8");
    assert_int_equal(p.verb_count, 5);
    assert_point(&p, 1, 10, 1);
    assert_point(&p, 3, 10, 1);
    assert_point(&p, 4, 10, 8);
    arena_free(a);
}

static void reads_relative_and_packed_numbers(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct path p = parse(a, "m1,1 2-2.5.5 1z m1 0h2");
    assert_point(&p, 1, 3, -1.5);
    assert_point(&p, 2, 3.5, -0.5);
    assert_int_equal(p.verbs[3], PATH_CLOSE);
    assert_point(&p, 3, 2, 1); /* from the start of the closed subpath */
    assert_point(&p, 4, 4, 1);
    arena_free(a);
}

static void smooth_curves_mirror_the_handle(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct path p = parse(a, "M0 0 C0 5 5 10 10 10 S20 5 20 0");
    assert_int_equal(p.verb_count, 3);
    assert_point(&p, 4, 15, 10);
    p = parse(a, "M0 0 Q5 5 10 0 T20 0");
    assert_point(&p, 4, 10 + 2.0 / 3 * 5, -2.0 / 3 * 5);
    arena_free(a);
}

static void arcs_end_where_they_say(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct path p = parse(a, "M10 0 A10 10 0 01 0 10");
    assert_int_equal(p.verb_count, 2);
    assert_point(&p, p.point_count - 1, 0, 10);
    assert_true(p.points[1].y > 0 && fabs(p.points[1].x - 10) < 1e-6); /* leaves the circle's right end downwards */
    p = parse(a, "M10 0 A10 10 0 1 0 0 10");
    assert_int_equal(p.verb_count, 4); /* the long way round */
    arena_free(a);
}

static void says_where_it_stops(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct path path;
    size_t stopped;
    assert_false(svg_path(a, STR("M0 0 L5 x"), &path, &stopped));
    assert_int_equal(stopped, 8);
    assert_false(svg_path(a, STR("M0 0 L5 -1234567890123456789012345678901234567890 5"), &path, &stopped));
    assert_int_equal(stopped, 8); /* where the number starts that cannot be kept */
    assert_false(svg_path(a, STR("L5 5"), &path, &stopped));
    assert_false(svg_path(a, STR(""), &path, &stopped));
    assert_false(svg_path(a, STR("M1e5 1"), &path, &stopped));
    arena_free(a);
}

static void rounds_corners_within_the_room(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct outline o = {.arena = a};
    outline_rounded(&o, (struct rect){0, 0, 10, 20}, (const double[4]){50, 0, 0, 0});
    struct path p = outline_path(&o);
    assert_point(&p, 0, 10, 0); /* the radius is cut down to the narrow side */
    for (size_t i = 0; i < p.point_count; i++)
        assert_true(p.points[i].x >= 0 && p.points[i].x <= 10 && p.points[i].y >= 0 && p.points[i].y <= 20);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lines),
        cmocka_unit_test(reads_relative_and_packed_numbers),
        cmocka_unit_test(smooth_curves_mirror_the_handle),
        cmocka_unit_test(arcs_end_where_they_say),
        cmocka_unit_test(says_where_it_stops),
        cmocka_unit_test(rounds_corners_within_the_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
