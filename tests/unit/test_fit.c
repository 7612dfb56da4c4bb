/* Texts that choose a style: alone, together, and for want of room around them. */
#include "layout_fixture.h"

#include <math.h>

#define FIELDS "kind: k\nfields: {title: text, items: {type: list, item: text}, link: url}\n"
#define KIND(body) FIELDS "body:\n" body

static void assert_size(const struct laid_out *l, const char *text, double size)
{
    double given = run_of(l, text)->as.glyphs.size;
    if (fabs(given - size) > 0.01)
        fail_msg("'%s' is set in %f, not in %f", text, given, size);
}

static void texts_of_one_box_have_one_size(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - at: [20, 20, 200, 100]\n    row:\n"
                                      "      - {each: items, text: \"${item}\", fit: [title, body, note], lines: 1}\n"),
                                 "  - {page: k, items: [Un, \"Un peu trop long\"]}\n");
    assert_clean(l);
    assert_size(l, "Un peu trop long", 10);
    assert_size(l, "Un", 10);
    laid_out_free(l);
}

static void others_choose_for_themselves(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 100, 30], text: Un, fit: [title, body]}\n"
                                      "  - {at: [20, 60, 100, 30], text: Un peu trop long, fit: [title, body]}\n"),
                                 "  - {page: k}\n");
    assert_clean(l);
    assert_size(l, "Un peu trop long", 10);
    assert_size(l, "Un", 20);
    laid_out_free(l);
}

/* And what has no room in it is told. */
static void a_header_chooses_for_itself(void **state)
{
    (void)state;
    const char *kind = KIND("  - {at: [20, 60, 100, 30], text: Un peu trop long, fit: [title, body]}\n");
    struct laid_out *l =
        lay_out_with(kind, "  - {page: k}\n", NULL, "header: {at: [20, 0, 100, 30], text: Haut, fit: [title, body]}\n");
    assert_clean(l);
    assert_size(l, "Un peu trop long", 10);
    assert_size(l, "Haut", 20);
    laid_out_free(l);
    l = lay_out_with(kind, "  - {page: k}\n", NULL, "header: {at: [20, 0, 10, 30], text: Haut, style: title}\n");
    assert_non_null(finding_of(l, "overflow"));
    laid_out_free(l);
}

static void a_name_joins_boxes(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - {at: [20, 20, 100, 30], text: Un, fit: [title, body], together: pair}\n"
                     "  - {at: [20, 60, 100, 30], text: Un peu trop long, fit: [title, body], together: pair}\n"
                     "  - {at: [20, 100, 200, 30], link: {to: \"https://a.fr\", text: Lien}, fit: [title, note], "
                     "together: pair}\n"),
                "  - {page: k}\n");
    assert_clean(l);
    assert_size(l, "Un", 10);
    assert_size(l, "Lien", 8);
    laid_out_free(l);
}

static void rows_of_a_table_and_of_a_list_have_one_size(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 120, ~], table: {rows: items, columns: [{width: 120, cell: "
                                      "[{text: \"t${row}\", fit: [title, note], lines: 1}]}]}}\n"
                                      "  - {at: [200, 20, 120, ~], list: items, fit: [title, note], lines: 1}\n"),
                                 "  - {page: k, items: [Un, \"Un peu trop long\"]}\n");
    assert_clean(l);
    assert_size(l, "tUn", 8);
    assert_size(l, "Un", 8);
    laid_out_free(l);
}

/* Each text has room; only the column around them has not. */
static void texts_get_smaller_when_the_box_around_them_is_full(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - at: [20, 20, 200, 60]\n    column:\n"
                                      "      - {text: Grand, fit: [title, body]}\n"
                                      "      - {text: Moyen, fit: [title, body, note]}\n"
                                      "      - {text: Fixe, style: title}\n"),
                                 "  - {page: k}\n");
    assert_clean(l);
    assert_size(l, "Grand", 10);
    assert_size(l, "Moyen", 8);
    assert_size(l, "Fixe", 20);
    laid_out_free(l);
}

static void what_still_does_not_fit_is_told_once(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - at: [20, 20, 200, 40]\n    column:\n"
                                      "      - {each: items, text: \"${item}\", fit: [title, body]}\n"),
                                 "  - {page: k, items: [a, b, c]}\n");
    const struct finding *f = finding_of(l, "overflow");
    assert_non_null(f);
    assert_non_null(strstr(f->message, "20 pt more than the 40 pt"));
    assert_int_equal(diags_total(l->diags), 1);
    laid_out_free(l);
}

/* However many styles a design names, trying them comes to an end. */
static void trying_ends(void **state)
{
    (void)state;
    struct buf styles = {0};
    for (int i = 0; i < 100; i++)
        buf_text(&styles, "title, ");
    buf_text(&styles, "note");
    struct buf kind = {0};
    buf_printf(&kind, KIND("  - {at: [20, 20, 200, 20], column: [{text: Un, fit: [%s]}]}\n"), styles.at);
    struct laid_out *l = lay_out(kind.at, "  - {page: k}\n");
    assert_non_null(finding_of(l, "overflow"));
    assert_int_equal(diags_total(l->diags), 1);
    laid_out_free(l);
    buf_free(&kind);
    buf_free(&styles);
}

/* All entries of a page choose together, and so do the pages that one list goes on over. */
static void pages_of_one_list_have_one_size(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(FIELDS "continue: {over: items, max: 2}\nbody:\n"
                                        "  - at: [20, 20, 100, ~]\n    column:\n"
                                        "      - {each: items, text: \"${item}\", fit: [title, body], lines: 1}\n",
                                 "  - {page: k, items: [Un, Deux, Trois, \"Un peu trop long\"]}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    assert_size(l, "Un peu trop long", 10);
    assert_size(l, "Un", 10);
    laid_out_free(l);
}

/* A list goes on when the box around it is full, though another text in it is told to have no room first. */
static void a_full_box_sends_the_list_on(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(FIELDS "continue: {over: items}\nbody:\n"
                                        "  - at: [20, 20, 100, 80]\n    column:\n"
                                        "      - column: [{each: items, text: \"${item}\"}]\n"
                                        "      - {height: 1fr, text: Source}\n",
                                 "  - {page: k, items: [a, b, c, d]}\n");
    assert_clean(l);
    assert_int_equal(l->document->page_count, 2);
    laid_out_free(l);
}

static void a_long_button_has_two_lines(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - at: [20, 20, 100, 44]\n    column:\n"
                                      "      - {link: {to: \"https://a.fr\", text: Un bouton assez long}, button: "
                                      "true, fit: [title, body], lines: 2}\n"),
                                 "  - {page: k}\n");
    assert_clean(l);
    assert_size(l, "Un bouton ", 10);
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_one_box_have_one_size),
        cmocka_unit_test(others_choose_for_themselves),
        cmocka_unit_test(a_header_chooses_for_itself),
        cmocka_unit_test(a_name_joins_boxes),
        cmocka_unit_test(rows_of_a_table_and_of_a_list_have_one_size),
        cmocka_unit_test(texts_get_smaller_when_the_box_around_them_is_full),
        cmocka_unit_test(what_still_does_not_fit_is_told_once),
        cmocka_unit_test(trying_ends),
        cmocka_unit_test(pages_of_one_list_have_one_size),
        cmocka_unit_test(a_full_box_sends_the_list_on),
        cmocka_unit_test(a_long_button_has_two_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
