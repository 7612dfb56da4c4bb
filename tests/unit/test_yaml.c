#include "findings.h"

#include "load/yaml.h"

struct fixture {
    struct arena *a;
    struct diags *d;
    const struct node *root;
};

static struct fixture load_bytes(struct str bytes)
{
    struct fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    f.root = yaml_load(f.a, f.d, diags_add_file(f.d, "x.yaml", bytes));
    return f;
}

static struct fixture load(const char *text)
{
    return load_bytes(str_of(text));
}

static struct fixture load_well(const char *text)
{
    struct fixture f = load(text);
    assert_findings(f.d, "");
    assert_non_null(f.root);
    return f;
}

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
        load_well("# Édition\nédition: 2024\npages:\n  - page: cover\n  - [a, {b: c}]\nnone:\nnil: ~\ntext: \"~\"\n");
    assert_int_equal(f.root->kind, NODE_MAP);
    assert_int_equal(f.root->as.map.count, 5);
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

/* What may not stand in a file may not be written by an escape either. */
static void reports_escaped_characters(void **state)
{
    (void)state;
    static const char *const escapes[] = {"\\0", "\\a", "\\b", "\\v",   "\\f",     "\\r",    "\\e",
                                          "\\N", "\\L", "\\P", "\\x7f", "\\u202e", "\\uFEFF"};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        char yaml[32];
        snprintf(yaml, sizeof yaml, "k: \"x%s\"\n", escapes[i]);
        struct fixture f = load(yaml);
        assert_null(f.root);
        assert_string_equal(diags_finding(f.d, 0)->rule, "bad-character");
        arena_free(f.a);
    }
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

static void assert_error(const char *yaml, const char *rule, const char *pointed_at)
{
    struct fixture f = load(yaml);
    assert_null(f.root);
    assert_one_finding(f.d, rule, pointed_at);
    arena_free(f.a);
}

static void reports_keys(void **state)
{
    (void)state;
    struct fixture f = load("a: 1\nb: 2\na: 3\nb: {c: 1, c: 2}\n");
    assert_null(f.root);
    assert_findings(f.d, "x.yaml:3:1: error: key 'a' stands twice [duplicate-key]\n    3 | a: 3\n      | ^ keep one of "
                         "the two, or rename one\n"
                         "x.yaml:1:1: note: first stated here\n    1 | a: 1\n      | ^\n"
                         "x.yaml:4:1: error: key 'b' stands twice [duplicate-key]\n    4 | b: {c: 1, c: 2}\n      | ^ "
                         "keep one of the two, or rename one\n"
                         "x.yaml:2:1: note: first stated here\n    2 | b: 2\n      | ^\n"
                         "x.yaml:4:11: error: key 'c' stands twice [duplicate-key]\n    4 | b: {c: 1, c: 2}\n      |   "
                         "        ^ keep one of the two, or rename one\n"
                         "x.yaml:4:5: note: first stated here\n    4 | b: {c: 1, c: 2}\n      |     ^\n");
    arena_free(f.a);
    assert_error("{[a, b]: 1}\n", "bad-key", "[a, b]");
    assert_error("a: 1\n~: 2\n", "bad-key", "~");
    assert_error("a: 1\n?\n: 2\n", "bad-key", "");
}

static void reports_tags_and_anchors(void **state)
{
    (void)state;
    assert_error("a: !env HOME\n", "custom-tag", "!env");
    assert_error("a: ! b\n", "custom-tag", "!");
    assert_error("a: &co bilan\n", "unused-anchor", "&co");
    assert_error("a: *none\n", "bad-alias", "*none");
    assert_error("a: &x [b, *x]\n", "bad-alias", "*x");
}

static void reports_several_documents(void **state)
{
    (void)state;
    assert_error("a: 1\n---\nb: 2\n", "several-documents", "-");
    assert_error("a: 1\n... # end\n%TAG\n", "several-documents", "%");
}

