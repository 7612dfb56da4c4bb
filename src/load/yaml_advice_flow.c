/* Lists and mappings in brackets and braces that do not parse. */
#include <string.h>

#include "base/i18n.h"
#include "load/yaml_brackets.h"
#include "load/yaml_trouble.h"

/* An entry that the parser stumbles over, with its value in quotes. */
static void advise_entry(const struct trouble *t, const struct bracket_fault *fault)
{
    struct str entry = str_slice(t->line.value, fault->at, fault->end);
    struct yaml_line inner = yaml_line_at(entry, 0);
    struct span at = trouble_span(t, t->line.value_at + fault->at, entry.len);
    char first = inner.value.len > 0 ? inner.value.at[0] : 0;
    struct buf fixed = {0};
    bracket_entry_quoted(&fixed, entry);
    size_t colon = str_find(entry, ':');
    if (fault->kind == BRACKET_ENTRY && inner.lead.len == 0 && colon + 1 < entry.len) {
        struct str rest = str_trim(str_slice(entry, colon + 1, entry.len));
        diag_at(t->diags, DIAG_ERROR, at, YAML_RULE, "%s", _("there is no space behind the colon"));
        diag_hint(t->diags, _("write %.*s: %.*s"), (int)colon, entry.at, STR_ARG(rest));
    } else if (fault->kind == BRACKET_QUOTE) {
        diag_at(t->diags, DIAG_ERROR, at, YAML_RULE, "%s", _("the quotes of this entry do not fit"));
        diag_hint(t->diags, _("write %s"), buf_view(&fixed).at);
    } else if (first != 0 && strchr("@`%&*!|>", first) != NULL) {
        diag_at(t->diags, DIAG_ERROR, at, YAML_RULE, _("a value that starts with '%c' must be in quotes"), first);
        diag_hint(t->diags, _("put the value in quotes: %s"), buf_view(&fixed).at);
    } else {
        diag_at(t->diags, DIAG_ERROR, at, YAML_RULE, "%s", _("a comma or quotes are missing in this entry"));
        diag_hint(t->diags, _("put a comma between two entries, or the value in quotes: %s"), buf_view(&fixed).at);
    }
    buf_free(&fixed);
}

static bool report_fault(const struct trouble *t, struct bracket_fault fault)
{
    struct span sign = trouble_span(t, t->line.value_at + fault.at, 1);
    switch (fault.kind) {
    case BRACKETS_FIT:
        return false;
    case BRACKET_CLOSES_NOTHING:
        diag_at(t->diags, DIAG_ERROR, sign, YAML_RULE, _("this '%c' closes nothing"), fault.found);
        diag_hint(t->diags, "%s", _("delete it; if all of this is text, put it in quotes"));
        break;
    case BRACKET_OTHER:
        diag_at(t->diags, DIAG_ERROR, sign, YAML_RULE, _("'%c' stands where '%c' must"), fault.found, fault.wanted);
        diag_hint(t->diags, _("write '%c'; if all of this is text, put it in quotes"), fault.wanted);
        break;
    case BRACKET_IN_WORD:
        diag_at(t->diags, DIAG_ERROR, sign, YAML_RULE, _("'%c' stands inside a word"), fault.found);
        diag_hint(t->diags, "%s", _("delete it; if all of this is text, put it in quotes"));
        break;
    case BRACKET_EMPTY_ENTRY:
        diag_at(t->diags, DIAG_ERROR, sign, YAML_RULE, "%s", _("nothing stands between two commas"));
        diag_hint(t->diags, "%s", _("delete one of them, or write the entry that is missing"));
        break;
    case BRACKET_OPEN:
        diag_at(t->diags, DIAG_ERROR, sign, YAML_RULE, _("this '%c' is never closed"), fault.found);
        diag_hint(t->diags, "%s", _("delete it; if all of this is text, put it in quotes"));
        break;
    case BRACKET_QUOTE:
    case BRACKET_ENTRY:
        advise_entry(t, &fault);
        break;
    }
    return true;
}

/* Brackets and braces that open and close in one line, and do not fit. */
bool advise_brackets(const struct trouble *t)
{
    size_t at = t->problem->at < t->line.value_at ? 0 : t->problem->at - t->line.value_at;
    return report_fault(t, yaml_check_brackets(t->line.value, at, 0));
}

/* The line of the problem goes on with what a line before has opened, and a fault of its own explains the problem. */
static bool report_in_next_line(const struct trouble *t, char open)
{
    size_t at = t->problem->at < t->line.value_at ? 0 : t->problem->at - t->line.value_at;
    if (t->line.lead.len > 0 || t->problem->at >= t->bytes.len) {
        return false;
    }
    struct bracket_fault fault = yaml_check_brackets(t->line.value, at, open);
    bool own = fault.kind == BRACKET_IN_WORD || fault.kind == BRACKET_QUOTE || fault.kind == BRACKET_EMPTY_ENTRY ||
               fault.kind == BRACKET_OTHER;
    return own && report_fault(t, fault);
}

/* A '[' or '{' that the following lines do not close. */
bool advise_open_bracket(const struct trouble *t)
{
    const struct yaml_problem *p = t->problem;
    bool list = trouble_says(p->context, "flow sequence");
    bool at_end = p->at >= t->bytes.len;
    if ((!list && !trouble_says(p->context, "flow mapping")) ||
        (trouble_same_line(t, p->context_at, p->at) && !at_end)) {
        return false;
    }
    if (report_in_next_line(t, list ? '[' : '{')) {
        return true;
    }
    diag_at(t->diags, DIAG_ERROR, trouble_span(t, p->context_at, 1), YAML_RULE, _("this '%c' is never closed"),
            list ? '[' : '{');
    trouble_hint_closed(t, p->context_at, list ? ']' : '}');
    return true;
}
