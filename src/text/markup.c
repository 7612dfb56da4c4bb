#include "text/markup.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

enum { MAX_BRACKETS = 16 };

/* The markup while it is being written, with the square brackets that are open. */
struct preparation {
    struct markup *m;
    struct diags *diags;
    struct str text;
    size_t brackets[MAX_BRACKETS];
    size_t bracket_count;
};

struct span markup_span(const struct markup *m, size_t start, size_t end)
{
    if (end <= start)
        return node_span(m->scalar, markup_index(m, start), markup_index(m, start));
    return node_span(m->scalar, markup_index(m, start), markup_index(m, end - 1) + 1);
}

size_t reference_end(struct str text, size_t start)
{
    for (size_t i = start + 2; i < text.len; i++) {
        if (text.at[i] == '}')
            return i + 1;
        if (text.at[i] == '\n' || (text.at[i] == '$' && i + 1 < text.len && text.at[i + 1] == '{'))
            return 0;
    }
    return 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool has_special(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        switch (text.at[i]) {
        case '*':
        case '_':
        case '[':
        case '<':
        case '&':
        case '\\':
        case '`':
        case '\n':
        case '$':
            return true;
        default:
            break;
        }
    return false;
}

static void put(struct preparation *p, char seen, size_t index, uint8_t mark)
{
    struct markup *m = p->m;
    m->seen[m->end] = seen;
    m->index[m->end] = (uint32_t)index;
    m->marks[m->end] = mark;
    m->end++;
}

static bool is_escaped(struct str text, size_t at)
{
    size_t slashes = 0;
    while (slashes < at && text.at[at - 1 - slashes] == '\\')
        slashes++;
    return slashes % 2 == 1;
}

/* A comma that nobody prints: a line that starts with it is a paragraph to the parser, whatever follows, and mark-up behind it opens as at
 * the start of a line. */
static void put_guard(struct preparation *p, size_t index)
{
    put(p, ',', index, MARK_SILENT);
}

/* "]{literal}" ends what its bracket began: both vanish, what stands between is marked. */
static bool close_literal(struct preparation *p, size_t at)
{
    struct markup *m = p->m;
    size_t open = p->brackets[--p->bracket_count];
    if (!str_starts(str_slice(p->text, at + 1, p->text.len), "{literal}"))
        return false;
    m->seen[open] = ',';
    m->marks[open] = MARK_SILENT;
    for (size_t i = open + 1; i < m->end; i++)
        m->marks[i] |= MARK_LITERAL;
    put_guard(p, at);
    return true;
}

static size_t put_bracket(struct preparation *p, size_t at)
{
    p->m->needs_parser = true;
    if (p->text.at[at] == '[' && p->bracket_count < MAX_BRACKETS)
        p->brackets[p->bracket_count++] = p->m->end;
    if (p->text.at[at] == ']' && p->bracket_count > 0 && close_literal(p, at))
        return at + strlen("]{literal}");
    put(p, p->text.at[at], at, 0);
    return at + 1;
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("_-.@:", c) != NULL;
}

/* The name that an open reference starts with is closed behind it. */
static void advise_on_open(const struct preparation *p, size_t start)
{
    size_t end = start;
    while (end < p->text.len && p->text.at[end] != '\0' && is_name_byte(p->text.at[end]))
        end++;
    while (end > start && strchr(".:@", p->text.at[end - 1]) != NULL)
        end--;
    if (end > start)
        diag_hint(p->diags, _("close it: ${%.*s}; write '$${' for the characters themselves"),
                  STR_ARG(str_slice(p->text, start, end)));
    else
        diag_hint(p->diags, _("write '${name}', or '$${' for the characters themselves"));
}

static size_t put_reference(struct preparation *p, size_t at)
{
    size_t end = reference_end(p->text, at);
    if (end == 0) {
        diag_at(p->diags, DIAG_ERROR, node_span(p->m->scalar, at, at + 2), "open-reference",
                _("the reference that starts here has no closing brace"));
        advise_on_open(p, at + 2);
        put(p, '$', at, 0);
        return at + 1;
    }
    for (size_t i = 0; i < REFERENCE_LENGTH; i++)
        put(p, REFERENCE_LETTER[i], at, MARK_REFERENCE);
    return end;
}

static bool starts_at(struct str text, size_t at, const char *prefix)
{
    return str_starts(str_slice(text, at, text.len), prefix);
}

/* One piece of a line; returns where the next one starts. */
static size_t put_piece(struct preparation *p, size_t at)
{
    char c = p->text.at[at];
    if (c == '$' && !is_escaped(p->text, at)) {
        if (starts_at(p->text, at, "$${")) {
            put(p, '$', at + 1, 0);
            put(p, '{', at + 2, 0);
            return at + 3;
        }
        if (starts_at(p->text, at, "${"))
            return put_reference(p, at);
    }
    if ((c == '[' || c == ']') && !is_escaped(p->text, at))
        return put_bracket(p, at);
    if (strchr("*_<&\\`", c) != NULL)
        p->m->needs_parser = true;
    put(p, c, at, 0);
    return at + 1;
}

static size_t put_line(struct preparation *p, size_t at, size_t end)
{
    while (at < end && (p->text.at[at] == ' ' || p->text.at[at] == '\t'))
        at++;
    if (at < end && p->text.at[at] != '\n')
        put_guard(p, at);
    while (at < end && p->text.at[at] != '\n')
        at = put_piece(p, at);
    if (at < end) {
        p->m->needs_parser = true;
        put(p, '\n', at, 0);
        at++;
    }
    return at;
}

enum side { BEFORE, AFTER };

/* Punctuation that belongs to the words it stands beside: French quotation marks, signs and the like. */
static bool is_wordlike(uint32_t c, enum side side)
{
    static const uint32_t before_run[] = {0xBB, 0x201D, 0x203A, 0x2026, '%', '.', '!', '?'};
    static const uint32_t after_run[] = {0xAB, 0x201C, 0x2018, 0x2039, 0x201E, '"', '\'', '+', '-'};
    const uint32_t *set = side == BEFORE ? before_run : after_run;
    size_t count = side == BEFORE ? sizeof before_run / sizeof *before_run : sizeof after_run / sizeof *after_run;
    for (size_t i = 0; i < count; i++)
        if (set[i] == c)
            return true;
    return false;
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Letters of one to three bytes, for the parser's eyes only. */
static void overwrite(struct markup *m, size_t at, size_t length)
{
    static const char *const letters[] = {"", "a", "é", REFERENCE_LETTER};
    if (length <= 3)
        memcpy(m->seen + at, letters[length], length);
}

/* CommonMark does not open strong text between a letter and punctuation: "dits**« PLF »**". Readers of French do. */
static void soften(struct markup *m, size_t run, size_t end)
{
    struct str seen = {m->seen, m->end};
    if (run == 0 || end >= m->end)
        return;
    size_t next = end;
    size_t previous = run;
    uint32_t after = utf8_next(seen, &next);
    uint32_t before = utf8_previous(seen, &previous);
    if (is_word(seen.at[run - 1]) && !is_wordlike(before, BEFORE) && is_wordlike(after, AFTER))
        overwrite(m, end, next - end);
    else if (is_word(seen.at[end]) && !is_wordlike(after, AFTER) && is_wordlike(before, BEFORE))
        overwrite(m, previous, run - previous);
}

static void soften_runs(struct markup *m)
{
    for (size_t i = 0; i < m->end; i++) {
        if (m->seen[i] != '*')
            continue;
        size_t end = i;
        while (end < m->end && m->seen[end] == '*')
            end++;
        soften(m, i, end);
        i = end;
    }
}

struct markup markup_prepare(struct diags *d, const struct node *scalar)
{
    struct str text = scalar->as.scalar.text;
    struct markup m = {.scalar = scalar, .end = text.len};
    while (m.end > 0 && is_blank(text.at[m.end - 1]))
        m.end--;
    while (m.start < m.end && is_blank(text.at[m.start]))
        m.start++;
    struct str trimmed = str_slice(text, m.start, m.end);
    if (!has_special(trimmed))
        return m;

    struct preparation p = {.m = &m, .diags = d, .text = str_slice(text, 0, m.end)};
    /* Each line gains its guard, and a reference of three bytes ("${}") its letter of three. */
    size_t capacity = 2 * trimmed.len + 2;
    m.index = memory_grow(NULL, capacity * (sizeof *m.index + sizeof *m.marks + sizeof *m.seen));
    m.marks = (uint8_t *)(m.index + capacity);
    m.seen = (char *)(m.marks + capacity);
    size_t at = m.start;
    m.start = m.end = 0;
    while (at < p.text.len)
        at = put_line(&p, at, p.text.len);
    m.seen[m.end] = '\0';
    m.marks[m.end] = 0;
    soften_runs(&m);
    return m;
}

void markup_free(struct markup *m)
{
    free(m->index);
}
