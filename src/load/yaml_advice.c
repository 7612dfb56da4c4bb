#include "load/yaml_advice.h"

#include <string.h>

#include "base/i18n.h"
#include "load/yaml_quotes.h"
#include "load/yaml_trouble.h"

struct span trouble_span(const struct trouble *t, size_t start, size_t len)
{
    return (struct span){t->file, (uint32_t)start, (uint32_t)(start + len)};
}

bool trouble_says(const char *words, const char *part)
{
    return words != NULL && strstr(words, part) != NULL;
}

bool trouble_same_line(const struct trouble *t, size_t a, size_t b)
{
    size_t from = a < b ? a : b, to = a < b ? b : a;
    return memchr(t->bytes.at + from, '\n', to - from) == NULL;
}

void trouble_hint_closed(const struct trouble *t, size_t at, char closer)
{
    struct yaml_line line = yaml_line_at(t->bytes, at);
    if (closer == ']' || closer == '}') {
        diag_hint(t->diags, _("close it: %.*s%.*s%c; if it is text, put it in quotes"), STR_ARG(line.lead),
                  STR_ARG(line.value), closer);
    } else {
        diag_hint(t->diags, _("close it: %.*s%.*s%c"), STR_ARG(line.lead), STR_ARG(line.value), closer);
    }
}

/* A quote that runs to the end of the file, or to the next quote in a later line. */
static bool advise_open_quote(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    bool to_the_end =
        trouble_says(p->context, "quoted scalar") && (trouble_says(p->problem, "unexpected end of stream") ||
                                                      trouble_says(p->problem, "unexpected document indicator"));
    struct span last = p->last_quoted;
    bool to_the_next =
        last.file != 0 && !trouble_same_line(t, last.start, last.end) && trouble_same_line(t, last.end, p->at);
    if (!to_the_end && !to_the_next) {
        return false;
    }
    size_t at = to_the_end ? p->context_at : last.start;
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, at, 1), YAML_RULE, "%s", _("this quote is never closed"));
    if (yaml_line_at(t->bytes, at).value_at > at) { /* before a key */
        diag_hint(t->diags, "%s", _("delete it"));
    } else {
        trouble_hint_closed(t, at, t->bytes.at[at]);
    }
    return true;
}

static bool advise_escape(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    if (!trouble_says(p->context, "quoted scalar")) {
        return false;
    }
    size_t at = p->at;
    while (at > p->context_at && (at == t->bytes.len || t->bytes.at[at] != '\\')) { /* the problem may lie behind it */
        at--;
    }
    if (trouble_says(p->problem, "invalid Unicode character")) {
        diag_at(t->diags, DIAG_ERROR, trouble_span(t, at, 2), YAML_RULE, "%s",
                _("this escape is no character, or half of one"));
        diag_hint(t->diags, "%s", _("write the character itself"));
        return true;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, at, 2), YAML_RULE, "%s", _("unknown escape in double quotes"));
    diag_hint(t->diags, "%s", _("double the backslash, or write the character itself"));
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
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, t->line.value_at, t->line.value.len), YAML_RULE,
            first == '"' || first == '\'' ? _("text behind the closing %c")
                                          : _("a value that starts with '%c' must be in quotes"),
            first);
    yaml_hint_line_quoted(t->diags, &t->line);
    return true;
}

static void advise_plainly(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    size_t at = p->at;
    struct span span = trouble_span(t, at, at < t->bytes.len ? 1 : 0);
    diag_at(t->diags, DIAG_ERROR, span, YAML_RULE, _("not well-formed YAML: %s"), p->problem == NULL ? "" : p->problem);
    if (t->line.value.len > 0) {
        diag_hint(t->diags, "%s", _("if this is text, put it in quotes"));
    }
}

void yaml_advise(struct diags *d, uint32_t file, const struct yaml_problem *problem)
{
    struct str bytes = diags_file_bytes(d, file);
    struct trouble t = {d, file, bytes, problem, yaml_line_at(bytes, problem->at)};
    static bool (*const advisers[])(const struct trouble *) = {
        advise_no_break_space, advise_stray,           advise_open_quote,   advise_escape,      advise_tab,
        advise_open_bracket,   advise_bullet,          advise_colon,        advise_key_sign,    advise_brackets,
        advise_outdented,      advise_first_character, advise_second_colon, advise_indentation,
    };
    for (size_t i = 0; i < sizeof advisers / sizeof *advisers; i++) {
        if (advisers[i](&t)) {
            return;
        }
    }
    advise_plainly(&t);
}
