/* Where an entry that shares pages may be divided. */
#include "flow_fixture.h"

/* 30 + 5 for the title, then 12 entries of 20; what stands after the list goes on with it. */
static void lists_break_between_entries(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE LINES NOTE, entry(pages, "Liste", 30));
    assert_clean(l);
    assert_int_equal(l->document->page_count, 3);
    assert_int_equal(runs_on(l, 0, "e", false), 12);
    assert_int_equal(runs_on(l, 1, "e", false), 14);
    assert_int_equal(runs_on(l, 2, "e", false), 4);
    assert_int_equal(runs_on(l, 1, "Liste", true), 0);
    assert_int_equal(runs_on(l, 2, "fin", true), 1);
    assert_int_equal(count_of(l, "    L\n"), 1);
    assert_int_equal(count_of(l, "P \"fin\""), 1);
    laid_out_free(l);
}

/* 12 on the first page, then 14. */
static void long_lists_too(void **state)
{
    (void)state;
    char pages[2048];
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE LINES NOTE, entry(pages, "Liste", 200));
    assert_clean(l);
    assert_int_equal(l->document->page_count, 15);
    assert_int_equal(runs_on(l, 0, "e", false), 12);
    assert_int_equal(runs_on(l, 13, "e", false), 14);
    assert_int_equal(runs_on(l, 14, "e", false), 6);
    laid_out_free(l);
}

/* A list of four or more leaves two before and behind the end of a page, unless its entries are high. */
static void no_entry_stands_alone(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE LINES, entry(pages, "Liste", 13));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 11);
    assert_int_equal(runs_on(l, 1, "e", false), 2);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n  - list: items\n", entry(pages, "Liste", 15));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 13);
    assert_int_equal(count_of(l, "    L\n") + count_of(l, "    L marks"), 1);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS
             "body:\n  - tag: L\n    column: [{each: items, tag: LI, height: 60, text: \"${item}\"}]\n",
             entry(pages, "Liste", 5));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 4);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n  - {height: 240, field: blue}\n" LINES, entry(pages, "Liste", 13));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 0);
    laid_out_free(l);
}

/* Lines of 20, each item one: "a b c …" in a box as wide as one word. */
#define WORDS(n) "  - {width: 30, text: \"" n "\"}\n"
#define FOUR "moté moté moté moté"

static void paragraphs_break_between_lines(void **state)
{
    (void)state;
    /* 220 taken, room for three lines of eight. */
    struct laid_out *l =
        flow("kind: k\n" FIELDS "body:\n  - {height: 215, field: blue}\n" WORDS(FOUR " " FOUR), "  - {page: k}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 0, "mot", false), 3);
    assert_int_equal(runs_on(l, 1, "mot", false), 5);
    assert_int_equal(count_of(l, "    P \""), 1);
    assert_near(run_of(l, "moté ")->box.x, 20);
    laid_out_free(l);
    /* Of four lines, three would leave one alone. */
    l = flow("kind: k\n" FIELDS "body:\n  - {height: 215, field: blue}\n" WORDS(FOUR), "  - {page: k}\n");
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "mot", false), 2);
    laid_out_free(l);
    /* Room for one line, or three lines: nothing stays. */
    l = flow("kind: k\n" FIELDS "body:\n  - {height: 250, field: blue}\n" WORDS(FOUR " " FOUR), "  - {page: k}\n");
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "mot", false), 0);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n  - {height: 215, field: blue}\n" WORDS("moté moté moté") NOTE,
             "  - {page: k, note: n}\n");
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "mot", false), 3);
    assert_int_equal(runs_on(l, 1, "n", true), 1);
    laid_out_free(l);
}

/* Of "moté / moté / long- / mots / moté / moté" three lines have room, two stay. */
static void no_page_ends_within_a_word(void **state)
{
    (void)state;
    struct laid_out *l =
        flow("kind: k\n" FIELDS "body:\n  - {height: 215, field: blue}\n" WORDS("moté moté long\u00ADmots moté moté"),
             "  - {page: k}\n");
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "mot", false), 2);
    assert_int_equal(runs_on(l, 1, "long", false), 1);
    laid_out_free(l);
}

/* Each part of the link has an area on its page. */
static void links_go_on(void **state)
{
    (void)state;
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n  - {height: 235, field: blue}\n"
                              "  - {width: 30, text: \"${note}\"}\n",
                              "  - {page: k, note: \"[" FOUR "](https://example.org/)\"}\n");
    assert_clean(l);
    for (size_t page = 0; page < 2; page++) {
        size_t links = 0;
        for (size_t i = 0; i < l->document->pages[page].item_count; i++)
            links += l->document->pages[page].items[i].kind == ITEM_LINK;
        assert_int_equal(links, 2);
    }
    assert_int_equal(count_of(l, "    P\n"), 1);
    laid_out_free(l);
}

