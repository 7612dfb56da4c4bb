/* Numbers and what stands beside them: thousands, units, ordinals, minus, page and item numbers, ellipses. */
#include <string.h>

#include "text/characters.h"
#include "text/typography.h"

enum { LONGEST_LABEL = 8 };
#define NBSP "\u00a0"

static size_t digits_before(struct str text, size_t at)
{
    size_t count = 0;
    while (count < at && is_digit((unsigned char)text.at[at - 1 - count]))
        count++;
    return count;
}

static size_t digits_at(struct str text, size_t at)
{
    size_t count = 0;
    while (at + count < text.len && is_digit((unsigned char)text.at[at + count]))
        count++;
    return count;
}

/* "1 200": one to three digits, then three, both typed by the author (a year before a figure is no thousand). */
static bool is_thousands(const struct scan *s, size_t at, size_t end)
{
    size_t group = digits_before(s->text, at);
    if (group < 1 || group > 3 || digits_at(s->text, end) != 3)
        return false;
    size_t first = at - group;
    uint32_t before = character_before(s->text, first);
    bool behind_digit = before != 0 && is_digit(character_before(s->text, previous_start(s->text, first)));
    if (s->text.at[first] == '0' && !(is_space(before) && behind_digit))
        return false;
    bool decimals = (before == ',' || before == '.') && behind_digit;
    return !is_word_character(before) && !decimals && scan_figure(s, at - 1) == scan_figure(s, end);
}

static struct str word_at(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && is_word_character(character_at(text, end)))
        end = next_start(text, end);
    while (end < text.len && character_at(text, end) == 0x20AC)
        end = next_start(text, end);
    return str_slice(text, at, end);
}

static bool is_one_of(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(word, words[i]))
            return true;
    return false;
}
#define IS_ONE_OF(word, words) is_one_of((word), (words), sizeof(words) / sizeof *(words))

static bool is_unit(struct str text, size_t at)
{
    static const char *const units[] = {"M€",     "k€",      "Md€",      "ETP",      "ETPT",      "mois", "an",
                                        "ans",    "jour",    "jours",    "h",        "min",       "km",   "m",
                                        "kg",     "Go",      "Mo",       "To",       "pt",        "pts",  "point",
                                        "points", "million", "millions", "milliard", "milliards", "euros"};
    return character_at(text, at) == 0xB0 || IS_ONE_OF(word_at(text, at), units);
}

static bool is_numbered(struct str text, size_t at)
{
    static const char *const labels[] = {"page", "pages", "Page", "Pages", "p.",   "pp.", "n°",
                                         "N°",   "no",    "art.", "fig.",  "Fig.", "§",   "vol."};
    size_t start = at;
    for (uint32_t before = character_before(text, start); before != 0; before = character_before(text, start)) {
        if (is_space(before) || before == '(' || before == '\n' || before == '"' || before == 0xAB ||
            at - start > LONGEST_LABEL)
            break;
        start = previous_start(text, start);
    }
    return IS_ONE_OF(str_slice(text, start, at), labels);
}

/* "M. Dupont", "A. Martin" */
static bool is_initial(struct str text, size_t at, size_t end)
{
    if (at < 2 || text.at[at - 1] != '.' || !is_capital(character_at(text, end)))
        return false;
    size_t letter = previous_start(text, at - 1);
    uint32_t before = character_before(text, letter);
    return is_capital(character_at(text, letter)) && (before == 0 || is_space(before) || before == '(');
}

/* Between words without a digit or a point nothing is to be done, and most spaces are there. */
static bool is_among_letters(struct str text, size_t at, size_t end)
{
    unsigned char before = at > 0 ? (unsigned char)text.at[at - 1] : 0;
    return !is_digit(before) && before != '.' && (end == text.len || !is_digit((unsigned char)text.at[end]));
}

