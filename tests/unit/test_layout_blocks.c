/* What blocks draw and how they are read: tables, lists, links, figures, marks. */
#include "layout_fixture.h"

#define KIND(body)                                                                                                     \
    "kind: k\nfields: {title: text, link: url, figure: figure, service: service, items: {type: list, item: "           \
    "text}}\nbody:\n" body
#define PAGE "  - {page: k, title: Titre}\n"

static void tables_are_read_as_tables(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(
        KIND(
            "  - at: [20, 20, 300, ~]\n    table:\n      rows: items\n      as: one\n      row-height: 30\n"
            "      rule: {width: 2, color: blue}\n      separator: {width: 1, color: blue}\n"
            "      columns:\n        - {width: 100, head: Nom, cell: \"${one}\", row-head: true}\n"
            "        - {head: Rang, cell: \"n${one.index}\", align: right}\n      total: [Tout, \"${count.items}\"]\n"),
        "  - {page: k, items: [a, b]}\n");
    assert_clean(l);
    assert_true(dump_has(l, "TH scope=column \"Nom\""));
    assert_true(dump_has(l, "TH scope=row \"a\""));
    assert_true(dump_has(l, "TD \"n2\""));
    assert_true(dump_has(l, "TD \"2\""));
    const struct item *right = run_of(l, "n1");
    assert_near(right->box.x + right->box.width, 320);
    assert_near(run_of(l, "b")->box.y - run_of(l, "a")->box.y, 30);
    assert_box(nth_path(l, 0), 20, 39, 300, 2);   /* below the head */
    assert_box(nth_path(l, 1), 20, 69.5, 300, 1); /* between rows */
    assert_box(nth_path(l, 2), 20, 99, 300, 2);   /* at the end */
    laid_out_free(l);
}

static void lists_are_read_as_lists(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 200, ~], list: items, gap: 4, indent: 15}\n"),
                                 "  - {page: k, items: [a, b]}\n");
    assert_clean(l);
    assert_true(dump_has(l, "L marks=disc"));
    assert_true(dump_has(l, "LBody \"b\""));
    assert_near(run_of(l, "b")->box.x, 35);
    assert_near(run_of(l, "b")->box.y - run_of(l, "a")->box.y, 24);
    laid_out_free(l);
}

static const struct item *only_link(const struct laid_out *l)
{
    const struct item *found = NULL;
    for (size_t i = 0; i < l->document->pages[0].item_count; i++) {
        if (l->document->pages[0].items[i].kind == ITEM_LINK) {
            assert_null(found);
            found = &l->document->pages[0].items[i];
        }
    }
    assert_non_null(found);
    return found;
}

static void text_links_lead_and_say_where(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 300, ~], text: \"${title}\"}\n"),
                                 "  - {page: k, title: \"voir [le site](https://exemple.fr/a) ici\"}\n");
    assert_clean(l);
    const struct item *link = only_link(l);
    assert_string_equal(link->as.link.target.uri, "https://exemple.fr/a");
    assert_string_equal(link->as.link.description, "le site, exemple.fr");
    assert_true(dump_has(l, "Link \"le site\""));
    assert_int_equal(
        structure_get(l->document->structure, structure_get(l->document->structure, link->leaf)->parent)->tag,
        TAG_LINK);
    laid_out_free(l);
}

static void boxes_and_buttons_are_links(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - {at: [20, 20, 300, 40], to: \"${link}\", column: [{text: un}, {text: deux}]}\n"),
                "  - {page: k, link: \"https://exemple.fr\"}\n");
    assert_clean(l);
    assert_box(only_link(l), 20, 20, 300, 40);
    assert_string_equal(only_link(l)->as.link.description, "un deux, exemple.fr");
    assert_true(dump_has(l, "Link \"un \" \"deux\""));
    laid_out_free(l);
    l = lay_out(KIND("  - {at: [20, 20, 100, 32], link: {to: \"${link}\", text: Ouvrir}, button: true}\n"),
                "  - {page: k, link: \"https://exemple.fr\"}\n");
    assert_clean(l);
    assert_box(only_link(l), 20, 20, 100, 32);
    laid_out_free(l);
}

