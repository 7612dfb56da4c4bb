#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/plot.h"
#include "text/inline.h"

enum share_bound { SHARE_ABOUT, SHARE_BELOW, SHARE_ABOVE };

/* The one thing that typography has to do here: numbers and dates come with their spaces, names with all of it. */
static const struct rich *raise_ordinals(const struct plot *p, const struct rich *text)
{
    for (size_t i = 0; i + 3 <= text->text.len; i++)
        if (memcmp(text->text.at + i, "1er", 3) == 0)
            return typography_apply(p->arena, text, p->chart->language);
    return text;
}

const struct rich *plain_text(const struct plot *p, struct str text)
{
    return raise_ordinals(p, rich_plain(p->arena, text, SPAN_NONE));
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
    return raise_ordinals(p, rich_builder_end(b));
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
static struct decimal share_percent(double share, enum share_bound *bound)
{
    double rounded = round(share * 100);
    *bound = rounded <= 0 && share > 0 ? SHARE_BELOW : rounded == 100 && share < 1 - 1e-9 ? SHARE_ABOVE : SHARE_ABOUT;
    return nearest_decimal(*bound == SHARE_BELOW ? 1 : *bound == SHARE_ABOVE ? 99 : rounded, 0);
}

const struct rich *share_text(const struct plot *p, double share)
{
    static const char *const signs[] = {[SHARE_ABOUT] = "", [SHARE_BELOW] = "<\u00a0", [SHARE_ABOVE] = ">\u00a0"};
    enum share_bound bound;
    struct decimal percent = share_percent(share, &bound);
    struct str text = language_measure(p->chart->language, p->arena, percent, STR("%"), SIGN_NEGATIVE);
    return plain_text(p, str_of(arena_printf(p->arena, "%s%.*s", signs[bound], STR_ARG(text))));
}

struct str share_words(struct language *language, struct arena *a, double share)
{
    enum share_bound bound;
    struct decimal percent = share_percent(share, &bound);
    struct str text = language_measure(language, a, percent, STR("%"), SIGN_NEGATIVE);
    if (bound == SHARE_ABOUT)
        return text;
    enum phrase phrase = bound == SHARE_BELOW ? PHRASE_LESS_THAN : PHRASE_MORE_THAN;
    return phrase_fill(a, language_phrase(language, phrase), text);
}
