#include "load/yaml_quotes.h"

#include "base/i18n.h"

enum { LONGEST_VALUE = 300 };

void yaml_hint_line_quoted(struct diags *d, const struct yaml_line *line)
{
    if (line->value.len > LONGEST_VALUE) {
        diag_hint(d, "%s", _("put the value in quotes"));
        return;
    }
    struct buf fixed = {0};
    buf_str(&fixed, line->lead);
    yaml_quote(&fixed, line->value);
    diag_hint(d, _("put the value in quotes: %s"), buf_view(&fixed).at);
    buf_free(&fixed);
}

void yaml_hint_quotes(struct diags *d, uint32_t file, size_t at)
{
    struct yaml_line line = yaml_line_at(diags_file_bytes(d, file), at);
    yaml_hint_line_quoted(d, &line);
}

bool yaml_quoted(struct buf *out, const struct diags *d, struct span at)
{
    struct str bytes = diags_file_bytes(d, at.file);
    struct str text = str_slice(bytes, at.start, at.end);
    if (text.len == 0 || text.len > LONGEST_VALUE || str_find(text, '\n') < text.len) {
        return false;
    }
    struct yaml_line line = yaml_line_at(bytes, at.start);
    struct str rest = str_slice(bytes, at.end, bytes.len);
    rest.len = str_find(rest, '\n');
    rest = str_trim(rest);
    size_t lead = line.start + line.indent.len;
    if (lead < at.start && at.start - lead <= LONGEST_VALUE && (rest.len == 0 || rest.at[0] == '#')) {
        buf_str(out, str_slice(bytes, lead, at.start));
    }
    yaml_quote(out, text);
    return true;
}
