#include "findings.h"

#include <unistd.h>

#include "load/source.h"
#include "load/yaml.h"
#include "support/temp_folder.h"

struct fixture {
    struct arena *a;
    struct diags *d;
    struct sources *s;
    char *folder;
};

/* Each test works in a new folder, with "data" as root, so that names in findings are short. */
static int begin(void **state)
{
    static struct fixture f;
    f.a = arena_new();
    f.d = diags_new(f.a);
    f.folder = temp_folder_new();
    assert_int_equal(chdir(f.folder), 0);
    temp_folder_make(f.a, ".", "data");
    temp_folder_make(f.a, ".", "data/2024");
    f.s = sources_new(f.a, f.d, "data");
    *state = &f;
    return 0;
}

static int end(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(chdir("/"), 0);
    temp_folder_free(f->folder);
    arena_free(f->a);
    return 0;
}

static void put(struct fixture *f, const char *name, const char *text)
{
    temp_folder_put(f->a, "data", name, str_of(text));
}

static const struct node *yaml(struct fixture *f, const char *name)
{
    return source_yaml(f->s, name, 0, SPAN_NONE);
}

static void reads_each_file_once(void **state)
{
    struct fixture *f = *state;
    put(f, "2024/bilan.yaml", "edition: 2024\n");
    put(f, "x.json", "{\"a\": [1, \"b\"]}");
    put(f, "x.csv", "a;b\n1;2\n");
    const struct node *first = yaml(f, "2024/bilan.yaml");
    assert_string_equal(diags_file_name(f->d, first->at.file), "data/2024/bilan.yaml");
    assert_ptr_equal(first, source_yaml(f->s, "../2024/./bilan.yaml", first->at.file, SPAN_NONE));
    const struct node *json = source_yaml(f->s, "../x.json", first->at.file, SPAN_NONE);
    assert_int_equal(node_get(json, "a")->as.list.count, 2);
    const struct csv_table *table = source_csv(f->s, "x.csv", 0, SPAN_NONE);
    assert_int_equal(table->row_count, 1);
    assert_ptr_equal(table, source_csv(f->s, "x.csv", 0, SPAN_NONE));
    uint32_t bytes = source_bytes(f->s, "x.csv", 0, SPAN_NONE, 100);
    assert_true(str_is(diags_file_bytes(f->d, bytes), "a;b\n1;2\n"));
    assert_int_equal(bytes, 3);
    assert_int_equal(diags_total(f->d), 0);
}

/* Texts outlive the trees and tables that they stood in, and what is asked for again is there again. */
static void ends_trees_alone(void **state)
{
    struct fixture *f = *state;
    put(f, "a.yaml", "a: >\n  two\n  lines\nb: plain\n");
    put(f, "a.csv", "x\n\"say \"\"yes\"\"\"\n");
    struct str folded = node_get(yaml(f, "a.yaml"), "a")->as.scalar.text;
    struct str plain = node_get(yaml(f, "a.yaml"), "b")->as.scalar.text;
    struct str cell = source_csv(f->s, "a.csv", 0, SPAN_NONE)->rows[0].cells[0].text;
    sources_end_trees(f->s);
    assert_true(str_is(folded, "two lines\n"));
    assert_true(str_is(plain, "plain"));
    assert_true(str_is(cell, "say \"yes\""));
    assert_int_equal(yaml(f, "a.yaml")->as.map.count, 2);
    assert_int_equal(source_csv(f->s, "a.csv", 0, SPAN_NONE)->row_count, 1);
    assert_int_equal(sources_count(f->s), 2);
}

static void puts_included_trees_in_place(void **state)
{
    struct fixture *f = *state;
    put(f, "2024/bilan.yaml",
        "a: {include: parts/one.yaml}\nb:\n  - first\n  - include: parts/one.yaml\nc: {include: x, more: y}\n");
    temp_folder_make(f->a, ".", "data/2024/parts");
    put(f, "2024/parts/one.yaml", "- include: two.yaml\n");
    put(f, "2024/parts/two.yaml", "deep: value\n");
    const struct node *root = yaml(f, "2024/bilan.yaml");
    assert_int_equal(diags_total(f->d), 0);
    const struct node *deep = node_get(node_get(root, "a")->as.list.items[0], "deep");
    assert_true(str_is(deep->as.scalar.text, "value"));
    assert_string_equal(diags_file_name(f->d, deep->at.file), "data/2024/parts/two.yaml");
    const struct node *list = node_get(root, "b");
    assert_true(str_is(list->as.list.items[0]->as.scalar.text, "first"));
    assert_ptr_equal(list->as.list.items[1], node_get(root, "a"));
    assert_int_equal(node_get(root, "c")->as.map.count, 2);
}

static void includes_at_the_top(void **state)
{
    struct fixture *f = *state;
    put(f, "a.yaml", "include: b.yaml\n");
    put(f, "b.yaml", "text\n");
    assert_true(str_is(yaml(f, "a.yaml")->as.scalar.text, "text"));
}

static void refuses_cycles(void **state)
{
    struct fixture *f = *state;
    put(f, "a.yaml", "x: {include: b.yaml}\n");
    put(f, "b.yaml", "- include: a.yaml\n");
    assert_null(yaml(f, "a.yaml"));
    assert_findings(f->d, "data/b.yaml:1:12: error: 'data/a.yaml' includes itself [include-cycle]\n"
                          "    1 | - include: a.yaml\n"
                          "      |            ^~~~~~ leave this include out, or name another file\n");
}

