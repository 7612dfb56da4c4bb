/* Exact decimal numbers: a 128-bit coefficient and a scale. Never binary floating point: a published sum must add up. */
#ifndef BILAN_BASE_DECIMAL_H
#define BILAN_BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

__extension__ typedef __int128 decimal_coefficient;

/* coefficient / 10^scale, 0 <= scale <= DECIMAL_MAX_SCALE, |coefficient| < 10^36. */
struct decimal {
    decimal_coefficient coefficient;
    int scale;
};
enum { DECIMAL_MAX_SCALE = 18, DECIMAL_TEXT = 48 };

struct decimal decimal_from(int64_t integer);
/* Sign, digits, one point; no spaces, exponent or grouping. False on anything else or too many digits. */
bool decimal_parse(struct str text, struct decimal *out);
/* False when the result does not fit. */
bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *out);
/* a / b rounded half away from zero to `scale` digits. False also for b = 0. */
bool decimal_divide(struct decimal a, struct decimal b, int scale, struct decimal *out);
/* Half away from zero, to `scale` digits (may add zeros; below 0: to tens, hundreds …). Unchanged when it would not fit. */
struct decimal decimal_round(struct decimal a, int scale);
/* Without trailing zeros behind the point. */
struct decimal decimal_reduce(struct decimal a);
int decimal_compare(struct decimal a, struct decimal b);
int decimal_sign(struct decimal a);
double decimal_to_double(struct decimal a); /* for lengths on the page only */
/* Plain: "-1234.50". Returns the length. */
size_t decimal_text(struct decimal a, char out[DECIMAL_TEXT]);

#endif
