#include "load/yaml_line.h"

static size_t skip_blanks(struct str s, size_t at)
{
    while (at < s.len && (s.at[at] == ' ' || s.at[at] == '\t')) {
        at++;
    }
    return at;
}

/* Behind "- - ". */
static size_t skip_dashes(struct str line, size_t at)
{
    while (at + 1 < line.len && line.at[at] == '-' && line.at[at + 1] == ' ') {
        at = skip_blanks(line, at + 1);
    }
    return at;
}

/* Behind "key: "; `at` when no key starts there. */
static size_t skip_key(struct str line, size_t at)
{
    if (at < line.len && (line.at[at] == '[' || line.at[at] == '{')) {
        return at;
    }
    for (size_t i = at + 1; i < line.len; i++) {
        if (line.at[i] == ':' && (i + 1 == line.len || line.at[i + 1] == ' ')) {
            return skip_blanks(line, i + 1);
        }
    }
    return at;
}

static struct str without_comment(struct str value)
{
    bool quoted = value.len > 0 && (value.at[0] == '"' || value.at[0] == '\'');
    for (size_t i = 1; i < value.len && !quoted; i++) {
        if (value.at[i] == '#' && value.at[i - 1] == ' ') {
            return str_slice(value, 0, i);
        }
    }
    return value;
}

struct yaml_line yaml_line_at(struct str bytes, size_t offset)
{
    size_t start = offset < bytes.len ? offset : bytes.len;
    while (start > 0 && bytes.at[start - 1] != '\n') {
        start--;
    }
    struct str line = str_slice(bytes, start, bytes.len);
    line.len = str_find(line, '\n');
    size_t lead = skip_blanks(line, 0);
    size_t value = skip_key(line, skip_dashes(line, lead));
    struct yaml_line found = {start, str_slice(line, 0, lead), str_slice(line, lead, value), {0}, start + value};
    found.value = str_trim(without_comment(str_slice(line, value, line.len)));
    return found;
}

void yaml_quote(struct buf *out, struct str text)
{
    char first = text.len > 1 ? text.at[0] : 0;
    if ((first == '"' || first == '\'') && text.at[text.len - 1] == first) {
        text = str_slice(text, 1, text.len - 1);
    }
    bool has_double = str_find(text, '"') < text.len, has_single = str_find(text, '\'') < text.len;
    if (has_double && !has_single) {
        buf_printf(out, "'%.*s'", STR_ARG(text));
        return;
    }
    buf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\') {
            buf_char(out, '\\');
        }
        buf_char(out, text.at[i]);
    }
    buf_char(out, '"');
}
