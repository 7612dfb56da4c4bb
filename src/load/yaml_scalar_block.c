/* Literal and folded blocks, read a second time. */
#include "load/yaml_scalar_reading.h"

static const size_t nowhere = SIZE_MAX;

/* A line break for each one in [from, to). */
static void put_breaks(struct scalar_reading *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (r->bytes.at[i] == '\n') {
            scalar_put(r, "\n", 1, i > from && r->bytes.at[i - 1] == '\r' ? i - 1 : i);
        }
    }
}

/* Skips blank lines, then up to `indent` spaces. True when a line of content follows. */
static bool skip_to_content(struct scalar_reading *r, size_t indent)
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
static size_t line_length(const struct scalar_reading *r)
{
    struct str rest = str_slice(r->bytes, r->at, r->end);
    size_t len = str_find(rest, '\n');
    return len > 0 && len < rest.len && rest.at[len - 1] == '\r' ? len - 1 : len;
}

/* The line breaks between two lines of content, the first of them at `line_end`. */
static void join_lines(struct scalar_reading *r, size_t line_end, size_t blank, bool folds)
{
    if (!folds) {
        scalar_put(r, "\n", 1, line_end);
        put_breaks(r, blank, r->at);
    } else if (memchr(r->bytes.at + blank, '\n', r->at - blank) == NULL) {
        scalar_put(r, " ", 1, line_end);
    } else {
        scalar_put_breaks_but_last(r, line_end);
    }
}

/* The lines of a block scalar from r->at on. `chomp` is '-', '+' or 0. */
static void read_block(struct scalar_reading *r, enum scalar_form form, size_t indent, char chomp)
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
        scalar_put_verbatim(r, line_length(r));
        line_end = r->at;
        if (r->at < r->end) {
            skip_break(r);
        }
        blank = r->at;
    }
    if (chomp != '-' && line_end != nowhere && line_end < blank) {
        scalar_put(r, "\n", 1, line_end);
    }
    if (chomp == '+') {
        put_breaks(r, blank, r->end);
    }
    r->at = chomp == '+' ? r->end : chomp == '-' && line_end != nowhere ? line_end : blank;
}

/* Leading spaces of the first line that holds more than spaces; without such a line, more than any has. */
static size_t first_indent(const struct scalar_reading *r)
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

static struct block_header read_header(struct scalar_reading *r)
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

/* An indentation indicator counts from the indentation of the parent, which the parser does not tell: the one that
 * yields the text is right. */
void scalar_read_block(struct scalar_reading *r, enum scalar_form form)
{
    enum { MOST_PARENT_INDENT = 100 };
    struct block_header header = read_header(r);
    const struct scalar_reading start = *r;
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
