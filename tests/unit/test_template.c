#include "layout_fixture.h"

#define KIND(body) "kind: k\nfields: {title: text, lead: text}\nbody:\n" body

static void assert_finding(const char *kind, const char *rule, const char *message)
{
    struct laid_out *l = lay_out(kind, "  - {page: k, title: Un titre}\n");
    const struct finding *f = finding_of(l, rule);
    assert_non_null(f);
    assert_non_null(strstr(f->message, message));
    assert_true(f->at.file != 0);
    laid_out_free(l);
}

static void names_unknown_keys(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("  - {at: [20, 20, 100, ~], text: \"${title}\", colr: blue}\n"), "  - {page: k}\n");
    const struct finding *f = finding_of(l, "unknown-key");
    assert_non_null(f);
    assert_non_null(strstr(f->message, "colr"));
    assert_non_null(strstr(f->hint, "color"));
    laid_out_free(l);
}

static void names_unknown_looks(void **state)
{
    (void)state;
    assert_finding(KIND("  - {at: [20, 20, 100, ~], text: x, style: bdy}\n"), "unknown-name", "bdy");
    assert_finding(KIND("  - {at: [20, 20, 100, ~], text: x, color: red}\n"), "unknown-name", "red");
    assert_finding(KIND("  - {at: [20, 20], icon: star}\n"), "unknown-name", "star");
    assert_finding(KIND("  - {at: [20, 20], use: nothing}\n"), "unknown-name", "nothing");
    assert_finding(KIND("  - {at: [20, 20, 100, ~], text: x, tag: H9}\n"), "unknown-name", "H9");
}

static void names_bad_boxes(void **state)
{
    (void)state;
    assert_finding(KIND("  - {at: [20, 20, 100, ~], txt: x}\n"), "no-box-type", "type");
    assert_finding(KIND("  - just text\n"), "design-value", "mapping");
    assert_finding(KIND("  - {at: [20, 20, wide], text: x}\n"), "design-value", "points");
    assert_finding(KIND("  - {at: [20, 20, 50, 50], tag: Figure, stack: []}\n"), "missing-alternative", "alt");
    assert_finding(KIND("  - {each: \"a b\", text: x}\n"), "bad-name", "a b");
}

static void parts_take_values(void **state)
{
    (void)state;
    const char *parts = "label:\n  height: \"${high}\"\n  text: \"<${what}> ${what.text}\"\n"
                        "rows:\n  column:\n    - {each: list, as: one, text: \"${one}\"}\n";
    const char *kind = "kind: k\nfields: {title: text, of: {type: list, item: text}}\nbody:\n"
                       "  - {use: label, at: [20, 20, 200], with: {what: \"${title}\", high: 40}}\n"
                       "  - {use: rows, at: [20, 100, 200], with: {list: of}}\n";
    struct laid_out *l = lay_out_with(kind, "  - {page: k, title: Titre, of: [un, deux]}\n", NULL, parts);
    assert_null(finding_of(l, "unknown-key"));
    run_of(l, "un");
    run_of(l, "deux");
    assert_true(dump_has(l, "<Titre>"));
    laid_out_free(l);
}

static void parts_leave_out_what_they_do_not_get(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_with(KIND("  - {use: label, at: [20, 20, 200]}\n"), "  - {page: k, title: Titre}\n", NULL,
                     "label: {column: [{text: \"${title}\", color: \"${tint}\"}, {text: \"${missing}\"}]}\n");
    assert_clean(l);
    run_of(l, "Titre");
    laid_out_free(l);
}

static void parts_within_themselves_end(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_with(KIND("  - {use: a}\n"), "  - {page: k}\n", NULL, "a: {column: [{use: a}]}\n");
    assert_non_null(finding_of(l, "too-deep"));
    laid_out_free(l);
}

static void a_part_may_be_several_boxes(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_with(KIND("  - at: [20, 20, 200]\n    column:\n      - {use: two}\n      - {text: last}\n"),
                     "  - {page: k}\n", NULL, "two: [{text: first}, {text: second}]\n");
    assert_clean(l);
    assert_true(run_of(l, "second")->box.y < run_of(l, "last")->box.y);
    assert_true(run_of(l, "first")->box.y < run_of(l, "second")->box.y);
    laid_out_free(l);
}

static void themes_are_checked(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_with(KIND("  - {at: [20, 20, 100, ~], text: x}\n"), "  - {page: k}\n",
                                      THEME "  \n"
                                            "legibel: 3\n",
                                      NULL);
    assert_non_null(finding_of(l, "unknown-key"));
    laid_out_free(l);
    l = lay_out_with(
        KIND("  - {at: [20, 20, 100, ~], text: x}\n"), "  - {page: k}\n",
        "page: {width: 100, height: 100}\nlegible: 12\nfaces: {400: SourceSans3-Regular.ttf}\n"
        "colors: {ink: \"#zz\"}\nstyles: {body: {size: 9, line: 12}}\nicons: {a: {size: [1, 1], path: \"M0 0 Y\"}}\n",
        NULL);
    assert_non_null(finding_of(l, "illegible"));
    assert_non_null(finding_of(l, "bad-path"));
    assert_non_null(finding_of(l, "design-value"));
    laid_out_free(l);
    l = lay_out_with(KIND("  - {at: [20, 20, 100, ~], text: x}\n"), "  - {page: k}\n",
                     "page: {width: 100, height: 100}\nfaces: {400: Nowhere.ttf}\n", NULL);
    assert_non_null(finding_of(l, "missing-font"));
    assert_null(l->document);
    laid_out_free(l);
}

static void kinds_are_read_once_and_only_when_used(void **state)
{
    (void)state;
    struct laid_out *l = lay_out("kind: other\nbody: []\n", "  - {page: d, title: x}\n");
    assert_clean(l);
    laid_out_free(l);
    l = lay_out("kind: other\nbody: []\n", "  - {page: d, title: x}\n  - {page: k}\n  - {page: k}\n");
    assert_non_null(finding_of(l, "design-value"));
    assert_int_equal(diags_total(l->diags), 1);
    laid_out_free(l);
    assert_finding("fields: {title: text}\nbody: []\n", "design-value", "kind");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_read_once_and_only_when_used),
        cmocka_unit_test(names_unknown_keys),
        cmocka_unit_test(names_unknown_looks),
        cmocka_unit_test(names_bad_boxes),
        cmocka_unit_test(parts_take_values),
        cmocka_unit_test(parts_leave_out_what_they_do_not_get),
        cmocka_unit_test(parts_within_themselves_end),
        cmocka_unit_test(a_part_may_be_several_boxes),
        cmocka_unit_test(themes_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
