/* Typed binding of pages. */
#include "model_sample.h"

static const struct value *field(const struct model_sample *s, const char *name)
{
    assert_non_null(s->edition);
    const struct value *v = record_get(s->edition->pages[0].fields, str_of(name));
    assert_non_null(v);
    return v;
}

static void test_values_of_each_type(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    id: one\n    title: L'été\n    when: 2024-02-29\n    size: 2.5\n    address: "
                    "https://a.fr/x\n"
                    "    place: right\n    who: tchap\n    which: tchap.users@2023\n    on: true\n    names: [a, b]\n"
                    "    figures: [users, total@previous]\n    items:\n      - {label: A, amount: budget}\n");
    assert_findings(s.diags, "");
    assert_true(str_is(field(&s, "title")->as.text->text, "L’été"));
    assert_int_equal(field(&s, "when")->as.date.day, 29);
    assert_int_equal(decimal_compare(field(&s, "size")->as.number, (struct decimal){25, 1}), 0);
    assert_true(str_is(field(&s, "address")->as.string, "https://a.fr/x"));
    assert_true(str_is(field(&s, "place")->as.string, "right"));
    assert_true(str_is(field(&s, "who")->as.record->id, "tchap"));
    assert_true(str_is(field(&s, "which")->as.figure.entity, "tchap"));
    assert_true(field(&s, "on")->as.truth);
    assert_int_equal(field(&s, "names")->as.list.count, 2);
    assert_int_equal(field(&s, "figures")->as.list.items[1].as.figure.period.year, 2023);
    const struct record *item = field(&s, "items")->as.list.items[0].as.record;
    assert_true(str_is(record_get(item, STR("amount"))->as.figure.indicator, "budget"));
    assert_null(record_get(item, STR("colour")));
    sample_free(&s);
}

static void test_defaults_and_absent_fields(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    text:\n");
    assert_findings(s.diags, "");
    assert_true(str_is(field(&s, "place")->as.string, "left"));
    assert_true(field(&s, "toc")->as.truth);
    assert_int_equal(field(&s, "text")->kind, VALUE_NONE);
    sample_free(&s);
}

static void test_wrong_types(void **state)
{
    (void)state;
    assert_pages_rejected("  - page: note\n    size: grand\n", "wrong-type", "grand");
    assert_pages_rejected("  - page: note\n    when: 2024-02-30\n", "wrong-type", "2024-02-30");
    assert_pages_rejected("  - page: note\n    on: perhaps\n", "wrong-type", "perhaps");
    assert_pages_rejected("  - page: note\n    address: ftp://a\n", "wrong-type", "ftp://a");
    assert_pages_rejected("  - page: note\n    address: 'https://a b'\n", "wrong-type", "https://a b");
    assert_pages_rejected("  - page: note\n    names: one\n", "wrong-type", "one");
    assert_pages_rejected("  - page: note\n    items: [one]\n", "wrong-type", "one");
    assert_pages_rejected("  - page: note\n    id: deux mots\n", "wrong-type", "deux mots");
    assert_pages_rejected("  - page: note\n    which: ${users}\n", "wrong-type", "${users}");
    assert_pages_rejected("  - page: note\n    which: des mots\n", "wrong-type", "des mots");
    assert_pages_rejected("  - page: note\n    text: [a]\n", "wrong-type", "[a]");
    assert_pages_rejected("  - note\n", "wrong-type", "note");
}

static void test_braces_that_yaml_took(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    title: {edition}\n");
    assert_one_finding(s.diags, "wrong-type", "{edition}");
    assert_string_equal(diags_finding(s.diags, 0)->message, "'title' wants text, not a map");
    assert_string_equal(diags_finding(s.diags, 0)->hint,
                        "write ${edition} for a reference; if it is text, put it in quotes: title: \"{edition}\"");
    sample_free(&s);
}

static void test_unknown_names(void **state)
{
    (void)state;
    assert_pages_rejected("  - page: note\n    txet: a\n", "unknown-field", "txet");
    assert_pages_rejected("  - page: note\n    place: top\n", "unknown-choice", "top");
    assert_pages_rejected("  - page: note\n    who: tchapp\n", "unknown-service", "tchapp");
    assert_pages_rejected("  - page: note\n    which: usres\n", "unknown-reference", "usres");
    assert_pages_rejected("  - page: note\n    which: tchop.users\n", "unknown-entity", "tchop");
    assert_pages_rejected("  - page: note\n    which: users@hier\n", "bad-period", "hier");
    assert_pages_rejected("  - page: note\n    address: '#nowhere'\n", "unknown-anchor", "#nowhere");
    assert_pages_rejected("  - page: notes\n", "unknown-kind", "notes");
}

static void test_nearest_names_are_told(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    figures: [usres]\n");
    char *text = findings_text(s.diags);
    assert_non_null(strstr(text, "unknown indicator 'usres' [unknown-reference]"));
    assert_non_null(strstr(text, "^~~~~ did you mean 'users'?"));
    free(text);
    sample_free(&s);
}

static void test_bounds(void **state)
{
    (void)state;
    assert_pages_rejected("  - page: note\n    size: 0.5\n", "out-of-bounds", "0.5");
    assert_pages_rejected("  - page: note\n    size: 10\n", "out-of-bounds", "10");
    assert_pages_rejected("  - page: note\n    names: [a, b, c]\n", "out-of-bounds", "[a, b, c]");
}

static void test_missing_fields(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    assert_pages_rejected("  - title: Sans sorte\n", "missing-field", "title");
    sample_bind(&s, "  - page: note\n    items:\n      - {amount: users}\n");
    assert_one_finding(s.diags, "missing-field", "amount");
    assert_string_equal(diags_finding(s.diags, 0)->hint, "add 'label': what it is (text)");
    sample_free(&s);
}

static void test_page_ids(void **state)
{
    (void)state;
    assert_pages_rejected("  - page: note\n    id: un\n  - page: note\n    id: un\n", "duplicate-anchor", "un");
}

static void test_all_findings_are_collected(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    size: grand\n    who: x\n  - page: nope\n  - page: note\n    text: ${nope}\n  "
                    "  place: top\n");
    assert_int_equal(diags_count(s.diags, DIAG_ERROR), 5);
    sample_free(&s);
}

static void test_included_pages_are_spliced_in(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "2024/more.yaml", "- page: note\n  id: deux\n- page: note\n  id: trois\n");
    sample_bind(&s, "  - {page: note, id: un}\n  - include: more.yaml\n  - {page: note, id: quatre}\n");
    assert_findings(s.diags, "");
    assert_int_equal(s.edition->page_count, 4);
    assert_true(str_is(s.edition->pages[2].id, "trois"));
    assert_true(str_is(s.edition->pages[3].id, "quatre"));
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_of_each_type),
        cmocka_unit_test(test_defaults_and_absent_fields),
        cmocka_unit_test(test_wrong_types),
        cmocka_unit_test(test_braces_that_yaml_took),
        cmocka_unit_test(test_unknown_names),
        cmocka_unit_test(test_nearest_names_are_told),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_missing_fields),
        cmocka_unit_test(test_page_ids),
        cmocka_unit_test(test_all_findings_are_collected),
        cmocka_unit_test(test_included_pages_are_spliced_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
