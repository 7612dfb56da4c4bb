#include <math.h>
#include <stdio.h>

#include "chart/plot.h"

const struct rich *plain_text(const struct plot *p, struct str text)
{
    return rich_plain(p->arena, text, SPAN_NONE);
}

static struct decimal nearest_decimal(double number, int scale)
{
    char digits[512];
    struct decimal out;
    int length = snprintf(digits, sizeof digits, "%.*f", scale, number);
    if (length < 0 || !decimal_parse((struct str){digits, (size_t)length}, &out))
        return decimal_from(0);
    return out;
}

static int decimals_of(double number)
{
    for (int scale = 0; scale < 6; scale++) {
        double shifted = number * pow(10, scale);
        if (fabs(shifted - round(shifted)) < 1e-6 * fmax(1, fabs(shifted)))
            return scale;
    }
    return 6;
}

struct str number_words(struct language *language, struct arena *a, double number)
{
    return language_number(language, a, nearest_decimal(number, decimals_of(number)), SIGN_NEGATIVE);
}

struct str value_words(struct language *language, struct arena *a, const struct chart_value *value)
{
    if (!value->present)
        return str_of(language_phrase(language, PHRASE_NOT_AVAILABLE));
    return value->text.len > 0 ? value->text : number_words(language, a, value->number);
}

const struct rich *value_text(const struct plot *p, const struct chart_value *value)
{
    struct rich_builder *b = rich_builder_start(p->arena, value->at);
    rich_builder_figure(b, value_words(p->chart->language, p->arena, value), value->figure, value->at);
    return rich_builder_end(b);
}

const struct rich *number_text(const struct plot *p, double number)
{
    return plain_text(p, number_words(p->chart->language, p->arena, number));
}

const struct rich *category_total(const struct plot *p, size_t category, double sum)
{
    const struct chart_value *totals = p->chart->totals;
    return totals && totals[category].present ? value_text(p, &totals[category]) : number_text(p, sum);
}

/* What is there is never "0 %", and what is not all is never "100 %". */
const struct rich *share_text(const struct plot *p, double share)
{
    double rounded = round(share * 100);
    const char *sign = rounded <= 0 && share > 0 ? "<\xc2\xa0" : rounded >= 100 && share < 1 - 1e-9 ? ">\xc2\xa0" : "";
    struct decimal percent = nearest_decimal(*sign == '\0' ? rounded : *sign == '<' ? 1 : 99, 0);
    struct str text = language_measure(p->chart->language, p->arena, percent, STR("%"), SIGN_NEGATIVE);
    return plain_text(p, str_of(arena_printf(p->arena, "%s%.*s", sign, STR_ARG(text))));
}
