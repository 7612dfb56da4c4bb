/* Entries that share pages: where each starts, and what stays together. */
#include "flow_fixture.h"

/* Each is 30 + 5 + 20 high: four to a page. */
static void entries_share_pages(void **state)
{
    (void)state;
    struct laid_out *l = flow(
        "kind: k\n" FIELDS "body:\n" TITLE NOTE,
        "  - {page: k, title: Un, note: n}\n  - {page: k, title: Deux, note: n}\n  - {page: k, title: Trois, note: n}\n"
        "  - {page: k, title: Quatre, note: n}\n  - {page: k, title: Cinq, note: \"voir page ${page.deux}\", id: "
        "deux}\n");
    assert_clean(l);
    const struct document *doc = l->document;
    assert_int_equal(doc->page_count, 2);
    static const double tops[] = {0, 65, 130, 195, 0};
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(doc->bookmarks[i].page, i == 4);
        assert_true(doc->bookmarks[i].y == tops[i]);
    }
    run_of(l, "voir page\u00A02");
    laid_out_free(l);
}

static void links_lead_to_the_entry(void **state)
{
    (void)state;
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE NOTE,
                              "  - {page: k, title: Un, note: \"[là](#la)\"}\n  - {page: k, title: Deux, note: n}\n"
                              "  - {page: k, title: Trois, note: \"[là](#la)\", id: la}\n");
    assert_clean(l);
    assert_int_equal(count_of(l, "page=1 y=130 \"l"), 2);
    laid_out_free(l);
}

/* The second title would be the last line of the first page. */
static void headings_stay_with_what_follows(void **state)
{
    (void)state;
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE LINES,
                              "  - {page: k, title: Un, items: [a, b, c, d, e, f, g, h, i, j]}\n"
                              "  - {page: k, title: Deux, items: [a]}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 1, "Deux", true), 1);
    laid_out_free(l);
}

#define TEN "  - {page: k, title: Un, items: [a, b, c, d, e, f, g, h, i, j], note: n}\n"

static void boxes_part_at_the_end_of_a_page(void **state)
{
    (void)state;
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" LINES LINES NOTE, TEN);
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 0, "j", true), 1);
    assert_int_equal(runs_on(l, 0, "c", true), 2);
    assert_int_equal(runs_on(l, 1, "d", true), 1);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n" LINES "  - {text: x, height: 60}\n"
             "  - {text: y, height: 30, keep: previous}\n",
             TEN);
    assert_clean(l);
    assert_int_equal(runs_on(l, 1, "x", true), 1);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n" LINES "  - {text: x, height: 60, keep: next}\n"
             "  - {text: y, height: 30}\n",
             TEN);
    assert_clean(l);
    assert_int_equal(runs_on(l, 1, "x", true), 1);
    laid_out_free(l);
}

static void kept_entries_move_whole(void **state)
{
    (void)state;
    char pages[1024], second[512];
    entry(pages, "Un", 8);
    strcat(pages, entry(second, "Deux", 8));
    struct laid_out *l = flow("kind: k\nkeep: true\n" FIELDS "body:\n" TITLE LINES, pages);
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 0, "e", false), 8);
    assert_int_equal(runs_on(l, 1, "e", false), 8);
    laid_out_free(l);
    l = flow("kind: k\nkeep: true\n" FIELDS "body:\n" TITLE LINES, entry(pages, "Un", 20));
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    laid_out_free(l);
}

static void pages_and_sections_start_anew(void **state)
{
    (void)state;
    static const char pages[] = "  - {page: k, title: Un}\n  - {page: k, title: Deux}\n"
                                "  - {page: k, title: Trois, section: S}\n  - {page: k, title: Quatre}\n";
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE, pages);
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 1, "Trois", true), 1);
    laid_out_free(l);
    l = flow("kind: k\npage: new\n" FIELDS "body:\n" TITLE, pages);
    assert_clean(l);
    assert_int_equal(l->document->page_count, 4);
    laid_out_free(l);
    l = flow("kind: k\npage: whole\n" FIELDS "body:\n  - {at: [50, 70, 300, ~], text: \"${title}\", tag: H1}\n", pages);
    assert_clean(l);
    assert_int_equal(l->document->page_count, 4);
    assert_true(run_of(l, "Deux")->as.glyphs.origin.x == 50);
    laid_out_free(l);
}

static void a_page_has_one_header(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_with(
        "kind: k\n" FIELDS "body:\n" TITLE, "  - {page: k, title: Un, section: S}\n  - {page: k, title: Deux}\n",
        FLOWING, "header: {at: [20, 285, 300, 10], text: \"${section.name} ${page.number}\", style: note}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 1);
    assert_int_equal(runs_on(l, 0, "S 1", true), 1);
    assert_int_equal(run_of(l, "S 1")->leaf, LEAF_ARTEFACT);
    laid_out_free(l);
}

static void what_no_page_holds_is_told_once(void **state)
{
    (void)state;
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n  - {field: blue, width: 20, height: 300}\n",
                              "  - {page: k, title: Un}\n  - {page: k, title: Deux}\n");
    size_t found = 0;
    for (size_t i = 0; i < diags_total(l->diags); i++)
        found += strcmp(diags_finding(l->diags, i)->rule, "overflow") == 0;
    assert_int_equal(found, 2);
    assert_non_null(strstr(finding_of(l, "overflow")->message, "20 pt more than the 280 pt"));
    laid_out_free(l);
}

/* The list gets a second page for its own page's number, which moves what it refers to. */
static void page_numbers_settle(void **state)
{
    (void)state;
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n"
                              "  - {width: 34, column: [{each: items, text: \"${item}\"}]}\n",
                              "  - {page: k, items: [a, b, c, d, e, f, g, h, i, j, k, l, m, \"p. ${page.fin}\"]}\n"
                              "  - {page: k, section: S, items: [a]}\n  - {page: k, section: T, items: [a]}\n"
                              "  - {page: k, section: U, items: [a]}\n  - {page: k, section: V, items: [a]}\n"
                              "  - {page: k, section: W, items: [a]}\n  - {page: k, section: X, items: [a]}\n"
                              "  - {page: k, section: Y, items: [a]}\n  - {page: k, section: Z, items: [a]}\n"
                              "  - {page: k, section: A, items: [a], id: fin}\n");
    assert_clean(l);
    assert_int_equal(l->document->bookmarks[8].page + 1, l->document->page_count);
    char number[16];
    sprintf(number, "p.\u00A0%u", (unsigned)l->document->page_count);
    assert_int_equal(runs_on(l, 0, number, true) + runs_on(l, 1, number, true), 1);
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_share_pages),
        cmocka_unit_test(links_lead_to_the_entry),
        cmocka_unit_test(headings_stay_with_what_follows),
        cmocka_unit_test(boxes_part_at_the_end_of_a_page),
        cmocka_unit_test(kept_entries_move_whole),
        cmocka_unit_test(pages_and_sections_start_anew),
        cmocka_unit_test(a_page_has_one_header),
        cmocka_unit_test(what_no_page_holds_is_told_once),
        cmocka_unit_test(page_numbers_settle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
