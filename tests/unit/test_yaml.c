/* Trees, and where each value and each byte of its text comes from. */
#include "yaml_fixture.h"

static void assert_source(const struct fixture *f, struct span at, const char *expected)
{
    struct str source = str_slice(diags_file_bytes(f->d, at.file), at.start, at.end);
    if (!str_is(source, expected)) {
        print_message("'%.*s' is not '%s'\n", STR_ARG(source), expected);
    }
    assert_true(str_is(source, expected));
}

/* The value of `k` reads `text`, stands in the source as `source`, and each of its `words` leads back to itself. */
static void assert_value(const char *yaml, const char *text, const char *source)
{
    struct fixture f = load_well(yaml);
    const struct node *value = node_get(f.root, "k");
    assert_non_null(value);
    assert_int_equal(value->kind, NODE_SCALAR);
    if (!str_is(value->as.scalar.text, text)) {
        print_message("'%.*s' is not '%s'\n", STR_ARG(value->as.scalar.text), text);
    }
    assert_true(str_is(value->as.scalar.text, text));
    assert_source(&f, value->at, source);
    arena_free(f.a);
}

static void assert_word(const char *yaml, const char *word, uint32_t line, uint32_t column, const char *source)
{
    struct fixture f = load_well(yaml);
    const struct node *value = node_get(f.root, "k");
    struct str text = value->as.scalar.text;
    size_t at = 0;
    while (at < text.len && !str_starts(str_slice(text, at, text.len), word)) {
        at++;
    }
    assert_true(at < text.len);
    struct span span = node_span(value, at, at + strlen(word));
    assert_source(&f, span, source);
    struct place place = diags_place(f.d, span.file, span.start);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    arena_free(f.a);
}

static void builds_the_tree(void **state)
{
    (void)state;
    struct fixture f =
        load_well("# Édition\nédition: 2024\npages:\n  - page: cover\n  - [a, {b: c}]\nnone:\nnil: ~\ntext: \"~\"\n"
                  "words: [null, Null, NULL, ~, nULL, nul, nulle, n, '', ~~]\n");
    assert_int_equal(f.root->kind, NODE_MAP);
    assert_int_equal(f.root->as.map.count, 6);
    assert_source(&f, f.root->as.map.pairs[0].key->at, "édition");
    assert_source(&f, node_get(f.root, "édition")->at, "2024");
    assert_null(node_get(f.root, "édition")->as.scalar.origin);
    const struct node *pages = node_get(f.root, "pages");
    assert_int_equal(pages->as.list.count, 2);
    assert_source(&f, pages->at, "- page: cover\n  - [a, {b: c}]");
    assert_source(&f, pages->as.list.items[0]->at, "page: cover");
    assert_source(&f, pages->as.list.items[1]->at, "[a, {b: c}]");
    assert_int_equal(node_get(f.root, "none")->kind, NODE_NULL);
    assert_int_equal(node_get(f.root, "nil")->kind, NODE_NULL);
    const struct node *words = node_get(f.root, "words");
    for (size_t i = 0; i < words->as.list.count; i++)
        assert_int_equal(words->as.list.items[i]->kind, i < 4 ? NODE_NULL : NODE_SCALAR);
    assert_int_equal(node_get(f.root, "text")->kind, NODE_SCALAR);
    assert_null(node_get(f.root, "nowhere"));
    assert_null(node_get(pages, "page"));
    assert_null(node_get(NULL, "page"));
    arena_free(f.a);
}

static void reads_json(void **state)
{
    (void)state;
    struct fixture f = load_well("{\n\t\"a\":[1,null,true],\"b\":{\"c\":\"x\\/\\u00e9\"}\n}\n");
    assert_int_equal(node_get(f.root, "a")->as.list.items[1]->kind, NODE_NULL);
    const struct node *c = node_get(node_get(f.root, "b"), "c");
    assert_true(str_is(c->as.scalar.text, "x/é"));
    assert_int_equal(c->style, SCALAR_QUOTED);
    assert_source(&f, node_span(c, 2, 4), "\\u00e9");
    arena_free(f.a);
}

