#include "load/yaml_advice.h"

#include <string.h>

#include "base/i18n.h"
#include "load/yaml_brackets.h"
#include "load/yaml_line.h"
#include "load/yaml_quotes.h"

static const char rule[] = "yaml-syntax";

/* What the advisers look at. */
struct trouble {
    struct diags *diags;
    uint32_t file;
    struct str bytes;
    const struct yaml_problem *problem;
    struct yaml_line line; /* the one of the problem */
};

static struct span span_of(const struct trouble *t, size_t start, size_t len)
{
    return (struct span){t->file, (uint32_t)start, (uint32_t)(start + len)};
}

static bool says(const char *words, const char *part)
{
    return words != NULL && strstr(words, part) != NULL;
}

static bool same_line(const struct trouble *t, size_t a, size_t b)
{
    size_t from = a < b ? a : b, to = a < b ? b : a;
    return memchr(t->bytes.at + from, '\n', to - from) == NULL;
}

/* The corrected line is the one that opens `closer`, with it at the end. */
static void hint_closed(const struct trouble *t, size_t at, char closer)
{
    struct yaml_line line = yaml_line_at(t->bytes, at);
    diag_hint(t->diags, _("close it: %.*s%.*s%c"), STR_ARG(line.lead), STR_ARG(line.value), closer);
}

/* A quote that runs to the end of the file, or to the next quote in a later line. */
static bool advise_open_quote(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    bool to_the_end = says(p->context, "quoted scalar") && (says(p->problem, "unexpected end of stream") ||
                                                            says(p->problem, "unexpected document indicator"));
    struct span last = p->last_quoted;
    bool to_the_next = last.file != 0 && !same_line(t, last.start, last.end) && same_line(t, last.end, p->at);
    if (!to_the_end && !to_the_next) {
        return false;
    }
    size_t at = to_the_end ? p->context_at : last.start;
    diag_at(t->diags, DIAG_ERROR, span_of(t, at, 1), rule, "%s", _("this quote is never closed"));
    hint_closed(t, at, t->bytes.at[at]);
    return true;
}

static bool advise_escape(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    if (!says(p->context, "quoted scalar")) {
        return false;
    }
    size_t at = p->at;
    while (at > p->context_at && (at == t->bytes.len || t->bytes.at[at] != '\\')) { /* the problem may lie behind it */
        at--;
    }
    if (says(p->problem, "invalid Unicode character")) {
        diag_at(t->diags, DIAG_ERROR, span_of(t, at, 2), rule, "%s", _("this escape is no character, or half of one"));
        diag_hint(t->diags, "%s", _("write the character itself"));
        return true;
    }
    diag_at(t->diags, DIAG_ERROR, span_of(t, at, 2), rule, "%s", _("unknown escape in double quotes"));
    diag_hint(t->diags, "%s", _("double the backslash, or write the character itself"));
    return true;
}

static bool advise_tab(const struct trouble *t)
{
    size_t at = t->line.start + str_find(t->line.indent, '\t');
    if (at == t->line.start + t->line.indent.len) {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, span_of(t, at, 1), rule, "%s", _("a tab cannot indent"));
    diag_hint(t->diags, "%s", _("use spaces"));
    return true;
}

/* No-break spaces come with what is copied from a word processor; YAML takes them for letters. */
static size_t no_break_space(struct str s)
{
    return str_starts(s, "\xC2\xA0") ? 2 : str_starts(s, "\xE2\x80\xAF") ? 3 : 0;
}

static struct str without_spaces(struct str s)
{
    size_t len;
    for (s = str_trim(s); (len = no_break_space(s)) > 0; s = str_trim(s)) {
        s = str_slice(s, len, s.len);
    }
    return s;
}

static bool advise_no_break_space(const struct trouble *t)
{
    size_t at = t->line.start + t->line.indent.len;
    size_t len = no_break_space(str_slice(t->bytes, at, t->bytes.len));
    if (len == 0) {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, span_of(t, at, len), rule, "%s", _("a no-break space cannot indent"));
    diag_hint(t->diags, "%s", _("use spaces"));
    return true;
}