static void reports_characters(void **state)
{
    (void)state;
    assert_error("a: \xE9t\xE9\n", "bad-encoding", "\xE9");
    assert_error("a: \x1B[0m\n", "bad-character", "\x1B");
    assert_error("a: \x7F\n", "bad-character", "\x7F");
    assert_error("a: \xC2\x85\n", "bad-character", "\xC2\x85");
    assert_error("a: \xE2\x80\xAEx\n", "bad-character", "\xE2\x80\xAE");
    assert_error("a: \xE2\x81\xA6x\n", "bad-character", "\xE2\x81\xA6");
    assert_error("a: \xE2\x80\xA8x\n", "bad-character", "\xE2\x80\xA8");
    assert_error("a: \xEF\xBB\xBFx\n", "bad-character", "\xEF\xBB\xBF");
    assert_error("a: 1\rb: 2\n", "bad-character", "\r");
    struct fixture f = load_bytes(STR("a: \0\n"));
    assert_string_equal(diags_finding(f.d, 0)->rule, "bad-character");
    arena_free(f.a);
}

/* Bytes are looked at several at once: wherever a bad one stands among them, beside line feeds too. */
static void finds_a_character_wherever_it_stands(void **state)
{
    (void)state;
    const char good[] = "# abcdefgh\n\n# ijk\n# \xC3\xA9lmnopqrst\n# uvwx\n";
    for (size_t at = 0; at + 1 < sizeof good; at++) {
        for (char bad = 1; bad > 0; bad++) {
            char bytes[sizeof good];
            bool is_good = bad >= ' ' ? bad != 0x7F : bad == '\t' || bad == '\n';
            if (is_good || bad == '\r' || (good[at] & 0x80) != 0)
                continue;
            memcpy(bytes, good, sizeof good);
            bytes[at] = bad;
            struct fixture f = load_bytes((struct str){bytes, sizeof good - 1});
            assert_int_equal(diags_total(f.d), 1);
            assert_string_equal(diags_finding(f.d, 0)->rule, "bad-character");
            assert_int_equal(diags_finding(f.d, 0)->at.start, at);
            arena_free(f.a);
        }
    }
}

static void stops_a_flood_of_bad_characters(void **state)
{
    (void)state;
    char bytes[1000];
    memset(bytes, 1, sizeof bytes);
    struct fixture f = load_bytes((struct str){bytes, sizeof bytes});
    assert_int_equal(diags_total(f.d), 10);
    arena_free(f.a);
}

static struct fixture load_repeated(const char *head, const char *part, size_t times, const char *tail)
{
    static struct buf yaml;
    buf_free(&yaml);
    buf_text(&yaml, head);
    for (size_t i = 0; i < times; i++) {
        buf_text(&yaml, part);
    }
    buf_text(&yaml, tail);
    struct fixture f = load_bytes(buf_view(&yaml));
    return f;
}

static void limits_depth(void **state)
{
    (void)state;
    static const char *const parts[] = {"[", "[\n", "{a: ", "- ", "? "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct fixture f = load_repeated("", parts[i], 160000, "");
        assert_null(f.root);
        assert_int_equal(diags_total(f.d), 1);
        assert_string_equal(diags_finding(f.d, 0)->rule, "too-deep");
        arena_free(f.a);
    }
    struct fixture f = load_repeated("", "- ", YAML_MAX_DEPTH, "x\n");
    assert_non_null(f.root);
    arena_free(f.a);
    f = load_repeated("", "- ", YAML_MAX_DEPTH + 1, "x\n");
    assert_null(f.root);
    arena_free(f.a);
    f = load_repeated("- &a [[[[x]]]]\n- ", "- ", YAML_MAX_DEPTH - 5, "*a\n");
    assert_non_null(f.root);
    arena_free(f.a);
    f = load_repeated("- &a [[[[x]]]]\n- ", "- ", YAML_MAX_DEPTH - 4, "*a\n");
    assert_null(f.root);
    assert_string_equal(diags_finding(f.d, 0)->rule, "too-deep");
    arena_free(f.a);
}

