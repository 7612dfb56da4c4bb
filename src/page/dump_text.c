#include "page/dump.h"

enum { DECIMALS = 2 };

void dump_number(struct buf *out, double value)
{
    buf_number(out, value, DECIMALS);
}

void dump_key(struct buf *out, const char *key, double value)
{
    buf_printf(out, " %s=", key);
    dump_number(out, value);
}

void dump_quoted(struct buf *out, struct str text)
{
    buf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '"' || c == '\\')
            buf_char(out, '\\');
        if (c == '\n')
            buf_text(out, "\\n");
        else
            buf_char(out, c);
    }
    buf_char(out, '"');
}

void dump_text_key(struct buf *out, const char *key, const char *text)
{
    if (!text)
        return;
    buf_printf(out, " %s=", key);
    dump_quoted(out, str_of(text));
}
