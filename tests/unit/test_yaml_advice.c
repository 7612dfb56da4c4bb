/* Advice: on text that needs quotes, and for slips of one character. */
#include "yaml_fixture.h"

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

struct slip {
    const char *yaml, *pointed_at, *message, *hint;
};

static void assert_slips(const struct slip *slips, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        uint32_t file = diags_add_file(d, "x.yaml", str_of(slips[i].yaml));
        yaml_load(a, d, file);
        assert_int_equal(diags_total(d), 1);
        const struct finding *f = diags_finding(d, 0);
        assert_string_equal(f->message, slips[i].message);
        assert_string_equal(f->hint, slips[i].hint);
        struct str at = str_slice(diags_file_bytes(d, file), f->at.start, f->at.end);
        assert_string_equal(arena_copy(a, at.at, at.len), slips[i].pointed_at);
        arena_free(a);
    }
}

static const char belongs[] = "this character does not belong at the start of the line";
static const char delete_or_space[] = "delete it, or put a space in its place";
static const char delete_or_dash[] = "delete it, or write '-' if this is a list entry";

static void advises_at_the_start_of_lines(void **state)
{
    static const struct slip slips[] = {
        {"a:\n  b: 1\n}   c: 2\n", "}", belongs, delete_or_space},
        {"a:\n    b: 1\n é  c: 2\n    d: 3\n", "é", belongs, delete_or_space},
        {"a:\n  - b: 1\n  *   c: 2\n", "*", belongs, delete_or_space},
        {"a:\n  - b: 1\n  & - c: 2\n", "&", belongs, delete_or_space},
        {"a:\n  '   b: 1\n", "'", belongs, delete_or_space},
        {"a:\n  * b\n  - c\n", "*", belongs, delete_or_dash},
        {"a:\n  - b: 1\n  } c: 2\n", "}", belongs, delete_or_dash},
        {"a:\n  é b: 1\n    c: 2\n", "é", belongs, delete_or_dash},
        {"a:\n  b: 1\n \xC2\xA0"
         "c: 2\n",
         "\xC2\xA0", "a no-break space cannot indent", "use spaces"},
        {"a:\n  b: 1\n  !c: d\n", "!", "a key cannot start with '!'",
         "correct the key; if the sign is meant, put the key in quotes"},
        {"a:\n  b: 1\n  [c: d\n", "[", "a key cannot start with '['",
         "correct the key; if the sign is meant, put the key in quotes"},
        {"a:\n  b: 1\n  >c: d\n", ">", "a key cannot start with '>'",
         "correct the key; if the sign is meant, put the key in quotes"},
    };
    (void)state;
    assert_slips(slips, sizeof slips / sizeof *slips);
}

static void advises_on_lines_that_do_not_line_up(void **state)
{
    static const struct slip slips[] = {
        {"a:\n  b:\n    c: 2\n  d: x\n    e: 4\n", "d: x", "this line does not line up with those around it",
         "indent it further"},
        {"a:\n  - b c\n    d: 1\n", "b c", "this is neither 'key: value' nor part of the value above",
         "if it starts with a key, put a colon behind it: - b: c; if not, indent it further"},
        {"a:\n  e: 1\n  b c\n  d: 1\n", "b c", "this is neither 'key: value' nor part of the value above",
         "if it starts with a key, put a colon behind it: b: c; if not, indent it further"},
        {"a: >\nb c\nd: 1\n", "b c", "this is neither 'key: value' nor part of the value above",
         "indent the lines of a text further than its key"},
        {"a:\n  e: 1\n  b:\xC2\xA0"
         "c\n  d: 1\n",
         "b:\xC2\xA0"
         "c",
         "this is neither 'key: value' nor part of the value above", "put a space behind the colon: b: c"},
    };
    (void)state;
    assert_slips(slips, sizeof slips / sizeof *slips);
}

static void advises_on_brackets(void **state)
{
    static const struct slip slips[] = {
        {"a: [b, c]]\n", "]", "this ']' closes nothing", "delete it; if all of this is text, put it in quotes"},
        {"a: [b, c}\n", "}", "'}' stands where ']' must", "write ']'; if all of this is text, put it in quotes"},
        {"a: {b: c-[d, e: f}\n", "[", "'[' stands inside a word",
         "delete it; if all of this is text, put it in quotes"},
        {"a: [b,, c]\n", ",", "nothing stands between two commas",
         "delete one of them, or write the entry that is missing"},
        {"a: [\"b, \"c\"]\n", "\"b, \"c\"", "the quotes of this entry do not fit", "write \"b\""},
        {"a: [b,\n    \"c, \"d\"]\n", "\"c, \"d\"", "the quotes of this entry do not fit", "write \"c\""},
        {"a: [b,\n    c}d, e]\n", "}", "'}' stands inside a word",
         "delete it; if all of this is text, put it in quotes"},
        {"a: {b: c d: e}\n", "b: c d: e", "a comma or quotes are missing in this entry",
         "put a comma between two entries, or the value in quotes: b: \"c d: e\""},
        {"a: [b,`c, d]\n", "`c", "a value that starts with '`' must be in quotes", "put the value in quotes: \"`c\""},
        {"a: {b: @c}\n", "b: @c", "a value that starts with '@' must be in quotes",
         "put the value in quotes: b: \"@c\""},
        {"a: {b:?c d, e: f}\n", "b:?c d", "there is no space behind the colon", "write b: ?c d"},
        {"a:\n  - b\n  { - c: [d]}\n", "{", belongs, delete_or_space},
    };
    (void)state;
    assert_slips(slips, sizeof slips / sizeof *slips);
}

static void tells_of_texts_cut_off(void **state)
{
    static const struct slip slips[] = {
        {"a: b #1 c\n", "#1 c", "the text ends here: '#' behind a space starts a comment",
         "if it is text, put it in quotes: a: \"b #1 c\""},
        {"- b #c\n", "#c", "the text ends here: '#' behind a space starts a comment",
         "if it is text, put it in quotes: - \"b #c\""},
    };
    (void)state;
    assert_slips(slips, sizeof slips / sizeof *slips);
}

static void leaves_comments_alone(void **state)
{
    static const char *const sound[] = {"a: b # c\n",    "a: b #\n", "a: b ## c\n",
                                        "a: \"b #1\"\n", "a: b#1\n", "a: >\n  b #1\n"};
    (void)state;
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        assert_non_null(yaml_load(a, d, diags_add_file(d, "x.yaml", str_of(sound[i]))));
        assert_int_equal(diags_total(d), 0);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(advises_at_the_start_of_lines),
        cmocka_unit_test(advises_on_lines_that_do_not_line_up),
        cmocka_unit_test(advises_on_brackets),
        cmocka_unit_test(tells_of_texts_cut_off),
        cmocka_unit_test(leaves_comments_alone),
        cmocka_unit_test(advises_to_quote),
        cmocka_unit_test(advises_on_quotes),
        cmocka_unit_test(advises_on_shape),
        cmocka_unit_test(leaves_long_values_out_of_the_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
