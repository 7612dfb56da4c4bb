#include "load/yaml_scalar.h"

#include <string.h>

/* A second reading of a scalar: each byte that it yields must be the next one of the parser's text. */
struct reading {
    struct str bytes;
    size_t at, end;
    struct str text;
    uint32_t *origin;
    size_t count; /* bytes of text accounted for */
    bool ok;
};

static const size_t nowhere = SIZE_MAX;

static void put(struct reading *r, const char *yielded, size_t len, size_t from)
{
    if (len > r->text.len - r->count || memcmp(r->text.at + r->count, yielded, len) != 0) {
        r->ok = false;
        return;
    }
    for (size_t i = 0; i < len; i++) {
        r->origin[r->count++] = (uint32_t)from;
    }
}

/* Source bytes that stand for themselves. */
static void put_verbatim(struct reading *r, size_t len)
{
    const char *source = r->bytes.at + r->at;
    if (len > r->text.len - r->count || memcmp(r->text.at + r->count, source, len) != 0) {
        r->ok = false;
        return;
    }
    for (size_t i = 0; i < len; i++) {
        r->origin[r->count + i] = (uint32_t)(r->at + i);
    }
    r->count += len;
    r->at += len;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

static void skip_break(struct reading *r)
{
    r->at += r->bytes.at[r->at] == '\r' && r->at + 1 < r->end ? 2 : 1;
}

/* A line break for each one in [from, to). */
static void put_breaks(struct reading *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (r->bytes.at[i] == '\n') {
            put(r, "\n", 1, i > from && r->bytes.at[i - 1] == '\r' ? i - 1 : i);
        }
    }
}

/* A line break for each one in [from, r->at) but the last. Each leads back to the end of the line before it, so that
 * the span of a word ends with the word. */
static void put_breaks_but_last(struct reading *r, size_t from)
{
    size_t origin = from, count = 0;
    for (size_t i = from; i < r->at; i++) {
        if (r->bytes.at[i] != '\n') {
            continue;
        }
        if (count++ > 0) {
            put(r, "\n", 1, origin);
            origin = i;
        }
    }
}

/* Moves behind white space; returns how many line breaks are in it. */
static size_t skip_white(struct reading *r)
{
    size_t breaks = 0;
    while (r->at < r->end && (is_space(r->bytes.at[r->at]) || is_break(r->bytes.at[r->at]))) {
        breaks += r->bytes.at[r->at++] == '\n';
    }
    return breaks;
}

/* White space in plain and quoted scalars: one line break folds to a space, of several one is dropped. */
static void read_white(struct reading *r)
{
    size_t start = r->at;
    size_t breaks = skip_white(r);
    if (breaks == 0) {
        size_t end = r->at;
        r->at = start;
        put_verbatim(r, end - start);
    } else if (breaks == 1) {
        put(r, " ", 1, start);
    } else {
        put_breaks_but_last(r, start);
    }
}

static uint32_t hex(struct str digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.at[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
        value = value << 4 | (digit & 0xF);
    }
    return value;
}

/* What a backslash and this character stand for; 0 bytes follow, or the hexadecimal digits counted in `digits`. */
static uint32_t escaped(char c, size_t *digits)
{
    static const struct {
        char name;
        uint32_t value;
    } escapes[] = {{'0', 0},  {'a', 7},  {'b', 8},    {'t', 9},    {'n', 10},     {'v', 11},    {'f', 12},
                   {'r', 13}, {'e', 27}, {'N', 0x85}, {'_', 0xA0}, {'L', 0x2028}, {'P', 0x2029}};
    *digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        if (escapes[i].name == c) {
            return escapes[i].value;
        }
    }
    return (unsigned char)c;
}

static void read_escape(struct reading *r)
{
    size_t start = r->at++;
    if (r->at >= r->end) {
        r->ok = false;
        return;
    }
    if (is_break(r->bytes.at[r->at])) {
        skip_white(r);
        put_breaks_but_last(r, start);
        return;
    }
    size_t digits;
    uint32_t c = escaped(r->bytes.at[r->at++], &digits);
    if (digits > 0) {
        c = hex(str_slice(r->bytes, r->at, r->at + digits));
        r->at += digits;
    }
    char encoded[4];
    size_t len = utf8_put(encoded, c);
    put(r, encoded, len, start);
}

static void read_flow(struct reading *r, enum scalar_form form)
{
    while (r->ok && r->at < r->end) {
        char c = r->bytes.at[r->at];
        if (is_space(c) || is_break(c)) {
            read_white(r);
        } else if (c == '\\' && form == FORM_DOUBLE_QUOTED) {
            read_escape(r);
        } else {
            put(r, &c, 1, r->at);
            r->at += c == '\'' && form == FORM_SINGLE_QUOTED ? 2 : 1;
        }
    }
}

/* Skips blank lines, then up to `indent` spaces. True when a line of content follows. */
static bool skip_to_content(struct reading *r, size_t indent)
{
    while (r->at < r->end) {
        size_t column = 0;
        while (r->at < r->end && column < indent && r->bytes.at[r->at] == ' ') {
            r->at++;
            column++;
        }
        if (r->at >= r->end || !is_break(r->bytes.at[r->at])) {
            return r->at < r->end && column == indent;
        }
        skip_break(r);
    }
    return false;
}

/* Up to the line break, a carriage return before it left out. */
static size_t line_length(const struct reading *r)
{
    struct str rest = str_slice(r->bytes, r->at, r->end);
    size_t len = str_find(rest, '\n');
    return len > 0 && len < rest.len && rest.at[len - 1] == '\r' ? len - 1 : len;
}

