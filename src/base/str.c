#include "base/str.h"

struct str str_of(const char *nul_terminated)
{
    return (struct str){nul_terminated, strlen(nul_terminated)};
}

int str_cmp(struct str a, struct str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.at, b.at, shared);
    if (order != 0) {
        return order;
    }
    return (a.len > b.len) - (a.len < b.len);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str str_trim(struct str s)
{
    size_t start = 0, end = s.len;
    while (start < end && is_blank(s.at[start])) {
        start++;
    }
    while (end > start && is_blank(s.at[end - 1])) {
        end--;
    }
    return str_slice(s, start, end);
}

size_t str_find(struct str s, char c)
{
    const char *found = s.len == 0 ? NULL : memchr(s.at, c, s.len);
    return found == NULL ? s.len : (size_t)(found - s.at);
}

/* A product tells of a byte only in itself and above: before and after it, the upper half is folded on the lower one, by which tables are cut. */
uint64_t hash_more(uint64_t hash, uint64_t part)
{
    hash ^= part;
    hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 32;
}

/* The bytes of a text of less than eight. */
static uint64_t short_part(struct str s)
{
    uint32_t first, last;
    if (s.len >= sizeof first) {
        memcpy(&first, s.at, sizeof first);
        memcpy(&last, s.at + s.len - sizeof last, sizeof last);
        return (uint64_t)first << 32 | last;
    }
    uint64_t part = 0;
    for (size_t i = 0; i < s.len; i++)
        part = part << 8 | (unsigned char)s.at[i];
    return part;
}

/* Eight bytes at a time, the last of which may be hashed twice. */
uint64_t str_hash(struct str s)
{
    uint64_t hash = 14695981039346656037U ^ s.len, part;
    if (s.len < sizeof part)
        return hash_more(hash, short_part(s));
    for (size_t at = 0; at + sizeof part < s.len; at += sizeof part) {
        memcpy(&part, s.at + at, sizeof part);
        hash = hash_more(hash, part);
    }
    memcpy(&part, s.at + s.len - sizeof part, sizeof part);
    return hash_more(hash, part);
}

struct str str_copy(struct arena *a, struct str s)
{
    return (struct str){arena_copy(a, s.at, s.len), s.len};
}