static void space(struct scan *s, size_t at)
{
    size_t end = next_start(s->text, at);
    if (is_among_letters(s->text, at, end))
        return;
    uint32_t c = character_at(s->text, at);
    if (s->french && c != NARROW_SPACE && is_thousands(s, at, end)) {
        scan_put(s, at, end, "\u202f");
        return;
    }
    if (c != ' ')
        return;
    bool number_before = is_digit(character_before(s->text, at));
    bool number_after = is_digit(character_at(s->text, end));
    if ((number_before && is_unit(s->text, end)) || (number_after && is_numbered(s->text, at)) ||
        is_initial(s->text, at, end))
        scan_put(s, at, end, NBSP);
}

static void minus(struct scan *s, size_t at)
{
    uint32_t before = character_before(s->text, at);
    bool starts = before == 0 || is_space(before) || before == '(' || before == '\n' || before == PARAGRAPH_END ||
                  before == '"' || before == 0xAB;
    if (starts && is_digit(character_at(s->text, at + 1)))
        scan_put(s, at, at + 1, "\u2212");
}

static void dashes(struct scan *s, size_t at)
{
    size_t count = 0;
    while (at + count < s->text.len && s->text.at[at + count] == '-')
        count++;
    if (count == 1)
        minus(s, at);
    else if (!s->french && count <= 3 && character_before(s->text, at) != '-')
        scan_put(s, at, at + count, count == 2 ? "–" : "—");
}

static void ellipsis(struct scan *s, size_t at)
{
    size_t count = 0;
    while (at + count < s->text.len && s->text.at[at + count] == '.')
        count++;
    if (count == 3 && character_before(s->text, at) != '.')
        scan_put(s, at, at + 3, "…");
}

/* "n°5" and "n° 5" */
static void number_sign(struct scan *s, size_t at)
{
    size_t end = next_start(s->text, at);
    uint32_t before = character_before(s->text, at);
    if (s->french && (before == 'n' || before == 'N') && is_digit(character_at(s->text, end)))
        scan_put(s, end, end, NBSP);
}

/* Length of the ordinal ending behind `digits`, 0 when there is none. */
static size_t ordinal_suffix(struct str digits, struct str word)
{
    static const char *const first[] = {"er", "re", "ers", "res"};
    static const char *const second[] = {"e", "es", "nd", "nde", "nds", "ndes"};
    static const char *const others[] = {"e", "es"};
    bool found = str_is(digits, "1")   ? IS_ONE_OF(word, first)
                 : str_is(digits, "2") ? IS_ONE_OF(word, second)
                                       : IS_ONE_OF(word, others);
    return found ? word.len : 0;
}

static void raise(struct scan *s, size_t at, size_t length)
{
    if (length > 0 && !scan_is_fixed(s, at) && !scan_is_raised(s, at))
        edits_raise(s->edits, at, at + length);
}

/* At the first digit of a number. */
static void ordinal(struct scan *s, size_t at)
{
    uint32_t before = character_before(s->text, at);
    if (is_word_character(before) || before == ',' || before == '.' || before == '-' || before == '_')
        return;
    size_t count = digits_at(s->text, at);
    struct str word = word_at(s->text, at + count);
    raise(s, at + count, ordinal_suffix(str_slice(s->text, at, at + count), word));
}

/* "XIXe", at its first letter */
static void roman_ordinal(struct scan *s, size_t at)
{
    if (is_word_character(character_before(s->text, at)))
        return;
    size_t end = at;
    while (end < s->text.len && strchr("IVX", s->text.at[end]) != NULL)
        end++;
    if (end - at >= 2 && str_is(word_at(s->text, end), "e"))
        raise(s, end, 1);
}

void typography_numbers(struct scan *s, size_t at, uint32_t c)
{
    if (is_space(c))
        space(s, at);
    else if (c == '-')
        dashes(s, at);
    else if (c == '.')
        ellipsis(s, at);
    else if (c == 0xB0)
        number_sign(s, at);
    else if (s->french && is_digit(c))
        ordinal(s, at);
    else if (s->french && (c == 'I' || c == 'V' || c == 'X'))
        roman_ordinal(s, at);
}
