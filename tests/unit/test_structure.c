#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "page/structure.h"

static int set_up(void **state)
{
    *state = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static void test_names_are_found_again(void **state)
{
    (void)state;
    for (int tag = TAG_DOCUMENT; tag < TAG_COUNT; tag++) {
        enum tag found = TAG_LEAF;
        assert_true(tag_find(str_of(tag_name((enum tag)tag)), &found));
        assert_int_equal(found, tag);
    }
    enum tag none;
    assert_false(tag_find(STR("H9"), &none));
    assert_false(tag_find(STR("leaf"), &none));
    assert_string_equal(tag_name(TAG_LBODY), "LBody");
}

static void test_children_keep_their_order(void **state)
{
    struct structure *s = structure_new(*state, "fr");
    assert_int_equal(structure_get(s, 0)->tag, TAG_DOCUMENT);
    assert_string_equal(structure_get(s, 0)->language, "fr");
    element_id a = structure_add(s, 0, TAG_H1);
    element_id b = structure_add(s, 0, TAG_P);
    element_id c = structure_add(s, 0, TAG_P);
    leaf_id leaf = structure_leaf(s, b);
    assert_int_equal(structure_get(s, 0)->first, a);
    assert_int_equal(structure_get(s, a)->next, b);
    assert_int_equal(structure_get(s, b)->next, c);
    assert_int_equal(structure_get(s, c)->next, 0);
    assert_int_equal(structure_get(s, 0)->last, c);
    assert_int_equal(structure_get(s, leaf)->tag, TAG_LEAF);
    assert_int_equal(structure_get(s, leaf)->parent, b);
    assert_int_equal(structure_count(s), 5);
}

static void test_elements_do_not_move(void **state)
{
    struct structure *s = structure_new(*state, "fr");
    struct element *early = structure_edit(s, structure_add(s, 0, TAG_FIGURE));
    for (int i = 0; i < 10000; i++)
        structure_add(s, 0, TAG_P);
    early->alternative = "still here";
    assert_string_equal(structure_get(s, 1)->alternative, "still here");
    assert_int_equal(structure_count(s), 10002);
}

static void test_walk_follows_reading_order(void **state)
{
    struct structure *s = structure_new(*state, "fr");
    element_id a = structure_add(s, 0, TAG_SECT);
    element_id b = structure_add(s, 0, TAG_SECT);
    element_id b1 = structure_add(s, b, TAG_P);
    element_id a1 = structure_add(s, a, TAG_P);
    element_id a1x = structure_leaf(s, a1);
    element_id a2 = structure_add(s, a, TAG_P);
    const element_id order[] = {a, a1, a1x, a2, b, b1, 0};
    const int depths[] = {1, 2, 3, 2, 1, 2, 0};
    int depth = 0;
    element_id at = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = structure_walk(s, 0, at, &depth);
        assert_int_equal(at, order[i]);
        assert_int_equal(depth, depths[i]);
    }
    depth = 0;
    at = a;
    for (size_t i = 1; i < 4; i++)
        assert_int_equal(at = structure_walk(s, a, at, &depth), order[i]);
    assert_int_equal(structure_walk(s, a, at, &depth), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_found_again),
        cmocka_unit_test_setup_teardown(test_children_keep_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_elements_do_not_move, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_walk_follows_reading_order, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
