#include "words.h"

/* A word is "w" and syllables that spell its number; no word of French or English looks like that. */
static const char consonants[] = "bdfgklmnprstvz";
static const char vowels[] = "aeiou";
enum { CONSONANTS = sizeof consonants - 1, VOWELS = sizeof vowels - 1, SYLLABLES = 3, LINKS = 10 };

static void put_word(struct buf *out, uint32_t number)
{
    buf_char(out, 'w');
    for (int i = 0; i < SYLLABLES; i++) {
        buf_char(out, vowels[number % VOWELS]);
        number /= VOWELS;
        buf_char(out, consonants[number % CONSONANTS]);
        number /= CONSONANTS;
    }
}

const char *words_text(struct words *w, struct chance *c, size_t count)
{
    static const char *const links[] = {" ", " ", " ", " ", ", ", "-", " ; ", " « ", " » ", " "};
    static const char *const marks[] = {"", "", "", "", "", "**", "*"};
    struct buf written = {0}, plain = {0};
    uint32_t first = w->last = w->count;
    for (size_t i = 0; i < count && w->count < WORDS_MAX; i++) {
        size_t choice = chance_below(c, LINKS);
        const char *mark = marks[chance_below(c, 7)], *link = i > 0 ? links[choice] : "";
        const char *typed = i > 0 && choice + 1 == LINKS ? "\\\\\\n" : link; /* a line break, in double quotes */
        struct buf word = {0};
        put_word(&word, w->count);
        buf_printf(&written, "%s%s%s%s", typed, mark, word.at, mark);
        buf_text(&plain, link);
        w->places[w->count++].start = plain.len;
        buf_str(&plain, buf_view(&word));
        buf_free(&word);
    }
    struct str text = str_copy(w->arena, buf_view(&plain));
    for (uint32_t i = first; i < w->count; i++)
        w->places[i].text = text;
    const char *copy = arena_copy(w->arena, written.at ? written.at : "", written.len);
    buf_free(&written);
    buf_free(&plain);
    return copy;
}

void words_want(struct words *w)
{
    w->places[w->last].wanted = w->last < w->count;
}

static size_t index_of(const char *letters, size_t count, char c)
{
    for (size_t i = 0; i < count; i++)
        if (letters[i] == c)
            return i;
    return count;
}

const struct word_place *words_find(const struct words *w, struct str text)
{
    uint32_t number = 0, weight = 1;
    if (text.len < 1 + 2 * SYLLABLES || text.at[0] != 'w')
        return NULL;
    for (size_t i = 0; i < 2 * (size_t)SYLLABLES; i++) {
        size_t base = i % 2 ? CONSONANTS : VOWELS;
        size_t digit = index_of(i % 2 ? consonants : vowels, base, text.at[1 + i]);
        if (digit == base)
            return NULL;
        number += (uint32_t)digit * weight;
        weight *= (uint32_t)base;
    }
    return number < w->count ? &w->places[number] : NULL;
}
