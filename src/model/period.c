/* Periods: years, quarters, months and days as the data writes them. */
#include "model/figure.h"

static bool digits(struct str text, size_t start, size_t count, int *out)
{
    *out = 0;
    if (start + count > text.len) {
        return false;
    }
    for (size_t i = start; i < start + count; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') {
            return false;
        }
        *out = *out * 10 + (text.at[i] - '0');
    }
    return true;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool parse_parts(struct str text, struct period *p)
{
    switch (text.len) {
    case 4:
        p->kind = PERIOD_YEAR;
        return true;
    case 7:
        if (text.at[5] == 'T') {
            p->kind = PERIOD_QUARTER;
            return digits(text, 6, 1, &p->part) && p->part >= 1 && p->part <= 4;
        }
        p->kind = PERIOD_MONTH;
        return digits(text, 5, 2, &p->part) && p->part >= 1 && p->part <= 12;
    case 10:
        p->kind = PERIOD_DAY;
        return text.at[7] == '-' && digits(text, 5, 2, &p->part) && digits(text, 8, 2, &p->day) && p->part >= 1 &&
               p->part <= 12 && p->day >= 1 && p->day <= days_in_month(p->year, p->part);
    default:
        return false;
    }
}

bool period_parse(struct str text, struct period *out)
{
    struct period p = {.kind = PERIOD_NONE};
    if (!digits(text, 0, 4, &p.year) || p.year < 1000 || (text.len > 4 && text.at[4] != '-')) {
        return false;
    }
    if (!parse_parts(text, &p)) {
        return false;
    }
    *out = p;
    return true;
}

static int first_month(struct period p)
{
    switch (p.kind) {
    case PERIOD_QUARTER:
        return 3 * p.part - 2;
    case PERIOD_MONTH:
    case PERIOD_DAY:
        return p.part;
    case PERIOD_NONE:
    case PERIOD_YEAR:
        break;
    }
    return 1;
}

int period_compare(struct period a, struct period b)
{
    int left[] = {a.year, first_month(a), a.kind == PERIOD_DAY ? a.day : 1, (int)a.kind};
    int right[] = {b.year, first_month(b), b.kind == PERIOD_DAY ? b.day : 1, (int)b.kind};
    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++) {
        if (left[i] != right[i]) {
            return left[i] < right[i] ? -1 : 1;
        }
    }
    return 0;
}

static size_t put_number(char *out, int value, size_t width)
{
    for (size_t i = width; i-- > 0;) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
    return width;
}

size_t period_text(struct period p, char out[16])
{
    size_t len = 0;
    if (p.kind != PERIOD_NONE) {
        len = put_number(out, p.year, 4);
    }
    if (p.kind == PERIOD_QUARTER) {
        out[len++] = '-';
        out[len++] = 'T';
        len += put_number(out + len, p.part, 1);
    }
    if (p.kind == PERIOD_MONTH || p.kind == PERIOD_DAY) {
        out[len++] = '-';
        len += put_number(out + len, p.part, 2);
    }
    if (p.kind == PERIOD_DAY) {
        out[len++] = '-';
        len += put_number(out + len, p.day, 2);
    }
    out[len] = '\0';
    return len;
}

struct period period_before(struct period p)
{
    int parts = p.kind == PERIOD_QUARTER ? 4 : 12;
    if ((p.kind == PERIOD_QUARTER || p.kind == PERIOD_MONTH) && p.part > 1) {
        p.part--;
        return p;
    }
    if (p.kind == PERIOD_QUARTER || p.kind == PERIOD_MONTH) {
        p.part = parts;
    }
    p.year--;
    if (p.kind == PERIOD_DAY && p.day > days_in_month(p.year, p.part)) {
        p.day = days_in_month(p.year, p.part);
    }
    return p;
}
