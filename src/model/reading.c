/* What figures come to in their forms. Rounding, half away from zero, happens here and nowhere else. */
#include "base/i18n.h"
#include "model/forms.h"

enum { PERCENT = 100, PERCENT_DECIMALS = 0, SCALED_DECIMALS = 1, TIMES_DECIMALS = 1, TIMES_WHOLE_FROM = 10 };

static int exponent_of(struct str unit)
{
    if (str_starts(unit, "M€")) {
        return 6;
    }
    return str_starts(unit, "k€") ? 3 : 0;
}

struct str unit_printed(struct str unit)
{
    return str_is(unit, "%") || str_ends(unit, "€") ? unit : STR("");
}

static struct str scaled_unit(struct str unit, int scale)
{
    if (str_ends(unit, "€")) {
        return scale == 6 ? STR("M€") : STR("k€");
    }
    return scale == 6 ? STR("M") : STR("k");
}

static struct decimal power_of_ten(int exponent)
{
    int64_t power = 1;
    for (int i = 0; i < exponent; i++) {
        power *= 10;
    }
    return decimal_from(power);
}

static void bring_to_scale(struct reading *r, int scale)
{
    struct amount *a = &r->amount;
    int shift = scale - exponent_of(r->unit);
    bool fits = shift >= 0 ? decimal_divide(a->value, power_of_ten(shift), SCALED_DECIMALS, &a->value)
                           : decimal_multiply(a->value, power_of_ten(-shift), &a->value);
    if (!fits) {
        a->state = AMOUNT_TOO_LARGE;
        return;
    }
    a->value = decimal_reduce(decimal_round(a->value, SCALED_DECIMALS));
    r->unit = scaled_unit(r->unit, scale);
}

void reading_round(struct reading *r, const struct forms *forms, int decimals)
{
    struct amount *a = &r->amount;
    if (a->state != AMOUNT_KNOWN || a->missing != PRESENT) {
        return;
    }
    if (forms->scale != 0 && !str_is(r->unit, "%")) {
        bring_to_scale(r, forms->scale);
        return;
    }
    a->value = decimal_round(a->value, decimals >= 0 ? decimals : a->decimals);
}

/* `left` compared with the figure `base`: names it when it is what the comparison fails for. */
static struct amount name_base(struct amount result, struct amount left, struct amount right, struct figure_name base,
                               enum figure_kind kind)
{
    bool comparable = left.state == AMOUNT_KNOWN && left.missing == PRESENT;
    if (comparable && right.state == AMOUNT_KNOWN && right.missing != PRESENT) {
        result.state = AMOUNT_NO_BASE;
    }
    if (result.state == AMOUNT_NO_BASE && result.lacking.indicator.len == 0) {
        result.lacking = base;
        result.lacking_kind = kind;
    }
    return result;
}

static struct amount percent_of(struct binding *b, struct amount left, struct figure_name base, enum figure_kind kind)
{
    struct amount right = amount_of(b, base, kind);
    return name_base(amount_divide(b, left, right, PERCENT, PERCENT_DECIMALS), left, right, base, kind);
}

static struct amount difference_from(struct binding *b, struct amount left, struct figure_name base,
                                     enum figure_kind kind)
{
    struct amount right = amount_of(b, base, kind);
    return name_base(amount_subtract(b, left, right), left, right, base, kind);
}

/* 100 (left - before) / |before|, so that the sign says which way it went. */
static struct amount change_from(struct binding *b, struct amount left, struct figure_name base, enum figure_kind kind)
{
    struct amount right = amount_of(b, base, kind);
    struct amount moved = amount_subtract(b, left, right);
    struct amount size = right;
    if (right.state == AMOUNT_KNOWN && right.missing == PRESENT && decimal_sign(right.value) < 0) {
        size.value.coefficient = -size.value.coefficient;
    }
    struct amount change = amount_divide(b, moved, size, PERCENT, PERCENT_DECIMALS);
    change.source = moved.source;
    return name_base(change, left, right, base, kind);
}

/* Whole from ten on; below, ×1.5 must not read ×2. */
static struct amount times_of(struct binding *b, struct amount left, struct figure_name base, enum figure_kind kind)
{
    struct amount right = amount_of(b, base, kind);
    struct amount times = amount_divide(b, left, right, 1, TIMES_DECIMALS);
    if (times.state == AMOUNT_KNOWN && times.missing == PRESENT &&
        decimal_compare(times.value, decimal_from(TIMES_WHOLE_FROM)) >= 0) {
        times = amount_divide(b, left, right, 1, 0);
    }
    times.value = decimal_reduce(times.value);
    times.decimals = times.value.scale;
    return name_base(times, left, right, base, kind);
}

