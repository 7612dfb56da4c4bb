/* Values of the scope as the series of a chart. */
#include "base/i18n.h"
#include "layout/chart_gather.h"

struct chart_series *gather_new_series(struct gathering *g, size_t count)
{
    struct chart_series *series = ARENA_ARRAY(g->flow->scratch, count + 1, struct chart_series);
    g->chart->series = series;
    g->chart->series_count = count;
    return series;
}

struct chart_value *gather_new_values(struct gathering *g, struct chart_series *series, size_t count)
{
    struct chart_value *values = ARENA_ARRAY(g->flow->scratch, count + 1, struct chart_value);
    series->values = values;
    series->value_count = count;
    return values;
}

void gather_plain(struct gathering *g, const struct rows *rows)
{
    size_t count = g->box->to ? 2 : 1;
    struct chart_series *series = gather_new_series(g, count);
    series[0].label = g->chart->title;
    struct chart_value *values = gather_new_values(g, &series[0], rows->count);
    struct chart_value *ends = g->box->to ? gather_new_values(g, &series[1], rows->count) : NULL;
    for (size_t i = 0; i < rows->count; i++) {
        struct str forms;
        const struct value *v = gather_first(g, &rows->scopes[i], &forms);
        if (v != NULL)
            gather_value(g, v, forms, &values[i]);
        v = ends ? scope_value(g->flow, &rows->scopes[i], g->box->to) : NULL;
        if (v != NULL)
            gather_value(g, v, g->box->to->forms, &ends[i]);
    }
}

void gather_sources(struct gathering *g, const struct rows *rows)
{
    struct chart_series *series = gather_new_series(g, g->box->source_count);
    for (size_t s = 0; s < g->box->source_count; s++) {
        const struct chart_source *source = &g->box->sources[s];
        series[s].label = gather_text(g, g->scope, source->label);
        series[s].previous = source->previous;
        struct chart_value *values = gather_new_values(g, &series[s], rows->count);
        for (size_t i = 0; i < rows->count; i++) {
            const struct value *v = scope_value(g->flow, &rows->scopes[i], source->value);
            if (v != NULL)
                gather_value(g, v, source->value->forms, &values[i]);
        }
    }
}

/* The observations of one series, one after the other. */
static void gather_observations(struct gathering *g, const struct scope *scope, struct chart_series *series)
{
    size_t start;
    const struct value *list = scope_list(g->flow, scope, g->box->observations, &start);
    struct chart_value *values = gather_new_values(g, series, list->as.list.count);
    for (size_t i = 0; i < list->as.list.count; i++)
        gather_value(g, &list->as.list.items[i], g->box->observations->forms, &values[i]);
}

/* The entries of each row's list go to the series in their order. */
static void deal_row(struct gathering *g, const struct rows *rows, size_t row, struct chart_value **values)
{
    struct str forms;
    const struct value *v = gather_first(g, &rows->scopes[row], &forms);
    size_t count = v == NULL ? 0 : v->kind == VALUE_LIST ? v->as.list.count : 1;
    if (count > g->chart->series_count)
        gather_complain(g, v->at, _("the chart has fewer series than '%.*s' has values"),
                        g->chart->categories[row].label);
    for (size_t s = 0; s < count && s < g->chart->series_count; s++)
        gather_value(g, v->kind == VALUE_LIST ? &v->as.list.items[s] : v, forms, &values[s][row]);
}

/* Kinds whose series hold observations, however many. */
static bool has_observations(const struct gathering *g)
{
    return g->box->observations && (g->chart->kind == CHART_STRIP || g->chart->kind == CHART_BOX);
}

void gather_series(struct gathering *g, const struct rows *rows, const struct value *list)
{
    size_t count = list->as.list.count;
    struct chart_series *series = gather_new_series(g, count);
    struct chart_value **values = ARENA_ARRAY(g->flow->scratch, count + 1, struct chart_value *);
    for (size_t s = 0; s < count; s++) {
        struct scope scope = scope_entry(g->scope, g->box->series_as, list, s, 0);
        series[s].label = gather_text(g, &scope, g->box->series_label);
        series[s].previous = gather_holds(g, &scope, g->box->previous);
        if (has_observations(g))
            gather_observations(g, &scope, &series[s]);
        else
            values[s] = gather_new_values(g, &series[s], rows->count);
    }
    for (size_t i = 0; !has_observations(g) && i < rows->count; i++)
        deal_row(g, rows, i, values);
}
