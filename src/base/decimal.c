#include "base/decimal.h"

#include <string.h>

/* 10^exponent for 0 <= exponent <= 36. */
static decimal_coefficient power_of_ten(int exponent)
{
    decimal_coefficient power = 1;
    for (int i = 0; i < exponent; i++) {
        power *= 10;
    }
    return power;
}

static decimal_coefficient magnitude(decimal_coefficient value)
{
    return value < 0 ? -value : value;
}

static bool fits(decimal_coefficient value)
{
    const decimal_coefficient limit = (decimal_coefficient)1000000000000000000 * 1000000000000000000; /* 10^36 */
    return magnitude(value) < limit;
}

/* value * 10^exponent, false when it does not fit. */
static bool shift(decimal_coefficient value, int exponent, decimal_coefficient *out)
{
    return !__builtin_mul_overflow(value, power_of_ten(exponent), out) && fits(*out);
}

struct decimal decimal_from(int64_t integer)
{
    return (struct decimal){integer, 0};
}

bool decimal_parse(struct str text, struct decimal *out)
{
    size_t at = 0, digits = 0;
    bool negative = false, point = false;
    struct decimal value = {0, 0};
    if (text.len > 0 && (text.at[0] == '-' || text.at[0] == '+')) {
        negative = text.at[0] == '-';
        at = 1;
    }
    for (; at < text.len; at++) {
        char c = text.at[at];
        if (c == '.' && !point && digits > 0) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9' || (point && ++value.scale > DECIMAL_MAX_SCALE)) {
            return false;
        }
        value.coefficient = value.coefficient * 10 + (c - '0');
        digits++;
        if (!fits(value.coefficient)) {
            return false;
        }
    }
    if (digits == 0 || (point && value.scale == 0)) {
        return false;
    }
    if (negative) {
        value.coefficient = -value.coefficient;
    }
    *out = value;
    return true;
}

struct decimal decimal_reduce(struct decimal a)
{
    while (a.scale > 0 && a.coefficient % 10 == 0) {
        a.coefficient /= 10;
        a.scale--;
    }
    return a;
}

static bool add_aligned(struct decimal a, struct decimal b, struct decimal *out)
{
    int scale = a.scale > b.scale ? a.scale : b.scale;
    decimal_coefficient left, right;
    if (!shift(a.coefficient, scale - a.scale, &left) || !shift(b.coefficient, scale - b.scale, &right) ||
        !fits(left + right)) {
        return false;
    }
    *out = (struct decimal){left + right, scale};
    return true;
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *out)
{
    return add_aligned(a, b, out) || add_aligned(decimal_reduce(a), decimal_reduce(b), out);
}

bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *out)
{
    b.coefficient = -b.coefficient;
    return decimal_add(a, b, out);
}

bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *out)
{
    a = decimal_reduce(a);
    b = decimal_reduce(b);
    struct decimal product = {0, a.scale + b.scale};
    if (__builtin_mul_overflow(a.coefficient, b.coefficient, &product.coefficient)) {
        return false;
    }
    product = decimal_reduce(product);
    if (!fits(product.coefficient) || product.scale > DECIMAL_MAX_SCALE) {
        return false;
    }
    *out = product;
    return true;
}

/* Long division of two magnitudes with `digits` more digits, rounded half up. */
static bool divide_magnitudes(decimal_coefficient numerator, decimal_coefficient denominator, int digits,
                              decimal_coefficient *out)
{
    decimal_coefficient quotient = numerator / denominator, rest = numerator % denominator;
    for (int i = 0; i < digits; i++) {
        rest *= 10; /* below 10^37: no overflow */
        quotient = quotient * 10 + rest / denominator;
        rest %= denominator;
        if (!fits(quotient)) {
            return false;
        }
    }
    if (rest >= denominator - rest) {
        quotient++;
    }
    *out = quotient;
    return fits(quotient);
}

bool decimal_divide(struct decimal a, struct decimal b, int scale, struct decimal *out)
{
    if (b.coefficient == 0 || scale < 0 || scale > DECIMAL_MAX_SCALE) {
        return false;
    }
    decimal_coefficient numerator = magnitude(a.coefficient), denominator = magnitude(b.coefficient), quotient;
    int digits = scale + b.scale - a.scale;
    if (digits < 0) {
        if (__builtin_mul_overflow(denominator, power_of_ten(-digits), &denominator)) {
            *out = (struct decimal){0, scale}; /* more than 100 times the numerator: rounds to nothing */
            return true;
        }
        digits = 0;
    }
    if (!divide_magnitudes(numerator, denominator, digits, &quotient)) {
        return false;
    }
    bool negative = (a.coefficient < 0) != (b.coefficient < 0);
    *out = (struct decimal){negative ? -quotient : quotient, scale};
    return true;
}

struct decimal decimal_round(struct decimal a, int scale)
{
    scale = scale > DECIMAL_MAX_SCALE ? DECIMAL_MAX_SCALE : scale < -DECIMAL_MAX_SCALE ? -DECIMAL_MAX_SCALE : scale;
    decimal_coefficient coefficient;
    if (scale >= a.scale) {
        return shift(a.coefficient, scale - a.scale, &coefficient) ? (struct decimal){coefficient, scale} : a;
    }
    decimal_coefficient unit = power_of_ten(a.scale - scale);
    decimal_coefficient size = (magnitude(a.coefficient) + unit / 2) / unit;
    if (scale < 0) {
        size *= power_of_ten(-scale);
        scale = 0;
    }
    return fits(size) ? (struct decimal){a.coefficient < 0 ? -size : size, scale} : a;
}

int decimal_sign(struct decimal a)
{
    return (a.coefficient > 0) - (a.coefficient < 0);
}

static int compare_coefficients(decimal_coefficient a, decimal_coefficient b)
{
    return (a > b) - (a < b);
}

int decimal_compare(struct decimal a, struct decimal b)
{
    decimal_coefficient one_a = power_of_ten(a.scale), one_b = power_of_ten(b.scale);
    int order = compare_coefficients(a.coefficient / one_a, b.coefficient / one_b);
    if (order != 0) {
        return order;
    }
    return compare_coefficients(a.coefficient % one_a * power_of_ten(DECIMAL_MAX_SCALE - a.scale),
                                b.coefficient % one_b * power_of_ten(DECIMAL_MAX_SCALE - b.scale));
}

double decimal_to_double(struct decimal a)
{
    return (double)a.coefficient / (double)power_of_ten(a.scale);
}

size_t decimal_text(struct decimal a, char out[DECIMAL_TEXT])
{
    char text[DECIMAL_TEXT];
    size_t at = sizeof text;
    decimal_coefficient rest = magnitude(a.coefficient);
    for (int digits = 0; rest > 0 || digits <= a.scale; digits++) {
        if (digits == a.scale && a.scale > 0) {
            text[--at] = '.';
        }
        text[--at] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    if (a.coefficient < 0) {
        text[--at] = '-';
    }
    size_t len = sizeof text - at;
    memcpy(out, text + at, len);
    out[len] = '\0';
    return len;
}
