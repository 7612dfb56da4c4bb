/* The data of a chart, from its box's scope or from a file. */
#include <math.h>

#include "base/i18n.h"
#include "layout/chart_gather.h"

static struct rows rows_of(struct gathering *g)
{
    size_t start = 0;
    struct rows rows = {0};
    if (g->box->over == NULL)
        return rows;
    const struct value *list = scope_list(g->flow, g->scope, g->box->over, &start);
    rows.count = list->as.list.count;
    rows.scopes = ARENA_ARRAY(g->flow->scratch, rows.count + 1, struct scope);
    for (size_t i = 0; i < rows.count; i++)
        rows.scopes[i] = scope_entry(g->scope, g->box->as, list, i, start);
    return rows;
}

static void gather_categories(struct gathering *g, const struct rows *rows)
{
    struct chart_category *categories = ARENA_ARRAY(g->flow->scratch, rows->count + 1, struct chart_category);
    bool dated = g->box->day != NULL;
    g->days = ARENA_ARRAY(g->flow->scratch, rows->count + 1, struct span);
    for (size_t i = 0; i < rows->count; i++) {
        const struct scope *row = &rows->scopes[i];
        categories[i].label = gather_text(g, row, g->box->label);
        categories[i].highlighted = gather_holds(g, row, g->box->highlight);
        const struct value *day = dated ? scope_value(g->flow, row, g->box->day) : NULL;
        g->days[i] = day ? day->at : SPAN_NONE;
        dated = dated && gather_day(g, day, &categories[i]);
    }
    g->chart->categories = categories;
    g->chart->category_count = rows->count;
    g->chart->dated = dated && rows->count > 0;
}

static void gather_targets(struct gathering *g, const struct rows *rows)
{
    const struct lookup *target = g->box->target;
    if (target == NULL || rows->count == 0)
        return;
    bool own = str_eq(target->parts[0], g->box->as), some = false;
    size_t count = own || g->box->target_on ? rows->count : 1;
    struct chart_value *targets = ARENA_ARRAY(g->flow->scratch, count, struct chart_value);
    for (size_t i = 0; i < count; i++) {
        const struct scope *scope = own ? &rows->scopes[i] : g->scope;
        if (g->box->target_on && !gather_holds(g, &rows->scopes[i], g->box->target_on))
            continue;
        const struct value *v = scope_value(g->flow, scope, target);
        if (v != NULL)
            gather_value(g, v, target->forms, &targets[i]);
        some |= targets[i].present;
    }
    g->chart->targets = targets;
    g->chart->target_count = some ? count : 0;
}

static void gather_totals(struct gathering *g, const struct rows *rows)
{
    if (g->box->total == NULL)
        return;
    struct chart_value *totals = ARENA_ARRAY(g->flow->scratch, rows->count + 1, struct chart_value);
    for (size_t i = 0; i < rows->count; i++) {
        const struct value *v = scope_value(g->flow, &rows->scopes[i], g->box->total);
        if (v != NULL)
            gather_value(g, v, g->box->total->forms, &totals[i]);
    }
    g->chart->totals = totals;
}

/* What is wrong with the data, said where it stands. */
static const char *fault_text(enum chart_fault fault)
{
    switch (fault) {
    case CHART_OK:
    case CHART_TOO_SMALL:
        break;
    case CHART_EMPTY:
        return _("the chart has no value to draw in series '%.*s'");
    case CHART_NOT_A_NUMBER:
        return _("series '%.*s' has a value that is no number, or too large to draw");
    case CHART_NEGATIVE:
        return _("series '%.*s' has a negative value, which this kind of chart cannot show");
    case CHART_UNEQUAL:
        return _("series '%.*s' has more or fewer values than the chart has categories");
    case CHART_NO_LOGARITHM:
        return _("series '%.*s' cannot stand on a logarithmic scale");
    case CHART_DISORDERED:
        return _("the days of series '%.*s' are not in order");
    }
    return _("series '%.*s' cannot be drawn");
}

static const char *fault_advice(enum chart_fault fault)
{
    switch (fault) {
    case CHART_OK:
    case CHART_TOO_SMALL:
        break;
    case CHART_EMPTY:
        return _("give one value at least; 'ND', 'N/A' and empty are none");
    case CHART_NOT_A_NUMBER:
        return _("write numbers of fifteen digits at most, in a larger unit");
    case CHART_NEGATIVE:
        return _("take kind 'columns', 'bars' or 'lines' for values below zero");
    case CHART_UNEQUAL:
        return _("give each series one value for each category; 'ND' where there is none");
    case CHART_NO_LOGARITHM:
        return _("such a scale has no zero: leave out 'logarithmic', or the values that are not above zero");
    case CHART_DISORDERED:
        return _("put them in order, each once; a phase ends after it starts");
    }
    return "";
}