static void reads_empty_files(void **state)
{
    (void)state;
    static const char *const empty[] = {"", "\n\n", "# comment", "\xEF\xBB\xBF", "---\n", "---\n...\n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        struct fixture f = load_well(empty[i]);
        assert_int_equal(f.root->kind, NODE_NULL);
        arena_free(f.a);
    }
}

static void accepts_bom_crlf_and_directive(void **state)
{
    (void)state;
    struct fixture f = load_well("\xEF\xBB\xBF# é\r\n%YAML 1.1\r\n---\r\nk: é à\r\nl: >\r\n  a\r\n  b\r\n");
    assert_source(&f, node_get(f.root, "k")->at, "é à");
    const struct node *l = node_get(f.root, "l");
    assert_true(str_is(l->as.scalar.text, "a b\n"));
    assert_source(&f, l->at, "a\r\n  b");
    assert_source(&f, node_span(l, 2, 3), "b");
    arena_free(f.a);
}

static void keeps_the_span_of_values(void **state)
{
    (void)state;
    assert_value("k: plain text # note\n", "plain text", "plain text");
    assert_value("k: 'it''s'\n", "it's", "it''s");
    assert_value("k: \"a\\tb\"\n", "a\tb", "a\\tb");
    assert_value("k: ''\n", "", "");
    assert_value("k: one\n  two\n\n  three\n", "one two\nthree", "one\n  two\n\n  three");
    assert_value("k: |\n  one\n   two\n\n", "one\n two\n", "one\n   two");
    assert_value("k: >-\n  one\n  two\n", "one two", "one\n  two");
    assert_value("k: |+\n  one\n\n\n", "one\n\n\n", "one");
    assert_value("k: |\n  one", "one", "one");
    assert_value("k: >2 # note\n    one\n  two\n", "  one\ntwo\n", "  one\n  two");
    assert_value("k: |\n\n\n  one\n", "\n\none\n", "\n\n  one");
    assert_value("k: |+\n\n\n", "\n\n", "|");
    assert_value("k: !!str 12\n", "12", "12");
    assert_value("k: &a text\nl: *a\n", "text", "text");
    assert_value("k: &a # why\n  'text'\nl: *a\n", "text", "text");
    assert_value("k: !!str # why\n  ~\n", "~", "~");
}

/* Behind text of any length, with a character of several bytes anywhere in it. */
static void keeps_the_span_behind_longer_characters(void **state)
{
    (void)state;
    for (int before = 0; before < 12; before++)
        for (int behind = 0; behind < 12; behind++) {
            char value[40], text[80];
            snprintf(value, sizeof value, "%.*s\xC3\xA9\xE2\x82\xAC%.*s", before, "abcdefghijkl", behind,
                     "abcdefghijkl");
            snprintf(text, sizeof text, "%.*s: %s\nk: v\n", before + behind + 2, "zabcdefghijklmnopqrstuvwxyz", value);
            struct fixture f = load_well(text);
            assert_source(&f, f.root->as.map.pairs[0].value->at, value);
            assert_source(&f, node_get(f.root, "k")->at, "v");
            arena_free(f.a);
        }
}

static void maps_folded_plain_text(void **state)
{
    (void)state;
    static const char yaml[] = "k: été un  \n  \t deux\n\n\n  trois\n";
    assert_value(yaml, "été un deux\n\ntrois", "été un  \n  \t deux\n\n\n  trois");
    assert_word(yaml, "un", 1, 8, "un");
    assert_word(yaml, " deux", 1, 10, "  \n  \t deux");
    assert_word(yaml, "deux", 2, 5, "deux");
    assert_word(yaml, "trois", 5, 3, "trois");
}

static void maps_single_quotes(void **state)
{
    (void)state;
    static const char yaml[] = "k: 'l''été\n   et ''après'' '\n";
    assert_value(yaml, "l'été et 'après' ", "l''été\n   et ''après'' ");
    assert_word(yaml, "l'", 1, 5, "l''");
    assert_word(yaml, "été", 1, 8, "été");
    assert_word(yaml, "après", 2, 9, "après");
}

