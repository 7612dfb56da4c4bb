#include <string.h>

#include "base/str.h"

enum { REPLACEMENT = 0xFFFD };

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Length of the well-formed sequence at `at` (of `room` > 0 bytes), 0 when there is none: Unicode, table 3-7. */
static size_t sequence(const unsigned char *at, size_t room)
{
    unsigned char lead = at[0];
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    size_t len = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (len > room) {
        return 0;
    }
    for (size_t i = 1; i < len; i++) {
        if (!is_tail(at[i])) {
            return 0;
        }
    }
    bool overlong = (lead == 0xE0 && at[1] < 0xA0) || (lead == 0xF0 && at[1] < 0x90);
    bool surrogate = lead == 0xED && at[1] > 0x9F;
    bool beyond = lead == 0xF4 && at[1] > 0x8F;
    return overlong || surrogate || beyond ? 0 : len;
}

uint32_t utf8_next_beyond_ascii(struct str s, size_t *offset)
{
    const unsigned char *at = (const unsigned char *)s.at + *offset;
    size_t len = sequence(at, s.len - *offset);
    *offset += len == 0 ? 1 : len;
    switch (len) {
    case 2:
        return (at[0] & 0x1FU) << 6 | (at[1] & 0x3FU);
    case 3:
        return (at[0] & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
    case 4:
        return (at[0] & 0x07U) << 18 | (at[1] & 0x3FU) << 12 | (at[2] & 0x3FU) << 6 | (at[3] & 0x3FU);
    default:
        return REPLACEMENT;
    }
}

uint32_t utf8_previous(struct str s, size_t *offset)
{
    size_t end = *offset;
    if (end > 0 && (unsigned char)s.at[end - 1] < 0x80) {
        *offset = end - 1;
        return (unsigned char)s.at[end - 1];
    }
    for (size_t len = 1; len <= 4 && len <= end; len++) {
        size_t start = end - len;
        if (!is_tail((unsigned char)s.at[start])) {
            size_t next = start;
            uint32_t code_point = utf8_next(s, &next);
            if (next == end) {
                *offset = start;
                return code_point;
            }
            break;
        }
    }
    *offset = end - 1;
    return REPLACEMENT;
}

size_t utf8_put(char out[4], uint32_t code_point)
{
    uint32_t c = code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF) ? REPLACEMENT : code_point;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = len - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    static const uint32_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(leads[len] | c);
    return len;
}

static uint64_t eight_bytes(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

size_t utf8_ascii(struct str s)
{
    const uint64_t high_bits = 0x8080808080808080U;
    size_t at = 0;
    while (at + 8 <= s.len && (eight_bytes(s.at + at) & high_bits) == 0) {
        at += 8;
    }
    while (at < s.len && (unsigned char)s.at[at] < 0x80) {
        at++;
    }
    return at;
}

size_t utf8_valid(struct str s)
{
    size_t at = utf8_ascii(s);
    while (at < s.len) {
        size_t len = sequence((const unsigned char *)s.at + at, s.len - at);
        if (len == 0) {
            return at;
        }
        at += len;
        at += utf8_ascii(str_slice(s, at, s.len));
    }
    return at;
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++) {
        utf8_next(s, &at);
    }
    return count;
}
