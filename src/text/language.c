#include "text/language.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

enum { SYMBOL = 8, MONTH = 24, SPELLED = 999 };
#define NO_BREAK_SPACE "\u00a0"
#define MINUS "\u2212"

struct language {
    struct arena *arena;
    const char *tag, *locale;
    bool french;
    /* Filled in when first asked for: opening ICU's services takes longer than most of their use. */
    char grouping[SYMBOL], point[SYMBOL];
    char months[12][MONTH], quarters[4][SYMBOL];
    const char *spelled[2][SPELLED + 1]; /* masculine, feminine */
};

static bool has_primary(struct str tag, const char *primary)
{
    return str_is(tag, primary) || (str_starts(tag, primary) && tag.at[strlen(primary)] == '-');
}

struct language *language_new(struct arena *a, struct str tag)
{
    bool french = has_primary(tag, "fr");
    if (!french && !has_primary(tag, "en"))
        return NULL;
    struct language *l = ARENA_NEW(a, struct language);
    l->arena = a;
    l->tag = arena_copy(a, tag.at, tag.len);
    l->locale = french ? "fr" : "en";
    l->french = french;
    return l;
}

const char *language_tag(const struct language *l)
{
    return l->tag;
}

bool language_is_french(const struct language *l)
{
    return l->french;
}

static void check_icu(UErrorCode error)
{
    if (U_FAILURE(error))
        memory_exhausted();
}

static void to_utf8(char *out, int32_t capacity, const UChar *text, int32_t length)
{
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8(out, capacity, NULL, text, length, &error);
    check_icu(error);
}

static void symbol(const UNumberFormat *format, UNumberFormatSymbol which, char out[SYMBOL])
{
    UChar text[SYMBOL];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = unum_getSymbol(format, which, text, SYMBOL, &error);
    check_icu(error);
    to_utf8(out, SYMBOL, text, length);
}

static void need_numbers(struct language *l)
{
    if (l->point[0] != '\0')
        return;
    UErrorCode error = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, l->locale, NULL, &error);
    check_icu(error);
    symbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL, l->grouping);
    symbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL, l->point);
    unum_close(format);
}

static void date_symbol(const UDateFormat *format, UDateFormatSymbolType type, int index, char *out, int32_t capacity)
{
    UChar text[MONTH];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = udat_getSymbols(format, type, index, text, MONTH, &error);
    check_icu(error);
    to_utf8(out, capacity, text, length);
}

static void need_dates(struct language *l)
{
    if (l->months[0][0] != '\0')
        return;
    UErrorCode error = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, l->locale, u"UTC", -1, NULL, 0, &error);
    check_icu(error);
    for (int i = 0; i < 12; i++)
        date_symbol(format, UDAT_MONTHS, i, l->months[i], MONTH);
    for (int i = 0; i < 4; i++)
        date_symbol(format, UDAT_SHORT_QUARTERS, i, l->quarters[i], SYMBOL);
    udat_close(format);
}

/* The whole part with its groups: "1042" to "1 042". */
static void add_grouped(struct buf *out, const char *digits, size_t count, const char *grouping)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            buf_text(out, grouping);
        buf_char(out, digits[i]);
    }
}

static void add_sign(struct buf *out, struct decimal value, enum number_sign sign)
{
    int which = decimal_sign(value);
    if (which < 0)
        buf_text(out, MINUS);
    else if (which > 0 && sign == SIGN_ALWAYS)
        buf_char(out, '+');
}

static void add_unsigned(struct language *l, struct buf *out, struct decimal value)
{
    char digits[DECIMAL_TEXT];
    size_t length = decimal_text(value, digits);
    const char *first = digits + (digits[0] == '-' ? 1 : 0);
    struct str number = {first, length - (size_t)(first - digits)};
    size_t whole = str_find(number, '.');
    need_numbers(l);
    add_grouped(out, number.at, whole, l->grouping);
    if (whole < number.len) {
        buf_text(out, l->point);
        buf_add(out, number.at + whole + 1, number.len - whole - 1);
    }
}

static struct str take(struct arena *a, struct buf *buffer)
{
    struct str text = str_copy(a, buf_view(buffer));
    buf_free(buffer);
    return text;
}

struct str language_number(struct language *l, struct arena *a, struct decimal value, enum number_sign sign)
{
    struct buf out = {0};
    add_sign(&out, value, sign);
    add_unsigned(l, &out, value);
    return take(a, &out);
}

/* In English a currency stands before the number and its scale behind: "€5.6M". */
static bool is_amount(struct str unit)
{
    return str_ends(unit, "€");
}