static void maps_double_quotes(void **state)
{
    (void)state;
    static const char yaml[] =
        "k: \"\\u00e9t\\xE9 \\U0001F600\\n \\\n    fin\\\n\n  x\\  \n  z\\\"\\\\\\/\\t\\/\\_\"\n";
    assert_word(yaml, "ét", 1, 5, "\\u00e9t");
    assert_word(yaml, "😀", 1, 17, "\\U0001F600");
    assert_word(yaml, "fin", 2, 5, "fin");
    assert_word(yaml, "x", 4, 3, "x");
    assert_word(yaml, "z", 5, 3, "z");
    assert_word(yaml, "\\/", 5, 6, "\\\\\\/");
    assert_word(yaml, "\xC2\xA0", 5, 14, "\\_");
    struct fixture f = load_well(yaml);
    struct str expected = STR("été 😀\n fin\nx  z\"\\/\t/\xC2\xA0");
    assert_true(str_eq(node_get(f.root, "k")->as.scalar.text, expected));
    arena_free(f.a);
    assert_value("k: \"\\t\\n\\ \\x41\"\n", "\t\n A", "\\t\\n\\ \\x41");
}

static void maps_literal_blocks(void **state)
{
    (void)state;
    static const char yaml[] = "k: |-\n\n   été\n     deux \n\n   trois\n\nl: 1\n";
    assert_value(yaml, "\nété\n  deux \n\ntrois", "\n   été\n     deux \n\n   trois");
    assert_word(yaml, "été", 3, 4, "été");
    assert_word(yaml, "deux", 4, 6, "deux");
    assert_word(yaml, "trois", 6, 4, "trois");
}

static void maps_folded_blocks(void **state)
{
    (void)state;
    static const char yaml[] =
        "a:\n  - k: 1\n  - >\n    Le réseau compte\n    **${services}**\n\n    neuf\n      plus\n\n    fin\n";
    struct fixture f = load_well(yaml);
    const struct node *text = node_get(f.root, "a")->as.list.items[1];
    assert_true(str_is(text->as.scalar.text, "Le réseau compte **${services}**\nneuf\n  plus\n\nfin\n"));
    struct span at = node_span(text, 20, 31);
    assert_source(&f, at, "${services}");
    assert_int_equal(diags_place(f.d, at.file, at.start).line, 5);
    assert_int_equal(diags_place(f.d, at.file, at.start).column, 7);
    arena_free(f.a);
    assert_word("k: >\n  a\n  b\n\n  c\n   d\n   e\n  f\n", "f", 8, 3, "f");
    assert_word("k: >1-\n  x\n y\n", " x", 2, 2, " x");
    assert_word("k: >2\n\n     \n  x\n", "x", 4, 3, "x");
}

/* An indentation indicator far to the right is not worked out; the map stays inside the value. */
static void approximates_what_it_cannot_retrace(void **state)
{
    (void)state;
    struct buf yaml = {0};
    buf_printf(&yaml, "%150s: |1\n%151s  x\n", "k", "");
    struct fixture f = load_well(yaml.at);
    const struct node *value = node_get(f.root, "k");
    struct span at = node_span(value, 0, value->as.scalar.text.len);
    assert_true(at.start >= value->at.start && at.end <= value->at.end && at.start < at.end);
    arena_free(f.a);
    buf_free(&yaml);
}

static void repeats_aliases(void **state)
{
    (void)state;
    struct fixture f = load_well("a: &x\n  b: 1\nc: *x\nd: [*x, *x]\n");
    assert_ptr_equal(node_get(f.root, "a"), node_get(f.root, "c"));
    assert_source(&f, node_get(f.root, "c")->at, "b: 1");
    arena_free(f.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(builds_the_tree),          cmocka_unit_test(reads_json),
        cmocka_unit_test(reads_empty_files),        cmocka_unit_test(accepts_bom_crlf_and_directive),
        cmocka_unit_test(keeps_the_span_of_values), cmocka_unit_test(keeps_the_span_behind_longer_characters),
        cmocka_unit_test(maps_folded_plain_text),   cmocka_unit_test(maps_single_quotes),
        cmocka_unit_test(maps_double_quotes),       cmocka_unit_test(maps_literal_blocks),
        cmocka_unit_test(maps_folded_blocks),       cmocka_unit_test(approximates_what_it_cannot_retrace),
        cmocka_unit_test(repeats_aliases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
