#include <math.h>

#include "layout_fixture.h"

/* Pages of 280 pt, entries 10 apart, their boxes 5 apart. */
#define FLOWING THEME "flow: {gap: 10, inner: 5}\n"
#define FIELDS "fields: {title: text, items: {type: list, item: text}, note: text}\n"
#define TITLE "  - {text: \"${title}\", style: title, tag: H1}\n"
#define LINES "  - tag: L\n    column: [{each: items, tag: LI, text: \"${item}\"}]\n"
#define NOTE "  - {text: \"${note}\"}\n"

static void assert_near(double given, double wanted)
{
    if (fabs(given - wanted) > 0.01)
        fail_msg("%f is not %f", given, wanted);
}

static struct laid_out *flow(const char *kind, const char *pages)
{
    return lay_out_with(kind, pages, FLOWING, NULL);
}

static const char *entry(char *out, const char *title, size_t count)
{
    sprintf(out, "  - {page: k, title: %s, note: fin, items: [", title);
    for (size_t i = 0; i < count; i++)
        sprintf(out + strlen(out), "%se%zu", i ? ", " : "", i + 1);
    strcat(out, "]}\n");
    return out;
}

static size_t runs_on(const struct laid_out *l, size_t page, const char *text, bool whole)
{
    size_t count = 0;
    for (size_t i = 0; i < l->document->pages[page].item_count; i++) {
        const struct item *item = &l->document->pages[page].items[i];
        if (item->kind == ITEM_GLYPHS)
            count += whole ? str_is(item->as.glyphs.text, text) : str_starts(item->as.glyphs.text, text);
    }
    return count;
}

static size_t count_of(const struct laid_out *l, const char *text)
{
    size_t count = 0;
    for (const char *at = l->dump.at; (at = strstr(at, text)) != NULL; at += strlen(text))
        count++;
    return count;
}

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
        cmocka_unit_test(lists_break_between_entries),
        cmocka_unit_test(long_lists_too),
        cmocka_unit_test(no_entry_stands_alone),
        cmocka_unit_test(paragraphs_break_between_lines),
        cmocka_unit_test(no_page_ends_within_a_word),
        cmocka_unit_test(links_go_on),
        cmocka_unit_test(no_row_stands_alone),
        cmocka_unit_test(what_is_one_thing_is_not_divided),
        cmocka_unit_test(a_row_goes_on_in_one_column),
        cmocka_unit_test(grids_break_between_rows),
        cmocka_unit_test(table_heads_are_repeated),
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