static void limits_nodes(void **state)
{
    (void)state;
    struct fixture f = load_repeated("", "- a\n", YAML_MAX_NODES, "");
    assert_null(f.root);
    assert_string_equal(diags_finding(f.d, 0)->rule, "too-many-nodes");
    arena_free(f.a);
    f = load("a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
             "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
             "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\n");
    assert_one_finding(f.d, "too-many-nodes", "*e");
    arena_free(f.a);
    f = load_repeated("", "- &a x\n", 1001, "");
    assert_one_finding(f.d, "too-many-nodes", "&a x");
    arena_free(f.a);
}

static void limits_size(void **state)
{
    (void)state;
    struct fixture f = load_repeated("", "# 34567\n", YAML_MAX_BYTES / 8, "");
    assert_non_null(f.root);
    arena_free(f.a);
    f = load_repeated("", "# 34567\n", YAML_MAX_BYTES / 8, "\n");
    assert_one_finding(f.d, "too-large", "");
    arena_free(f.a);
}

/* One case: the YAML, and the finding without its file name. */
struct advice {
    const char *yaml, *expected;
};

static void assert_advice(const struct advice *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture f = load(cases[i].yaml);
        assert_null(f.root);
        char *text = findings_text(f.d);
        assert_string_equal(text + sizeof "x.yaml:" - 1, cases[i].expected);
        free(text);
        arena_free(f.a);
    }
}

static void advises_to_quote(void **state)
{
    (void)state;
    static const struct advice cases[] = {
        {"title: Objectif : faire\nx: 1\n",
         "1:8: error: a value that contains ': ' must be in quotes [yaml-syntax]\n"
         "    1 | title: Objectif : faire\n"
         "      |        ^~~~~~~~~~~~~~~~ put the value in quotes: title: \"Objectif : faire\"\n"},
        {"p:\n  - title: [98] services   # note\n",
         "2:12: error: a value that starts with '[' must be in quotes [yaml-syntax]\n"
         "    2 |   - title: [98] services   # note\n"
         "      |            ^~~~~~~~~~~~~ put the value in quotes: - title: \"[98] services\"\n"},
        {"t: {edition} bilan\n", "1:4: error: a value that starts with '{' must be in quotes [yaml-syntax]\n"
                                 "    1 | t: {edition} bilan\n"
                                 "      |    ^~~~~~~~~~~~~~~ put the value in quotes: t: \"{edition} bilan\"\n"},
        {"t: > 50 %\n", "1:4: error: a value that starts with '>' must be in quotes [yaml-syntax]\n"
                        "    1 | t: > 50 %\n      |    ^~~~~~ put the value in quotes: t: \"> 50 %\"\n"},
        {"t: |50\n", "1:4: error: a value that starts with '|' must be in quotes [yaml-syntax]\n"
                     "    1 | t: |50\n      |    ^~~ put the value in quotes: t: \"|50\"\n"},
        {"t: *ETPT = \"é\" l'an\n", "1:4: error: alias '*ETPT' repeats a value that does not exist [bad-alias]\n"
                                    "    1 | t: *ETPT = \"é\" l'an\n"
                                    "      |    ^~~~~ put the value in quotes: t: \"*ETPT = \\\"é\\\" l'an\"\n"},
        {"- * note\n", "1:3: error: a value that starts with '*' must be in quotes [yaml-syntax]\n"
                       "    1 | - * note\n      |   ^~~~~~ put the value in quotes: - \"* note\"\n"},
        {"t: % de\n", "1:4: error: a value that starts with '%' must be in quotes [yaml-syntax]\n"
                      "    1 | t: % de\n      |    ^~~~ put the value in quotes: t: \"% de\"\n"},
        {"% de\n", "1:1: error: a value that starts with '%' must be in quotes [yaml-syntax]\n"
                   "    1 | % de\n      | ^ put the value in quotes: \"% de\"\n"},
        {"t: @x \\ y\n", "1:4: error: a value that starts with '@' must be in quotes [yaml-syntax]\n"
                         "    1 | t: @x \\ y\n      |    ^~~~~~ put the value in quotes: t: \"@x \\\\ y\"\n"},
        {"t: `x`\n", "1:4: error: a value that starts with '`' must be in quotes [yaml-syntax]\n"
                     "    1 | t: `x`\n      |    ^~~ put the value in quotes: t: \"`x`\"\n"},
        {"t: & co\n", "1:4: error: a value that starts with '&' must be in quotes [yaml-syntax]\n"
                      "    1 | t: & co\n      |    ^~~~ put the value in quotes: t: \"& co\"\n"},
        {"t: - b\n", "1:4: error: a value that starts with '-' must be in quotes [yaml-syntax]\n"
                     "    1 | t: - b\n      |    ^~~ put the value in quotes: t: \"- b\"\n"},
    };
    assert_advice(cases, sizeof cases / sizeof *cases);
}

