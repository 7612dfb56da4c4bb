/* Definitions of indicators and other collections. */
#include "model_sample.h"

static struct model_sample defined(const char *indicators)
{
    struct model_sample s = sample_new();
    sample_put(&s, "indicators.yaml", indicators);
    sample_put(&s, "indicators.csv", "indicator,period,value\nx,2024,1\n");
    sample_bind(&s, "  - page: note\n");
    return s;
}

static void assert_rejected(const char *indicators, const char *rule, const char *pointed_at)
{
    struct model_sample s = defined(indicators);
    assert_one_finding(s.diags, rule, pointed_at);
    sample_free(&s);
}

static void test_definitions(void **state)
{
    struct model_sample s = defined("x:\n  label: L'été\n  unit: €\n  decimals: 1\n  direction: down\n  nature: stock\n"
                                    "y:\n  label: Y\n  whole: x\n  base: x\n");
    (void)state;
    assert_findings(s.diags, "");
    const struct indicator *x = edition_indicator(s.edition, STR("x"));
    assert_true(str_is(x->unit, "€") && x->decimals == 1 && x->lower_is_better && x->nature == NATURE_STOCK);
    assert_true(str_is(record_get(x->record, STR("label"))->as.text->text, "L’été"));
    const struct indicator *y = edition_indicator(s.edition, STR("y"));
    assert_true(y->decimals == -1 && !y->lower_is_better && y->nature == NATURE_FLOW);
    assert_true(str_is(y->whole, "x") && str_is(y->base, "x"));
    assert_null(edition_indicator(s.edition, STR("z")));
    sample_free(&s);
}

static void test_faulty_definitions(void **state)
{
    (void)state;
    assert_rejected("x: {unit: €}\n", "missing-field", "unit");
    assert_rejected("x: {label: X, nature: stok}\n", "unknown-choice", "stok");
    assert_rejected("x: {label: X, whole: y}\n", "unknown-indicator", "y");
    assert_rejected("x: {label: X, whole: x}\n", "circular-reference", "x");
    assert_rejected("x: {label: X}\n\"a b\": {label: Y}\n", "wrong-type", "a b");
    assert_rejected("x: {label: X}\nz: {label: Z, derive: {sum: [y]}}\n", "unknown-reference", "y");
    assert_rejected("x: {label: X}\nz: {label: Z, derive: {share: [x]}}\n", "out-of-bounds", "[x]");
    assert_rejected("y: {label: Y}\n", "unknown-indicator", "x");
}

static void test_two_derivations(void **state)
{
    struct model_sample s = defined("x: {label: X}\nz: {label: Z, derive: {sum: [x], share: [x, x]}}\n");
    (void)state;
    assert_int_equal(diags_total(s.diags), 1);
    assert_string_equal(diags_finding(s.diags, 0)->rule, "wrong-type");
    sample_free(&s);
}

static void test_circles(void **state)
{
    struct model_sample s =
        defined("x: {label: X}\na: {label: A, derive: {sum: [x, b]}}\nb: {label: B, derive: {sum: [x, c]}}\n"
                "c: {label: C, derive: {difference: [a, x]}}\nd: {label: D, derive: {sum: [d]}}\n");
    (void)state;
    assert_int_equal(diags_count(s.diags, DIAG_ERROR), 2);
    assert_string_equal(diags_finding(s.diags, 0)->rule, "circular-reference");
    assert_string_equal(diags_finding(s.diags, 0)->message, "'c' is derived from itself");
    assert_string_equal(diags_finding(s.diags, 1)->message, "'d' is derived from itself");
    sample_free(&s);
}

static void test_long_and_wide_derivations(void **state)
{
    struct buf yaml = {0};
    (void)state;
    buf_text(&yaml, "x: {label: X}\ni0: {label: I, derive: {sum: [x, x]}}\n");
    for (int i = 1; i < 100; i++) {
        buf_printf(&yaml, "i%d: {label: I, derive: {sum: [i%d, i%d]}}\n", i, i - 1, i - 1);
    }
    struct model_sample s = defined(yaml.at);
    buf_free(&yaml);
    assert_int_equal(diags_total(s.diags), 1);
    assert_string_equal(diags_finding(s.diags, 0)->rule, "circular-reference");
    double value = 0;
    assert_true(
        edition_measure(s.edition, (struct figure_name){.entity = STR(""), .indicator = STR("i40")}, STR(""), &value));
    assert_true(value == 2199023255552.0);
    sample_free(&s);
}

static bool prints_texts(const void *data, size_t page, struct str field)
{
    (void)data, (void)page;
    return str_is(field, "text");
}

/* `data`: the names of fields between spaces. */
static bool prints_named(const void *data, size_t page, struct str field)
{
    char name[20];
    (void)page;
    (void)snprintf(name, sizeof name, " %.*s ", STR_ARG(field));
    return strstr(data, name) != NULL;
}

static bool prints_nothing(const void *data, size_t page, struct str field)
{
    (void)data, (void)page, (void)field;
    return false;
}

