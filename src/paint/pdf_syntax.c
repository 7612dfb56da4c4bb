#include "paint/pdf_syntax.h"

#include <math.h>

/* ISO 19005-3, 6.1.13. */
enum { STRING_LIMIT = 32767 };

/* Far beyond any page, well inside what a thousandth still fits. */
static const double real_limit = 1e9;

/* Writes the digits so that they end before `end`; returns where they start. */
static char *digits_before(char *end, unsigned long long value)
{
    do
        *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

static void put_digits(struct buf *out, unsigned long long value)
{
    char text[24], *end = text + sizeof text, *start = digits_before(end, value);
    buf_add(out, start, (size_t)(end - start));
}

void put_integer(struct buf *out, long long value)
{
    if (value < 0)
        buf_char(out, '-');
    put_digits(out, value < 0 ? -(unsigned long long)value : (unsigned long long)value);
}

void put_real(struct buf *out, double value)
{
    if (!isfinite(value))
        value = 0;
    long long thousandths = llround(fmin(fmax(value, -real_limit), real_limit) * 1000);
    unsigned long long size = thousandths < 0 ? -(unsigned long long)thousandths : (unsigned long long)thousandths;
    unsigned rest = (unsigned)(size % 1000);
    char text[32], *point = text + sizeof text - 4, *end = point;
    if (rest > 0) {
        *end++ = '.';
        for (unsigned unit = 100; rest > 0; rest %= unit, unit /= 10)
            *end++ = (char)('0' + rest / unit);
    }
    char *start = digits_before(point, size / 1000);
    if (thousandths < 0)
        *--start = '-';
    buf_add(out, start, (size_t)(end - start));
}

void put_reference(struct buf *out, uint32_t number)
{
    put_digits(out, number);
    buf_add(out, " 0 R", 4);
}

void put_corners(struct buf *out, double left, double bottom, double right, double top)
{
    const double numbers[4] = {left, bottom, right, top};
    for (size_t i = 0; i < 4; i++) {
        buf_char(out, i ? ' ' : '[');
        put_real(out, numbers[i]);
    }
    buf_char(out, ']');
}

void put_literal(struct buf *out, struct str bytes)
{
    buf_char(out, '(');
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.at[i];
        if (c == '(' || c == ')' || c == '\\')
            buf_char(out, '\\');
        /* A bare carriage return would be read as a line feed. */
        if (c == '\r')
            buf_add(out, "\\r", 2);
        else
            buf_char(out, c);
    }
    buf_char(out, ')');
}

void put_hex(struct buf *out, struct str bytes)
{
    static const char digits[] = "0123456789ABCDEF";
    buf_char(out, '<');
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        buf_char(out, digits[byte >> 4]);
        buf_char(out, digits[byte & 15]);
    }
    buf_char(out, '>');
}

void put_text(struct buf *out, const char *utf8)
{
    struct buf bytes = {0};
    text_string(&bytes, utf8);
    put_hex(out, buf_view(&bytes));
    buf_free(&bytes);
}

void put_destination(struct buf *out, uint32_t page, double y)
{
    buf_char(out, '[');
    put_reference(out, page);
    buf_text(out, "/XYZ 0 ");
    put_real(out, y);
    buf_text(out, " null]");
}

static void utf16_unit(struct buf *out, unsigned unit)
{
    buf_char(out, (char)(unsigned char)(unit >> 8));
    buf_char(out, (char)(unsigned char)(unit & 0xff));
}

static void utf16_put(struct buf *out, uint32_t code_point)
{
    if (code_point < 0x10000) {
        utf16_unit(out, code_point);
        return;
    }
    utf16_unit(out, 0xd800 + ((code_point - 0x10000) >> 10));
    utf16_unit(out, 0xdc00 + (code_point & 0x3ff));
}

void utf16_add(struct buf *out, struct str utf8)
{
    for (size_t at = 0; at < utf8.len;)
        utf16_put(out, utf8_next(utf8, &at));
}

void text_string(struct buf *out, const char *utf8)
{
    struct str text = str_of(utf8);
    utf16_put(out, 0xfeff);
    for (size_t at = 0; at < text.len && out->len + 4 <= STRING_LIMIT;)
        utf16_put(out, utf8_next(text, &at));
}

void pdf_date(struct buf *out, struct day day)
{
    buf_printf(out, "D:%04d%02d%02d000000Z", day.year, day.month, day.day);
}
