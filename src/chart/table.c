#include "chart/data.h"
#include "chart/map.h"
#include "chart/plot.h"
#include "chart/summary.h"

/* Rows named by a number. */
static bool counts_rows(const struct chart *c)
{
    return has_observations(c) || c->kind == CHART_STEPS;
}

static size_t rows_of_data(const struct chart *c)
{
    size_t rows = c->category_count;
    if (!has_observations(c))
        return rows;
    rows = 0;
    for (size_t s = 0; s < c->series_count; s++)
        rows = c->series[s].value_count > rows ? c->series[s].value_count : rows;
    return rows;
}

/* Steps may be without figures. */
static size_t told_series(const struct chart *c)
{
    if (c->kind == CHART_STEPS && c->series_count > 0 && summarise(c, 0).count == 0)
        return 0;
    return c->series_count;
}

/* What a row stands for. */
static enum word row_word(const struct chart *c)
{
    if (has_observations(c))
        return WORD_OBSERVATION;
    if (c->kind == CHART_STEPS)
        return WORD_NUMBER;
    if (c->kind == CHART_TIMELINE)
        return WORD_PHASE;
    if (c->places != NULL)
        return WORD_AREA;
    return c->dated ? WORD_PERIOD : WORD_CATEGORY;
}

static struct chart_cell text_cell(struct str text)
{
    return (struct chart_cell){.text = text};
}

static struct chart_cell word_cell(const struct chart *c, enum word w)
{
    return text_cell(str_of(word(c->language, w)));
}

static struct chart_cell value_cell(const struct chart *c, struct arena *a, const struct chart_value *v)
{
    struct str text = value_words(c->language, a, v);
    if (c->places != NULL && !v->present && c->places->missing.len > 0)
        text = c->places->missing;
    if (c->kind == CHART_TIMELINE && v->present && v->text.len == 0)
        text = language_date(c->language, a, chart_day_date(v->number));
    return (struct chart_cell){.text = text, .figure = v->present ? v->figure : 0, .at = v->at};
}

/* No target is no gap in the data: the cell is empty. */
static struct chart_cell target_cell(const struct chart *c, struct arena *a, size_t i)
{
    size_t at = c->target_count == 1 ? 0 : i;
    return at < c->target_count && c->targets[at].present ? value_cell(c, a, &c->targets[at])
                                                          : text_cell((struct str){"", 0});
}

static struct chart_cell series_head(const struct chart *c, size_t series)
{
    if (c->kind == CHART_TIMELINE)
        return word_cell(c, series == 0 ? WORD_START : WORD_END);
    struct str label = c->series[series].label;
    if (label.len == 0)
        label = c->title;
    return label.len > 0 ? text_cell(label) : word_cell(c, WORD_VALUE);
}

static void fill_heads(const struct chart *c, struct chart_cell *cells)
{
    *cells++ = word_cell(c, row_word(c));
    if (c->kind == CHART_STEPS)
        *cells++ = word_cell(c, WORD_STEP);
    for (size_t s = 0; s < told_series(c); s++)
        *cells++ = series_head(c, s);
    if (c->target_count > 0)
        *cells++ = word_cell(c, WORD_TARGET);
    if (c->totals)
        *cells = word_cell(c, WORD_WHOLE);
}

static void fill_row(const struct chart *c, struct arena *a, size_t i, struct chart_cell *cells)
{
    if (counts_rows(c))
        *cells++ = text_cell(str_of(count_words(c->language, a, i + 1)));
    if (!has_observations(c))
        *cells++ = text_cell(c->categories[i].label);
    for (size_t s = 0; s < told_series(c); s++, cells++)
        if (i < c->series[s].value_count)
            *cells = value_cell(c, a, &c->series[s].values[i]);
    if (c->target_count > 0)
        *cells++ = target_cell(c, a, i);
    if (c->totals)
        *cells = value_cell(c, a, &c->totals[i]);
}

static struct str caption_of(const struct chart *c, struct arena *a)
{
    const char *data = word(c->language, WORD_DATA);
    if (c->title.len == 0)
        return str_of(data);
    const char *colon = word(c->language, WORD_COLON);
    if (c->unit.len == 0)
        return str_of(arena_printf(a, "%s%s%.*s", data, colon, STR_ARG(c->title)));
    return str_of(arena_printf(a, "%s%s%.*s (%.*s)", data, colon, STR_ARG(c->title), STR_ARG(c->unit)));
}

static void leave_out(const struct chart *c, struct arena *a, size_t left, struct chart_table *t)
{
    if (left == 0)
        return;
    t->rest = word_count(c->language, plural(c->language, WORD_ROWS_LEFT, left), a, left);
    t->where = str_of(word(c->language, WORD_IN_DATA));
    if (c->file.len > 0)
        t->where = str_of(arena_printf(a, word(c->language, WORD_IN_FILE), str_copy(a, c->file).at));
}

struct chart_table chart_table(const struct chart *c, struct arena *a, size_t most)
{
    size_t all = rows_of_data(c), rows = all > most ? most : all;
    size_t columns = 1 + told_series(c) + (c->kind == CHART_STEPS) + (c->target_count > 0) + (c->totals != NULL);
    struct chart_cell *cells = ARENA_ARRAY(a, (rows + 1) * columns, struct chart_cell);
    fill_heads(c, cells);
    for (size_t i = 0; i < rows; i++)
        fill_row(c, a, i, &cells[(i + 1) * columns]);
    struct chart_table table = {caption_of(c, a), rows + 1, columns, cells, {"", 0}, {"", 0}};
    leave_out(c, a, all - rows, &table);
    return table;
}
