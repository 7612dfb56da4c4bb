#include "layout_fixture.h"

#define FIELDS "fields: {title: text, items: {type: list, item: text}}\n"
#define TITLE                                                                                                          \
    "  - {at: [20, 10, 360, 30], row: [{text: \"${title}\", style: title, tag: H1, width: content}, {text: \" "        \
    "${counter}\"}]}\n"

static const char *entries(char *out, size_t count)
{
    strcpy(out, "  - {page: k, title: Liste, items: [");
    for (size_t i = 0; i < count; i++)
        sprintf(out + strlen(out), "%se%zu", i ? ", " : "", i + 1);
    strcat(out, "]}\n");
    return out;
}

static size_t count_of(const struct laid_out *l, const char *text)
{
    size_t count = 0;
    for (const char *at = l->dump.at; (at = strstr(at, text)) != NULL; at += strlen(text))
        count++;
    return count;
}

static size_t entries_on(const struct laid_out *l, size_t page)
{
    size_t count = 0;
    for (size_t i = 0; i < l->document->pages[page].item_count; i++) {
        const struct item *item = &l->document->pages[page].items[i];
        count += item->kind == ITEM_GLYPHS && item->as.glyphs.text.at[0] == 'e';
    }
    return count;
}

/* At most four a page: 1 to 4 on one, then 3 + 2, 3 + 3, 4 + 3, 4 + 4, 3 + 3 + 3. */
static void shares_are_even(void **state)
{
    (void)state;
    static const size_t wanted[][3] = {{1}, {2}, {3}, {4}, {3, 2}, {3, 3}, {4, 3}, {4, 4}, {3, 3, 3}};
    for (size_t n = 1; n <= 9; n++) {
        char pages[256];
        struct laid_out *l = lay_out("kind: k\n" FIELDS "continue: {over: items, max: 4}\nbody:\n" TITLE
                                     "  - {at: [20, 50, 360, ~], column: [{each: items, text: \"${item}\"}]}\n",
                                     entries(pages, n));
        assert_clean(l);
        size_t parts = 0;
        while (parts < 3 && wanted[n - 1][parts])
            parts++;
        assert_int_equal(l->document->page_count, parts);
        for (size_t p = 0; p < parts; p++)
            assert_int_equal(entries_on(l, p), wanted[n - 1][p]);
        laid_out_free(l);
    }
}

/* Without a limit, as many as the page holds: 20 pt each between 50 and 280. */
static void pages_hold_what_fits(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l = lay_out("kind: k\n" FIELDS "continue: {over: items}\nbody:\n" TITLE
                                 "  - {at: [20, 50, 360, ~], column: [{each: items, text: \"${item}\"}]}\n",
                                 entries(pages, 25));
    assert_clean(l);
    assert_int_equal(l->document->page_count, 3);
    assert_int_equal(entries_on(l, 0), 9);
    assert_int_equal(entries_on(l, 2), 8);
    run_of(l, "2/3");
    laid_out_free(l);
}

static void a_continued_table_is_one(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l = lay_out(
        "kind: k\n" FIELDS "continue: {over: items, max: 3}\nbody:\n" TITLE
        "  - at: [20, 50, 360, 200]\n    table: {rows: items, columns: [{head: Nom, cell: \"${row}\"}], total: [Fin]}\n"
        "  - {at: [20, 260, 360, ~], text: note}\n  - {on: last, at: [200, 260, 100, ~], text: dernier}\n",
        entries(pages, 7));
    assert_clean(l);
    assert_int_equal(l->document->page_count, 3);
    assert_int_equal(count_of(l, "Table"), 1);
    assert_int_equal(count_of(l, "THead"), 1);
    assert_int_equal(count_of(l, "TBody"), 1);
    assert_int_equal(count_of(l, "TR\n"), 1 + 7 + 1);
    assert_int_equal(count_of(l, "H1 \"Liste\""), 1);
    assert_int_equal(count_of(l, "P \"note\""), 1);
    assert_int_equal(count_of(l, "P \"dernier\""), 1);
    assert_int_equal(count_of(l, "TD \"Fin\""), 1);
    laid_out_free(l);
}

