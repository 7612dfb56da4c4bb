/* The highest values by name, beside a map that leaves room for them. */
#include <stdlib.h>

#include "chart/map_plot.h"
#include "chart/words.h"

enum { MOST = 10, LEAST = 3, VALUE_GAP = 24 };
static const double PITCH = 1.5; /* of the text's size */

/* Categories with a value, the highest first, equal ones in their order. */
struct ranking {
    const struct chart_value *values;
    size_t *order;
    size_t count;
};

static void insert(struct ranking *r, size_t category)
{
    size_t at = r->count < MOST ? r->count++ : MOST;
    while (at > 0 && r->values[r->order[at - 1]].number < r->values[category].number)
        at--;
    if (at == MOST)
        return;
    for (size_t i = r->count - 1; i > at; i--)
        r->order[i] = r->order[i - 1];
    r->order[at] = category;
}

static struct ranking rank(const struct map_plot *m)
{
    struct ranking r = {m->plot->chart->series[0].values, ARENA_ARRAY(m->plot->arena, MOST + 1, size_t), 0};
    for (size_t i = 0; i < m->plot->chart->category_count; i++)
        if (r.values[i].present)
            insert(&r, i);
    return r;
}

static double width_of(const struct plot *p, const struct ranking *r)
{
    double name = 0, value = 0;
    for (size_t i = 0; i < r->count; i++) {
        double n = text_width(p, plain_text(p, p->chart->categories[r->order[i]].label), CHART_LABEL);
        double v = text_width(p, value_text(p, &r->values[r->order[i]]), CHART_VALUE);
        name = n > name ? n : name;
        value = v > value ? v : value;
    }
    return name + VALUE_GAP + value;
}

void map_ranking_draw(struct map_plot *m, struct rect room)
{
    struct plot *p = m->plot;
    struct ranking r = rank(m);
    double size = text_size(p, CHART_LABEL), pitch = PITCH * size, y = room.y + text_rise(p, CHART_KEY);
    const struct rich *heading = plain_text(p, str_of(word(p->chart->language, WORD_HIGHEST_VALUES)));
    double width = width_of(p, &r), top = 1.6 * text_size(p, CHART_KEY);
    size_t fit = room.height > top ? (size_t)((room.height - top) / pitch) : 0, count = fit < r.count ? fit : r.count;
    if (count < LEAST || width > room.width || text_width(p, heading, CHART_KEY) > room.width)
        return;
    struct label head = {heading, CHART_KEY, p->look->ink, room.x, y, CHART_START};
    label_place(p, &head);
    for (size_t i = 0; i < count; i++) {
        size_t category = r.order[i];
        double baseline = room.y + top + pitch * (double)i + 0.5 * (pitch - size) + text_rise(p, CHART_LABEL);
        struct label name = {plain_text(p, p->chart->categories[category].label),
                             CHART_LABEL,
                             p->look->ink,
                             room.x,
                             baseline,
                             CHART_START};
        struct label value = {
            value_text(p, &r.values[category]), CHART_VALUE, p->look->ink, room.x + width, baseline, CHART_END};
        label_place(p, &name);
        label_place(p, &value);
    }
}
