/* Where boxes and their texts stand, and what is told of those that do not fit. */
#include "layout_fixture.h"

#define KIND(body)                                                                                                     \
    "kind: k\nfields: {title: text, link: url, figure: figure, service: service, items: {type: list, item: "           \
    "text}}\nbody:\n" body
#define PAGE "  - {page: k, title: Titre}\n"

static void columns_divide_what_is_left(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - at: [20, 20, 100, 200]\n    gap: 10\n    pad: [10, 0]\n    column:\n"
                                      "      - {field: blue, height: 30}\n      - {field: blue, height: 1fr}\n"
                                      "      - {field: blue, height: 2fr, width: 40}\n"),
                                 PAGE);
    assert_clean(l);
    assert_box(nth_path(l, 0), 20, 30, 100, 30);
    assert_box(nth_path(l, 1), 20, 70, 100, 130.0 / 3);
    assert_box(nth_path(l, 2), 20, 80 + 130.0 / 3, 40, 260.0 / 3);
    laid_out_free(l);
}

static void rows_divide_what_is_left(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - at: [20, 20, 200, 50]\n    gap: 10\n    row:\n"
                                      "      - {field: blue, width: 30}\n      - {width: 1fr, fill: blue, stack: []}\n"
                                      "      - {width: 25%, fill: blue, height: 20, stack: []}\n"),
                                 PAGE);
    assert_clean(l);
    assert_box(nth_path(l, 0), 20, 20, 30, 50); /* as high as the row */
    assert_box(nth_path(l, 1), 60, 20, 100, 50);
    assert_box(nth_path(l, 2), 170, 20, 50, 20);
    laid_out_free(l);
}

static void rows_align_their_boxes(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(
        KIND("  - {at: [20, 20, 200, 60], valign: bottom, align: right, row: [{field: blue, width: 30, height: 10}]}\n"
             "  - {at: [20, 100, 200, 60], valign: baseline, row: [{text: gros, style: title}, {text: petit}]}\n"),
        PAGE);
    assert_clean(l);
    assert_box(nth_path(l, 0), 190, 70, 30, 10);
    assert_near(run_of(l, "gros")->as.glyphs.origin.y, run_of(l, "petit")->as.glyphs.origin.y);
    laid_out_free(l);
}

static void grids_fill_across_or_down(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - at: [20, 20, 210, 100]\n    columns: 2\n    rows: 1fr\n    gap: [20, 10]\n    grid:\n"
                     "      - {each: items, text: \"${item}\"}\n"
                     "  - at: [20, 150, 210, ~]\n    columns: 2\n    flow: down\n    grid:\n"
                     "      - {each: items, text: \"d${item}\"}\n"),
                "  - {page: k, items: [a, b, c, e, f]}\n");
    assert_clean(l);
    assert_near(run_of(l, "b")->box.x, 130);
    assert_near(run_of(l, "c")->box.x, 20);
    assert_near(run_of(l, "c")->box.y - run_of(l, "a")->box.y, 40); /* (100 - 2 * 20) / 3 + 20 */
    assert_near(run_of(l, "dc")->box.x, 20);
    assert_near(run_of(l, "de")->box.x, 125);
    laid_out_free(l);
}

static void text_stands_where_it_is_told(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, ~, 100, ~], baseline: 60, text: base}\n"
                                      "  - {at: [20, 100, 200, 40], text: bas, valign: bottom, align: right}\n"
                                      "  - {at: [20, 200, 200, 40], text: milieu, valign: middle, align: center}\n"),
                                 PAGE);
    assert_clean(l);
    assert_near(run_of(l, "base")->as.glyphs.origin.y, 60);
    const struct item *low = run_of(l, "bas"), *middle = run_of(l, "milieu");
    assert_near(low->box.x + low->box.width, 220);
    assert_near(middle->box.x + middle->box.width / 2, 120);
    assert_near(low->as.glyphs.origin.y - 140, middle->as.glyphs.origin.y - 230);
    laid_out_free(l);
}

static void text_takes_the_first_style_that_fits(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - {at: [20, 20, 100, ~], text: \"un titre bien long\", fit: [title, body], lines: 1}\n"
                     "  - {at: [20, 100, 100, 15], text: court, fit: [title, note]}\n"),
                PAGE);
    assert_clean(l);
    assert_near(run_of(l, "un titre bien long")->as.glyphs.size, 10);
    assert_near(run_of(l, "court")->as.glyphs.size, 8);
    laid_out_free(l);
}

static void assert_overflow(const char *kind, const char *page, const char *message)
{
    struct laid_out *l = lay_out(kind, page);
    const struct finding *f = finding_of(l, "overflow");
    assert_non_null(f);
    if (strstr(f->message, message) == NULL)
        fail_msg("'%s' does not say '%s'", f->message, message);
    assert_int_equal(diags_count(l->diags, DIAG_ERROR), 1);
    laid_out_free(l);
}

