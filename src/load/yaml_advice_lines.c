/* Lines that do not start as they should, or do not line up. */
#include <string.h>

#include "base/i18n.h"
#include "load/yaml_quotes.h"
#include "load/yaml_trouble.h"

bool advise_tab(const struct trouble *t)
{
    size_t at = t->line.start + str_find(t->line.indent, '\t');
    if (at == t->line.start + t->line.indent.len) {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, at, 1), YAML_RULE, "%s", _("a tab cannot indent"));
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

bool advise_no_break_space(const struct trouble *t)
{
    size_t at = t->line.start + t->line.indent.len;
    size_t len = no_break_space(str_slice(t->bytes, at, t->bytes.len));
    if (len == 0) {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, at, len), YAML_RULE, "%s", _("a no-break space cannot indent"));
    diag_hint(t->diags, "%s", _("use spaces"));
    return true;
}

/* The last line before `line` that holds anything; itself at the start of the file. */
static struct yaml_line line_before(const struct trouble *t, const struct yaml_line *line)
{
    struct str before = str_trim(str_slice(t->bytes, 0, line->start));
    return before.len == 0 ? *line : yaml_line_at(t->bytes, (size_t)(before.at - t->bytes.at) + before.len - 1);
}

static void report_misplaced(const struct trouble *t, size_t at, size_t len, const char *advice)
{
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, at, len), YAML_RULE, "%s",
            _("this character does not belong at the start of the line"));
    diag_hint(t->diags, "%s", advice);
}

/* One character and several spaces before what the line holds: "}   label: x". */
static bool report_stray(const struct trouble *t, const struct yaml_line *line)
{
    size_t start = line->start + line->indent.len, at = start;
    if (start >= t->bytes.len || strchr("-?#\r\n", t->bytes.at[start]) != NULL) {
        return false;
    }
    utf8_next(t->bytes, &at);
    size_t end = at;
    while (end < t->bytes.len && t->bytes.at[end] == ' ') {
        end++;
    }
    size_t least = str_starts(str_slice(t->bytes, end, t->bytes.len), "- ") ? 1 : 2;
    if (end - at < least || end >= t->bytes.len || strchr(":\r\n", t->bytes.at[end]) != NULL) {
        return false;
    }
    report_misplaced(t, start, at - start, _("delete it, or put a space in its place"));
    return true;
}

/* The line of the problem, that of its context, the one before. */
bool advise_stray(const struct trouble *t)
{
    struct yaml_line before = line_before(t, &t->line);
    if (report_stray(t, &t->line)) {
        return true;
    }
    if (trouble_says(t->problem->context, "scalar") || trouble_says(t->problem->context, "simple key")) {
        struct yaml_line context = yaml_line_at(t->bytes, t->problem->context_at);
        return report_stray(t, &context) || report_stray(t, &before);
    }
    return report_stray(t, &before);
}

/* A sign and one space where a line or an entry starts: "* item", as in Markdown, or "} item". */
bool advise_bullet(const struct trouble *t)
{
    size_t start = t->line.start + t->line.indent.len;
    struct str rest = str_slice(t->bytes, start, t->bytes.len);
    if (rest.len < 3 || strchr("*}]|&@%`>,", rest.at[0]) == NULL || rest.at[1] != ' ') {
        return false;
    }
    report_misplaced(t, start, 1, _("delete it, or write '-' if this is a list entry"));
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

/* "A- item": a letter before the dash of an entry. */
static bool report_before_dash(const struct trouble *t, const struct yaml_line *line)
{
    size_t behind = line->value_at;
    utf8_next(t->bytes, &behind);
    if (line->lead.len > 0 || !str_starts(str_slice(t->bytes, behind, t->bytes.len), "- ")) {
        return false;
    }
    report_misplaced(t, line->value_at, behind - line->value_at, _("delete it, or put a space in its place"));
    return true;
}

/* "-item" */
static bool report_bare_dash(const struct trouble *t, const struct yaml_line *line)
{
    struct str text = line->value;
    if (line->lead.len > 0 || text.len < 2 || text.at[0] != '-' || text.at[1] == ' ') {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, line->value_at, text.len), YAML_RULE, "%s",
            _("'-' without a space is no list entry"));
    diag_hint(t->diags, _("put a space behind it: - %.*s"), STR_ARG(without_spaces(str_slice(text, 1, text.len))));
    return true;
}

