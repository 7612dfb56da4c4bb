/* What is refused: keys, tags, characters, and what is too deep, too much or too large. */
#include "yaml_fixture.h"

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
    assert_error("a: \x7F\nb: \xE9t\xE9\nc: \x7F\n", "bad-encoding", "\xE9");
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
        cmocka_unit_test(reports_escaped_characters),
        cmocka_unit_test(reports_keys),
        cmocka_unit_test(reports_tags_and_anchors),
        cmocka_unit_test(reports_several_documents),
        cmocka_unit_test(reports_characters),
        cmocka_unit_test(finds_a_character_wherever_it_stands),
        cmocka_unit_test(stops_a_flood_of_bad_characters),
        cmocka_unit_test(limits_depth),
        cmocka_unit_test(limits_nodes),
        cmocka_unit_test(limits_size),
        cmocka_unit_test(a_file_may_end_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
