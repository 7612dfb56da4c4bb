#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/origin.h"

/* Text "Nous ${n} sommes": bytes 0-5 from source 100 on, 5-8 from a reference at 105-109, the rest from 109 on. */
static const struct origin origins[] = {
    {0, true, {1, 100, 105}},
    {5, false, {1, 105, 109}},
    {8, true, {1, 109, 116}},
    {15, false, {2, 7, 9}},
};

static void expect(uint32_t start, uint32_t end, struct span expected)
{
    struct span s = origin_span(origins, 4, start, end);
    assert_int_equal(s.file, expected.file);
    assert_int_equal(s.start, expected.start);
    assert_int_equal(s.end, expected.end);
}

static void test_linear_text_maps_byte_by_byte(void **state)
{
    (void)state;
    expect(1, 3, (struct span){1, 101, 103});
    expect(9, 12, (struct span){1, 110, 113});
}

static void test_a_value_maps_to_its_reference(void **state)
{
    (void)state;
    expect(6, 7, (struct span){1, 105, 109});
    expect(5, 8, (struct span){1, 105, 109});
}

static void test_a_stretch_runs_from_first_to_last(void **state)
{
    (void)state;
    expect(2, 10, (struct span){1, 102, 111});
    expect(6, 9, (struct span){1, 105, 110});
}

static void test_another_file_ends_the_stretch(void **state)
{
    (void)state;
    expect(10, 16, (struct span){1, 111, 116});
}

static void test_empty_text_has_a_place(void **state)
{
    (void)state;
    expect(3, 3, (struct span){1, 103, 103});
    assert_int_equal(origin_span(NULL, 0, 0, 4).file, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linear_text_maps_byte_by_byte),
        cmocka_unit_test(test_a_value_maps_to_its_reference),
        cmocka_unit_test(test_a_stretch_runs_from_first_to_last),
        cmocka_unit_test(test_another_file_ends_the_stretch),
        cmocka_unit_test(test_empty_text_has_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