static void advises_on_quotes(void **state)
{
    (void)state;
    static const struct advice cases[] = {
        {"t: \"Objectif\nx: 1\n", "1:4: error: this quote is never closed [yaml-syntax]\n"
                                  "    1 | t: \"Objectif\n      |    ^ close it: t: \"Objectif\"\n"},
        {"t: \"Objectif\nx: \"y\"\n", "1:4: error: this quote is never closed [yaml-syntax]\n"
                                      "    1 | t: \"Objectif\n      |    ^ close it: t: \"Objectif\"\n"},
        {"t: 'l'été'\n", "1:4: error: text behind the closing ' [yaml-syntax]\n"
                         "    1 | t: 'l'été'\n      |    ^~~~~~~ put the value in quotes: t: \"l'été\"\n"},
        {"t: \"Bilan\" 2024\n",
         "1:4: error: text behind the closing \" [yaml-syntax]\n"
         "    1 | t: \"Bilan\" 2024\n      |    ^~~~~~~~~~~~ put the value in quotes: t: '\"Bilan\" 2024'\n"},
        {"t: \"C:\\q\"\n",
         "1:7: error: unknown escape in double quotes [yaml-syntax]\n"
         "    1 | t: \"C:\\q\"\n      |       ^~ double the backslash, or write the character itself\n"},
        {"t: \"\\ud83d\"\n", "1:5: error: this escape is no character, or half of one [yaml-syntax]\n"
                             "    1 | t: \"\\ud83d\"\n      |     ^~ write the character itself\n"},
    };
    assert_advice(cases, sizeof cases / sizeof *cases);
}

