#include "chart/plot.h"
#include "chart/words.h"

/* Kinds whose series hold observations: a row a series. */
static bool has_observations(const struct chart *c)
{
    return c->kind == CHART_STRIP || c->kind == CHART_BOX;
}

static struct chart_cell value_cell(const struct chart *c, struct arena *a, const struct chart_value *v)
{
    return (struct chart_cell){
        .text = value_words(c->language, a, v), .figure = v->present ? v->figure : 0, .at = v->at};
}

static struct chart_cell head_cell(struct str text)
{
    return (struct chart_cell){.text = text, .head = true};
}

static struct chart_table observations(const struct chart *c, struct arena *a)
{
    size_t columns = 1;
    for (size_t s = 0; s < c->series_count; s++)
        columns = c->series[s].value_count + 1 > columns ? c->series[s].value_count + 1 : columns;
    struct chart_cell *cells = ARENA_ARRAY(a, c->series_count * columns, struct chart_cell);
    for (size_t s = 0; s < c->series_count; s++) {
        cells[s * columns] = head_cell(c->series[s].label);
        for (size_t i = 0; i < c->series[s].value_count; i++)
            cells[s * columns + i + 1] = value_cell(c, a, &c->series[s].values[i]);
    }
    return (struct chart_table){c->series_count, columns, cells};
}

struct chart_table chart_table(const struct chart *c, struct arena *a)
{
    if (has_observations(c))
        return observations(c, a);
    size_t targets = c->target_count > 0 ? 1 : 0;
    size_t rows = c->category_count + 1, columns = c->series_count + 1 + targets;
    struct chart_cell *cells = ARENA_ARRAY(a, rows * columns, struct chart_cell);
    cells[0] = head_cell((struct str){"", 0});
    for (size_t s = 0; s < c->series_count; s++)
        cells[s + 1] = head_cell(c->series[s].label.len > 0 ? c->series[s].label : c->title);
    if (targets)
        cells[columns - 1] = head_cell(str_of(word(c->language, WORD_TARGET)));
    for (size_t i = 0; i < c->category_count; i++) {
        struct chart_cell *row = &cells[(i + 1) * columns];
        row[0] = head_cell(c->categories[i].label);
        for (size_t s = 0; s < c->series_count; s++)
            row[s + 1] = value_cell(c, a, &c->series[s].values[i]);
        if (targets)
            row[columns - 1] = value_cell(c, a, &c->targets[c->target_count == 1 ? 0 : i]);
    }
    return (struct chart_table){rows, columns, cells};
}