/* A '[' or '{' that the following lines do not close. */
static bool advise_open_bracket(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    bool list = says(p->context, "flow sequence");
    bool at_end = p->at >= t->bytes.len;
    if ((!list && !says(p->context, "flow mapping")) || (same_line(t, p->context_at, p->at) && !at_end)) {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, span_of(t, p->context_at, 1), rule, _("this '%c' is never closed"), list ? '[' : '{');
    hint_closed(t, p->context_at, list ? ']' : '}');
    return true;
}

/* The line before that of `start` opens a text over several lines: "text: >". */
static bool follows_block(const struct trouble *t, size_t start)
{
    struct str before = str_trim(str_slice(t->bytes, 0, start));
    size_t at = before.len;
    while (at > 0 && strchr("+-0123456789", before.at[at - 1]) != NULL) {
        at--;
    }
    return at > 1 && strchr("|>", before.at[at - 1]) != NULL && before.at[at - 2] == ' ';
}

/* "title:Objectif": no space behind the colon. The parser notices at the end of the line or later. */
static bool advise_colon(const struct trouble *t)
{
    if (!says(t->problem->problem, "could not find expected ':'")) {
        return false;
    }
    struct yaml_line line = yaml_line_at(t->bytes, t->problem->context_at);
    size_t colon = str_find(line.value, ':');
    diag_at(t->diags, DIAG_ERROR, span_of(t, line.value_at, line.value.len), rule, "%s",
            _("this is neither 'key: value' nor part of the value above"));
    if (follows_block(t, line.start)) {
        diag_hint(t->diags, "%s", _("indent the lines of a text further than its key"));
    } else if (colon + 1 < line.value.len) {
        struct str rest = without_spaces(str_slice(line.value, colon + 1, line.value.len));
        diag_hint(t->diags, _("put a space behind the colon: %.*s%.*s: %.*s"), STR_ARG(line.lead), (int)colon,
                  line.value.at, STR_ARG(rest));
    } else {
        diag_hint(t->diags, "%s", _("indent it further than the key that it belongs to, or write it as 'key: value'"));
    }
    return true;
}

/* Brackets and braces that open and close in one line, and do not fit. */
static bool advise_brackets(const struct trouble *t)
{
    size_t at = t->problem->at < t->line.value_at ? 0 : t->problem->at - t->line.value_at;
    struct bracket_fault fault = yaml_check_brackets(t->line.value, at);
    size_t start = t->line.value_at + fault.at;
    switch (fault.kind) {
    case BRACKETS_FIT:
        return false;
    case BRACKET_CLOSES_NOTHING:
        diag_at(t->diags, DIAG_ERROR, span_of(t, start, 1), rule, _("this '%c' closes nothing"), fault.found);
        diag_hint(t->diags, "%s", _("delete it; if all of this is text, put it in quotes"));
        return true;
    case BRACKET_OTHER:
        diag_at(t->diags, DIAG_ERROR, span_of(t, start, 1), rule, _("'%c' stands where '%c' must"), fault.found,
                fault.wanted);
        diag_hint(t->diags, _("write '%c'; if all of this is text, put it in quotes"), fault.wanted);
        return true;
    case BRACKET_ENTRY:
        break;
    }
    struct str entry = str_slice(t->line.value, fault.at, fault.end);
    struct buf fixed = {0};
    bracket_entry_quoted(&fixed, entry);
    diag_at(t->diags, DIAG_ERROR, span_of(t, start, entry.len), rule, "%s",
            _("a comma or quotes are missing in this entry"));
    diag_hint(t->diags, _("put a comma between two entries, or the value in quotes: %s"), buf_view(&fixed).at);
    buf_free(&fixed);
    return true;
}

/* A character of YAML's own at the start of a value; some are that only where the parser stumbles over them. */
static bool is_indicator(const struct trouble *t)
{
    struct str value = t->line.value;
    if (value.len == 0 || t->problem->at < t->line.value_at) {
        return false;
    }
    return strchr("{[*&!%@`>|\"'", value.at[0]) != NULL ||
           (t->problem->at == t->line.value_at && strchr(",]}-?", value.at[0]) != NULL);
}

