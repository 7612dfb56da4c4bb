/* Numbers as people and spreadsheets write them. */
#include <string.h>
#include <strings.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/advice.h"

enum { GROUP = 3, MOST_DIGITS = 18 };

static bool take_start(struct str *text, const char *start)
{
    if (!str_starts(*text, start)) {
        return false;
    }
    *text = str_trim(str_slice(*text, strlen(start), text->len));
    return true;
}

static bool take_end(struct str *text, const char *end)
{
    if (!str_ends(*text, end)) {
        return false;
    }
    *text = str_trim(str_slice(*text, 0, text->len - strlen(end)));
    return true;
}

/* The qualifier that a sign or words around the number stand for, which are taken away; NULL without. */
static const char *take_qualifier(struct str *text)
{
    static const struct {
        const char *words, *qualifier;
    } before[] = {{"> ", "more-than"},        {">", "more-than"},          {"plus de ", "more-than"},
                  {"+ de ", "more-than"},     {"more than ", "more-than"}, {"<", "less-than"},
                  {"moins de ", "less-than"}, {"less than ", "less-than"}, {"~", "about"},
                  {"\u2248", "about"},        {"environ ", "about"},       {"about ", "about"}};
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
        if (take_start(text, before[i].words)) {
            return before[i].qualifier;
        }
    }
    return take_end(text, "+") ? "more-than" : NULL;
}

static bool is_grouping(struct str s, size_t at, size_t *len)
{
    static const char *const spaces[] = {" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019"};
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        if (str_starts(str_slice(s, at, s.len), spaces[i])) {
            *len = strlen(spaces[i]);
            return true;
        }
    }
    return false;
}

/* Every mark `c`, if any, has three digits behind it, up to the next or the end. */
static bool groups(struct str s, char c)
{
    for (size_t at = str_find(s, c); at < s.len;) {
        size_t end = at + 1 + str_find(str_slice(s, at + 1, s.len), c);
        if (end - at - 1 != GROUP) {
            return false;
        }
        at = end;
    }
    return true;
}

static size_t count_of(struct str s, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++) {
        count += s.at[i] == c;
    }
    return count;
}

/* The mark of the decimals: the last of several kinds, or the only one; 0 without, when all of them group digits. */
static char decimal_mark(struct str s)
{
    size_t commas = count_of(s, ','), points = count_of(s, '.');
    if (commas > 0 && points > 0) {
        size_t last = s.len;
        while (s.at[last - 1] != ',' && s.at[last - 1] != '.') {
            last--;
        }
        return s.at[last - 1];
    }
    if (commas + points == 1) {
        return commas == 1 ? ',' : '.';
    }
    return 0;
}

/* The number as the data wants it, in `out`. False when it cannot be told. */
static bool normalise(struct str text, struct buf *out)
{
    if (take_start(&text, "\u2212") || take_start(&text, "\u2013")) {
        buf_char(out, '-');
    }
    char mark = decimal_mark(text);
    bool grouped = mark != 0 || (groups(text, ',') && groups(text, '.'));
    for (size_t i = 0; i < text.len;) {
        size_t len = 1;
        char c = text.at[i];
        if (mark != 0 && c == mark) {
            buf_char(out, '.');
        } else if (c != ',' && c != '.' && !is_grouping(text, i, &len)) {
            buf_char(out, c);
        }
        i += len;
    }
    struct decimal number;
    return grouped && decimal_parse(buf_view(out), &number);
}

static bool is_missing_word(struct str text)
{
    static const char *const words[] = {
        "NA",         "N/A", "N.A.", "ND",      "N.D.",    "N/D",    "-",      "null",           "none",
        "nan",        "?",   "x",    "unknown", "inconnu", "\u2013", "\u2014", "non disponible", "non applicable",
        "sans objet", "nc",  "n.c."};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text.len == strlen(words[i]) && strncasecmp(text.at, words[i], text.len) == 0) {
            return true;
        }
    }
    return text.len == 0;
}

/* "1,800": one thousand eight hundred, or one and eight tenths? */
static bool is_ambiguous(struct str text)
{
    size_t comma = str_find(text, ',');
    return comma > 0 && comma <= GROUP && text.len == comma + 1 + GROUP && count_of(text, '.') == 0;
}

static void advise_on_ambiguous(struct diags *d, struct str text)
{
    size_t comma = str_find(text, ',');
    struct str whole = str_slice(text, 0, comma), rest = str_slice(text, comma + 1, text.len);
    diag_hint(d, _("write %.*s%.*s; or %.*s.%.*s, if the comma is the decimal mark"), STR_ARG(whole), STR_ARG(rest),
              STR_ARG(whole), STR_ARG(rest));
}

static bool take_unit(struct str *text, bool *scaled)
{
    *scaled = take_end(text, "k\u20ac") || take_end(text, "M\u20ac") || take_end(text, "k") || take_end(text, "M");
    return *scaled || take_end(text, "%") || take_end(text, "\u20ac");
}

static bool only_digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (strchr("-.0123456789", s.at[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static void advise_on_digits(struct diags *d, struct str text)
{
    bool scaled;
    const char *qualifier = take_qualifier(&text);
    bool unit = take_unit(&text, &scaled);
    struct buf number = {0};
    bool good = normalise(text, &number);
    if (scaled && good) {
        diag_hint(d, "%s", _("write all digits of the number, without its unit"));
    } else if (unit && good) {
        diag_hint(d, _("write %s, without its unit"), number.at);
    } else if (qualifier != NULL && good) {
        diag_hint(d, _("write %s here, and '%s' in the column 'qualifier'"), number.at, qualifier);
    } else if (good && is_ambiguous(text)) {
        advise_on_ambiguous(d, text);
    } else if (good) {
        diag_hint(d, _("write %s"), number.at);
    } else if (number.len > MOST_DIGITS && only_digits(buf_view(&number))) {
        diag_hint(d, "%s", _("this is more than can be kept exactly: write it with fewer digits, in a larger unit"));
    } else {
        diag_hint(d, "%s", _("write digits alone, such as 1800 or 42.5"));
    }
    buf_free(&number);
}

void advise_on_value(struct diags *d, struct str text)
{
    if (is_missing_word(text)) {
        diag_hint(d, "%s", _("write 'N/A' when it does not apply, 'ND' when it is not available"));
    } else {
        advise_on_number(d, text);
    }
}

void advise_on_number(struct diags *d, struct str text)
{
    if (text.len == 0) {
        diag_hint(d, "%s", _("write digits alone, such as 1800 or 42.5"));
    } else if (text.at[0] == '#') {
        diag_hint(d, "%s", _("the spreadsheet's formula failed: put the number in its place"));
    } else if (text.at[0] == '=') {
        diag_hint(d, "%s", _("this is a formula: put its result in its place"));
    } else {
        advise_on_digits(d, text);
    }
}