/* The kinds there are, the nearest to `given` first of all. */
static void report_kind(struct gathering *g, struct str given, struct span at)
{
    enum { MOST_KINDS = 24 };
    struct str names[MOST_KINDS];
    size_t count = 0;
    for (; count < MOST_KINDS && chart_kind_name(count); count++)
        names[count] = str_of(chart_kind_name(count));
    if (!flow_tells(g->flow))
        return;
    if (given.len == 0)
        diag_at(g->flow->job->diags, DIAG_ERROR, at, "chart-data", "%s", _("the chart does not say its kind"));
    else
        diag_at(g->flow->job->diags, DIAG_ERROR, at, "chart-data", _("there is no kind of chart '%.*s'"),
                STR_ARG(given));
    diag_known(g->flow->job->diags, given, names, count);
}

static bool has_fault(const struct chart_value *v, enum chart_fault fault)
{
    switch (fault) {
    case CHART_NOT_A_NUMBER:
        return v->present && !(fabs(v->number) <= CHART_LARGEST);
    case CHART_NEGATIVE:
        return v->present && v->number < 0;
    case CHART_NO_LOGARITHM:
        return v->present && v->number <= 0;
    case CHART_OK:
    case CHART_TOO_SMALL:
    case CHART_EMPTY:
    case CHART_UNEQUAL:
    case CHART_DISORDERED:
        break;
    }
    return true;
}

/* The day out of order; the first value with the fault; else `otherwise`. */
static struct span fault_place(const struct gathering *g, enum chart_fault fault, const struct chart_series *series,
                               struct span otherwise)
{
    const struct chart_category *categories = g->chart->categories;
    for (size_t i = 1; fault == CHART_DISORDERED && g->chart->dated && i < g->chart->category_count; i++)
        if (categories[i].day <= categories[i - 1].day && g->days && g->days[i].file)
            return g->days[i];
    for (size_t i = 0; i < series->value_count; i++)
        if (has_fault(&series->values[i], fault) && series->values[i].at.file)
            return series->values[i].at;
    return otherwise;
}

static void check(struct gathering *g, const struct frame *frame)
{
    size_t series = 0;
    enum chart_fault fault = chart_check(g->chart, &series);
    if (fault == CHART_OK)
        return;
    struct span at = g->flow->entry->at.file ? g->flow->entry->at : frame->box->at;
    struct str name = series < g->chart->series_count ? g->chart->series[series].label : STR("");
    if (series < g->chart->series_count)
        at = fault_place(g, fault, &g->chart->series[series], at);
    gather_complain(g, at, fault_text(fault), name);
    gather_hint(g, fault_advice(fault));
}

/* Where the author names the kind; the page, when the layout does. */
static struct span kind_place(const struct gathering *g)
{
    struct span at = g->box->kind ? scope_wording(g->flow, g->scope, g->box->kind)->at : SPAN_NONE;
    return at.file ? at : g->flow->entry->at;
}

/* The last part of the name of the file in which the first value stands. */
static struct str file_of(const struct gathering *g)
{
    const struct chart *c = g->chart;
    if (c->series_count == 0 || c->series[0].value_count == 0 || c->series[0].values[0].at.file == 0)
        return STR("");
    struct str name = str_of(diags_file_name(g->flow->job->diags, c->series[0].values[0].at.file));
    size_t start = name.len;
    while (start > 0 && name.at[start - 1] != '/')
        start--;
    return str_slice(name, start, name.len);
}

/* What all charts have to go through once their data are gathered. */
static bool finish(struct gathering *g, const struct frame *frame, const struct rows *rows)
{
    g->chart->file = file_of(g);
    bool on_map = g->chart->kind == CHART_MAP || g->chart->kind == CHART_MAP_CIRCLES;
    if (g->good && on_map)
        gather_places(g, rows);
    if (g->good)
        check(g, frame);
    return g->good;
}

bool chart_gather(struct flow *f, const struct frame *frame, const struct chart_box *b, struct chart *out)
{
    struct gathering g = {f, b, frame->scope, out, true, NULL};
    size_t start;
    *out = (struct chart){.language = f->job->language};
    struct str kind = gather_text(&g, g.scope, b->kind);
    if (!chart_kind_find(str_trim(kind), out)) {
        report_kind(&g, str_trim(kind), kind_place(&g));
        return false;
    }
    out->title = gather_text(&g, g.scope, b->title);
    out->unit = gather_text(&g, g.scope, b->unit);
    out->logarithmic = gather_holds(&g, g.scope, b->logarithmic);
    const struct value *file = b->data ? scope_value(f, g.scope, b->data) : NULL;
    if (file != NULL && file->kind == VALUE_STRING) {
        gather_table(&g, file);
        return finish(&g, frame, NULL);
    }
    struct rows rows = rows_of(&g);
    gather_categories(&g, &rows);
    gather_targets(&g, &rows);
    gather_totals(&g, &rows);
    const struct value *list = b->series ? scope_list(f, g.scope, b->series, &start) : NULL;
    if (b->source_count > 0)
        gather_sources(&g, &rows);
    else if (list != NULL && list->as.list.count > 0)
        gather_series(&g, &rows, list);
    else
        gather_plain(&g, &rows);
    return finish(&g, frame, &rows);
}