/* The line breaks between two lines of content, the first of them at `line_end`. */
static void join_lines(struct reading *r, size_t line_end, size_t blank, bool folds)
{
    if (!folds) {
        put(r, "\n", 1, line_end);
        put_breaks(r, blank, r->at);
    } else if (memchr(r->bytes.at + blank, '\n', r->at - blank) == NULL) {
        put(r, " ", 1, line_end);
    } else {
        put_breaks_but_last(r, line_end);
    }
}

/* The lines of a block scalar from r->at on. `chomp` is '-', '+' or 0. */
static void read_block(struct reading *r, enum scalar_form form, size_t indent, char chomp)
{
    size_t line_end = nowhere, blank = r->at; /* the break not yet put; where the blank lines behind it start */
    bool was_more_indented = false;
    while (r->ok && skip_to_content(r, indent)) {
        bool more_indented = is_space(r->bytes.at[r->at]);
        if (line_end == nowhere) {
            put_breaks(r, blank, r->at);
        } else {
            join_lines(r, line_end, blank, form == FORM_FOLDED && !was_more_indented && !more_indented);
        }
        was_more_indented = more_indented;
        put_verbatim(r, line_length(r));
        line_end = r->at;
        if (r->at < r->end) {
            skip_break(r);
        }
        blank = r->at;
    }
    if (chomp != '-' && line_end != nowhere && line_end < blank) {
        put(r, "\n", 1, line_end);
    }
    if (chomp == '+') {
        put_breaks(r, blank, r->end);
    }
    r->at = chomp == '+' ? r->end : chomp == '-' && line_end != nowhere ? line_end : blank;
}

/* Leading spaces of the first line that holds more than spaces; without such a line, more than any has. */
static size_t first_indent(const struct reading *r)
{
    size_t spaces = 0;
    for (size_t i = r->at; i < r->end; i++) {
        char c = r->bytes.at[i];
        if (c != ' ' && !is_break(c)) {
            return spaces;
        }
        spaces = c == ' ' ? spaces + 1 : 0;
    }
    return SIZE_MAX;
}

struct block_header {
    char chomp;      /* '-', '+' or 0 */
    size_t explicit; /* the indentation indicator, or 0 */
};

static struct block_header read_header(struct reading *r)
{
    struct block_header header = {0, 0};
    for (r->at++; r->at < r->end && strchr("+-123456789", r->bytes.at[r->at]) != NULL; r->at++) {
        char c = r->bytes.at[r->at];
        if (c == '+' || c == '-') {
            header.chomp = c;
        } else {
            header.explicit = (size_t)(c - '0');
        }
    }
    r->at += line_length(r);
    if (r->at < r->end) {
        skip_break(r);
    }
    return header;
}

static bool is_complete(const struct reading *r)
{
    return r->ok && r->count == r->text.len;
}

/* An indentation indicator counts from the indentation of the parent, which the parser does not tell: the one that
 * yields the text is right. */
static void read_block_scalar(struct reading *r, enum scalar_form form)
{
    enum { MOST_PARENT_INDENT = 100 };
    struct block_header header = read_header(r);
    const struct reading start = *r;
    if (header.explicit == 0) {
        read_block(r, form, first_indent(r), header.chomp);
        return;
    }
    for (size_t parent = 0; parent <= MOST_PARENT_INDENT; parent++) {
        *r = start;
        read_block(r, form, parent + header.explicit, header.chomp);
        if (is_complete(r)) {
            return;
        }
    }
}

static const uint32_t *approximate(struct reading *r, struct span at)
{
    for (size_t i = 0; i <= r->text.len; i++) {
        r->origin[i] = at.start + (uint32_t)i < at.end ? at.start + (uint32_t)i : at.end;
    }
    return r->origin;
}

/* The text stands in the source as it is. */
static bool is_verbatim(struct str bytes, struct span at, struct str text)
{
    return at.end - at.start == text.len && (text.len == 0 || memcmp(bytes.at + at.start, text.at, text.len) == 0);
}

/* From the first byte of the text to its last, line breaks at its end left out. */
static struct span extent(struct span at, const uint32_t *origin, struct str text)
{
    size_t len = text.len;
    while (len > 0 && text.at[len - 1] == '\n') {
        len--;
    }
    return len == 0 ? (struct span){at.file, at.start, at.start + 1} : (struct span){at.file, origin[0], origin[len]};
}

struct scalar_origin scalar_origin(struct arena *a, struct str bytes, struct span at, enum scalar_form form,
                                   struct str text)
{
    bool quoted = form == FORM_SINGLE_QUOTED || form == FORM_DOUBLE_QUOTED;
    bool block = form == FORM_LITERAL || form == FORM_FOLDED;
    if (quoted && at.end - at.start >= 2) {
        at.start++;
        at.end--;
    }
    if (!block && is_verbatim(bytes, at, text)) {
        return (struct scalar_origin){at, NULL};
    }
    struct reading r = {bytes, at.start, at.end, text, ARENA_ARRAY(a, text.len + 1, uint32_t), 0, true};
    if (block) {
        read_block_scalar(&r, form);
    } else {
        read_flow(&r, form);
    }
    r.origin[r.count] = (uint32_t)r.at;
    if (!is_complete(&r)) {
        return (struct scalar_origin){at, approximate(&r, at)};
    }
    return (struct scalar_origin){block ? extent(at, r.origin, text) : at, r.origin};
}
