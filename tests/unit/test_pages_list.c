#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "app/pages.h"

/* "x" where a page is chosen. */
static void assert_chosen(const char *list, const char *expected)
{
    bool chosen[5] = {false};
    char shown[6] = "";
    assert_true(pages_parse(list, 5, chosen));
    for (size_t i = 0; i < 5; i++)
        shown[i] = chosen[i] ? 'x' : '.';
    assert_string_equal(shown, expected);
}

static void single_pages_and_ranges(void **state)
{
    (void)state;
    assert_chosen("3", "..x..");
    assert_chosen("1,3-4", "x.xx.");
    assert_chosen("4-", "...xx");
    assert_chosen("1-", "xxxxx");
}

static void what_is_no_list_is_refused(void **state)
{
    (void)state;
    const char *const lists[] = {"", "0", "6", "3-2", "a", "1,,2", "1;2", "1-9", "-2", "2 "};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        bool chosen[5] = {false};
        assert_false(pages_parse(lists[i], 5, chosen));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_pages_and_ranges),
        cmocka_unit_test(what_is_no_list_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
