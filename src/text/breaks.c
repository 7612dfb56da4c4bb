/* Where lines may end: UAX 14 through ICU, hyphenation patterns through libhyphen. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "text/characters.h"
#include "text/typesetter.h"

static void open_breaker(struct typesetter *t)
{
    UErrorCode error = U_ZERO_ERROR;
    t->breaker = ubrk_open(UBRK_LINE, language_tag(t->language), NULL, 0, &error);
    if (U_FAILURE(error))
        memory_exhausted();
}

/* ICU reads UTF-16; each of its units remembers the byte it comes from. */
static int32_t widen(struct typesetter *t, struct str text, size_t start, size_t end)
{
    size_t needed = end - start + 2;
    if (needed > t->wide_capacity) {
        t->wide = memory_grow(t->wide, needed * sizeof *t->wide);
        t->wide_offsets = memory_grow(t->wide_offsets, needed * sizeof *t->wide_offsets);
        t->wide_capacity = needed;
    }
    int32_t count = 0;
    for (size_t at = start; at < end;) {
        uint32_t offset = (uint32_t)at;
        uint32_t c = utf8_next(text, &at);
        t->wide_offsets[count] = offset;
        if (c > 0xFFFF) {
            t->wide[count++] = U16_LEAD(c);
            t->wide_offsets[count] = offset;
            t->wide[count++] = U16_TRAIL(c);
        } else {
            t->wide[count++] = (UChar)c;
        }
    }
    t->wide_offsets[count] = (uint32_t)end;
    return count;
}

void breaks_find(const struct setting *s, size_t start, size_t end)
{
    struct typesetter *t = s->typesetter;
    struct offsets *breaks = &t->breaks;
    breaks->count = 0;
    if (t->breaker == NULL)
        open_breaker(t);
    int32_t length = widen(t, s->text->text, start, end);
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(t->breaker, t->wide, length, &error);
    if (U_FAILURE(error))
        memory_exhausted();
    for (int32_t at = ubrk_next(t->breaker); at != UBRK_DONE && at < length; at = ubrk_next(t->breaker)) {
        breaks->items = scratch_room(breaks->items, breaks->count, &breaks->capacity, sizeof *breaks->items);
        breaks->items[breaks->count++] = t->wide_offsets[at];
    }
}

static HyphenDict *load_patterns(const struct language *language)
{
    return hnj_hyphen_load(language_is_french(language) ? "/usr/share/hyphen/hyph_fr.dic"
                                                        : "/usr/share/hyphen/hyph_en_US.dic");
}

enum { MIN_WORD = 6, MAX_WORD = 80, MIN_HEAD = 2, MIN_TAIL = 3 };

/* Narrows [start, end) to its one word of lower-case letters, behind an elided article and between punctuation; names, acronyms and numbers
 * are left whole. */
static bool plain_word(struct str text, uint32_t *start, uint32_t *end)
{
    uint32_t first = *start;
    uint32_t last = *start;
    for (size_t at = *start; at < *end;) {
        size_t before = at;
        uint32_t c = utf8_next(text, &at);
        if (u_islower((UChar32)c)) {
            first = last == before ? first : (uint32_t)before;
            last = (uint32_t)at;
        } else if (is_word_character(c)) {
            return false;
        } else if (c != 0x2019 && last > first && last - first >= MIN_WORD) {
            break;
        }
    }
    *start = first;
    *end = last;
    return last - first < MAX_WORD && utf8_count(str_slice(text, first, last)) >= MIN_WORD;
}

bool hyphenate(struct typesetter *t, struct str text, uint32_t start, uint32_t end,
               void (*found)(void *data, uint32_t at), void *data)
{
    if (!t->patterns_sought) {
        t->patterns = load_patterns(t->language);
        t->patterns_sought = true;
    }
    if (t->patterns == NULL || !plain_word(text, &start, &end))
        return false;
    /* A copy, as libhyphen searches a word up to its NUL for what never parts, and marks it wherever that is. */
    char word[MAX_WORD + 1] = "", marks[MAX_WORD + 8] = "";
    char **replacement = NULL;
    int *position = NULL;
    int *cut = NULL;
    memcpy(word, text.at + start, end - start);
    if (hnj_hyphen_hyphenate2(t->patterns, word, (int)(end - start), marks, NULL, &replacement, &position, &cut) != 0)
        return false;
    size_t count = utf8_count(str_slice(text, start, end));
    size_t at = start;
    for (size_t i = 0; i + 1 < count; i++) {
        utf8_next(text, &at);
        if (((unsigned)marks[i] & 1U) != 0 && i + 1 >= MIN_HEAD && count - i - 1 >= MIN_TAIL)
            found(data, (uint32_t)at);
    }
    return true;
}
