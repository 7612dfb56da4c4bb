#include "chart/plot.h"

/* Where the line that starts at `start` ends: behind the last word that fits, or behind the first. */
static size_t line_end(const struct plot *p, struct str text, enum chart_role role, size_t start, double width)
{
    size_t end = start;
    while (end < text.len) {
        size_t next = end + 1;
        while (next < text.len && text.at[next] != ' ')
            next++;
        struct str line = str_slice(text, start, next);
        if (end > start && text_width(p, plain_text(p, line), role) > width)
            break;
        end = next;
    }
    return end;
}

/* The longest beginning that fits with an ellipsis behind it. */
static const struct rich *cut(const struct plot *p, struct str text, enum chart_role role, double width)
{
    const struct rich *whole = plain_text(p, text);
    if (text_width(p, whole, role) <= width)
        return whole;
    size_t end = text.len;
    const struct rich *short_text = whole;
    while (end > 0) {
        utf8_previous(text, &end);
        struct str kept = str_trim(str_slice(text, 0, end));
        short_text = plain_text(p, str_of(arena_printf(p->arena, "%.*s…", STR_ARG(kept))));
        if (text_width(p, short_text, role) <= width)
            break;
    }
    return short_text;
}

struct wrapped text_wrap(const struct plot *p, struct str text, enum chart_role role, double width, size_t most)
{
    text = str_trim(text);
    struct wrapped out = {.lines = ARENA_ARRAY(p->arena, most, const struct rich *)};
    size_t start = 0;
    while (start < text.len && out.count < most) {
        bool last = out.count + 1 == most;
        size_t end = last ? text.len : line_end(p, text, role, start, width);
        const struct rich *line = cut(p, str_slice(text, start, end), role, width);
        out.cut = out.cut || !str_eq(line->text, str_slice(text, start, end));
        double line_width = text_width(p, line, role);
        out.lines[out.count++] = line;
        if (line_width > out.width)
            out.width = line_width;
        start = end;
        while (start < text.len && text.at[start] == ' ')
            start++;
    }
    return out;
}