/* A line without a key: "title:Objectif", "title Objectif", or text that is not indented. */
static void report_no_key(const struct trouble *t, const struct yaml_line *line)
{
    size_t colon = str_find(line->value, ':'), word = str_find(line->value, ' ');
    if (report_bare_dash(t, line) || report_before_dash(t, line)) {
        return;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, line->value_at, line->value.len), YAML_RULE, "%s",
            _("this is neither 'key: value' nor part of the value above"));
    if (follows_block(t, line->start)) {
        diag_hint(t->diags, "%s", _("indent the lines of a text further than its key"));
    } else if (colon + 1 < line->value.len && colon < word && line->value.at[colon + 1] != ' ') {
        struct str rest = without_spaces(str_slice(line->value, colon + 1, line->value.len));
        diag_hint(t->diags, _("put a space behind the colon: %.*s%.*s: %.*s"), STR_ARG(line->lead), (int)colon,
                  line->value.at, STR_ARG(rest));
    } else {
        struct str rest = str_slice(line->value, word, line->value.len);
        diag_hint(t->diags,
                  _("if it starts with a key, put a colon behind it: %.*s%.*s:%.*s; if not, indent it further"),
                  STR_ARG(line->lead), (int)word, line->value.at, STR_ARG(rest));
    }
}

/* "!mark: Te", "[ead: x": a sign of YAML's own before a key. */
static bool report_sign(const struct trouble *t, const struct yaml_line *line)
{
    size_t start = line->start + line->indent.len;
    while (start + 1 < t->bytes.len && t->bytes.at[start] == '-' && t->bytes.at[start + 1] == ' ') {
        start += 2;
    }
    struct str rest = str_slice(t->bytes, start, t->bytes.len);
    rest.len = str_find(rest, '\n');
    size_t colon = str_find(rest, ':'), space = str_find(rest, ' ');
    if (rest.len < 2 || strchr("!&*[{]}@%`|>", rest.at[0]) == NULL || strchr(" [{\"'", rest.at[1]) != NULL ||
        colon == rest.len || colon > space) {
        return false;
    }
    bool opens = rest.at[0] == '[' || rest.at[0] == '{'; /* a list or mapping, unless nothing closes it */
    if (opens && str_find(rest, rest.at[0] == '[' ? ']' : '}') < rest.len) {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, start, 1), YAML_RULE, _("a key cannot start with '%c'"), rest.at[0]);
    diag_hint(t->diags, "%s", _("correct the key; if the sign is meant, put the key in quotes"));
    return true;
}

bool advise_key_sign(const struct trouble *t)
{
    return report_sign(t, &t->line);
}

/* The parser notices a missing colon at the end of the line or later. */
bool advise_colon(const struct trouble *t)
{
    if (!trouble_says(t->problem->problem, "could not find expected ':'")) {
        return false;
    }
    struct yaml_line line = yaml_line_at(t->bytes, t->problem->context_at);
    if (!report_sign(t, &line)) {
        report_no_key(t, &line);
    }
    return true;
}

/* A line that is no key and stands further to the left than the text above it. */
bool advise_outdented(const struct trouble *t)
{
    struct yaml_line before = line_before(t, &t->line);
    bool entry = t->line.value.len > 0 && t->line.value.at[0] == '-';
    if (t->line.lead.len > 0 || t->line.value.len == 0 || entry || before.indent.len <= t->line.indent.len ||
        t->problem->at < t->line.value_at) {
        return false;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, t->line.value_at, t->line.value.len), YAML_RULE, "%s",
            _("this line does not line up with those above"));
    diag_hint(t->diags, "%s", _("give it the indentation of the key or entry that it goes with"));
    return true;
}

/* Where the first key of a line stands: behind "- - ". */
static size_t key_column(const struct yaml_line *line)
{
    size_t dashes = 0;
    while (dashes + 1 < line->lead.len && line->lead.at[dashes] == '-' && line->lead.at[dashes + 1] == ' ') {
        dashes += 2;
    }
    return line->indent.len + dashes;
}

