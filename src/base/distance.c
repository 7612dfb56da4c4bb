#include <stdlib.h>

#include "base/str.h"

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* One row of the table: `two` and `one` are the rows before it. Returns its smallest entry. */
static size_t fill_row(struct str a, struct str b, size_t i, const size_t *two, const size_t *one, size_t *row)
{
    size_t least = row[0] = i;
    for (size_t j = 1; j <= b.len; j++) {
        bool same = a.at[i - 1] == b.at[j - 1];
        size_t best = smaller(smaller(one[j], row[j - 1]) + 1, one[j - 1] + !same);
        if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1]) {
            best = smaller(best, two[j - 2] + 1);
        }
        row[j] = best;
        least = smaller(least, best);
    }
    return least;
}

size_t str_distance(struct str a, struct str b, size_t limit)
{
    size_t apart = a.len > b.len ? a.len - b.len : b.len - a.len;
    if (apart > limit) {
        return limit + 1;
    }
    size_t width = b.len + 1;
    size_t *table = memory_alloc(3 * width * sizeof *table);
    size_t *two = table, *one = table + width, *row = table + 2 * width;
    for (size_t j = 0; j < width; j++) {
        one[j] = j;
    }
    bool hopeless = false;
    for (size_t i = 1; i <= a.len && !hopeless; i++) {
        hopeless = fill_row(a, b, i, two, one, row) > limit;
        size_t *oldest = two;
        two = one;
        one = row;
        row = oldest;
    }
    size_t distance = hopeless ? limit + 1 : smaller(one[b.len], limit + 1);
    free(table);
    return distance;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_letters(struct str a, struct str b)
{
    for (size_t i = 0; i < a.len && a.len == b.len; i++) {
        if (lower(a.at[i]) != lower(b.at[i])) {
            return false;
        }
    }
    return a.len == b.len;
}

size_t str_nearest(struct str given, const struct str *names, size_t count)
{
    size_t limit = given.len < 5 ? 1 : given.len < 6 ? 2 : 3;
    size_t best = limit + 1, nearest = count;
    for (size_t i = 0; i < count; i++) {
        size_t distance = same_letters(given, names[i]) ? 1 : str_distance(given, names[i], limit);
        if (distance < best && distance < names[i].len) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}
