#include "text/typography.h"

#include <string.h>

#include "text/characters.h"

/* The run that byte `at` lies in; runs are few. */
static const struct rich_run *run_at(const struct rich *r, size_t at)
{
    for (size_t i = 0; i < r->run_count; i++)
        if (at < r->runs[i].end)
            return &r->runs[i];
    return NULL;
}

bool scan_is_fixed(const struct scan *s, size_t at)
{
    const struct rich_run *run = run_at(s->rich, at);
    return run != NULL && ((run->style & RICH_LITERAL) != 0 || run->open_page != 0);
}

uint32_t scan_figure(const struct scan *s, size_t at)
{
    const struct rich_run *run = run_at(s->rich, at);
    return run != NULL ? run->figure : 0;
}

bool scan_is_raised(const struct scan *s, size_t at)
{
    const struct rich_run *run = run_at(s->rich, at);
    return run != NULL && (run->style & RICH_RAISED) != 0;
}

void scan_put(struct scan *s, size_t start, size_t end, const char *put)
{
    if (end > start && scan_is_fixed(s, start))
        return;
    edits_add(s->edits, start, end, put);
}

/* A word in which a point joins letters is a host or file name; one with a scheme or @ is an address. */
static bool is_address(struct str word)
{
    for (size_t i = 1; i + 1 < word.len; i++) {
        char c = word.at[i];
        if (c == '\'')
            return false; /* an elided article comes first: the next word starts behind it */
        if (c == '@' || (c == ':' && str_starts(str_slice(word, i, word.len), "://")))
            return true;
        if (c == '.' && is_ascii_alphanumeric(word.at[i - 1]) && is_ascii_letter(word.at[i + 1]))
            return true;
    }
    return false;
}

/* Quotation marks as typography writes them, so that a second pass parts words where the first did. */
static bool is_curly_quote(uint32_t c)
{
    return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201D && c != 0x201A && c != 0x201B);
}

static size_t word_end(struct str text, size_t at)
{
    while (at < text.len) {
        size_t next = at;
        uint32_t c = utf8_next(text, &next);
        if (is_space(c) || c == '\n' || c == 0x2029 || c == '"' || is_curly_quote(c))
            break;
        at = next;
    }
    return at;
}

/* Where the address that starts at `at` ends; `at` when none does. */
static size_t address_end(struct str text, size_t at)
{
    size_t end = word_end(text, at);
    while (end > at && strchr(".,;:!?)]'", text.at[end - 1]) != NULL)
        end--;
    return is_address(str_slice(text, at, end)) ? end : at;
}

static bool starts_word(struct str text, size_t at)
{
    uint32_t before = character_before(text, at);
    return before == 0 || is_space(before) || before == '\n' || before == 0x2029 ||
           (before < 0x80 && strchr("\"'([", (int)before) != NULL) || is_curly_quote(before);
}

static bool is_slash(char c)
{
    return c == '/';
}

/* Whether `sign` stands before a byte of a kind. */
static bool has_pair(struct str text, char sign, bool (*is_of_kind)(char c))
{
    for (size_t i = str_find(text, sign); i + 1 < text.len;) {
        if (is_of_kind(text.at[i + 1]))
            return true;
        i += 1 + str_find(str_slice(text, i + 1, text.len), sign);
    }
    return false;
}

static bool may_hold_address(struct str text)
{
    return str_find(text, '@') < text.len || has_pair(text, '.', is_ascii_letter) || has_pair(text, ':', is_slash);
}

static void apply_rules(struct scan *s, size_t at, uint32_t c)
{
    switch (c) {
    case '\'':
    case '"':
    case 0xAB:
    case 0xBB:
        typography_quotes(s, at, c);
        break;
    case ':':
    case ';':
    case '!':
    case '?':
    case '%':
    case 0x2030:
    case 0x20AC:
        typography_spaces(s, at, c);
        break;
    default:
        typography_numbers(s, at, c);
        break;
    }
}

/* Letters that begin nothing of interest are most of any text. */
static bool is_dull(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2);
}

static void scan(struct scan *s)
{
    bool addresses = may_hold_address(s->text);
    for (size_t at = 0; at < s->text.len;) {
        if (addresses && starts_word(s->text, at)) {
            size_t end = address_end(s->text, at);
            if (end > at) {
                at = end;
                continue;
            }
        }
        if (is_dull((unsigned char)s->text.at[at])) {
            at++;
            continue;
        }
        size_t next = at;
        uint32_t c = utf8_next(s->text, &next);
        if (c == 0x2029)
            s->quoted = false;
        else if (c != ' ' || next < s->text.len)
            apply_rules(s, at, c);
        at = next;
    }
}

const struct rich *typography_apply(struct arena *a, const struct rich *r, const struct language *language)
{
    struct edits edits = {0};
    struct scan s = {.rich = r, .text = r->text, .edits = &edits, .french = language_is_french(language)};
    scan(&s);
    const struct rich *set = r;
    if (edits.count > 0 || edits.raise_count > 0)
        set = edits_apply(a, r, &edits);
    edits_free(&edits);
    return set;
}
