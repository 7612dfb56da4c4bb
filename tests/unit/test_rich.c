#include "text_support.h"

static void neighbours_that_look_the_same_join(void **state)
{
    struct support *s = *state;
    struct rich_builder *b = rich_builder_start(s->arena, (struct span){1, 0, 6});
    rich_builder_text(b, STR("ab"), (struct span){1, 0, 2}, true);
    rich_builder_text(b, STR("cd"), (struct span){1, 2, 4}, true);
    rich_builder_style(b, RICH_STRONG, 0);
    rich_builder_text(b, STR("ef"), (struct span){1, 4, 6}, true);
    rich_builder_text(b, STR(""), SPAN_NONE, true);
    const struct rich *r = rich_builder_end(b);
    assert_string_equal(support_text(s, r->text), "abcdef");
    assert_int_equal(r->run_count, 2);
    assert_int_equal(r->runs[1].start, 4);
    assert_int_equal(r->runs[1].style, RICH_STRONG);
    assert_int_equal(r->origin_count, 1);
    struct span span = origin_span(r->origins, r->origin_count, 3, 5);
    assert_int_equal(span.start, 3);
    assert_int_equal(span.end, 5);
}

static void figures_never_join(void **state)
{
    struct support *s = *state;
    struct rich_builder *b = rich_builder_start(s->arena, SPAN_NONE);
    rich_builder_figure(b, STR("1"), 5, SPAN_NONE);
    rich_builder_figure(b, STR("2"), 5, SPAN_NONE);
    assert_int_equal(rich_builder_end(b)->run_count, 2);
}

static void pieces_are_spliced_with_their_links(void **state)
{
    struct support *s = *state;
    struct rich_builder *inner = rich_builder_start(s->arena, SPAN_NONE);
    rich_builder_style(inner, RICH_EMPHASIS, rich_builder_link(inner, STR("#b"), SPAN_NONE));
    rich_builder_text(inner, STR("x"), (struct span){2, 9, 10}, true);
    rich_builder_style(inner, 0, 0);
    rich_builder_page(inner, STR("p"), (struct span){2, 10, 11});
    const struct rich *piece = rich_builder_end(inner);

    struct rich_builder *b = rich_builder_start(s->arena, SPAN_NONE);
    uint32_t link = rich_builder_link(b, STR("#a"), SPAN_NONE);
    rich_builder_page(b, STR("q"), SPAN_NONE);
    rich_builder_style(b, RICH_STRONG, link);
    rich_builder_rich(b, piece);
    const struct rich *r = rich_builder_end(b);
    assert_string_equal(support_text(s, r->text), "0x0");
    assert_int_equal(r->link_count, 2);
    assert_int_equal(r->runs[1].style, RICH_STRONG | RICH_EMPHASIS);
    assert_int_equal(r->runs[1].link, 2);
    assert_int_equal(r->runs[2].link, 1);
    assert_true(str_is(r->anchors[r->runs[2].open_page - 1], "p"));
    assert_int_equal(origin_span(r->origins, r->origin_count, 1, 2).start, 9);
}

static const char *number(void *data, struct str anchor)
{
    (void)data;
    return str_is(anchor, "unknown") ? NULL : "124";
}

static void closing_fills_in_page_numbers(void **state)
{
    struct support *s = *state;
    struct rich_builder *b = rich_builder_start(s->arena, SPAN_NONE);
    rich_builder_text(b, STR("p. "), (struct span){1, 0, 3}, true);
    rich_builder_page(b, STR("a"), (struct span){1, 3, 12});
    rich_builder_text(b, STR(" et "), (struct span){1, 12, 16}, true);
    rich_builder_page(b, STR("unknown"), (struct span){1, 16, 20});
    rich_builder_text(b, STR("."), (struct span){1, 20, 21}, true);
    const struct rich *open = rich_builder_end(b);
    assert_true(rich_is_open(open));
    const struct rich *closed = rich_close(s->arena, open, number, NULL);
    assert_string_equal(support_text(s, closed->text), "p. 124 et 0.");
    assert_false(rich_is_open(closed));
    assert_int_equal(origin_span(closed->origins, closed->origin_count, 4, 5).start, 3);
    assert_int_equal(origin_span(closed->origins, closed->origin_count, 4, 5).end, 12);
    assert_int_equal(origin_span(closed->origins, closed->origin_count, 7, 9).start, 13);
    assert_int_equal(origin_span(closed->origins, closed->origin_count, 11, 12).start, 20);
    assert_ptr_equal(rich_close(s->arena, closed, number, NULL), closed);
}

static void a_copy_outlives_the_original(void **state)
{
    struct support *s = *state;
    struct arena *scratch = arena_new();
    struct rich_builder *b = rich_builder_start(scratch, (struct span){1, 0, 9});
    char target[] = "#a", anchor[] = "a";
    rich_builder_style(b, RICH_STRONG, rich_builder_link(b, str_of(target), (struct span){1, 2, 4}));
    rich_builder_text(b, STR("p. "), (struct span){1, 0, 3}, true);
    rich_builder_page(b, str_of(anchor), (struct span){1, 3, 9});
    const struct rich *copy = rich_copy(s->arena, rich_builder_end(b));
    const struct rich *none = rich_copy(s->arena, rich_plain(scratch, STR(""), SPAN_NONE));
    arena_free(scratch);
    target[1] = anchor[0] = 'b';
    assert_string_equal(support_text(s, copy->text), "p. 0");
    assert_int_equal(copy->run_count, 2);
    assert_int_equal(copy->runs[1].style, RICH_STRONG);
    assert_true(str_is(copy->links[0].target, "#a"));
    assert_true(str_is(copy->anchors[0], "a"));
    assert_int_equal(origin_span(copy->origins, copy->origin_count, 1, 2).start, 1);
    assert_true(rich_is_empty(none));
}

static void empty_text_is_empty(void **state)
{
    struct support *s = *state;
    assert_true(rich_is_empty(support_rich(s, "")));
    assert_non_null(support_rich(s, "")->text.at);
    assert_false(rich_is_empty(support_rich(s, "a")));
}

static void breaks_become_spaces_on_one_line(void **state)
{
    struct support *s = *state;
    assert_string_equal(support_text(s, rich_one_line(s->arena, STR("un\ndeux\u2029trois\u2026"))),
                        "un deux trois\u2026");
    assert_int_equal(rich_one_line(s->arena, STR("")).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(neighbours_that_look_the_same_join),  TEXT_TEST(figures_never_join),
        TEXT_TEST(pieces_are_spliced_with_their_links), TEXT_TEST(closing_fills_in_page_numbers),
        TEXT_TEST(a_copy_outlives_the_original),        TEXT_TEST(empty_text_is_empty),
        TEXT_TEST(breaks_become_spaces_on_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
