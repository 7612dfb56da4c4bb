#include "load/yaml_brackets.h"

#include <string.h>

#include "load/yaml_line.h"

enum { MOST_OPEN = 16 };

struct scan {
    char wanted[MOST_OPEN]; /* the brackets that close those that are open */
    size_t depth;
    size_t entry; /* where the entry at hand starts */
    bool after_comma;
};

/* Behind the quoted text that starts at `at`. */
static size_t skip_quoted(struct str value, size_t at)
{
    size_t end = at + 1 + str_find(str_slice(value, at + 1, value.len), value.at[at]);
    return end < value.len ? end + 1 : value.len;
}

/* A quote opens where a value may start; elsewhere it is an apostrophe. */
static bool opens_quote(struct str value, size_t at)
{
    return (value.at[at] == '"' || value.at[at] == '\'') && (at == 0 || strchr(" [{,", value.at[at - 1]) != NULL);
}

static struct bracket_fault entry_fault(struct str value, size_t start, size_t end)
{
    while (start < end && value.at[start] == ' ') {
        start++;
    }
    while (end > start && value.at[end - 1] == ' ') {
        end--;
    }
    bool quoted = start < end && (value.at[start] == '"' || value.at[start] == '\'');
    return (struct bracket_fault){quoted ? BRACKET_QUOTE : BRACKET_ENTRY, 0, 0, start, end};
}

static char closer_of(char open)
{
    return open == '[' ? ']' : '}';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           (unsigned char)c >= 0x80;
}

/* A separator or bracket at `at`. True when a fault is found. */
static bool step(struct scan *s, struct str value, size_t at, size_t problem, struct bracket_fault *fault)
{
    char c = value.at[at];
    if (c != ',' && at > 0 && is_letter(value.at[at - 1]) && at + 1 < value.len && is_letter(value.at[at + 1])) {
        *fault = (struct bracket_fault){BRACKET_IN_WORD, c, 0, at, at + 1};
        return true;
    }
    if (s->depth > 0 && c == ',' && s->after_comma && str_trim(str_slice(value, s->entry, at)).len == 0) {
        *fault = (struct bracket_fault){BRACKET_EMPTY_ENTRY, c, 0, at, at + 1};
        return true;
    }
    s->after_comma = c == ',';
    if (s->depth > 0 && problem >= s->entry && problem < at) {
        *fault = entry_fault(value, s->entry, at);
        return true;
    }
    if ((c == '[' || c == '{') && s->depth < MOST_OPEN) {
        s->wanted[s->depth++] = closer_of(c);
    } else if ((c == ']' || c == '}') && s->depth == 0) {
        *fault = (struct bracket_fault){BRACKET_CLOSES_NOTHING, c, 0, at, at + 1};
        return true;
    } else if ((c == ']' || c == '}') && s->wanted[--s->depth] != c) {
        *fault = (struct bracket_fault){BRACKET_OTHER, c, s->wanted[s->depth], at, at + 1};
        return true;
    }
    s->entry = at + 1;
    return false;
}

struct bracket_fault yaml_check_brackets(struct str value, size_t problem, char open)
{
    struct bracket_fault fault = {BRACKETS_FIT, 0, 0, 0, 0};
    struct scan s = {.depth = 0};
    bool flow = open != 0 || (value.len > 0 && (value.at[0] == '[' || value.at[0] == '{'));
    if (open != 0) {
        s.wanted[s.depth++] = closer_of(open);
    }
    for (size_t at = 0; flow && at < value.len;) {
        if (opens_quote(value, at)) {
            at = skip_quoted(value, at);
        } else if (strchr("[]{},", value.at[at]) != NULL && step(&s, value, at, problem, &fault)) {
            return fault;
        } else {
            at++;
        }
    }
    if (flow && open == 0 && s.depth > 0) {
        fault = (struct bracket_fault){BRACKET_OPEN, value.at[0], closer_of(value.at[0]), 0, 1};
    }
    return fault;
}

/* "24s, "25": the quote should close before the comma. */
static bool close_quote(struct buf *out, struct str entry)
{
    size_t comma = str_find(entry, ',');
    if (comma < 2 || comma == entry.len) {
        return false;
    }
    buf_str(out, str_slice(entry, 0, comma));
    buf_char(out, entry.at[0]);
    return true;
}

void bracket_entry_quoted(struct buf *out, struct str entry)
{
    if ((entry.at[0] == '"' || entry.at[0] == '\'') && close_quote(out, entry)) {
        return;
    }
    struct yaml_line line = yaml_line_at(entry, 0);
    buf_str(out, line.lead);
    yaml_quote(out, line.value);
}
