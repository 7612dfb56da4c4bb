/* A second reading of a scalar, which finds where each byte of its text comes from: shared by the files that read, and by nobody else. */
#ifndef BILAN_LOAD_YAML_SCALAR_READING_H
#define BILAN_LOAD_YAML_SCALAR_READING_H

#include <string.h>

#include "load/yaml_scalar.h"

/* Each byte that it yields must be the next one of the parser's text. */
struct scalar_reading {
    struct str bytes;
    size_t at, end;
    struct str text;
    uint32_t *origin;
    size_t count; /* bytes of text accounted for */
    bool ok;
};

/* Yields bytes that the source byte `from` stands for. */
static inline void scalar_put(struct scalar_reading *r, const char *yielded, size_t len, size_t from)
{
    if (len > r->text.len - r->count || memcmp(r->text.at + r->count, yielded, len) != 0) {
        r->ok = false;
        return;
    }
    for (size_t i = 0; i < len; i++) {
        r->origin[r->count++] = (uint32_t)from;
    }
}

/* Yields the next `len` source bytes, which stand for themselves. */
static inline void scalar_put_verbatim(struct scalar_reading *r, size_t len)
{
    const char *source = r->bytes.at + r->at;
    if (len > r->text.len - r->count || memcmp(r->text.at + r->count, source, len) != 0) {
        r->ok = false;
        return;
    }
    for (size_t i = 0; i < len; i++) {
        r->origin[r->count + i] = (uint32_t)(r->at + i);
    }
    r->count += len;
    r->at += len;
}

static inline bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static inline bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

static inline void skip_break(struct scalar_reading *r)
{
    r->at += r->bytes.at[r->at] == '\r' && r->at + 1 < r->end ? 2 : 1;
}

static inline bool is_complete(const struct scalar_reading *r)
{
    return r->ok && r->count == r->text.len;
}

/* Yields a line break for each one in [from, r->at) but the last. Each leads back to the end of the line before it, so that
 * the span of a word ends with the word. */
void scalar_put_breaks_but_last(struct scalar_reading *r, size_t from);

/* Reads a literal or folded block from its sign on. */
void scalar_read_block(struct scalar_reading *r, enum scalar_form form);

#endif
