/* Findings as programs read them. */
#include "diag_fixture.h"

#include <cjson/cJSON.h>

static cJSON *printed(const struct diags *d, bool sarif)
{
    struct buf text = {0};
    if (sarif) {
        diags_print_sarif(d, &text, "1.2.3");
    } else {
        diags_print_json(d, &text);
    }
    cJSON *root = cJSON_Parse(text.at);
    assert_non_null(root);
    buf_free(&text);
    return root;
}

static const char *text_of(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    return text == NULL ? "(none)" : text;
}

static int number_of(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key)->valueint;
}

static struct fixture two_findings(void)
{
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "data/été 1.yaml", STR("é: [a,\n b]\nid: 1"));
    diag_at(f.d, DIAG_WARNING, (struct span){file, 4, 10}, "duplicate-key", "a \"list\"\n");
    diag_hint(f.d, "hint \xFF");
    diag_also(f.d, (struct span){file, 12, 14}, "here");
    diag_at(f.d, DIAG_ERROR, SPAN_NONE, "not-in-the-table", "nowhere");
    return f;
}

static void prints_json(void **state)
{
    (void)state;
    struct fixture f = two_findings();
    cJSON *root = printed(f.d, false);
    const cJSON *list = cJSON_GetObjectItem(root, "findings");
    assert_int_equal(cJSON_GetArraySize(list), 2);
    const cJSON *nowhere = cJSON_GetArrayItem(list, 0), *first = cJSON_GetArrayItem(list, 1);
    assert_true(cJSON_IsNull(cJSON_GetObjectItem(nowhere, "file")) &&
                cJSON_IsNull(cJSON_GetObjectItem(nowhere, "line")));
    assert_true(cJSON_IsNull(cJSON_GetObjectItem(nowhere, "hint")) &&
                cJSON_IsNull(cJSON_GetObjectItem(nowhere, "also")));
    assert_string_equal(text_of(nowhere, "severity"), "error");
    assert_string_equal(text_of(first, "file"), "data/été 1.yaml");
    assert_int_equal(number_of(first, "line"), 1);
    assert_int_equal(number_of(first, "column"), 4);
    assert_int_equal(number_of(first, "endLine"), 2);
    assert_int_equal(number_of(first, "endColumn"), 3);
    assert_string_equal(text_of(first, "rule"), "duplicate-key");
    assert_string_equal(text_of(first, "message"), "a \"list\"␊");
    assert_string_equal(text_of(first, "hint"), "hint �");
    assert_string_equal(text_of(cJSON_GetObjectItem(first, "also"), "message"), "here");
    assert_int_equal(number_of(cJSON_GetObjectItem(first, "also"), "line"), 3);
    cJSON_Delete(root);
    arena_free(f.a);
}

static void prints_sarif(void **state)
{
    (void)state;
    struct fixture f = two_findings();
    cJSON *root = printed(f.d, true);
    assert_string_equal(text_of(root, "version"), "2.1.0");
    const cJSON *run = cJSON_GetArrayItem(cJSON_GetObjectItem(root, "runs"), 0);
    const cJSON *driver = cJSON_GetObjectItem(cJSON_GetObjectItem(run, "tool"), "driver");
    assert_string_equal(text_of(driver, "version"), "1.2.3");
    const cJSON *rules = cJSON_GetObjectItem(driver, "rules");
    assert_int_equal(cJSON_GetArraySize(rules), 1);
    assert_string_equal(text_of(cJSON_GetArrayItem(rules, 0), "id"), "duplicate-key");
    const cJSON *results = cJSON_GetObjectItem(run, "results");
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(cJSON_GetArrayItem(results, 0), "locations")), 0);
    const cJSON *result = cJSON_GetArrayItem(results, 1);
    assert_string_equal(text_of(result, "level"), "warning");
    assert_string_equal(text_of(cJSON_GetObjectItem(result, "message"), "text"), "a \"list\"␊ (hint �)");
    const cJSON *physical =
        cJSON_GetObjectItem(cJSON_GetArrayItem(cJSON_GetObjectItem(result, "locations"), 0), "physicalLocation");
    assert_string_equal(text_of(cJSON_GetObjectItem(physical, "artifactLocation"), "uri"),
                        "data/%C3%A9t%C3%A9%201.yaml");
    assert_int_equal(number_of(cJSON_GetObjectItem(physical, "region"), "endColumn"), 3);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(result, "relatedLocations")), 1);
    cJSON_Delete(root);
    arena_free(f.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_json),
        cmocka_unit_test(prints_sarif),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
