#include <math.h>

#include "chart/days.h"

enum { SPARSE = 4 }; /* at most that many slots a category */

/* Days from civil and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
double chart_day(struct day day)
{
    long year = day.month <= 2 ? day.year - 1 : day.year;
    long era = (year >= 0 ? year : year - 399) / 400;
    long of_era = year - era * 400;
    long of_year = (153L * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    long days = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
    return (double)days;
}

struct day chart_day_date(double day)
{
    long z = (long)floor(day) + 719468;
    long era = (z >= 0 ? z : z - 146096) / 146097;
    long of_era = z - era * 146097;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100);
    long shifted = (5 * of_year + 2) / 153;
    long month = shifted + (shifted < 10 ? 3 : -9);
    long of_month = of_year - (153 * shifted + 2) / 5 + 1;
    return (struct day){(int)(year + era * 400 + (month <= 2 ? 1 : 0)), (int)month, (int)of_month};
}

long days_month(double day)
{
    struct day date = chart_day_date(day);
    return date.year * 12L + date.month - 1;
}

double month_start(long month)
{
    long year = (month >= 0 ? month : month - 11) / 12;
    return chart_day((struct day){(int)year, (int)(month - year * 12 + 1), 1});
}

static long common_divisor(long a, long b)
{
    while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* All on the same day of their months: then months are even, though they differ in days. */
static bool is_monthly(const struct chart *c)
{
    for (size_t i = 1; i < c->category_count; i++)
        if (chart_day_date(c->categories[i].day).day != chart_day_date(c->categories[0].day).day)
            return false;
    return true;
}

static long position(const struct chart *c, size_t i, bool monthly)
{
    if (monthly)
        return days_month(c->categories[i].day) - days_month(c->categories[0].day);
    return (long)(c->categories[i].day - c->categories[0].day);
}

struct slots slots_of(const struct chart *chart, struct arena *a)
{
    size_t n = chart->category_count;
    size_t *of = ARENA_ARRAY(a, n, size_t);
    bool monthly = chart->dated && is_monthly(chart);
    long unit = 0;
    for (size_t i = 1; chart->dated && i < n; i++)
        unit = common_divisor(unit, position(chart, i, monthly));
    size_t count = unit > 0 ? (size_t)(position(chart, n - 1, monthly) / unit) + 1 : n;
    bool even = !chart->dated || unit == 0 || count > SPARSE * n;
    for (size_t i = 0; i < n; i++)
        of[i] = even ? i : (size_t)(position(chart, i, monthly) / unit);
    return (struct slots){even ? n : count, of};
}
