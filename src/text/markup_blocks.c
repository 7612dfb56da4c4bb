/* Block markup is printed as typed. Authors who meant a list or a heading should hear of it. */
#include "base/i18n.h"
#include "text/markup.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "- ", "* ", "+ ", "1. " or "1) " */
static bool is_item(struct str line)
{
    size_t at = 0;
    while (at < line.len && at < 3 && is_digit(line.at[at]))
        at++;
    bool numbered = at > 0 && at < line.len && (line.at[at] == '.' || line.at[at] == ')');
    bool bullet = at == 0 && line.len > 0 && (line.at[0] == '-' || line.at[0] == '*' || line.at[0] == '+');
    return (numbered || bullet) && at + 1 < line.len && line.at[at + 1] == ' ';
}

/* "# Title", but not "# 1 of the ranking" */
static bool is_heading(struct str line)
{
    size_t at = 0;
    while (at < line.len && line.at[at] == '#')
        at++;
    return at > 0 && at <= 6 && at + 1 < line.len && line.at[at] == ' ' && !is_digit(line.at[at + 1]);
}

/* A break of the text, or one that YAML folded into a space. */
static bool is_line_end(const struct diags *d, const struct node *scalar, size_t at)
{
    char c = scalar->as.scalar.text.at[at];
    if (c == '\n')
        return true;
    if (c != ' ' || scalar->as.scalar.origin == NULL)
        return false;
    struct str source = diags_file_bytes(d, scalar->at.file);
    uint32_t origin = scalar->as.scalar.origin[at];
    return origin < source.len && (source.at[origin] == '\n' || source.at[origin] == '\r');
}

static struct str line_at(const struct diags *d, const struct node *scalar, struct str text, size_t start)
{
    size_t end = start;
    while (end < text.len && !is_line_end(d, scalar, end))
        end++;
    return str_slice(text, start, end);
}

void markup_warn_blocks(struct diags *d, const struct node *scalar)
{
    struct str text = str_trim(scalar->as.scalar.text);
    size_t skipped = text.len > 0 ? (size_t)(text.at - scalar->as.scalar.text.at) : 0;
    text = str_slice(scalar->as.scalar.text, 0, skipped + text.len);
    bool item_before = false;
    if (scalar->as.scalar.origin == NULL && str_find(text, '\n') == text.len)
        return;
    for (size_t at = skipped; at < text.len;) {
        struct str line = line_at(d, scalar, text, at);
        bool item = is_item(line);
        bool several = line.len < text.len - skipped;
        if ((item && item_before) || (several && is_heading(line))) {
            diag_at(d, DIAG_WARNING, node_span(scalar, at, at + 1), "block-markup",
                    item ? _("a list inside text is printed as typed")
                         : _("a heading inside text is printed as typed"));
            diag_hint(d, _("only inline markup is known here: use a field of the page that takes a list or a title"));
            return;
        }
        item_before = item;
        at += line.len + 1;
    }
}