static void refuses_cycles_by_way_of_links(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(symlink(".", "data/self"), 0);
    put(f, "a.yaml", "x: {include: self/a.yaml}\n");
    assert_null(yaml(f, "a.yaml"));
    assert_one_finding(f->d, "include-cycle", "self/a.yaml");
}

static void reports_every_file_that_fails(void **state)
{
    struct fixture *f = *state;
    put(f, "a.yaml",
        "- include: none.yaml\n- include: ../secret.yaml\n- include: 2024\n- include: bad.yaml\n- include: [x]\n");
    put(f, "bad.yaml", "a: b: c\n");
    temp_folder_put(f->a, ".", "secret.yaml", STR("secret\n"));
    assert_null(yaml(f, "a.yaml"));
    assert_findings(
        f->d,
        "data/a.yaml:1:12: error: cannot read 'data/none.yaml': No such file or directory [missing-file]\n"
        "    1 | - include: none.yaml\n      |            ^~~~~~~~~ put the file there; it is looked for from the "
        "folder of "
        "the file that names it\n"
        "data/a.yaml:2:12: error: 'data/../secret.yaml' lies outside the folder 'data' [outside-folder]\n"
        "    2 | - include: ../secret.yaml\n"
        "      |            ^~~~~~~~~~~~~~ copy the file into that folder\n"
        "data/a.yaml:3:12: error: 'data/2024' is not a regular file [not-a-file]\n"
        "    3 | - include: 2024\n      |            ^~~~ name a file, not a folder, pipe or device\n"
        "data/a.yaml:5:12: error: 'include' takes the name of one file [bad-include]\n"
        "    5 | - include: [x]\n      |            ^~~ as in 'include: pages.yaml'; give each file an include of "
        "its own\n"
        "data/bad.yaml:1:4: error: a value that contains ': ' must be in quotes [yaml-syntax]\n"
        "    1 | a: b: c\n      |    ^~~~ put the value in quotes: a: \"b: c\"\n");
}

static void limits_bytes(void **state)
{
    struct fixture *f = *state;
    put(f, "picture.png", "0123456789");
    assert_int_equal(source_bytes(f->s, "picture.png", 0, SPAN_NONE, 9), 0);
    assert_int_equal(diags_count(f->d, DIAG_ERROR), 1);
    assert_string_equal(diags_finding(f->d, 0)->rule, "too-large");
    uint32_t file = source_bytes(f->s, "picture.png", 0, SPAN_NONE, 10);
    assert_string_equal(diags_file_name(f->d, file), "data/picture.png");
    assert_int_equal(source_bytes(f->s, "picture.png", 0, SPAN_NONE, 5), 0);
    assert_null(source_csv(f->s, "none.csv", 0, SPAN_NONE));
    assert_null(source_yaml(f->s, "", 0, SPAN_NONE));
    assert_int_equal(diags_count(f->d, DIAG_ERROR), 3);
}

/* Ten includes of ten includes … of a small file: read once each, yet as large as the tree one would walk. */
static void counts_includes_as_copies(void **state)
{
    struct fixture *f = *state;
    for (int level = 0; level < 7; level++) {
        struct buf text = {0};
        for (int i = 0; i < 10; i++) {
            buf_printf(&text, level == 6 ? "- leaf\n" : "- include: %d.yaml\n", level + 1);
        }
        char name[16];
        snprintf(name, sizeof name, "%d.yaml", level);
        put(f, name, text.at);
        buf_free(&text);
    }
    assert_null(yaml(f, "0.yaml"));
    assert_int_equal(diags_total(f->d), 1);
    assert_string_equal(diags_finding(f->d, 0)->rule, "too-many-nodes");
}

static void limits_depth_over_includes(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    for (int i = 0; i < 40; i++) {
        buf_char(&text, '[');
    }
    buf_text(&text, "{include: b.yaml}");
    for (int i = 0; i < 40; i++) {
        buf_char(&text, ']');
    }
    put(f, "a.yaml", text.at);
    put(f, "b.yaml", "[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]\n");
    buf_free(&text);
    assert_null(yaml(f, "a.yaml"));
    assert_one_finding(f->d, "too-deep", "b.yaml");
}

static void tells_once_that_the_folder_is_not_there(void **state)
{
    struct fixture *f = *state;
    struct sources *s = sources_new(f->a, f->d, "none");
    assert_null(source_yaml(s, "a.yaml", 0, SPAN_NONE));
    assert_null(source_csv(s, "../data/a.csv", 0, SPAN_NONE));
    assert_int_equal(sources_count(s), 0);
    assert_findings(f->d, "error: cannot read 'none': No such file or directory [missing-file]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_each_file_once, begin, end),
        cmocka_unit_test_setup_teardown(ends_trees_alone, begin, end),
        cmocka_unit_test_setup_teardown(puts_included_trees_in_place, begin, end),
        cmocka_unit_test_setup_teardown(includes_at_the_top, begin, end),
        cmocka_unit_test_setup_teardown(refuses_cycles, begin, end),
        cmocka_unit_test_setup_teardown(refuses_cycles_by_way_of_links, begin, end),
        cmocka_unit_test_setup_teardown(reports_every_file_that_fails, begin, end),
        cmocka_unit_test_setup_teardown(tells_once_that_the_folder_is_not_there, begin, end),
        cmocka_unit_test_setup_teardown(limits_bytes, begin, end),
        cmocka_unit_test_setup_teardown(counts_includes_as_copies, begin, end),
        cmocka_unit_test_setup_teardown(limits_depth_over_includes, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
