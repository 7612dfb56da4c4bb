#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

void buf_free(struct buf *b)
{
    free(b->at);
    *b = (struct buf){0};
}

/* Room for `more` bytes and the NUL. */
static void reserve(struct buf *b, size_t more)
{
    if (more >= SIZE_MAX / 2 - b->len) {
        memory_exhausted();
    }
    size_t needed = b->len + more + 1;
    if (needed <= b->capacity) {
        return;
    }
    size_t capacity = b->capacity == 0 ? 64 : b->capacity;
    while (capacity < needed) {
        capacity *= 2;
    }
    b->at = memory_grow(b->at, capacity);
    b->capacity = capacity;
}

void buf_add(struct buf *b, const void *bytes, size_t len)
{
    reserve(b, len);
    if (len > 0) {
        memcpy(b->at + b->len, bytes, len);
    }
    b->len += len;
    b->at[b->len] = '\0';
}

void buf_str(struct buf *b, struct str s)
{
    buf_add(b, s.at, s.len);
}

void buf_text(struct buf *b, const char *nul_terminated)
{
    buf_add(b, nul_terminated, strlen(nul_terminated));
}

void buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) {
        memory_exhausted();
    }
    reserve(b, (size_t)len);
    va_start(args, format);
    int written = vsnprintf(b->at + b->len, (size_t)len + 1, format, args);
    va_end(args);
    b->len += written < 0 ? 0 : (size_t)written;
}

static void add_digits(struct buf *b, uint64_t value, int least)
{
    char digits[24];
    size_t at = sizeof digits;
    for (int count = 0; value > 0 || count < least; count++) {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    }
    buf_add(b, digits + at, sizeof digits - at);
}

void buf_number(struct buf *b, double value, int decimals)
{
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const double exact = 9007199254740992.0, most = 9e18; /* 2^53, and what fits in 64 bits */
    int places = decimals < 0 ? 0 : decimals > 6 ? 6 : decimals;
    double size = isfinite(value) ? fmin(fabs(value), most) : 0;
    while (places > 0 && size * (double)powers[places] > exact) {
        places--;
    }
    uint64_t scaled = (uint64_t)llround(size * (double)powers[places]);
    if (value < 0 && scaled > 0) {
        buf_char(b, '-');
    }
    while (places > 0 && scaled % 10 == 0) {
        scaled /= 10;
        places--;
    }
    add_digits(b, scaled / powers[places], 1);
    if (places > 0) {
        buf_char(b, '.');
        add_digits(b, scaled % powers[places], places);
    }
}

struct str buf_view(const struct buf *b)
{
    return (struct str){b->at == NULL ? "" : b->at, b->len};
}
