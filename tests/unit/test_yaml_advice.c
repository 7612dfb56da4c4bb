/* Slips of one character, and the advice that fits each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "load/yaml.h"

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
        cmocka_unit_test(advises_at_the_start_of_lines), cmocka_unit_test(advises_on_lines_that_do_not_line_up),
        cmocka_unit_test(advises_on_brackets),           cmocka_unit_test(tells_of_texts_cut_off),
        cmocka_unit_test(leaves_comments_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