static void test_abbreviations_and_criteria(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "abbreviations.yaml", "PLF: Projet\nDINUM: Direction du numérique\nEIG: Entrepreneur\n");
    sample_put(&s, "criteria.yaml",
               "criteria:\n  - {id: haut, name: Haute qualité, met: [{service: tchap, since: 2023, "
               "evidence: \"${tchap.users} agents\"}]}\nmet:\n  - {service: domifa, since: 2024, evidence: oui}\n");
    assert_non_null(sample_text(&s, "La DINUM et le « PLF » : ${count.criteria} critère, loin du PLFSS."));
    assert_findings(s.diags, "");
    const struct value *none = edition_abbreviations(s.arena, s.edition, &(struct printing){prints_nothing, NULL});
    const struct value *used = edition_abbreviations(s.arena, s.edition, &(struct printing){prints_texts, NULL});
    assert_int_equal(none->as.list.count, 0);
    assert_int_equal(used->as.list.count, 2);
    const struct record *first = used->as.list.items[0].as.record;
    assert_true(str_is(record_get(first, STR("short"))->as.string, "DINUM"));
    assert_true(str_is(record_get(first, STR("long"))->as.text->text, "Direction du numérique"));
    const struct record *criterion = s.edition->criteria->as.list.items[0].as.record;
    const struct record *met = record_get(criterion, STR("met"))->as.list.items[0].as.record;
    assert_true(str_starts(record_get(met, STR("evidence"))->as.text->text, "plus de 400"));
    sample_free(&s);
}

static void assert_abbreviations(const struct model_sample *s, const char *printed, const char *expected)
{
    struct buf all = {0};
    const struct value *used = edition_abbreviations(s->arena, s->edition, &(struct printing){prints_named, printed});
    buf_char(&all, ' ');
    for (size_t i = 0; i < used->as.list.count; i++) {
        buf_str(&all, used->as.list.items[i].as.record->id);
        buf_char(&all, ' ');
    }
    assert_string_equal(buf_view(&all).at, expected);
    buf_free(&all);
}

/* Texts of a figure's own indicator count, and those of what it is derived from, in very many ways, where the layout asks for these. */
static void test_abbreviations_of_figures(void **state)
{
    struct buf yaml = {0};
    (void)state;
    buf_text(&yaml, "x: {label: A PLF}\ni0: {label: i, derive: {sum: [x, x]}}\n");
    for (int i = 1; i < 40; i++)
        buf_printf(&yaml, "i%d: {label: i, derive: {sum: [i%d, i%d]}}\n", i, i - 1, i - 1);
    buf_text(&yaml, "last: {label: DINUM, definition: de l'EIG-DINUM-2 à l’ÉA, derive: {sum: [i39, i39]}}\n");
    struct model_sample s = sample_new();
    sample_put(&s, "abbreviations.yaml", "PLF: Projet\nDINUM: Direction\nEIG: Entrepreneur\nA: Ah\nÉA: École\n");
    sample_put(&s, "indicators.yaml", yaml.at);
    sample_put(&s, "indicators.csv", "indicator,period,value\nx,2024,1\n");
    buf_free(&yaml);
    sample_bind(&s, "  - page: note\n    which: last\n");
    assert_findings(s.diags, "");
    assert_abbreviations(&s, " label ", " ");
    assert_abbreviations(&s, " which label ", " DINUM ");
    assert_abbreviations(&s, " which definition ", " DINUM EIG ÉA ");
    assert_abbreviations(&s, " which sum label ", " DINUM ");
    assert_abbreviations(&s, " which derive label ", " DINUM ");
    assert_abbreviations(&s, " which derive sum label ", " A DINUM PLF ");
    sample_free(&s);
}

static void test_files_of_the_wrong_shape(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "indicators.yaml", "- users\n");
    sample_put(&s, "services.yaml", "tchap\n");
    sample_put(&s, "criteria.yaml", "- a\n");
    sample_put(&s, "abbreviations.yaml", "a\n");
    sample_put(&s, "indicators.csv", "indicator,period,value\n");
    sample_bind(&s, "  - page: note\n");
    assert_int_equal(diags_count(s.diags, DIAG_ERROR), 4);
    sample_free(&s);
}

static void test_a_named_file_must_be_there(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "programme.yaml", "name: Essai\nabbreviations: sigles.yaml\n");
    sample_bind(&s, "  - page: note\n");
    assert_one_finding(s.diags, "missing-file", "sigles.yaml");
    sample_free(&s);
}

static void test_entities_of_rows(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "indicators.csv",
               "entity,indicator,period,value\nparis,users,2024,1\ntchap,users,2024,1\nlyon,users,2024,1\nlyon,users,"
               "2023,1\n");
    sample_bind(&s, "  - page: note\n");
    assert_one_finding(s.diags, "unknown-entity", "lyon");
    assert_int_equal(diags_finding(s.diags, 0)->severity, DIAG_WARNING);
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_definitions),
        cmocka_unit_test(test_faulty_definitions),
        cmocka_unit_test(test_two_derivations),
        cmocka_unit_test(test_circles),
        cmocka_unit_test(test_long_and_wide_derivations),
        cmocka_unit_test(test_abbreviations_and_criteria),
        cmocka_unit_test(test_abbreviations_of_figures),
        cmocka_unit_test(test_files_of_the_wrong_shape),
        cmocka_unit_test(test_a_named_file_must_be_there),
        cmocka_unit_test(test_entities_of_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