static void unknown_anchors_are_told(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - {at: [20, 20, 300, 40], to: \"#nulle\", text: un}\n"), "  - {page: k, id: nul}\n");
    assert_non_null(finding_of(l, "unknown-anchor"));
    laid_out_free(l);
}

static void figures_have_their_alternative(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 100, 40], tag: Figure, alt: \"soit ${figure}\", stack: [{at: "
                                      "[0, 0, 100, 10], color: blue, "
                                      "bar: {value: figure, full: 200}}]}\n"),
                                 "  - {page: k, figure: visits}\n");
    assert_clean(l);
    assert_true(dump_has(l, "Figure alt=\"soit 100\""));
    assert_true(nth_path(l, 0)->leaf != LEAF_ARTEFACT);
    assert_near(nth_path(l, 0)->box.width, 50);
    laid_out_free(l);
}

static void monograms_differ_and_are_decoration(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - {at: [20, 20, 40, 40], monogram: service, size: 40}\n"
                     "  - {at: [20, 80, 300, ~], row: [{each: services, monogram: item, size: 40}]}\n"),
                "  - {page: k, service: tchap}\n");
    assert_clean(l);
    assert_int_equal(run_of(l, "Tc")->leaf, LEAF_ARTEFACT);
    run_of(l, "Ma");
    laid_out_free(l);
}

static void status_and_gauge_tell_the_attainment(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 200, ~], status: \"figure:attainment\"}\n"
                                      "  - {at: [20, 80, 120, 20], color: blue, gauge: {value: \"figure:attainment\", "
                                      "target: 80, cap: 110, line: blue}}\n"),
                                 "  - {page: k, figure: visits}\n");
    assert_clean(l);
    run_of(l, "Atteint");
    assert_box(nth_path(l, 1), 20, 85, 88, 10);     /* capped at 110 % */
    assert_box(nth_path(l, 2), 98, 85, 4, 10);      /* the notch at the target */
    assert_box(nth_path(l, 3), 99.25, 80, 1.5, 20); /* its line, as high as the box */
    laid_out_free(l);
}

static void shares_divide_a_bar(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out("kind: k\nfields: {items: {type: list, of: {n: figure}}}\nbody:\n"
                "  - {at: [20, 20, 260, 30], gap: 10, shares: {over: items, value: item.n, label: \"${item.n}\"}}\n",
                "  - {page: k, items: [{n: visits}, {n: users}]}\n");
    assert_clean(l);
    assert_box(nth_path(l, 0), 20, 20, 200, 30);
    assert_box(nth_path(l, 1), 230, 20, 50, 30);
    assert_true(nth_path(l, 1)->as.drawing.stroked); /* pale: outlined */
    laid_out_free(l);
}

static void unit_charts_have_a_mark_for_each_unit(void **state)
{
    (void)state;
    struct laid_out *l = lay_out("kind: k\nfields: {items: {type: list, of: {n: figure}}}\nbody:\n"
                                 "  - {at: [20, 20, 260, 100], marks: {over: items, value: item.n, style: dot}}\n",
                                 "  - {page: k, items: [{n: users}]}\n");
    assert_clean(l);
    const struct path *p = &nth_path(l, 0)->as.drawing.path;
    size_t marks = 0;
    for (size_t i = 0; i < p->verb_count; i++)
        marks += p->verbs[i] == PATH_MOVE;
    assert_int_equal(marks, 25);
    for (size_t i = 0; i < p->point_count; i++)
        assert_true(p->points[i].x >= 19.9 && p->points[i].x <= 280.1 && p->points[i].y >= 19.9 &&
                    p->points[i].y <= 120.1);
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_read_as_tables),
        cmocka_unit_test(lists_are_read_as_lists),
        cmocka_unit_test(text_links_lead_and_say_where),
        cmocka_unit_test(boxes_and_buttons_are_links),
        cmocka_unit_test(unknown_anchors_are_told),
        cmocka_unit_test(figures_have_their_alternative),
        cmocka_unit_test(monograms_differ_and_are_decoration),
        cmocka_unit_test(status_and_gauge_tell_the_attainment),
        cmocka_unit_test(shares_divide_a_bar),
        cmocka_unit_test(unit_charts_have_a_mark_for_each_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
