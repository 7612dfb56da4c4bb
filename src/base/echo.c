#include "base/echo.h"

struct range {
    uint32_t first, last;
};

static bool is_in(const struct range *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

/* What stands for a character that would move the cursor, hide or turn text. */
static uint32_t visible(uint32_t c)
{
    enum { ARROW = 0x2192, PICTURES = 0x2400, PICTURE_OF_DELETE = 0x2421, REPLACEMENT = 0xFFFD };
    static const struct range unsafe[] = {{0x80, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},
                                          {0x200B, 0x200C}, {0x200E, 0x200F}, {0x2028, 0x202E},
                                          {0x2060, 0x2060}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}};
    if (c == '\t') {
        return ARROW;
    }
    if (c < 0x20) {
        return PICTURES + c;
    }
    if (c == 0x7F) {
        return PICTURE_OF_DELETE;
    }
    return is_in(unsafe, sizeof unsafe / sizeof *unsafe, c) ? REPLACEMENT : c;
}

/* The usual widths; wcwidth would ask the locale. */
static unsigned width(uint32_t c)
{
    static const struct range none[] = {{0x300, 0x36F}, {0x200D, 0x200D}, {0xFE00, 0xFE0F}};
    static const struct range two[] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    if (c < 0x300) {
        return 1;
    }
    return is_in(none, sizeof none / sizeof *none, c) ? 0 : is_in(two, sizeof two / sizeof *two, c) ? 2 : 1;
}

unsigned echo_code_point(struct buf *out, uint32_t code_point)
{
    uint32_t shown = visible(code_point);
    char bytes[4];
    buf_add(out, bytes, utf8_put(bytes, shown));
    return width(shown);
}

void echo_text(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        echo_code_point(out, utf8_next(text, &at));
    }
}
