/* Apostrophes, quotation marks, and the spaces before high punctuation. */
#include <string.h>

#include "text/characters.h"
#include "text/typography.h"

/* The space that stands at [start, end) becomes `wanted`; where none stands one is put in when `insert`. */
static void want_space(struct scan *s, size_t start, size_t end, const char *wanted, bool insert)
{
    uint32_t c = end > start ? character_at(s->text, start) : 0;
    bool there = c != 0 && c == character_at(str_of(wanted), 0);
    if (end > start ? !there : insert)
        scan_put(s, start, end, wanted);
}

static void want_space_before(struct scan *s, size_t at, const char *wanted, bool insert)
{
    size_t start = at > 0 && is_space(character_before(s->text, at)) ? previous_start(s->text, at) : at;
    if (start == at || character_before(s->text, start) != 0xAB) /* a guillemet has a say in its own space */
        want_space(s, start, at, wanted, insert);
}

static void want_space_behind(struct scan *s, size_t at, const char *wanted)
{
    size_t end = at < s->text.len && is_space(character_at(s->text, at)) ? next_start(s->text, at) : at;
    want_space(s, at, end, wanted, at < s->text.len);
}

static void apostrophe(struct scan *s, size_t at)
{
    uint32_t before = character_before(s->text, at);
    uint32_t after = character_at(s->text, at + 1);
    bool joins = is_word_character(after);
    if (is_digit(before) && !joins)
        return; /* feet and minutes */
    if (is_word_character(before) || is_digit(after) || (before != 0 && !joins && !is_space(before)))
        scan_put(s, at, at + 1, "’");
    else if (joins)
        scan_put(s, at, at + 1, "‘");
}

static void open_quotes(struct scan *s, size_t at)
{
    s->quoted = true;
    s->nested = s->guillemets > 0;
    if (!s->french || s->nested) {
        scan_put(s, at, at + 1, "“");
        return;
    }
    bool spaced = is_space(character_at(s->text, at + 1));
    scan_put(s, at, at + 1, spaced ? "«" : "«\u00a0");
    if (spaced)
        want_space_behind(s, at + 1, "\u00a0");
}

static void close_quotes(struct scan *s, size_t at)
{
    s->quoted = false;
    if (!s->french || s->nested) {
        scan_put(s, at, at + 1, "”");
        return;
    }
    bool spaced = is_space(character_before(s->text, at));
    want_space_before(s, at, "\u00a0", false);
    scan_put(s, at, at + 1, spaced ? "»" : "\u00a0»");
}

static void straight_quotes(struct scan *s, size_t at)
{
    if (scan_is_fixed(s, at))
        return;
    if (s->quoted)
        close_quotes(s, at);
    else if (!is_word_character(character_before(s->text, at)))
        open_quotes(s, at);
}

void typography_quotes(struct scan *s, size_t at, uint32_t c)
{
    if (c == '\'') {
        apostrophe(s, at);
    } else if (c == '"') {
        straight_quotes(s, at);
    } else if (s->french && c == 0xAB) {
        s->guillemets++;
        want_space_behind(s, at + 2, "\u00a0");
    } else if (s->french && c == 0xBB) {
        s->guillemets -= s->guillemets > 0 ? 1 : 0;
        want_space_before(s, at, "\u00a0", at > 0);
    }
}

/* Where a sign may have a space put before it: behind a word, a figure or what closes, not inside a word. */
static bool ends_word(struct scan *s, size_t at, size_t end)
{
    uint32_t before = character_before(s->text, at);
    bool opened = before == 0 || before == '\n' || before == PARAGRAPH_END || before == '(' || before == '[' ||
                  before == '!' || before == '?' || before == ':' || before == 0xAB;
    return !opened && !is_word_character(character_at(s->text, end)) && character_at(s->text, end) != '/';
}

/* "5,6M€": the space goes before the scale. */
static void euro(struct scan *s, size_t at)
{
    size_t unit = at;
    char scale = at > 0 ? s->text.at[at - 1] : '\0';
    if (at > 1 && (scale == 'M' || scale == 'k') && is_digit((unsigned char)s->text.at[at - 2]))
        unit = at - 1;
    want_space_before(s, unit, "\u00a0", is_digit(character_before(s->text, unit)));
}

void typography_spaces(struct scan *s, size_t at, uint32_t c)
{
    if (!s->french)
        return;
    size_t end = next_start(s->text, at);
    bool insert = ends_word(s, at, end);
    if (c == 0x20AC)
        euro(s, at);
    else if (c == '%' || c == 0x2030)
        want_space_before(s, at, "\u00a0", insert && is_digit(character_before(s->text, at)));
    else
        want_space_before(s, at, c == ':' ? "\u00a0" : "\u202f", insert);
}
