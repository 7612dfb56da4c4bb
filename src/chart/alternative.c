#include "chart/alternative.h"

#include <string.h>

const char *tell_text(const struct telling *t, struct str text)
{
    return str_copy(t->arena, text).at;
}

const char *tell_value(const struct telling *t, const struct chart_value *value)
{
    return tell_text(t, value_words(t->chart->language, t->arena, value));
}

const char *tell_number(const struct telling *t, double number)
{
    return tell_text(t, number_words(t->chart->language, t->arena, number));
}

const char *tell_category(const struct telling *t, size_t category)
{
    return tell_text(t, t->chart->categories[category].label);
}

void tell_next(struct telling *t, size_t i)
{
    buf_text(&t->out, i == 0 ? " " : word(t->chart->language, WORD_SEMICOLON));
}

void tell_rest(struct telling *t, size_t count)
{
    if (count > TOLD) {
        struct str rest = word_count(t->chart->language, WORD_OTHERS, t->arena, count - TOLD);
        buf_printf(&t->out, " %.*s", STR_ARG(rest));
    }
    buf_char(&t->out, '.');
}

static void tell_kind(struct telling *t)
{
    switch (t->chart->kind) {
    case CHART_COLUMNS:
    case CHART_BARS:
    case CHART_LINES:
    case CHART_AREA:
    case CHART_SPARKLINE:
    case CHART_MATRIX:
        tell_series(t);
        tell_target_marks(t);
        break;
    case CHART_DONUT:
        tell_parts(t);
        break;
    case CHART_TARGETS:
        tell_targets(t);
        break;
    case CHART_STRIP:
    case CHART_BOX:
        tell_observations(t);
        break;
    case CHART_TIMELINE:
        tell_phases(t);
        break;
    case CHART_STEPS:
        tell_steps(t);
        break;
    case CHART_MAP:
    case CHART_MAP_CIRCLES:
        tell_map(t);
        break;
    }
}

static bool is_vowel(uint32_t c)
{
    static const char vowels[] = "aeiouAEIOUàâéèêëîïôöùûÀÂÉÈÊËÎÏÔÖÙÛ";
    struct str all = {vowels, sizeof vowels - 1};
    for (size_t at = 0; at < all.len;)
        if (utf8_next(all, &at) == c)
            return true;
    return false;
}

/* "de environ 90" is written "d’environ 90". */
static struct str elide(struct str told, size_t from, struct arena *a)
{
    struct buf out = {0};
    size_t done = 0;
    for (size_t i = from; i + 4 < told.len; i++) {
        size_t next = i + 4;
        bool preposition = memcmp(told.at + i, " de ", 4) == 0;
        if (!preposition || !is_vowel(utf8_next(told, &next)))
            continue;
        buf_str(&out, str_slice(told, done, i));
        buf_text(&out, " d\u2019");
        done = i + 4;
    }
    buf_str(&out, str_slice(told, done, told.len));
    struct str text = str_copy(a, buf_view(&out));
    buf_free(&out);
    return text;
}

struct str chart_alternative(const struct chart *c, struct arena *a)
{
    struct telling t = {.chart = c, .arena = a};
    buf_text(&t.out, kind_words(c));
    if (c->title.len > 0) {
        buf_text(&t.out, word(c->language, WORD_COLON));
        buf_str(&t.out, c->title);
    }
    if (c->unit.len > 0)
        buf_printf(&t.out, word(c->language, WORD_UNIT), tell_text(&t, c->unit));
    buf_char(&t.out, '.');
    size_t told = t.out.len;
    if (chart_check(c, NULL) == CHART_OK)
        tell_kind(&t);
    bool french = language_is_french(c->language);
    struct str text = french ? elide(buf_view(&t.out), told, a) : str_copy(a, buf_view(&t.out));
    buf_free(&t.out);
    return text;
}
