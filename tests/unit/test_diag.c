/* Findings as people read them. */
#include "diag_fixture.h"

#include "base/rules.h"

static struct span find(const struct diags *d, uint32_t file, const char *part)
{
    const char *bytes = diags_file_bytes(d, file).at;
    const char *found = strstr(bytes, part);
    assert_non_null(found);
    uint32_t start = (uint32_t)(found - bytes);
    return (struct span){file, start, start + (uint32_t)strlen(part)};
}

static void prints_place_line_caret_and_hint(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "data/2024/bilan.yaml",
                                   STR("# Édition\npages:\n    été: [produits_fst, nouveaux_agents]\n"));
    const struct str names[] = {STR("services"), STR("produits_fast"), STR("produits")};
    diag_at(f.d, DIAG_ERROR, find(f.d, file, "produits_fst"), "unknown-reference", "unknown indicator '%s'",
            "produits_fst");
    diag_nearest(f.d, STR("produits_fst"), names, 3);
    assert_findings(f.d, "data/2024/bilan.yaml:3:11: error: unknown indicator 'produits_fst' [unknown-reference]\n"
                         "    3 |     été: [produits_fst, nouveaux_agents]\n"
                         "      |           ^~~~~~~~~~~~ did you mean 'produits_fast'?\n");
    arena_free(f.a);
}

static void prints_second_place_as_note(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a.yaml", STR("id: 1\nid: 2"));
    diag_at(f.d, DIAG_WARNING, (struct span){file, 6, 8}, "duplicate-key", "key 'id' stands twice");
    diag_also(f.d, (struct span){file, 0, 2}, "first stated here");
    diag_hint(f.d, "delete one");
    assert_findings(f.d, "a.yaml:2:1: warning: key 'id' stands twice [duplicate-key]\n"
                         "    2 | id: 2\n"
                         "      | ^~ delete one\n"
                         "a.yaml:1:1: note: first stated here\n"
                         "    1 | id: 1\n"
                         "      | ^~\n");
    arena_free(f.a);
}

static void sorts_by_name_place_and_order(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t b = diags_add_file(f.d, "b", STR("xyz")), a = diags_add_file(f.d, "a", STR("xyz"));
    diag_at(f.d, DIAG_ERROR, (struct span){b, 1, 2}, "r", "four");
    diag_at(f.d, DIAG_ERROR, (struct span){a, 2, 3}, "r", "three");
    diag_at(f.d, DIAG_ERROR, (struct span){a, 1, 2}, "r", "one");
    diag_at(f.d, DIAG_ERROR, (struct span){a, 1, 3}, "r", "two");
    diag_at(f.d, DIAG_NOTE, SPAN_NONE, "r", "zero");
    static const char *const order[] = {"zero", "one", "two", "three", "four"};
    assert_int_equal(diags_total(f.d), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(diags_finding(f.d, i)->message, order[i]);
    }
    diag_at(f.d, DIAG_ERROR, (struct span){a, 0, 3}, "r", "late");
    assert_string_equal(diags_finding(f.d, 1)->message, "late");
    arena_free(f.a);
}

static void keeps_one_of_equal_findings(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a", STR("xyz"));
    for (int i = 0; i < 300; i++) {
        diag_at(f.d, DIAG_ERROR, (struct span){file, (uint32_t)i % 3, 3}, "r", "same %d", i % 100);
        diag_hint(f.d, "hint %d", i);
    }
    diag_at(f.d, DIAG_ERROR, (struct span){file, 0, 3}, "r", "same 0");
    diag_hint(f.d, "not taken");
    diag_at(f.d, DIAG_WARNING, (struct span){file, 0, 3}, "r", "same 0");
    assert_int_equal(diags_count(f.d, DIAG_ERROR), 300);
    assert_int_equal(diags_count(f.d, DIAG_WARNING), 1);
    assert_int_equal(diags_total(f.d), 301);
    assert_string_equal(diags_finding(f.d, 0)->hint, "hint 0");
    arena_free(f.a);
}

static void shows_hidden_characters(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a\033.yaml", STR("\ta\033\xE2\x80\xAE\x7F\xFFz"));
    diag_at(f.d, DIAG_ERROR, find(f.d, file, "z"), "r", "bad\nmessage");
    assert_findings(f.d, "a␛.yaml:1:7: error: bad␊message [r]\n"
                         "    1 | →a␛�␡�z\n"
                         "      |       ^\n");
    arena_free(f.a);
}

static void aligns_the_caret_by_width(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a", STR("e\xCC\x81 😀 日本 z"));
    diag_at(f.d, DIAG_ERROR, find(f.d, file, "日本"), "r", "m");
    assert_findings(f.d, "a:1:6: error: m [r]\n    1 | e\xCC\x81 😀 日本 z\n      |      ^~~~\n");
    arena_free(f.a);
}

static void cuts_long_lines_around_the_caret(void **state)
{
    (void)state;
    struct fixture f = begin();
    char line[1001];
    memset(line, 'x', 1000);
    line[500] = '!';
    line[1000] = '\0';
    uint32_t file = diags_add_file(f.d, "a", str_of(line));
    diag_at(f.d, DIAG_ERROR, (struct span){file, 500, 900}, "r", "m");
    char *text = findings_text(f.d);
    const char *echo = strchr(text, '\n') + 1;
    assert_true(strncmp(echo, "    1 | …xxx", 13) == 0);
    assert_non_null(strstr(echo, "x…\n"));
    const char *caret = strchr(echo, '\n') + 1;
    assert_int_equal(strcspn(caret, "^"), 8 + 1 + 50);
    assert_int_equal(strlen(strchr(caret, '^')), 1 + 69 + 1);
    free(text);
    arena_free(f.a);
}