static void what_does_not_fit_is_told(void **state)
{
    (void)state;
    const char *page = "  - {page: k, title: \"un deux trois quatre cinq six\"}\n";
    assert_overflow(KIND("  - {at: [20, 20, 60, 30], text: \"${title}\"}\n"), page,
                    "the text needs 30 pt more than the 30 pt that 'title' of page kind 'k' has");
    assert_overflow(KIND("  - {at: [20, 20, 60, ~], text: \"${title}\", lines: 1}\n"), page,
                    "40 pt more than the 20 pt");
    assert_overflow(KIND("  - {at: [20, 20, 10, ~], text: anticonstitutionnellement}\n"), page, "of width that");
    assert_overflow(KIND("  - {at: [20, 270, 100, ~], text: court}\n"), page, "10 pt more than the 10 pt");
    assert_overflow(KIND("  - {at: [20, 20, 60, 30], column: [{height: 20, stack: []}, {height: 20, stack: []}]}\n"),
                    page, "the content needs 10 pt more than the 30 pt that 'column'");
    assert_overflow(KIND("  - {at: [20, 20, 60, 30], row: [{width: 40, stack: []}, {width: 40, stack: []}]}\n"), page,
                    "the content needs 20 pt more than the 60 pt of width");
}

static void forced_lines_are_read_apart(void **state)
{
    const char *page = "  - {page: k, title: \"un\\\\\\ndeux\\n\\ntrois-\\\\\\nquatre\"}\n";
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 100, ~], text: \"${title}\"}\n"), page);
    assert_clean(l);
    assert_true(dump_has(l, "P \"un deux trois- quatre\"\n"));
    laid_out_free(l);
}

static void text_keeps_to_the_bounds_on_all_sides(void **state)
{
    const char *page = "  - {page: k, title: un deux trois, figure: visits}\n";
    (void)state;
    assert_overflow(KIND("  - {at: [0, 20, 100, ~], text: court}\n"), page, "a word needs 20 pt more");
    assert_overflow(KIND("  - {at: [20, -5, 100, ~], text: court}\n"), page, "5 pt more than the 15 pt");
    assert_overflow(KIND("  - {at: [20, 20, 360, 20], bar: {value: figure, full: figure, label: \"${figure}\", "
                         "label-style: body}}\n"),
                    page, "of width that 'bar'");
    struct laid_out *l = lay_out(KIND("  - {at: [0, -5, 100, ~], text: court, bleed: true}\n"), page);
    assert_clean(l);
    laid_out_free(l);
}

static void overflow_points_at_the_content(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 20, 60, 30], text: \"${title}\"}\n"),
                                 "  - page: k\n    title: un deux trois quatre cinq six\n");
    const struct finding *f = finding_of(l, "overflow");
    assert_non_null(f);
    assert_non_null(strstr(diags_file_name(l->diags, f->at.file), "bilan.yaml"));
    assert_int_equal(diags_place(l->diags, f->at.file, f->at.start).line, 7);
    assert_int_equal(diags_place(l->diags, f->at.file, f->at.start).column, 12);
    laid_out_free(l);
}

static void bleeding_text_may_pass_the_bounds(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - {at: [20, 275, 100, ~], text: court, bleed: true}\n"
                                      "  - {at: [200, 275, 100, ~], text: ornement, tag: artefact}\n"),
                                 PAGE);
    assert_clean(l);
    laid_out_free(l);
}

static void text_over_text_is_told(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - {at: [20, 20, 100, ~], text: dessous}\n  - {at: [30, 22, 100, ~], text: dessus}\n"
                     "  - {at: [20, 40, 100, ~], text: autre}\n"),
                PAGE);
    const struct finding *f = finding_of(l, "overlap");
    assert_non_null(f);
    assert_non_null(strstr(f->message, "dessus"));
    assert_int_equal(diags_count(l->diags, DIAG_ERROR), 1);
    laid_out_free(l);
}

static void empty_text_takes_no_room(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND("  - at: [20, 20, 200, ~]\n    gap: 10\n    column:\n      - {text: un}\n"
                                      "      - {text: \"${title}\", tag: H1}\n      - {text: trois}\n"),
                                 "  - {page: k}\n");
    assert_clean(l);
    assert_near(run_of(l, "trois")->box.y - run_of(l, "un")->box.y, 30);
    assert_false(dump_has(l, "H1"));
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_divide_what_is_left),
        cmocka_unit_test(rows_divide_what_is_left),
        cmocka_unit_test(rows_align_their_boxes),
        cmocka_unit_test(grids_fill_across_or_down),
        cmocka_unit_test(text_stands_where_it_is_told),
        cmocka_unit_test(text_takes_the_first_style_that_fits),
        cmocka_unit_test(what_does_not_fit_is_told),
        cmocka_unit_test(overflow_points_at_the_content),
        cmocka_unit_test(text_keeps_to_the_bounds_on_all_sides),
        cmocka_unit_test(forced_lines_are_read_apart),
        cmocka_unit_test(bleeding_text_may_pass_the_bounds),
        cmocka_unit_test(text_over_text_is_told),
        cmocka_unit_test(empty_text_takes_no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