/* "é figure: x" above: a letter in the place of the entry's dash. */
static bool report_letter_for_dash(const struct trouble *t, const struct yaml_line *above)
{
    size_t first = above->start + above->indent.len, behind = first;
    if (above->start >= t->line.start || above->lead.len == 0 || t->bytes.at[first] == '-' ||
        above->indent.len + 2 != t->line.indent.len) {
        return false;
    }
    utf8_next(t->bytes, &behind);
    if (t->bytes.at[behind] != ' ') {
        return false;
    }
    report_misplaced(t, first, behind - first, _("delete it, or write '-' if this is a list entry"));
    return true;
}

/* The line above is the one out of line when the one above that lines up with this one. */
static bool report_line_above(const struct trouble *t)
{
    struct yaml_line above = line_before(t, &t->line), second = line_before(t, &above);
    if (report_letter_for_dash(t, &above)) {
        return true;
    }
    bool dashes_only = above.lead.len > 0 && above.lead.len == key_column(&above) - above.indent.len;
    if (above.start < t->line.start && dashes_only && key_column(&above) == t->line.indent.len) {
        report_no_key(t, &above); /* "- label T3 2021" */
        return true;
    }
    if (above.start >= t->line.start || second.start >= above.start || above.lead.len == 0 ||
        key_column(&above) >= t->line.indent.len || key_column(&second) != t->line.indent.len) {
        return false;
    }
    size_t start = above.start + above.indent.len;
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, start, above.value_at + above.value.len - start), YAML_RULE, "%s",
            _("this line does not line up with those around it"));
    diag_hint(t->diags, "%s", _("indent it further"));
    return true;
}

bool advise_second_colon(const struct trouble *t)
{
    if (!trouble_says(t->problem->problem, "mapping values are not allowed")) {
        return false;
    }
    bool inside = t->problem->at >= t->line.value_at && t->problem->at < t->line.value_at + t->line.value.len;
    if (inside) {
        diag_at(t->diags, DIAG_ERROR, trouble_span(t, t->line.value_at, t->line.value.len), YAML_RULE, "%s",
                _("a value that contains ': ' must be in quotes"));
        yaml_hint_line_quoted(t->diags, &t->line);
        return true;
    }
    if (report_line_above(t)) {
        return true;
    }
    size_t start = t->line.start + t->line.indent.len;
    struct str key = str_trim(str_slice(t->bytes, start, t->problem->at));
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, start, key.len), YAML_RULE, "%s", _("a key cannot stand here"));
    diag_hint(t->diags, "%s",
              _("line it up with the keys above; if it goes on with the text above, put all of that text in quotes"));
    return true;
}

/* Entries and keys that do not line up. */
bool advise_indentation(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    if (!trouble_says(p->problem, "block sequence entries are not allowed") &&
        !trouble_says(p->problem, "expected '-' indicator") && !trouble_says(p->problem, "expected key")) {
        return false;
    }
    struct str rest = str_slice(t->bytes, t->line.start + t->line.indent.len, t->bytes.len);
    size_t end = str_find(rest, '\n');
    rest = str_trim(str_slice(rest, 0, end));
    struct span at = trouble_span(t, t->line.start + t->line.indent.len, rest.len);
    if (rest.len > 1 && rest.at[0] == '-' && rest.at[1] != ' ') {
        diag_at(t->diags, DIAG_ERROR, at, YAML_RULE, "%s", _("'-' without a space is no list entry"));
        diag_hint(t->diags, _("put a space behind it: - %.*s"), STR_ARG(without_spaces(str_slice(rest, 1, rest.len))));
    } else if (rest.len > 0 && rest.at[0] == '-') {
        diag_at(t->diags, DIAG_ERROR, at, YAML_RULE, "%s", _("this list entry does not line up"));
        diag_hint(t->diags, "%s",
                  _("put its '-' below the '-' of the entry above, or on a line of its own below the key"));
    } else {
        diag_at(t->diags, DIAG_ERROR, at, YAML_RULE, "%s", _("this line does not line up with those above"));
        diag_hint(t->diags, "%s", _("give it the indentation of the key or entry that it goes with"));
    }
    return true;
}
