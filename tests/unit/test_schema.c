/* Schemas written in YAML. */
#include "findings.h"
#include "load/yaml.h"
#include "model/schema.h"

struct loaded {
    struct arena *arena;
    struct diags *diags;
    const struct schema *schema;
};

static struct loaded load(const char *yaml)
{
    struct loaded l = {.arena = arena_new()};
    l.diags = diags_new(l.arena);
    const struct node *fields = yaml_load(l.arena, l.diags, diags_add_file(l.diags, "kind.yaml", str_of(yaml)));
    l.schema = schema_load(l.arena, l.diags, STR("page kind 'test'"), fields);
    return l;
}

static void test_short_and_long_forms(void **state)
{
    struct loaded l =
        load("title: text\nsize: {type: number, required: true, min: 1, max: 9, default: '4', help: how big}\n");
    (void)state;
    assert_findings(l.diags, "");
    assert_int_equal(l.schema->count, 2);
    assert_int_equal(schema_field(l.schema, STR("title"))->type, FIELD_TEXT);
    const struct field *size = schema_field(l.schema, STR("size"));
    assert_int_equal(size->type, FIELD_NUMBER);
    assert_true(size->required && size->minimum == 1 && size->maximum == 9);
    assert_true(str_is(size->fallback, "4") && str_is(size->help, "how big"));
    assert_null(schema_field(l.schema, STR("weight")));
    arena_free(l.arena);
}

static void test_lists_and_records(void **state)
{
    struct loaded l =
        load("names: list\nfigures: {type: list, item: figure}\n"
             "items: {type: list, of: {label: {type: text, required: true}}}\none: {type: record, of: {a: url}}\n"
             "side: {type: choice, choices: [left, right]}\n");
    (void)state;
    assert_findings(l.diags, "");
    assert_int_equal(schema_field(l.schema, STR("names"))->item, FIELD_TEXT);
    assert_int_equal(schema_field(l.schema, STR("figures"))->item, FIELD_FIGURE);
    const struct field *items = schema_field(l.schema, STR("items"));
    assert_int_equal(items->item, FIELD_RECORD);
    assert_true(schema_field(items->of, STR("label"))->required);
    assert_int_equal(schema_field(schema_field(l.schema, STR("one"))->of, STR("a"))->type, FIELD_URL);
    assert_int_equal(schema_field(l.schema, STR("side"))->choice_count, 2);
    arena_free(l.arena);
}

static void assert_rejected(const char *yaml, const char *rule, const char *pointed_at)
{
    struct loaded l = load(yaml);
    assert_one_finding(l.diags, rule, pointed_at);
    arena_free(l.arena);
}

static void test_faults(void **state)
{
    (void)state;
    assert_rejected("a: txet\n", "unknown-choice", "txet");
    assert_rejected("a: {type: text, requird: true}\n", "unknown-field", "requird");
    assert_rejected("a: {type: text, required: maybe}\n", "wrong-type", "maybe");
    assert_rejected("a: {type: number, min: few}\n", "wrong-type", "few");
    assert_rejected("a: {type: [text]}\n", "wrong-type", "[text]");
    assert_rejected("a: [text]\n", "wrong-type", "a");
    assert_rejected("a: record\n", "missing-field", "a");
    assert_rejected("a: {type: list, item: list}\n", "wrong-type", "a");
    assert_rejected("a: {type: choice, choices: left}\n", "wrong-type", "left");
    assert_rejected("[a, b]\n", "wrong-type", "[a, b]");
}

static void test_pages_share_fields(void **state)
{
    struct loaded l = load("title: {type: text, required: true}\nlead: text\n");
    (void)state;
    const struct schema *page = schema_page(l.arena, l.schema);
    assert_int_equal(page->count, 8);
    assert_true(schema_field(page, STR("title"))->required);
    assert_non_null(schema_field(page, STR("toc")));
    assert_non_null(schema_field(page, STR("lead")));
    assert_ptr_equal(schema_page(l.arena, page), page);
    arena_free(l.arena);
}

static void test_type_names(void **state)
{
    enum field_type type;
    (void)state;
    for (int i = 0; i <= FIELD_LIST; i++) {
        assert_true(field_type_find(str_of(field_type_name((enum field_type)i)), &type));
        assert_int_equal(type, i);
    }
    assert_false(field_type_find(STR("colour"), &type));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_and_long_forms),
        cmocka_unit_test(test_lists_and_records),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_pages_share_fields),
        cmocka_unit_test(test_type_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