static struct amount share_of(struct binding *b, struct amount left, struct figure_name name, enum figure_kind kind)
{
    const struct indicator *i = binding_indicator(b, name.indicator);
    struct figure_name base = name;
    base.indicator = i->base.len > 0 ? i->base : i->whole;
    if (base.indicator.len == 0) {
        return (struct amount){.state = AMOUNT_NO_BASE};
    }
    return percent_of(b, left, base, kind);
}

static struct amount compute(struct binding *b, struct figure_name name, const struct forms *forms)
{
    struct amount left = amount_of(b, name, forms->kind);
    struct figure_name before = name;
    before.period = period_before(name.period);
    if (left.state == AMOUNT_KNOWN && left.missing != PRESENT) {
        return left;
    }
    switch (forms->computation) {
    case COMPUTE_CHANGE:
        return change_from(b, left, before, forms->kind);
    case COMPUTE_DIFFERENCE:
    case COMPUTE_POINTS:
        return difference_from(b, left, before, forms->kind);
    case COMPUTE_TIMES:
        return times_of(b, left, before, forms->kind);
    case COMPUTE_SHARE:
        return share_of(b, left, name, forms->kind);
    case COMPUTE_ATTAINMENT:
        return percent_of(b, left, name, FIGURE_TARGET);
    case COMPUTE_NOTHING:
        break;
    }
    return left;
}

/* French counts in the singular below two, English only one. */
static struct str points_unit(const struct binding *b, struct decimal value)
{
    struct decimal size = value;
    size.coefficient = size.coefficient < 0 ? -size.coefficient : size.coefficient;
    int order = decimal_compare(size, decimal_from(language_is_french(b->language) ? 2 : 1));
    bool one = language_is_french(b->language) ? order < 0 : order == 0;
    return one ? STR("pt") : STR("pts");
}

struct reading reading_of(struct binding *b, struct figure_name name, const struct forms *forms)
{
    const struct indicator *i = binding_indicator(b, name.indicator);
    name.period = forms_period(forms, name.period);
    struct reading r = {.amount = compute(b, name, forms), .unit = unit_printed(i->unit)};
    switch (forms->computation) {
    case COMPUTE_CHANGE:
        r.signed_number = true;
        r.unit = STR("%");
        break;
    case COMPUTE_SHARE:
    case COMPUTE_ATTAINMENT:
        r.unit = STR("%");
        break;
    case COMPUTE_TIMES:
        r.times = true;
        r.unit = STR("");
        break;
    case COMPUTE_POINTS:
    case COMPUTE_DIFFERENCE:
        r.signed_number = true;
        reading_round(&r, forms, i->decimals);
        if (forms->computation == COMPUTE_POINTS) {
            r.unit = points_unit(b, r.amount.value);
        }
        break;
    case COMPUTE_NOTHING:
        reading_round(&r, forms, i->decimals);
        break;
    }
    return r;
}

static struct str qualify(struct binding *b, enum qualifier qualifier, struct str number)
{
    switch (qualifier) {
    case QUALIFIER_MORE_THAN:
        return phrase_fill(b->arena, language_phrase(b->language, PHRASE_MORE_THAN), number);
    case QUALIFIER_LESS_THAN:
        return phrase_fill(b->arena, language_phrase(b->language, PHRASE_LESS_THAN), number);
    case QUALIFIER_ABOUT:
        return phrase_fill(b->arena, language_phrase(b->language, PHRASE_ABOUT), number);
    case QUALIFIER_NONE:
        break;
    }
    return number;
}

static bool is_whole(struct decimal value)
{
    return decimal_compare(value, decimal_round(value, 0)) == 0;
}

static struct str number_text(struct binding *b, const struct reading *r, enum form_style style)
{
    enum number_sign sign = r->signed_number ? SIGN_ALWAYS : SIGN_NEGATIVE;
    struct decimal value = r->amount.value;
    if (style == STYLE_WORDS && is_whole(value)) {
        return language_words(b->language, b->arena, value, false);
    }
    if (style != STYLE_FULL) {
        return language_number(b->language, b->arena, value, sign);
    }
    if (r->times) {
        struct str number = language_number(b->language, b->arena, value, sign);
        return str_of(arena_printf(b->arena, "×%.*s", STR_ARG(number)));
    }
    return language_measure(b->language, b->arena, value, r->unit, sign);
}

struct str reading_text(struct binding *b, const struct reading *r, const struct forms *forms)
{
    switch (r->amount.missing) {
    case NOT_APPLICABLE:
        return str_of(language_phrase(b->language, PHRASE_NOT_APPLICABLE));
    case NOT_AVAILABLE:
        return str_of(language_phrase(b->language, PHRASE_NOT_AVAILABLE));
    case PRESENT:
        break;
    }
    struct str number = number_text(b, r, forms->style);
    return forms->style == STYLE_PLAIN ? number : qualify(b, r->amount.qualifier, number);
}