/* Grounds, headings and what is kept with a neighbour stay whole. */
static void what_is_one_thing_is_not_divided(void **state)
{
    (void)state;
    static const char *const boxes[] = {
        "  - {width: 30, fill: blue, column: [{color: white, text: \"" FOUR "\"}]}\n",
        "  - {width: 30, tag: H2, text: \"" FOUR "\"}\n",
        "  - {width: 30, keep: next, text: \"" FOUR "\"}\n",
        "  - {width: 30, to: \"https://example.org/\", column: [{text: \"" FOUR "\"}]}\n",
        "  - {width: 30, height: 80, column: [{text: \"" FOUR "\"}]}\n",
    };
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        char kind[512];
        snprintf(kind, sizeof kind, "kind: k\n" FIELDS "body:\n  - {height: 215, field: blue}\n%s" NOTE, boxes[i]);
        struct laid_out *l = flow(kind, "  - {page: k, note: n}\n");
        assert_int_equal(runs_on(l, 0, "mot", false), 0);
        assert_int_equal(runs_on(l, 1, "mot", false), 4);
        laid_out_free(l);
    }
}

/* The texts beside it end above; the longest goes on in its own place. */
static void a_row_goes_on_in_one_column(void **state)
{
    (void)state;
    struct laid_out *l =
        flow("kind: k\n" FIELDS "body:\n  - {height: 195, field: blue}\n"
             "  - row: [{width: 200, column: [{text: \"${note}\"}]}, {width: 30, top: {width: 1, color: "
             "blue}, pad: [5, 0], column: [{text: \"" FOUR " " FOUR "\"}]}]\n",
             "  - {page: k, note: n}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 0, "n", true), 1);
    assert_int_equal(runs_on(l, 1, "n", true), 0);
    assert_int_equal(runs_on(l, 0, "mot", false), 3);
    assert_int_equal(runs_on(l, 1, "mot", false), 5);
    const struct item *last = NULL;
    for (size_t i = 0; i < l->document->pages[1].item_count; i++)
        if (l->document->pages[1].items[i].kind == ITEM_GLYPHS && last == NULL)
            last = &l->document->pages[1].items[i];
    assert_near(last->as.glyphs.origin.x, 220);
    assert_near(last->box.y, run_of(l, "n")->box.y - 200);
    laid_out_free(l);
}

static void grids_break_between_rows(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE
                              "  - columns: 2\n    gap: [10, 0]\n    tag: L\n    grid: [{each: items, tag: LI, text: "
                              "\"${item}\"}]\n",
                              entry(pages, "Grille", 20));
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 0, "e", false), 16);
    assert_int_equal(runs_on(l, 1, "e", false), 4);
    assert_near(run_of(l, "e17")->box.y, run_of(l, "e1")->box.y - 35);
    assert_near(run_of(l, "e19")->box.y - run_of(l, "e17")->box.y, 30);
    assert_int_equal(count_of(l, "    L\n"), 1);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n  - {height: 215, field: blue}\n"
             "  - columns: 2\n    flow: down\n    grid: [{each: items, text: \"${item}\"}]\n",
             entry(pages, "Grille", 12));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 0);
    laid_out_free(l);
}

static void table_heads_are_repeated(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l = flow("kind: k\n" FIELDS "body:\n" TITLE
                              "  - table: {rows: items, columns: [{head: Nom, cell: \"${row}\"}], total: [Fin]}\n",
                              entry(pages, "Table", 20));
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_int_equal(runs_on(l, 1, "Nom", true), 1);
    assert_int_equal(count_of(l, "THead"), 1);
    assert_int_equal(count_of(l, "TBody"), 1);
    assert_int_equal(count_of(l, "Nom\""), 3);
    assert_int_equal(runs_on(l, 0, "Fin", true), 0);
    assert_int_equal(runs_on(l, 1, "Fin", true), 1);
    laid_out_free(l);
}

/* 11 rows of 20 have room below title and head. */
static void no_row_stands_alone(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l =
        flow("kind: k\n" FIELDS "body:\n" TITLE "  - table: {rows: items, columns: [{head: Nom, cell: \"${row}\"}]}\n",
             entry(pages, "Table", 12));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 10);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n" TITLE
             "  - table: {rows: items, columns: [{head: Nom, cell: \"${row}\"}], total: [Fin]}\n",
             entry(pages, "Table", 11));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 10);
    assert_int_equal(runs_on(l, 1, "Fin", true), 1);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n  - {height: 215, field: blue}\n"
             "  - table: {rows: items, columns: [{head: Nom, cell: \"${row}\"}]}\n",
             entry(pages, "Table", 11));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "e", false), 2);
    laid_out_free(l);
    l = flow("kind: k\n" FIELDS "body:\n  - {height: 235, field: blue}\n"
             "  - table: {rows: items, columns: [{head: Nom, cell: \"${row}\"}]}\n",
             entry(pages, "Table", 11));
    assert_clean(l);
    assert_int_equal(runs_on(l, 0, "Nom", true), 0);
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_break_between_entries), cmocka_unit_test(long_lists_too),
        cmocka_unit_test(no_entry_stands_alone),       cmocka_unit_test(paragraphs_break_between_lines),
        cmocka_unit_test(no_page_ends_within_a_word),  cmocka_unit_test(links_go_on),
        cmocka_unit_test(no_row_stands_alone),         cmocka_unit_test(what_is_one_thing_is_not_divided),
        cmocka_unit_test(a_row_goes_on_in_one_column), cmocka_unit_test(grids_break_between_rows),
        cmocka_unit_test(table_heads_are_repeated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
