#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/echo.h"
#include "base/i18n.h"

/* How much of a long line is shown, and how much of that stands before the caret. In code points. */
enum { WINDOW = 120, WINDOW_BEFORE = 50 };

struct style {
    const char *bold, *severity[DIAG_ERROR + 1], *gutter, *reset;
};
static const struct style plain = {"", {"", "", ""}, "", ""};
static const struct style coloured = {"\033[1m", {"\033[1;36m", "\033[1;35m", "\033[1;31m"}, "\033[34m", "\033[0m"};

static const char *severity_word(enum severity severity)
{
    switch (severity) {
    case DIAG_NOTE:
        return _("note");
    case DIAG_WARNING:
        return _("warning");
    case DIAG_ERROR:
        return _("error");
    }
    abort();
}

static void add_head(struct buf *out, const struct diags *d, const struct style *style, enum severity severity,
                     struct span at, const char *message, const char *rule)
{
    buf_text(out, style->bold);
    if (at.file != 0) {
        struct place place = diags_place(d, at.file, at.start);
        echo_text(out, str_of(diags_file_name(d, at.file)));
        buf_printf(out, ":%u:%u: ", (unsigned)place.line, (unsigned)place.column);
    }
    buf_printf(out, "%s%s:%s%s ", style->severity[severity], severity_word(severity), style->reset, style->bold);
    echo_text(out, str_of(message));
    buf_text(out, style->reset);
    if (rule != NULL) {
        buf_printf(out, " [%s]", rule);
    }
    buf_char(out, '\n');
}

/* The byte offset of code point number `count`. */
static size_t skip(struct str s, size_t from, size_t count)
{
    while (count-- > 0 && from < s.len) {
        utf8_next(s, &from);
    }
    return from;
}

/* The byte offset of the code point `count` before `from`, or 0. */
static size_t go_back(struct str s, size_t from, size_t count)
{
    while (count-- > 0 && from > 0) {
        utf8_previous(s, &from);
    }
    return from;
}

/* A line in its window, and what is under it. */
struct echo {
    struct buf shown;
    size_t caret, marked; /* columns before the caret; columns to underline */
};

/* `from` and `to` are the span's bytes in the line. */
static struct echo echo_line(struct str line, size_t from, size_t to)
{
    struct echo echo = {{0}, 0, 0};
    size_t start = 0, end = line.len;
    if (skip(line, 0, WINDOW) < line.len) {
        start = go_back(line, from, WINDOW_BEFORE);
        end = skip(line, start, WINDOW);
    }
    if (start > 0) {
        buf_text(&echo.shown, "…");
        echo.caret = 1;
    }
    for (size_t at = start; at < end;) {
        size_t here = at;
        unsigned columns = echo_code_point(&echo.shown, utf8_next(line, &at));
        echo.caret += here < from ? columns : 0;
        echo.marked += here >= from && here < to ? columns : 0;
    }
    if (end < line.len) {
        buf_text(&echo.shown, "…");
    }
    return echo;
}

static void add_repeated(struct buf *out, char c, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_char(out, c);
    }
}

static void add_echo(struct buf *out, const struct diags *d, const struct style *style, enum severity severity,
                     struct span at, const char *hint)
{
    size_t start;
    struct str line = diags_line(d, at.file, at.start, &start);
    size_t from = at.start > start ? at.start - start : 0;
    size_t to = at.end > start ? at.end - start : 0;
    struct echo echo = echo_line(line, from < line.len ? from : line.len, to < line.len ? to : line.len);
    buf_printf(out, "%s%5u | %s", style->gutter, (unsigned)diags_place(d, at.file, at.start).line, style->reset);
    buf_str(out, buf_view(&echo.shown));
    buf_printf(out, "\n%s      | %s", style->gutter, style->reset);
    add_repeated(out, ' ', echo.caret);
    buf_printf(out, "%s^", style->severity[severity]);
    add_repeated(out, '~', echo.marked > 1 ? echo.marked - 1 : 0);
    buf_text(out, style->reset);
    if (hint != NULL) {
        buf_char(out, ' ');
        echo_text(out, str_of(hint));
    }
    buf_char(out, '\n');
    buf_free(&echo.shown);
}

static void add_finding(struct buf *out, const struct diags *d, const struct style *style, const struct finding *f)
{
    add_head(out, d, style, f->severity, f->at, f->message, f->rule);
    if (f->at.file != 0) {
        add_echo(out, d, style, f->severity, f->at, f->hint);
    } else if (f->hint != NULL) {
        buf_printf(out, "%s      | %s", style->gutter, style->reset);
        echo_text(out, str_of(f->hint));
        buf_char(out, '\n');
    }
    if (f->also != NULL) {
        add_head(out, d, style, DIAG_NOTE, f->also_at, f->also, NULL);
        if (f->also_at.file != 0) {
            add_echo(out, d, style, DIAG_NOTE, f->also_at, NULL);
        }
    }
}

void diags_print(const struct diags *d, FILE *out, bool colour)
{
    const struct style *style = colour ? &coloured : &plain;
    struct buf text = {0};
    for (size_t i = 0; i < diags_total(d); i++) {
        add_finding(&text, d, style, diags_finding(d, i));
    }
    fwrite(buf_view(&text).at, 1, text.len, out);
    buf_free(&text);
}
