/* Periods as people and spreadsheets write them. */
#include <string.h>

#include "base/i18n.h"
#include "model/advice.h"
#include "model/figure.h"

enum { MOST_NUMBERS = 3, YEAR_DIGITS = 4, MONTHS = 12 };

/* The numbers of a text, in order, and the month or quarter that it names. */
struct reading {
    int numbers[MOST_NUMBERS];
    size_t digits[MOST_NUMBERS];
    size_t count;
    int month;
    bool quarter; /* the number behind T or Q is the quarter's: numbers[quarter_at] */
    size_t quarter_at;
    bool other; /* something else stands in it */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Three letters tell a month, in French and in English; of juin and juillet, four do. */
static int month_of(struct str word)
{
    static const struct {
        const char *start;
        int month;
    } starts[] = {{"jan", 1}, {"f\u00e9v", 2}, {"fev", 2},  {"feb", 2},  {"mar", 3},  {"avr", 4},  {"apr", 4},
                  {"mai", 5}, {"may", 5},      {"juin", 6}, {"june", 6}, {"juil", 7}, {"july", 7}, {"ao\u00fb", 8},
                  {"aou", 8}, {"aug", 8},      {"sep", 9},  {"oct", 10}, {"nov", 11}, {"dec", 12}, {"d\u00e9c", 12}};
    char lower[16];
    size_t len = word.len < sizeof lower ? word.len : sizeof lower - 1;
    for (size_t i = 0; i < len; i++) {
        char c = word.at[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        if (str_starts((struct str){lower, len}, starts[i].start)) {
            return starts[i].month;
        }
    }
    return 0;
}

static size_t read_number(struct reading *r, struct str text, size_t at)
{
    int value = 0;
    size_t start = at;
    for (; at < text.len && is_digit(text.at[at]) && at - start < 9; at++) {
        value = 10 * value + (text.at[at] - '0');
    }
    if (r->count == MOST_NUMBERS || (at < text.len && is_digit(text.at[at]))) {
        r->other = true;
        return text.len;
    }
    r->digits[r->count] = at - start;
    r->numbers[r->count++] = value;
    return at;
}

static size_t read_word(struct reading *r, struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && is_letter(text.at[end])) {
        end++;
    }
    struct str word = str_slice(text, at, end);
    bool quarter = word.len == 1 && strchr("TtQq", word.at[0]) != NULL && end < text.len && is_digit(text.at[end]);
    int month = month_of(word);
    if (quarter && !r->quarter) {
        r->quarter = true;
        r->quarter_at = r->count;
    } else if (month != 0 && r->month == 0) {
        r->month = month;
    } else {
        r->other = true;
    }
    return end;
}

static struct reading read(struct str text)
{
    struct reading r = {.count = 0};
    for (size_t at = 0; at < text.len;) {
        if (is_digit(text.at[at])) {
            at = read_number(&r, text, at);
        } else if (is_letter(text.at[at])) {
            at = read_word(&r, text, at);
        } else {
            r.other |= strchr(" -/.\t", text.at[at]) == NULL;
            at++;
        }
    }
    return r;
}

/* Where the year stands, or MOST_NUMBERS. */
static size_t year_at(const struct reading *r)
{
    for (size_t i = 0; i < r->count; i++) {
        if (r->digits[i] == YEAR_DIGITS && (i == 0 || i + 1 == r->count)) {
            return i;
        }
    }
    return MOST_NUMBERS;
}

/* Year, month and day as they are meant; 0 for what is not there. */
struct meant {
    int year, month, day;
};

static bool understand(const struct reading *r, struct meant *out)
{
    size_t year = year_at(r);
    if (r->other || r->quarter || year == MOST_NUMBERS) {
        return false;
    }
    int rest[2] = {0, 0};
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++) {
        if (i != year) {
            rest[count++] = r->numbers[i];
        }
    }
    *out = (struct meant){r->numbers[year], r->month, 0};
    if (r->month != 0) {
        out->day = rest[0];
        return count < 2;
    }
    bool year_first = year == 0;
    out->month = count == 2 && !year_first ? rest[1] : rest[0];
    out->day = count == 2 ? (year_first ? rest[1] : rest[0]) : 0;
    return count > 0;
}

static bool tell_meant(struct diags *d, const struct meant *m)
{
    struct period p;
    struct buf out = {0};
    buf_printf(&out, "%04d-%02d", m->year, m->month);
    if (m->day != 0) {
        buf_printf(&out, "-%02d", m->day);
    }
    if (period_parse(buf_view(&out), &p)) {
        diag_hint(d, _("write %s"), out.at);
    } else if (m->month < 1 || m->month > MONTHS) {
        diag_hint(d, _("there is no month %d"), m->month);
    } else {
        diag_hint(d, _("there is no day %d in month %d of %d"), m->day, m->month, m->year);
    }
    buf_free(&out);
    return true;
}

static bool tell_quarter(struct diags *d, const struct reading *r)
{
    size_t year = r->quarter_at == 0 ? 1 : 0;
    if (r->count != 2 || r->other || r->digits[year] != YEAR_DIGITS) {
        return false;
    }
    int quarter = r->numbers[r->quarter_at];
    if (quarter < 1 || quarter > 4) {
        diag_hint(d, _("there is no quarter %d"), quarter);
    } else {
        diag_hint(d, _("write %04d-T%d"), r->numbers[year], quarter);
    }
    return true;
}

bool advise_on_day(struct diags *d, struct str text)
{
    struct reading r = read(text);
    struct meant meant;
    bool month = understand(&r, &meant) && meant.day == 0 && meant.month >= 1 && meant.month <= MONTHS;
    if (!month) {
        return advise_on_period(d, text);
    }
    diag_hint(d, _("write the day as well, as in %04d-%02d-15"), meant.year, meant.month);
    return true;
}

bool advise_on_period(struct diags *d, struct str text)
{
    enum { SERIAL_DIGITS = 5 };
    struct reading r = read(text);
    struct meant meant;
    if (r.quarter) {
        return r.quarter_at < r.count && tell_quarter(d, &r);
    }
    if (understand(&r, &meant)) {
        return tell_meant(d, &meant);
    }
    bool number = r.count == 1 && !r.other && r.month == 0 && r.digits[0] == text.len;
    if (number && r.digits[0] == 2) {
        diag_hint(d, "%s", _("write the year in four digits"));
    } else if (number && r.digits[0] == SERIAL_DIGITS) {
        diag_hint(d, "%s",
                  _("this is a spreadsheet's number of a day: give the column the format 'text' or YYYY-MM-DD"));
    } else if (text.len > 0 && text.at[0] == '#') {
        diag_hint(d, "%s", _("the spreadsheet's formula failed: put the value in its place"));
    } else {
        return false;
    }
    return true;
}