/* A value that begins with a character of YAML's own. */
static bool advise_first_character(const struct trouble *t)
{
    if (!is_indicator(t) || (t->line.lead.len == 0 && t->line.value.at[0] == '-')) {
        return false;
    }
    char first = t->line.value.at[0];
    diag_at(t->diags, DIAG_ERROR, span_of(t, t->line.value_at, t->line.value.len), rule,
            first == '"' || first == '\'' ? _("text behind the closing %c")
                                          : _("a value that starts with '%c' must be in quotes"),
            first);
    yaml_hint_line_quoted(t->diags, &t->line);
    return true;
}

static bool advise_second_colon(const struct trouble *t)
{
    if (!says(t->problem->problem, "mapping values are not allowed")) {
        return false;
    }
    bool inside = t->problem->at >= t->line.value_at && t->problem->at < t->line.value_at + t->line.value.len;
    if (inside) {
        diag_at(t->diags, DIAG_ERROR, span_of(t, t->line.value_at, t->line.value.len), rule, "%s",
                _("a value that contains ': ' must be in quotes"));
        yaml_hint_line_quoted(t->diags, &t->line);
        return true;
    }
    size_t start = t->line.start + t->line.indent.len;
    struct str key = str_trim(str_slice(t->bytes, start, t->problem->at));
    diag_at(t->diags, DIAG_ERROR, span_of(t, start, key.len), rule, "%s", _("a key cannot stand here"));
    diag_hint(t->diags, "%s",
              _("line it up with the keys above; if it goes on with the text above, put all of that text in quotes"));
    return true;
}

/* Entries and keys that do not line up. */
static bool advise_indentation(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    if (!says(p->problem, "block sequence entries are not allowed") && !says(p->problem, "expected '-' indicator") &&
        !says(p->problem, "expected key")) {
        return false;
    }
    struct str rest = str_slice(t->bytes, t->line.start + t->line.indent.len, t->bytes.len);
    size_t end = str_find(rest, '\n');
    rest = str_trim(str_slice(rest, 0, end));
    struct span at = span_of(t, t->line.start + t->line.indent.len, rest.len);
    if (rest.len > 1 && rest.at[0] == '-' && rest.at[1] != ' ') {
        diag_at(t->diags, DIAG_ERROR, at, rule, "%s", _("'-' without a space is no list entry"));
        diag_hint(t->diags, _("put a space behind it: - %.*s"), STR_ARG(without_spaces(str_slice(rest, 1, rest.len))));
    } else if (rest.len > 0 && rest.at[0] == '-') {
        diag_at(t->diags, DIAG_ERROR, at, rule, "%s", _("this list entry does not line up"));
        diag_hint(t->diags, "%s",
                  _("put its '-' below the '-' of the entry above, or on a line of its own below the key"));
    } else {
        diag_at(t->diags, DIAG_ERROR, at, rule, "%s", _("this line does not line up with those above"));
        diag_hint(t->diags, "%s", _("give it the indentation of the key or entry that it goes with"));
    }
    return true;
}

static void advise_plainly(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    size_t at = p->at;
    struct span span = span_of(t, at, at < t->bytes.len ? 1 : 0);
    diag_at(t->diags, DIAG_ERROR, span, rule, _("not well-formed YAML: %s"), p->problem == NULL ? "" : p->problem);
    if (t->line.value.len > 0) {
        diag_hint(t->diags, "%s", _("if this is text, put it in quotes"));
    }
}

void yaml_advise(struct diags *d, uint32_t file, const struct yaml_problem *problem)
{
    struct str bytes = diags_file_bytes(d, file);
    struct trouble t = {d, file, bytes, problem, yaml_line_at(bytes, problem->at)};
    static bool (*const advisers[])(const struct trouble *) = {
        advise_open_quote,   advise_escape,      advise_tab,      advise_no_break_space,
        advise_open_bracket, advise_colon,       advise_brackets, advise_first_character,
        advise_second_colon, advise_indentation,
    };
    for (size_t i = 0; i < sizeof advisers / sizeof *advisers; i++) {
        if (advisers[i](&t)) {
            return;
        }
    }
    advise_plainly(&t);
}
