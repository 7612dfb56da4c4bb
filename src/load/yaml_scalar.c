#include "load/yaml_scalar.h"

#include "load/yaml_scalar_reading.h"

void scalar_put_breaks_but_last(struct scalar_reading *r, size_t from)
{
    size_t origin = from, count = 0;
    for (size_t i = from; i < r->at; i++) {
        if (r->bytes.at[i] != '\n') {
            continue;
        }
        if (count++ > 0) {
            scalar_put(r, "\n", 1, origin);
            origin = i;
        }
    }
}

/* Moves behind white space; returns how many line breaks are in it. */
static size_t skip_white(struct scalar_reading *r)
{
    size_t breaks = 0;
    while (r->at < r->end && (is_space(r->bytes.at[r->at]) || is_break(r->bytes.at[r->at]))) {
        breaks += r->bytes.at[r->at++] == '\n';
    }
    return breaks;
}

/* White space in plain and quoted scalars: one line break folds to a space, of several one is dropped. */
static void read_white(struct scalar_reading *r)
{
    size_t start = r->at;
    size_t breaks = skip_white(r);
    if (breaks == 0) {
        size_t end = r->at;
        r->at = start;
        scalar_put_verbatim(r, end - start);
    } else if (breaks == 1) {
        scalar_put(r, " ", 1, start);
    } else {
        scalar_put_breaks_but_last(r, start);
    }
}

static uint32_t hex(struct str digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.at[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
        value = value << 4 | (digit & 0xF);
    }
    return value;
}

/* What a backslash and this character stand for; 0 bytes follow, or the hexadecimal digits counted in `digits`. */
static uint32_t escaped(char c, size_t *digits)
{
    static const struct {
        char name;
        uint32_t value;
    } escapes[] = {{'0', 0},  {'a', 7},  {'b', 8},    {'t', 9},    {'n', 10},     {'v', 11},    {'f', 12},
                   {'r', 13}, {'e', 27}, {'N', 0x85}, {'_', 0xA0}, {'L', 0x2028}, {'P', 0x2029}};
    *digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        if (escapes[i].name == c) {
            return escapes[i].value;
        }
    }
    return (unsigned char)c;
}

static void read_escape(struct scalar_reading *r)
{
    size_t start = r->at++;
    if (r->at >= r->end) {
        r->ok = false;
        return;
    }
    if (is_break(r->bytes.at[r->at])) {
        skip_white(r);
        scalar_put_breaks_but_last(r, start);
        return;
    }
    size_t digits;
    uint32_t c = escaped(r->bytes.at[r->at++], &digits);
    if (digits > 0) {
        c = hex(str_slice(r->bytes, r->at, r->at + digits));
        r->at += digits;
    }
    char encoded[4];
    size_t len = utf8_put(encoded, c);
    scalar_put(r, encoded, len, start);
}

static void read_flow(struct scalar_reading *r, enum scalar_form form)
{
    while (r->ok && r->at < r->end) {
        char c = r->bytes.at[r->at];
        if (is_space(c) || is_break(c)) {
            read_white(r);
        } else if (c == '\\' && form == FORM_DOUBLE_QUOTED) {
            read_escape(r);
        } else {
            scalar_put(r, &c, 1, r->at);
            r->at += c == '\'' && form == FORM_SINGLE_QUOTED ? 2 : 1;
        }
    }
}

static const uint32_t *approximate(struct scalar_reading *r, struct span at)
{
    for (size_t i = 0; i <= r->text.len; i++) {
        r->origin[i] = at.start + (uint32_t)i < at.end ? at.start + (uint32_t)i : at.end;
    }
    return r->origin;
}

/* From the first byte of the text to its last, line breaks at its end left out. */
static struct span extent(struct span at, const uint32_t *origin, struct str text)
{
    size_t len = text.len;
    while (len > 0 && text.at[len - 1] == '\n') {
        len--;
    }
    return len == 0 ? (struct span){at.file, at.start, at.start + 1} : (struct span){at.file, origin[0], origin[len]};
}

struct scalar_origin scalar_read_again(struct arena *a, struct str bytes, struct span at, enum scalar_form form,
                                       struct str text)
{
    bool block = form == FORM_LITERAL || form == FORM_FOLDED;
    at = scalar_content(at, form);
    struct scalar_reading r = {bytes, at.start, at.end, text, ARENA_ARRAY(a, text.len + 1, uint32_t), 0, true};
    if (block) {
        scalar_read_block(&r, form);
    } else {
        read_flow(&r, form);
    }
    r.origin[r.count] = (uint32_t)r.at;
    if (!is_complete(&r)) {
        return (struct scalar_origin){at, approximate(&r, at)};
    }
    return (struct scalar_origin){block ? extent(at, r.origin, text) : at, r.origin};
}