static void a_continued_list_is_one(void **state)
{
    (void)state;
    char pages[512];
    struct laid_out *l =
        lay_out("kind: k\n" FIELDS "continue: {over: items, max: 3}\nbody:\n" TITLE
                "  - {at: [20, 50, 180, 200], list: items}\n"
                "  - {at: [200, 50, 180, 200], tag: L, column: [{each: items, tag: LI, text: \"x${item}\"}]}\n",
                entries(pages, 7));
    assert_clean(l);
    assert_int_equal(count_of(l, "    L marks=disc\n"), 1);
    assert_int_equal(count_of(l, "    L\n"), 1);
    assert_int_equal(count_of(l, " LI\n"), 14);
    laid_out_free(l);
}

static void what_never_fits_is_told_once(void **state)
{
    (void)state;
    struct laid_out *l = lay_out("kind: k\n" FIELDS "continue: {over: items}\nbody:\n"
                                 "  - {at: [20, 50, 40, 20], column: [{each: items, text: \"${item}\"}]}\n",
                                 "  - {page: k, items: [\"un deux trois quatre cinq six sept\"]}\n");
    assert_non_null(finding_of(l, "overflow"));
    assert_int_equal(l->document->page_count, 1);
    laid_out_free(l);
}

#define CONTENTS                                                                                                       \
    "kind: k\n" FIELDS "continue: {over: items, max: 2}\nbody:\n" TITLE                                                \
    "  - at: [20, 50, 360, ~]\n    tag: TOC\n    column:\n"                                                            \
    "      - {each: sections, as: s, tag: TOCI, to: \"#${s.anchor}\", row: [{text: \"${s.number} ${s.title}\"}, "      \
    "{text: \"${s.page}\"}]}\n"