static void underlines_to_the_end_of_the_line(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a", STR("\xEF\xBB\xBFun deux\r\ntrois\r\n"));
    diag_at(f.d, DIAG_ERROR, (struct span){file, 6, 15}, "r", "many lines");
    diag_at(f.d, DIAG_ERROR, (struct span){file, 17, 17}, "r", "line end");
    diag_at(f.d, DIAG_ERROR, (struct span){file, 99, 99}, "r", "file end");
    assert_findings(f.d, "a:1:4: error: many lines [r]\n    1 | un deux\n      |    ^~~~\n"
                         "a:2:6: error: line end [r]\n    2 | trois\n      |      ^\n"
                         "a:3:1: error: file end [r]\n    3 | \n      | ^\n");
    arena_free(f.a);
}

static void prints_findings_without_place(void **state)
{
    (void)state;
    struct fixture f = begin();
    diag_at(f.d, DIAG_ERROR, SPAN_NONE, "missing-file", "cannot read 'x'");
    diag_hint(f.d, "name an edition");
    diag_also(f.d, SPAN_NONE, "nowhere");
    assert_findings(f.d, "error: cannot read 'x' [missing-file]\n      | name an edition\nnote: nowhere\n");
    arena_free(f.a);
}

static void colours_for_a_terminal(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a", STR("xyz"));
    diag_at(f.d, DIAG_ERROR, (struct span){file, 0, 3}, "r", "m");
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    diags_print(f.d, out, true);
    fclose(out);
    assert_string_equal(text, "\033[1ma:1:1: \033[1;31merror:\033[0m\033[1m m\033[0m [r]\n"
                              "\033[34m    1 | \033[0mxyz\n\033[34m      | \033[0m\033[1;31m^~~\033[0m\n");
    free(text);
    arena_free(f.a);
}

static void gives_no_far_fetched_name(void **state)
{
    (void)state;
    struct fixture f = begin();
    const struct str names[] = {STR("services"), STR("id"), STR("")};
    diag_at(f.d, DIAG_ERROR, SPAN_NONE, "r", "m");
    diag_nearest(f.d, STR("xy"), names, 3);
    assert_null(diags_finding(f.d, 0)->hint);
    arena_free(f.a);
}

static void keeps_only_so_many_findings(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a.yaml", STR("x"));
    for (int i = 0; i < 10100; i++) {
        diag_at(f.d, DIAG_WARNING, (struct span){file, 0, 1}, "bad-key", "number %d", i);
        diag_hint(f.d, "hint %d", i);
    }
    assert_int_equal(diags_total(f.d), 10001);
    assert_int_equal(diags_count(f.d, DIAG_WARNING), 10000);
    assert_int_equal(diags_count(f.d, DIAG_ERROR), 1);
    assert_string_equal(diags_finding(f.d, 0)->rule, "too-many-findings");
    assert_string_equal(diags_finding(f.d, 10000)->hint, "hint 9999");
    arena_free(f.a);
}

static void counts_columns_from_the_last_place(void **state)
{
    (void)state;
    struct fixture f = begin();
    uint32_t file = diags_add_file(f.d, "a.yaml",
                                   STR("\xEF\xBB\xBF"
                                       "été été\nà b"));
    static const struct {
        uint32_t offset, line, column;
    } places[] = {{9, 1, 5}, {9, 1, 5}, {12, 1, 7}, {3, 1, 1}, {0, 1, 1}, {8, 1, 4}, {18, 2, 3}, {15, 2, 1}, {9, 1, 5}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct place found = diags_place(f.d, file, places[i].offset);
        assert_int_equal(found.line, places[i].line);
        assert_int_equal(found.column, places[i].column);
    }
    arena_free(f.a);
}

static void knows_rules_by_name(void **state)
{
    (void)state;
    size_t count;
    const struct rule *rules = rules_all(&count);
    for (size_t i = 0; i < count; i++) {
        assert_true(i == 0 || strcmp(rules[i - 1].name, rules[i].name) < 0);
        assert_ptr_equal(rule_find(rules[i].name), &rules[i]);
        assert_true(strlen(rules[i].help) > 20);
    }
    assert_null(rule_find("no-such-rule"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_place_line_caret_and_hint), cmocka_unit_test(prints_second_place_as_note),
        cmocka_unit_test(keeps_only_so_many_findings),      cmocka_unit_test(counts_columns_from_the_last_place),
        cmocka_unit_test(sorts_by_name_place_and_order),    cmocka_unit_test(keeps_one_of_equal_findings),
        cmocka_unit_test(shows_hidden_characters),          cmocka_unit_test(aligns_the_caret_by_width),
        cmocka_unit_test(cuts_long_lines_around_the_caret), cmocka_unit_test(underlines_to_the_end_of_the_line),
        cmocka_unit_test(prints_findings_without_place),    cmocka_unit_test(colours_for_a_terminal),
        cmocka_unit_test(gives_no_far_fetched_name),        cmocka_unit_test(knows_rules_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
