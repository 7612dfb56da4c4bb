#include "chart/plot.h"

static bool fits(const struct plot *p, struct str line, enum chart_role role, double width)
{
    return text_width(p, plain_text(p, line), role) <= width;
}

/* Where a word too wide for a line is parted: behind the last of its hyphens up to which it fits; `end` if there is none. A minus sign that it
 * starts with is none. */
static size_t hyphen_end(const struct plot *p, struct str text, enum chart_role role, size_t start, size_t end,
                         double width)
{
    size_t fitting = end;
    for (size_t at = start + 2; at < end; at++)
        if (text.at[at - 1] == '-') {
            if (!fits(p, str_slice(text, start, at), role, width))
                break;
            fitting = at;
        }
    return fitting;
}

/* Where the line that starts at `start` ends: behind the last word that fits, or within the first. */
static size_t line_end(const struct plot *p, struct str text, enum chart_role role, size_t start, double width)
{
    size_t end = start;
    while (end < text.len) {
        size_t next = end + 1;
        while (next < text.len && text.at[next] != ' ')
            next++;
        if (!fits(p, str_slice(text, start, next), role, width))
            return end > start ? end : hyphen_end(p, text, role, start, next, width);
        end = next;
    }
    return end;
}

/* The longest beginning that fits with an ellipsis behind it. */
static const struct rich *cut(const struct plot *p, struct str text, enum chart_role role, double width)
{
    const struct rich *whole = plain_text(p, text);
    if (fits(p, text, role, width))
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