static void advises_on_shape(void **state)
{
    (void)state;
    static const struct advice cases[] = {
        {"a:\n\tb: 1\n", "2:1: error: a tab cannot indent [yaml-syntax]\n    2 | →b: 1\n      | ^ use spaces\n"},
        {"a: [x, y\nb: 1\n", "1:4: error: this '[' is never closed [yaml-syntax]\n    1 | a: [x, y\n"
                             "      |    ^ close it: a: [x, y]; if it is text, put it in quotes\n"},
        {"a: {x: 1", "1:4: error: this '{' is never closed [yaml-syntax]\n    1 | a: {x: 1\n"
                     "      |    ^ close it: a: {x: 1}; if it is text, put it in quotes\n"},
        {"p:\n  - a: 1\n  -b: 2\n", "3:3: error: '-' without a space is no list entry [yaml-syntax]\n    3 |   -b: 2\n"
                                    "      |   ^~~~~ put a space behind it: - b: 2\n"},
        {"p:\n  - a: 1\n - b: 2\n",
         "3:2: error: this list entry does not line up [yaml-syntax]\n    3 |  - b: 2\n"
         "      |  ^~~~~~ put its '-' below the '-' of the entry above, or on a line of its own below the key\n"},
        {"a:\n    b: 1\n  c: 2\n",
         "3:3: error: this line does not line up with those above [yaml-syntax]\n    3 |   c: 2\n"
         "      |   ^~~~ give it the indentation of the key or entry that it goes with\n"},
        {"a: 1\nb:x y\nc: 2\n", "2:1: error: this is neither 'key: value' nor part of the value above [yaml-syntax]\n"
                                "    2 | b:x y\n      | ^~~~~ put a space behind the colon: b: x y\n"},
        {"a: 1\nb\nc: 2\n",
         "2:1: error: this is neither 'key: value' nor part of the value above [yaml-syntax]\n    2 | b\n"
         "      | ^ if it starts with a key, put a colon behind it: b:; if not, indent it further\n"},
        {"t: Le réseau\n  compte : 5\n",
         "2:3: error: a key cannot stand here [yaml-syntax]\n    2 |   compte : 5\n      |   ^~~~~~ "
         "line it up with the keys above; if it goes on with the text above, put all of that text in quotes\n"},
        {"--- |x\n", "1:6: error: not well-formed YAML: did not find expected comment or line break [yaml-syntax]\n"
                     "    1 | --- |x\n      |      ^ if this is text, put it in quotes\n"},
    };
    assert_advice(cases, sizeof cases / sizeof *cases);
}

static void leaves_long_values_out_of_the_hint(void **state)
{
    (void)state;
    struct fixture f = load_repeated("t: a : ", "long ", 100, "\n");
    assert_string_equal(diags_finding(f.d, 0)->hint, "put the value in quotes");
    arena_free(f.a);
}

/* A file's bytes are read up to its end and no further, wherever that is. */
static void a_file_may_end_anywhere(void **state)
{
    static const char text[] = "a: \"\\u00e9 \\x41 \\\"\n  b\"\nc: {d: [e, 'f''g'], \"h\": \"\\u00e9\"}\ni: &j |2-\n   "
                               " k\nl: *j\nm: !!str >\n  n\n";
    (void)state;
    for (size_t len = 0; len < sizeof text; len++) {
        char *bytes = malloc(len ? len : 1); /* of its own, so that the sanitizer sees a step too far */
        assert_non_null(bytes);
        memcpy(bytes, text, len);
        struct fixture f = load_bytes((struct str){bytes, len});
        assert_true(f.root || diags_count(f.d, DIAG_ERROR) > 0);
        arena_free(f.a);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(builds_the_tree),
        cmocka_unit_test(reads_json),
        cmocka_unit_test(reads_empty_files),
        cmocka_unit_test(accepts_bom_crlf_and_directive),
        cmocka_unit_test(keeps_the_span_of_values),
        cmocka_unit_test(keeps_the_span_behind_longer_characters),
        cmocka_unit_test(maps_folded_plain_text),
        cmocka_unit_test(maps_single_quotes),
        cmocka_unit_test(maps_double_quotes),
        cmocka_unit_test(reports_escaped_characters),
        cmocka_unit_test(maps_literal_blocks),
        cmocka_unit_test(maps_folded_blocks),
        cmocka_unit_test(approximates_what_it_cannot_retrace),
        cmocka_unit_test(repeats_aliases),
        cmocka_unit_test(reports_keys),
        cmocka_unit_test(reports_tags_and_anchors),
        cmocka_unit_test(reports_several_documents),
        cmocka_unit_test(reports_characters),
        cmocka_unit_test(finds_a_character_wherever_it_stands),
        cmocka_unit_test(stops_a_flood_of_bad_characters),
        cmocka_unit_test(limits_depth),
        cmocka_unit_test(limits_nodes),
        cmocka_unit_test(limits_size),
        cmocka_unit_test(advises_to_quote),
        cmocka_unit_test(advises_on_quotes),
        cmocka_unit_test(advises_on_shape),
        cmocka_unit_test(leaves_long_values_out_of_the_hint),
        cmocka_unit_test(a_file_may_end_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
