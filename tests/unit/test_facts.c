#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/facts.h"

static struct item printed(leaf_id leaf, const char *text, const struct run_figure *figures, size_t count)
{
    struct item item = {.kind = ITEM_GLYPHS, .leaf = leaf};
    item.as.glyphs.text = str_of(text);
    item.as.glyphs.figures = figures;
    item.as.glyphs.figure_count = count;
    return item;
}

static struct facts collect(struct arena *a, const struct item *items, size_t count)
{
    struct page page = {.label = "9", .items = items, .item_count = count};
    struct document doc = {.pages = &page, .page_count = 1};
    return facts_collect(a, &doc);
}

static void assert_text(struct fact fact, const char *expected)
{
    assert_true(str_is(fact.text, expected));
}

static void each_figure_of_a_run_is_a_fact(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct run_figure figures[] = {{4, 0, 2}, {7, 5, 7}};
    struct item item = printed(3, "35 / 30", figures, 2);
    struct facts facts = collect(a, &item, 1);
    assert_int_equal(facts.count, 2);
    assert_text(facts.items[0], "35");
    assert_text(facts.items[1], "30");
    assert_int_equal(facts.items[1].figure, 7);
    assert_string_equal(facts.items[0].page, "9");
    arena_free(a);
}

static void a_figure_broken_over_two_lines_is_one_fact(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct run_figure first = {4, 5, 13}, second = {4, 0, 7};
    struct item items[] = {printed(3, "soit plus de ", &first, 1), printed(3, "400 000", &second, 1)};
    struct facts facts = collect(a, items, 2);
    assert_int_equal(facts.count, 1);
    assert_text(facts.items[0], "plus de 400 000");
    arena_free(a);
}

static void the_same_figure_in_another_paragraph_is_another_fact(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct run_figure figure = {4, 0, 2};
    struct item items[] = {printed(3, "35", &figure, 1), printed(8, "35", &figure, 1)};
    assert_int_equal(collect(a, items, 2).count, 2);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_figure_of_a_run_is_a_fact),
        cmocka_unit_test(a_figure_broken_over_two_lines_is_one_fact),
        cmocka_unit_test(the_same_figure_in_another_paragraph_is_another_fact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
