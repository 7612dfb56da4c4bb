/* What a map shows: how many areas, the highest and lowest, and where most of it lies. */
#include "chart/alternative.h"
#include "chart/map.h"

enum { FIRST = 5 };

static size_t place_count(const struct chart_places *places)
{
    return places->groups ? places->map->group_count : places->map->area_count;
}

/* Index of the largest value below that of `before` (ties in their order); SIZE_MAX when there is none. */
static size_t next_largest(const struct chart *c, size_t before)
{
    const struct chart_value *v = c->series[0].values;
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < c->category_count; i++) {
        bool after =
            before == SIZE_MAX || v[i].number < v[before].number || (i > before && v[i].number <= v[before].number);
        if (v[i].present && after && i != before && (found == SIZE_MAX || v[i].number > v[found].number))
            found = i;
    }
    return found;
}

/* The share of the first few of `count`, where the values can be added. */
static void tell_concentration(struct telling *t, size_t count)
{
    size_t few = count / 2 < FIRST ? count / 2 : FIRST;
    const struct chart *c = t->chart;
    const struct chart_value *v = c->series[0].values;
    double total = 0, first = 0;
    for (size_t i = 0; i < c->category_count; i++) {
        if (v[i].present && v[i].number < 0)
            return;
        total += v[i].present ? v[i].number : 0;
    }
    struct buf names = {0};
    size_t at = SIZE_MAX;
    for (size_t i = 0; i < few; i++) {
        at = next_largest(c, at);
        first += v[at].number;
        buf_printf(&names, "%s%s", i > 0 ? ", " : "", tell_category(t, at));
    }
    if (total > 0) {
        buf_char(&t->out, ' ');
        buf_printf(&t->out, word(c->language, WORD_FIRST), count_words(c->language, t->arena, few),
                   tell_text(t, buf_view(&names)), tell_text(t, share_words(c->language, t->arena, first / total)));
    }
    buf_free(&names);
}

/* Names of those for which `present` holds and whose value is `index`, or their count when they are many. */
static void tell_members(struct telling *t, bool present, size_t index)
{
    const struct chart *c = t->chart;
    const struct chart_value *v = c->series[0].values;
    const size_t most = (size_t)2 * TOLD;
    size_t count = 0, told = 0;
    for (size_t i = 0; i < c->category_count; i++)
        count += v[i].present == present && (!present || (size_t)v[i].number == index) ? 1 : 0;
    if (count == 0)
        buf_text(&t->out, word(c->language, WORD_NO_AREA));
    else if (count > most)
        buf_printf(&t->out, word(c->language, WORD_AREAS_IN), count_words(c->language, t->arena, count));
    for (size_t i = 0; count <= most && i < c->category_count; i++)
        if (v[i].present == present && (!present || (size_t)v[i].number == index))
            buf_printf(&t->out, "%s%s", told++ > 0 ? ", " : "", tell_category(t, i));
    buf_char(&t->out, '.');
}

/* The classes from the highest, each with its areas. */
static void tell_classes(struct telling *t)
{
    const struct chart *c = t->chart;
    const struct chart_places *places = c->places;
    const char *colon = word(c->language, WORD_COLON);
    for (size_t k = places->class_count; k-- > 0;) {
        const struct rich *label = chart_class_text(c->language, t->arena, &places->classes[k]);
        buf_printf(&t->out, " %.*s%s", STR_ARG(label->text), colon);
        tell_members(t, true, k);
    }
    if (summarise(c, 0).missing == 0)
        return;
    const char *missing = places->missing.len > 0 ? tell_text(t, places->missing) : word(c->language, WORD_NOT_KNOWN);
    buf_printf(&t->out, " %s%s", missing, colon);
    tell_members(t, false, 0);
}

void tell_map(struct telling *t)
{
    const struct chart *c = t->chart;
    if (c->places->class_count > 0) {
        tell_classes(t);
        return;
    }
    struct series_summary s = summarise(c, 0);
    buf_char(&t->out, ' ');
    if (s.count == 1) {
        buf_printf(&t->out, word(c->language, WORD_ONE_VALUE), tell_category(t, s.first),
                   tell_value(t, &c->series[0].values[s.first]));
    } else {
        buf_printf(&t->out, word(c->language, WORD_AREAS), count_words(c->language, t->arena, s.count),
                   count_words(c->language, t->arena, place_count(c->places)));
        tell_ranking(t, &(struct ranking){.names = c->categories,
                                          .values = c->series[0].values,
                                          .count = c->category_count,
                                          .highest = WORD_HIGHEST,
                                          .lowest = WORD_LOWEST});
    }
    if (s.count >= 4)
        tell_concentration(t, s.count);
    tell_missing(t, s.missing);
}
