#include "model/amount.h"

#include "model/binding.h"
#include "model/figure_store.h"

enum { SHARE_DECIMALS = 0, QUOTIENT_DECIMALS = 1, DIVISION_SCALE = 9 };

static struct amount absent(struct figure_name name, enum figure_kind kind)
{
    return (struct amount){.state = AMOUNT_ABSENT, .lacking = name, .lacking_kind = kind};
}

static struct amount of_observation(const struct observation *o)
{
    return (struct amount){.missing = o->missing,
                           .value = o->value,
                           .decimals = o->value.scale,
                           .qualifier = o->qualifier,
                           .source = o->source,
                           .at = o->at};
}

static struct str join_sources(struct arena *a, struct str left, struct str right)
{
    if (left.len == 0 || right.len == 0 || str_eq(left, right)) {
        return left.len == 0 ? right : left;
    }
    return str_of(arena_printf(a, "%.*s ; %.*s", STR_ARG(left), STR_ARG(right)));
}

/* What a result of both has whatever its value: the failure or missing mark of either, their sources, the first place. */
static struct amount combine(struct binding *b, struct amount left, struct amount right)
{
    struct amount both = left.state != AMOUNT_KNOWN || right.state == AMOUNT_KNOWN ? left : right;
    both.missing = left.missing > right.missing ? left.missing : right.missing;
    both.qualifier = QUALIFIER_NONE;
    both.derived = true;
    both.decimals = left.decimals > right.decimals ? left.decimals : right.decimals;
    both.source = join_sources(b->arena, left.source, right.source);
    both.at = left.at.file != 0 ? left.at : right.at;
    return both;
}

static bool has_value(const struct amount *a)
{
    return a->state == AMOUNT_KNOWN && a->missing == PRESENT;
}

static struct amount fit(struct amount result, bool fits)
{
    if (!fits) {
        result.state = AMOUNT_TOO_LARGE;
    }
    return result;
}

/* What does not apply adds nothing to a sum. */
struct amount amount_add(struct binding *b, struct amount left, struct amount right)
{
    struct amount sum = combine(b, left, right);
    bool known = left.state == AMOUNT_KNOWN && right.state == AMOUNT_KNOWN;
    if (known && left.missing == NOT_APPLICABLE && right.missing == PRESENT) {
        sum.missing = PRESENT;
        sum.value = right.value;
    } else if (known && right.missing == NOT_APPLICABLE && left.missing == PRESENT) {
        sum.missing = PRESENT;
        sum.value = left.value;
    } else if (has_value(&sum)) {
        return fit(sum, decimal_add(left.value, right.value, &sum.value));
    }
    return sum;
}

struct amount amount_subtract(struct binding *b, struct amount left, struct amount right)
{
    struct amount difference = combine(b, left, right);
    if (has_value(&difference)) {
        bool fits = decimal_subtract(left.value, right.value, &difference.value);
        return fit(difference, fits);
    }
    return difference;
}

struct amount amount_divide(struct binding *b, struct amount left, struct amount right, int factor, int scale)
{
    struct amount quotient = combine(b, left, right);
    if (!has_value(&quotient)) {
        return quotient;
    }
    if (decimal_sign(right.value) == 0) {
        quotient.state = AMOUNT_NO_BASE;
        return quotient;
    }
    struct decimal dividend;
    bool fits = decimal_multiply(left.value, decimal_from(factor), &dividend) &&
                decimal_divide(dividend, right.value, scale, &quotient.value);
    return fit(quotient, fits);
}

static struct figure_name input_of(const struct derivation *d, size_t i, struct figure_name asked)
{
    struct figure_name input = d->inputs[i];
    if (input.entity.len == 0) {
        input.entity = asked.entity;
    }
    if (input.period.kind == PERIOD_NONE) {
        input.period = asked.period;
    }
    return input;
}

static struct amount divide_inputs(struct binding *b, const struct derivation *d, struct figure_name name,
                                   enum figure_kind kind, int factor, int decimals)
{
    struct figure_name base = input_of(d, 1, name);
    struct amount result =
        amount_divide(b, amount_of(b, input_of(d, 0, name), kind), amount_of(b, base, kind), factor, DIVISION_SCALE);
    if (result.state == AMOUNT_NO_BASE && result.lacking.indicator.len == 0) {
        result.lacking = base;
        result.lacking_kind = kind;
    }
    result.decimals = decimals;
    return result;
}

static struct amount sum_inputs(struct binding *b, const struct derivation *d, struct figure_name name,
                                enum figure_kind kind)
{
    struct amount sum = amount_of(b, input_of(d, 0, name), kind);
    for (size_t i = 1; i < d->count; i++) {
        sum = amount_add(b, sum, amount_of(b, input_of(d, i, name), kind));
    }
    sum.derived = true;
    sum.qualifier = QUALIFIER_NONE;
    return sum;
}

struct amount amount_derived(struct binding *b, struct figure_name name, enum figure_kind kind)
{
    const struct derivation *d = binding_derivation(b, name.indicator);
    if (d == NULL) {
        return absent(name, kind);
    }
    switch (d->kind) {
    case DERIVE_SUM:
        return sum_inputs(b, d, name, kind);
    case DERIVE_DIFFERENCE:
        return amount_subtract(b, amount_of(b, input_of(d, 0, name), kind), amount_of(b, input_of(d, 1, name), kind));
    case DERIVE_SHARE:
        return divide_inputs(b, d, name, kind, 100, SHARE_DECIMALS);
    case DERIVE_QUOTIENT:
        return divide_inputs(b, d, name, kind, 1, QUOTIENT_DECIMALS);
    case DERIVE_NONE:
        break;
    }
    return absent(name, kind);
}

/* Returns its index + 1. */
static uint32_t keep_amount(struct binding *b, struct amount amount)
{
    b->amounts = ARENA_ROOM(b->arena, b->amounts, b->amount_count, &b->amount_capacity, 64);
    b->amounts[b->amount_count++] = amount;
    return (uint32_t)b->amount_count;
}

/* Derived figures are kept: a figure that rests on others many times over is computed once. */
static struct amount kept_derived(struct binding *b, struct figure_name name, enum figure_kind kind)
{
    struct figure_key key = {name.entity, name.indicator, name.period, kind};
    uint32_t at = figure_table_find(&b->amount_index, &key);
    if (at == 0) {
        at = keep_amount(b, amount_derived(b, name, kind));
        key.entity = str_copy(b->arena, key.entity);
        key.indicator = str_copy(b->arena, key.indicator);
        figure_table_put(&b->amount_index, b->arena, &key, at);
    }
    return b->amounts[at - 1];
}

struct amount amount_of(struct binding *b, struct figure_name name, enum figure_kind kind)
{
    const struct observation *o = figures_find(b->figures, name.entity, name.indicator, name.period, kind, b->year);
    if (o != NULL) {
        return of_observation(o);
    }
    const struct derivation *d = binding_derivation(b, name.indicator);
    return d == NULL || d->kind == DERIVE_NONE ? absent(name, kind) : kept_derived(b, name, kind);
}