static struct str scale_of(struct str unit)
{
    return str_slice(unit, 0, unit.len - strlen("€"));
}

struct str language_measure(struct language *l, struct arena *a, struct decimal value, struct str unit,
                            enum number_sign sign)
{
    struct buf out = {0};
    bool before = !l->french && is_amount(unit);
    add_sign(&out, value, sign);
    if (before)
        buf_text(&out, "€");
    add_unsigned(l, &out, value);
    if (before) {
        buf_str(&out, scale_of(unit));
    } else if (unit.len > 0) {
        if (l->french)
            buf_text(&out, NO_BREAK_SPACE);
        else if (!str_is(unit, "%"))
            buf_char(&out, ' ');
        buf_str(&out, unit);
    }
    return take(a, &out);
}

/* CLDR hyphenates "vingt-et-un" (1990 spelling); the house writes "vingt et un". */
static void add_spelled(struct buf *out, struct str words, bool french)
{
    for (size_t i = 0; i < words.len; i++) {
        struct str rest = str_slice(words, i, words.len);
        if (french && str_starts(rest, "-et-")) {
            buf_text(out, " et ");
            i += strlen("-et-") - 1;
        } else {
            buf_char(out, words.at[i]);
        }
    }
}

static const UChar *rule_set(const struct language *l, bool feminine)
{
    if (!l->french)
        return u"%spellout-cardinal";
    return feminine ? u"%spellout-cardinal-feminine" : u"%spellout-cardinal-masculine";
}

static void spell(const struct language *l, int32_t number, bool feminine, char *out, int32_t capacity)
{
    UErrorCode error = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, l->locale, NULL, &error);
    check_icu(error);
    unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, rule_set(l, feminine), -1, &error);
    UChar text[128];
    int32_t length = unum_format(format, number, text, 128, NULL, &error);
    unum_close(format);
    check_icu(error);
    to_utf8(out, capacity, text, length);
}

struct str language_words(struct language *l, struct arena *a, struct decimal value, bool feminine)
{
    struct decimal whole = decimal_reduce(value);
    if (whole.scale != 0 || whole.coefficient < 0 || whole.coefficient > SPELLED)
        return language_number(l, a, value, SIGN_NEGATIVE);
    const char **known = &l->spelled[feminine ? 1 : 0][(size_t)whole.coefficient];
    if (*known == NULL) {
        char words[256];
        struct buf out = {0};
        spell(l, (int32_t)whole.coefficient, feminine, words, sizeof words);
        add_spelled(&out, str_of(words), l->french);
        *known = take(l->arena, &out).at;
    }
    return str_of(*known);
}

static const char *month_name(struct language *l, int month)
{
    need_dates(l);
    return l->months[month >= 1 && month <= 12 ? month - 1 : 0];
}

struct str language_date(struct language *l, struct arena *a, struct day day)
{
    const char *month = month_name(l, day.month);
    if (!l->french)
        return str_of(arena_printf(a, "%s %d, %d", month, day.day, day.year));
    return str_of(arena_printf(a, "%d%s %s %d", day.day, day.day == 1 ? "er" : "", month, day.year));
}

struct str language_month(struct language *l, struct arena *a, int year, int month)
{
    return str_of(arena_printf(a, "%s %d", month_name(l, month), year));
}

struct str language_quarter(struct language *l, struct arena *a, int year, int quarter)
{
    need_dates(l);
    return str_of(arena_printf(a, "%s %d", l->quarters[quarter >= 1 && quarter <= 4 ? quarter - 1 : 0], year));
}

const char *language_phrase(const struct language *l, enum phrase phrase)
{
    switch (phrase) {
    case PHRASE_MORE_THAN:
        return l->french ? "plus de %s" : "more than %s";
    case PHRASE_LESS_THAN:
        return l->french ? "moins de %s" : "less than %s";
    case PHRASE_ABOUT:
        return l->french ? "environ %s" : "about %s";
    case PHRASE_NOT_APPLICABLE:
        return "–";
    case PHRASE_NOT_AVAILABLE:
        return l->french ? "n." NO_BREAK_SPACE "d." : "n/a";
    case PHRASE_PAGE:
        return "page %s";
    }
    return "";
}

struct str phrase_fill(struct arena *a, const char *phrase, struct str text)
{
    struct str whole = str_of(phrase);
    size_t at = str_find(whole, '%');
    struct str rest = str_slice(whole, at + strlen("%s"), whole.len);
    return str_of(arena_printf(a, "%.*s%.*s%.*s", (int)at, phrase, STR_ARG(text), STR_ARG(rest)));
}
