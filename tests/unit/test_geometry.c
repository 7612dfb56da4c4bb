#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "page/geometry.h"

static void test_inset_never_turns_inside_out(void **state)
{
    (void)state;
    struct rect r = rect_inset((struct rect){10, 20, 100, 50}, 1, 2, 3, 4);
    assert_true(r.x == 14 && r.y == 21 && r.width == 94 && r.height == 46);
    r = rect_inset((struct rect){0, 0, 5, 5}, 4, 4, 4, 4);
    assert_true(r.width == 0 && r.height == 0);
}

static void test_union_covers_both(void **state)
{
    (void)state;
    struct rect r = rect_union((struct rect){0, 5, 10, 10}, (struct rect){20, 0, 5, 8});
    assert_true(r.x == 0 && r.y == 0 && r.width == 25 && r.height == 15);
}

static void test_overlap_needs_more_than_the_tolerance(void **state)
{
    (void)state;
    struct rect a = {0, 0, 10, 10};
    assert_false(rect_overlaps(a, (struct rect){10, 0, 5, 5}, 0));
    assert_true(rect_overlaps(a, (struct rect){9, 9, 5, 5}, 0));
    assert_false(rect_overlaps(a, (struct rect){9, 9, 5, 5}, 1.5));
    assert_false(rect_overlaps(a, (struct rect){0, 10.01, 5, 5}, 0));
}

static void test_contains_within_the_tolerance(void **state)
{
    (void)state;
    struct rect outer = {0, 0, 10, 10};
    assert_true(rect_contains(outer, (struct rect){0, 0, 10, 10}, 0));
    assert_false(rect_contains(outer, (struct rect){0, 0, 10.2, 10}, 0.1));
    assert_true(rect_contains(outer, (struct rect){-0.05, 0, 10.1, 10}, 0.1));
    assert_false(rect_contains(outer, (struct rect){2, -1, 3, 3}, 0.1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inset_never_turns_inside_out),
        cmocka_unit_test(test_union_covers_both),
        cmocka_unit_test(test_overlap_needs_more_than_the_tolerance),
        cmocka_unit_test(test_contains_within_the_tolerance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
