/* Text as borrowed slices and growing buffers. All text is UTF-8; lengths are bytes. */
#ifndef BILAN_BASE_STR_H
#define BILAN_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* Borrowed bytes: whoever lends them says how long they live. `at` need not end in NUL. */
struct str {
    const char *at;
    size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
/* The same to initialise static data. */
#define STR_INIT(literal)                                                                                              \
    {                                                                                                                  \
        (literal), sizeof(literal) - 1                                                                                 \
    }
/* For printf: "%.*s", STR_ARG(s) */
#define STR_ARG(s) (int)(s).len, (s).at

struct str str_of(const char *nul_terminated);
static inline struct str str_slice(struct str s, size_t start, size_t end)
{
    end = end < s.len ? end : s.len;
    start = start < end ? start : end;
    return (struct str){start == 0 ? s.at : s.at + start, end - start};
}
static inline bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}
static inline bool str_is(struct str a, const char *nul_terminated)
{
    for (size_t i = 0; i < a.len; i++) {
        if (a.at[i] != nul_terminated[i] || a.at[i] == '\0') {
            return false;
        }
    }
    return nul_terminated[a.len] == '\0';
}
int str_cmp(struct str a, struct str b);
static inline bool str_starts(struct str s, const char *prefix)
{
    size_t len = strlen(prefix);
    return s.len >= len && (len == 0 || memcmp(s.at, prefix, len) == 0);
}
static inline bool str_ends(struct str s, const char *suffix)
{
    size_t len = strlen(suffix);
    return s.len >= len && (len == 0 || memcmp(s.at + s.len - len, suffix, len) == 0);
}
struct str str_trim(struct str s);
/* Index of the first `c`, or s.len. */
size_t str_find(struct str s, char c);
/* For tables in memory alone: another machine may hash otherwise. */
uint64_t str_hash(struct str s);
/* The hash of what has `hash` and a part more. */
uint64_t hash_more(uint64_t hash, uint64_t part);
/* A copy in the arena, NUL-terminated behind its end. */
struct str str_copy(struct arena *a, struct str s);

/* A growing byte buffer that owns its memory; always NUL-terminated behind its end. Zero-initialise; end with buf_free. */
struct buf {
    char *at;
    size_t len, capacity;
};
void buf_free(struct buf *b);
void buf_add(struct buf *b, const void *bytes, size_t len);
static inline void buf_char(struct buf *b, char c)
{
    if (b->len + 1 >= b->capacity) {
        buf_add(b, &c, 1);
        return;
    }
    b->at[b->len++] = c;
    b->at[b->len] = '\0';
}
void buf_str(struct buf *b, struct str s);
void buf_text(struct buf *b, const char *nul_terminated);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A finite number with at most `decimals` digits after the point, without trailing zeros, exponent or locale; -0 is 0. */
void buf_number(struct buf *b, double value, int decimals);
struct str buf_view(const struct buf *b);

/* UTF-8 (Unicode 15, section 3.9). */

/* The code point at *offset, which moves behind it. Ill-formed bytes count one by one as U+FFFD. */
uint32_t utf8_next_beyond_ascii(struct str s, size_t *offset);
static inline uint32_t utf8_next(struct str s, size_t *offset)
{
    unsigned char first = (unsigned char)s.at[*offset];
    if (first >= 0x80) {
        return utf8_next_beyond_ascii(s, offset);
    }
    ++*offset;
    return first;
}
/* The code point before *offset, which moves to its start. */
uint32_t utf8_previous(struct str s, size_t *offset);
/* Writes 1 to 4 bytes, returns how many. */
size_t utf8_put(char out[4], uint32_t code_point);
/* Length of the part from the start that is ASCII alone. */
size_t utf8_ascii(struct str s);
/* Length of the well-formed part from the start: s.len when all of it is. */
size_t utf8_valid(struct str s);
size_t utf8_count(struct str s);

/* Edit distance (Damerau, optimal string alignment) in bytes, for "did you mean"; gives up above `limit` and returns limit + 1. */
size_t str_distance(struct str a, struct str b, size_t limit);
/* Index of the name that `given` may be a slip for; `count` when none is near. */
size_t str_nearest(struct str given, const struct str *names, size_t count);

#endif
