/* What the shades, the hatching and the circles of a map mean. */
#include <math.h>

#include "chart/map_plot.h"
#include "chart/scale.h"
#include "chart/words.h"

enum { KEY = 14, KEY_GAP = 6, ENTRY_GAP = 18 };

const struct rich *chart_class_text(struct language *language, struct arena *a, const struct chart_class *c)
{
    struct rich_builder *b = rich_builder_start(a, c->low.at);
    rich_builder_figure(b, value_words(language, a, &c->low), c->low.figure, c->low.at);
    if (c->open) {
        rich_builder_text(b, str_of(word(language, WORD_OR_MORE)), SPAN_NONE, false);
    } else if (c->high.present) {
        rich_builder_text(b, str_of(word(language, WORD_TO)), SPAN_NONE, false);
        rich_builder_figure(b, value_words(language, a, &c->high), c->high.figure, c->high.at);
    }
    return rich_builder_end(b);
}

static bool is_empty(const struct map_plot *m, size_t class)
{
    for (size_t i = 0; i < m->map->area_count; i++) {
        const struct chart_value *v = map_value(m, i);
        if (v != NULL && map_class_of(m, v) == class)
            return false;
    }
    return true;
}

/* A class on record of which no area is known says so. */
static const struct rich *entry_text(const struct map_plot *m, size_t class)
{
    struct plot *p = m->plot;
    const struct rich *text = chart_class_text(p->chart->language, p->arena, &m->classes[class].bounds);
    if (!is_empty(m, class))
        return text;
    struct rich_builder *b = rich_builder_start(p->arena, text->at);
    rich_builder_rich(b, text);
    rich_builder_text(b, str_of(word(p->chart->language, WORD_UNPLACED)), SPAN_NONE, false);
    return rich_builder_end(b);
}

static bool has_missing(const struct map_plot *m)
{
    for (size_t i = 0; i < m->map->area_count; i++)
        if (map_value(m, i) == NULL)
            return true;
    return false;
}

/* A round number near the largest value, and two that are clearly smaller. */
static void find_circles(const struct map_plot *m, struct map_legend *legend)
{
    double most = 0;
    for (size_t i = 0; i < m->plot->chart->category_count; i++)
        most = fmax(most, m->plot->chart->series[0].values[i].present ? m->plot->chart->series[0].values[i].number : 0);
    if (m->unit <= 0 || most <= 0)
        return;
    double power = pow(10, floor(log10(most))), leading = most / power;
    double top = (leading >= 5 ? 5 : leading >= 2 ? 2 : 1) * power;
    legend->circles[0] = top;
    legend->circles[1] = leading >= 2 && leading < 5 ? top / 4 : top / 5;
}

static double key_width(const struct map_plot *m, const struct map_legend *legend, size_t i)
{
    bool circle = legend->circles[0] > 0 && i < 2;
    return circle ? fmax(KEY, 2 * m->unit * sqrt(legend->circles[i])) : KEY;
}

static double row_height(const struct map_plot *m, const struct map_legend *legend, size_t i)
{
    return fmax(1.5 * text_size(m->plot, CHART_KEY), key_width(m, legend, i) + 4);
}

static double first_column(const struct map_plot *m, const struct map_legend *legend)
{
    return legend->circles[0] > 0 ? key_width(m, legend, 0) : KEY;
}

struct map_legend map_legend_measure(struct map_plot *m)
{
    struct plot *p = m->plot;
    struct map_legend l = {.hatched = has_missing(m)};
    find_circles(m, &l);
    l.texts = ARENA_ARRAY(p->arena, m->class_count + 4, struct rich const *);
    for (size_t i = 0; i < 2 && l.circles[i] > 0; i++)
        l.texts[l.count++] = number_text(p, l.circles[i]);
    for (size_t k = m->class_count; k-- > 0;)
        l.texts[l.count++] = entry_text(m, k);
    struct str missing = m->places->missing;
    if (missing.len == 0)
        missing = str_of(word(p->chart->language, WORD_NOT_KNOWN));
    if (l.hatched)
        l.texts[l.count++] = plain_text(p, missing);
    for (size_t i = 0; i < l.count; i++) {
        l.entry = fmax(l.entry, text_width(p, l.texts[i], CHART_KEY));
        l.height += row_height(m, &l, i);
    }
    l.entry += first_column(m, &l) + KEY_GAP;
    l.width = l.entry;
    return l;
}

static size_t columns_in(const struct map_legend *legend, double width)
{
    double fit = floor((width + ENTRY_GAP) / (legend->entry + ENTRY_GAP));
    size_t most = fit < 1 ? 1 : fit > (double)legend->count ? legend->count : (size_t)fit;
    size_t rows = most > 0 ? (legend->count + most - 1) / most : 0;
    return rows > 0 ? (legend->count + rows - 1) / rows : 1;
}

/* The columns are filled one after the other. */
static double column_height(const struct map_plot *m, const struct map_legend *legend, size_t from, size_t rows)
{
    double height = 0;
    for (size_t i = from; i < from + rows && i < legend->count; i++)
        height += row_height(m, legend, i);
    return height;
}

double map_legend_rows(const struct map_plot *m, const struct map_legend *legend, double width)
{
    size_t columns = columns_in(legend, width), rows = (legend->count + columns - 1) / columns;
    double height = 0;
    for (size_t i = 0; i<legend->count; i += rows> 0 ? rows : 1)
        height = fmax(height, column_height(m, legend, i, rows));
    return height;
}

static void draw_key(struct map_plot *m, const struct map_legend *legend, size_t i, double x, double middle)
{
    struct plot *p = m->plot;
    struct rect key = {x + (first_column(m, legend) - KEY) / 2, middle - KEY / 2.0, KEY, KEY};
    size_t circles = legend->circles[0] > 0 ? 2 : 0, classes = circles + m->class_count;
    if (i < circles) {
        struct point centre = {x + first_column(m, legend) / 2, middle};
        pen_disc(&p->pen, centre, m->unit * sqrt(legend->circles[i]), p->look->plain);
        return;
    }
    if (i < classes)
        pen_rect(&p->pen, key, m->classes[classes - 1 - i].fill);
    else if (m->class_count > 0)
        hatch_rect(p, key, map_hatch(), map_hatch_line(m));
    struct color rim = m->class_count > 0 ? p->look->outline : p->look->grid;
    pen_frame(&p->pen, key, (struct line_style){.color = rim, .width = 0.75});
}

void map_legend_draw(struct map_plot *m, const struct map_legend *legend, struct rect room)
{
    struct plot *p = m->plot;
    size_t columns = columns_in(legend, room.width), rows = (legend->count + columns - 1) / columns;
    double y = room.y, key = first_column(m, legend);
    for (size_t i = 0; i < legend->count; i++) {
        size_t column = i / rows;
        double x = room.x + (double)column * (legend->entry + ENTRY_GAP), height = row_height(m, legend, i);
        y = i % rows == 0 ? room.y : y;
        draw_key(m, legend, i, x, y + height / 2);
        struct label label = {
            legend->texts[i], CHART_KEY, p->look->ink, x + key + KEY_GAP, y + height / 2 + text_drop(p, CHART_KEY),
            CHART_START};
        label_place(p, &label);
        y += height;
    }
    label_avoid(p, room);
}