static void sections_are_found_and_numbered(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(CONTENTS "  - {at: [20, 200, 360, ~], text: \"ici ${section.name}\"}\n"
                                          "  - {at: [20, 220, 360, ~], text: \"suite page ${page.suite}\"}\n",
                                 "  - {page: k, title: Sommaire, items: [a, b, c]}\n"
                                 "  - {page: d, title: Premier, section: P, summary: s}\n"
                                 "  - {page: k, id: suite, title: Suite, items: [a, b, c, d, e]}\n"
                                 "  - {page: d, title: Second, section: S}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 7);
    run_of(l, "1 Partie Premier");
    run_of(l, "2 Partie Second");
    run_of(l, "3");
    run_of(l, "7");
    run_of(l, "suite page 4");
    run_of(l, "ici P");
    assert_true(dump_has(l, "page=3 y=20 \"1 Partie Premier, page 3\""));
    laid_out_free(l);
}

static void bookmarks_nest_by_section(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(CONTENTS, "  - {page: k, title: Sommaire, items: [a]}\n"
                                           "  - {page: d, title: Premier, section: P}\n"
                                           "  - {page: k, id: suite, title: Suite, items: [a]}\n");
    assert_clean(l);
    const struct document *doc = l->document;
    assert_int_equal(doc->bookmark_count, 3);
    assert_string_equal(doc->bookmarks[1].title, "Partie Premier");
    assert_int_equal(doc->bookmarks[0].level, 1);
    assert_int_equal(doc->bookmarks[1].level, 1);
    assert_int_equal(doc->bookmarks[2].level, 2);
    assert_int_equal(doc->bookmarks[2].page, 2);
    assert_true(doc->bookmarks[2].y == 10);
    assert_string_equal(doc->pages[2].label, "3");
    laid_out_free(l);
}

static void the_header_is_not_read(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_with("kind: k\n" FIELDS "body:\n" TITLE,
                                      "  - {page: k, title: Un}\n  - {page: d, title: Deux, section: D}\n", NULL,
                                      "header: {at: [20, 0, 300, 10], text: \"haut ${page.number}\", style: note}\n");
    assert_clean(l);
    assert_int_equal(run_of(l, "haut 1")->leaf, LEAF_ARTEFACT);
    assert_int_equal(run_of(l, "haut 2")->leaf, LEAF_ARTEFACT);
    laid_out_free(l);
}

static bool page_has(const struct laid_out *l, size_t page, const char *text)
{
    for (size_t i = 0; i < l->document->pages[page].item_count; i++) {
        const struct item *item = &l->document->pages[page].items[i];
        if (item->kind == ITEM_GLYPHS && str_is(item->as.glyphs.text, text))
            return true;
    }
    return false;
}

/* Many more pages than are kept from dividing: the others are laid out again, and are no different. */
static void pages_of_a_long_list_are_alike(void **state)
{
    enum { PAGES = 100 };
    (void)state;
    char pages[2048], text[32];
    struct laid_out *l = lay_out_with("kind: k\n" FIELDS "continue: {over: items, max: 1}\nbody:\n" TITLE
                                      "  - {at: [20, 50, 360, ~], column: [{each: items, text: \"${item}\"}]}\n",
                                      entries(pages, PAGES), NULL,
                                      "header: {at: [20, 0, 300, 10], text: \"haut ${page.number}\", style: note}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, PAGES);
    for (size_t p = 0; p < PAGES; p++) {
        assert_int_equal(entries_on(l, p), 1);
        (void)snprintf(text, sizeof text, "e%zu", p + 1);
        assert_true(page_has(l, p, text));
        (void)snprintf(text, sizeof text, "%zu/%d", p + 1, (int)PAGES);
        assert_true(page_has(l, p, text));
        (void)snprintf(text, sizeof text, "haut %zu", p + 1);
        assert_true(page_has(l, p, text));
    }
    laid_out_free(l);
}

static void headings_skip_no_level(void **state)
{
    (void)state;
    struct laid_out *l = lay_out("kind: k\n" FIELDS "body:\n  - {at: [20, 20, 100, ~], text: a, tag: H3}\n"
                                 "  - {at: [20, 60, 100, ~], text: b, tag: H3}\n",
                                 "  - {page: k}\n");
    assert_clean(l);
    assert_true(dump_has(l, "H1 \"a\""));
    assert_true(dump_has(l, "H2 \"b\""));
    laid_out_free(l);
}

/* The first list fits on one page as long as the number in its last entry has one digit. Dividing the second list gives it two, so the first
 * is divided again, which moves the number once more. */
static void page_numbers_settle(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out("kind: k\n" FIELDS "continue: {over: items}\nbody:\n"
                "  - {at: [20, 50, 50, ~], column: [{each: items, text: \"${item}\"}]}\n",
                "  - {page: k, items: [a, b, c, d, e, f, g, h, i, j, \"voir page ${page.fin}\"]}\n"
                "  - {page: k, items: [a, b, c, d, e, f, g, h, i, j, k, l]}\n"
                "  - {page: k}\n  - {page: k}\n  - {page: k}\n  - {page: k}\n  - {page: k}\n  - {page: k}\n"
                "  - {page: k, id: fin}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 11);
    run_of(l, "page\u00A011");
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_even),
        cmocka_unit_test(pages_hold_what_fits),
        cmocka_unit_test(a_continued_table_is_one),
        cmocka_unit_test(a_continued_list_is_one),
        cmocka_unit_test(what_never_fits_is_told_once),
        cmocka_unit_test(sections_are_found_and_numbered),
        cmocka_unit_test(bookmarks_nest_by_section),
        cmocka_unit_test(the_header_is_not_read),
        cmocka_unit_test(pages_of_a_long_list_are_alike),
        cmocka_unit_test(headings_skip_no_level),
        cmocka_unit_test(page_numbers_settle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
