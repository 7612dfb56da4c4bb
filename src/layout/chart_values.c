/* Values of the scope as values and days of a chart. */
#include "base/i18n.h"
#include "layout/chart_gather.h"
#include "model/advice.h"

struct str gather_text(const struct gathering *g, const struct scope *scope, const struct wording *w)
{
    return w ? rich_one_line(g->flow->scratch, scope_wording(g->flow, scope, w)->text) : STR("");
}

void gather_complain(struct gathering *g, struct span at, const char *what, struct str text)
{
    g->good = false;
    if (flow_tells(g->flow))
        diag_at(g->flow->job->diags, DIAG_ERROR, at, "chart-data", what, STR_ARG(text));
}

void gather_hint(struct gathering *g, const char *advice)
{
    if (flow_tells(g->flow))
        diag_hint(g->flow->job->diags, "%s", advice);
}

static void read_figure(struct gathering *g, const struct value *v, struct str forms, struct chart_value *out)
{
    const struct edition *e = g->flow->job->edition;
    out->present = edition_measure(e, v->as.figure, forms, &out->number);
    struct printed_figure printed = edition_figure(e, v->as.figure, forms, v->at);
    out->text = printed.text ? printed.text->text : STR("");
    out->figure = printed.id;
    out->present = out->present && printed.missing == PRESENT;
}

static void read_number_value(struct gathering *g, struct decimal number, struct chart_value *out)
{
    struct str unit = g->chart->unit;
    out->present = true;
    out->number = decimal_to_double(number);
    bool printed = str_is(unit, "%") || str_ends(unit, "€");
    out->text =
        language_measure(g->flow->job->language, g->flow->scratch, number, printed ? unit : STR(""), SIGN_NEGATIVE);
}

static bool is_missing(struct str text)
{
    return text.len == 0 || str_is(text, "ND") || str_is(text, "N/A");
}

static struct day first_day(struct period p)
{
    int month = p.kind == PERIOD_QUARTER ? 3 * p.part - 2 : p.kind == PERIOD_YEAR ? 1 : p.part;
    return (struct day){p.year, month, p.kind == PERIOD_DAY ? p.day : 1};
}

static void read_day(struct gathering *g, struct day day, struct chart_value *out)
{
    out->present = true;
    out->number = chart_day(day);
    out->text = language_date(g->flow->job->language, g->flow->scratch, day);
}

void gather_words(struct gathering *g, struct span at, struct str text, struct chart_value *out)
{
    struct decimal number;
    struct period period;
    text = str_trim(text);
    if (is_missing(text))
        return;
    if (decimal_parse(text, &number))
        read_number_value(g, number, out);
    else if (period_parse(text, &period))
        read_day(g, first_day(period), out);
    else {
        gather_complain(g, at, _("'%.*s' is no number that a chart can draw"), text);
        if (flow_tells(g->flow))
            advise_on_value(g->flow->job->diags, text);
    }
}

void gather_value(struct gathering *g, const struct value *v, struct str forms, struct chart_value *out)
{
    out->at = v->at;
    switch (v->kind) {
    case VALUE_FIGURE:
        read_figure(g, v, forms, out);
        return;
    case VALUE_NUMBER:
        read_number_value(g, v->as.number, out);
        return;
    case VALUE_DATE:
        read_day(g, v->as.date, out);
        return;
    case VALUE_STRING:
        gather_words(g, v->at, v->as.string, out);
        return;
    case VALUE_TEXT:
        gather_words(g, v->at, v->as.text->text, out);
        return;
    case VALUE_NONE:
        return;
    case VALUE_BOOL:
    case VALUE_LIST:
    case VALUE_RECORD:
        gather_complain(g, v->at, "%.*s", str_of(_("a chart draws numbers, days and figures")));
        return;
    }
}

const struct value *gather_first(struct gathering *g, const struct scope *scope, struct str *forms)
{
    for (size_t i = 0; i < g->box->value_count; i++) {
        const struct value *v = scope_value(g->flow, scope, g->box->values[i]);
        *forms = g->box->values[i]->forms;
        if (v != NULL && v->kind != VALUE_NONE)
            return v;
    }
    return NULL;
}

bool gather_holds(struct gathering *g, const struct scope *scope, const struct lookup *path)
{
    const struct value *v = path ? scope_value(g->flow, scope, path) : NULL;
    return v != NULL && v->kind != VALUE_NONE && !(v->kind == VALUE_BOOL && !v->as.truth);
}

/* What stands for a whole period stands in its middle. */
static struct day middle_day(struct period p)
{
    switch (p.kind) {
    case PERIOD_YEAR:
        return (struct day){p.year, 7, 1};
    case PERIOD_QUARTER:
        return (struct day){p.year, 3 * p.part - 1, 15};
    case PERIOD_MONTH:
        return (struct day){p.year, p.part, 15};
    case PERIOD_DAY:
    case PERIOD_NONE:
        break;
    }
    return (struct day){p.year, p.part, p.day};
}

static struct str period_words(struct gathering *g, struct period p)
{
    struct language *language = g->flow->job->language;
    struct arena *a = g->flow->scratch;
    switch (p.kind) {
    case PERIOD_YEAR:
        return str_of(arena_printf(a, "%d", p.year));
    case PERIOD_QUARTER:
        return language_quarter(language, a, p.year, p.part);
    case PERIOD_MONTH:
        return language_month(language, a, p.year, p.part);
    case PERIOD_DAY:
        return language_date(language, a, (struct day){p.year, p.part, p.day});
    case PERIOD_NONE:
        break;
    }
    return STR("");
}

static void report_period(struct gathering *g, const struct value *v)
{
    gather_complain(g, v->at, _("'%.*s' is no day, month, quarter or year"), v->as.string);
    gather_hint(g, _("write a year (2024), a month (2024-11), a quarter (2024-T4) or a day (2025-01-01)"));
    if (flow_tells(g->flow))
        advise_on_period(g->flow->job->diags, v->as.string);
}

static struct period period_of(struct gathering *g, const struct value *v)
{
    struct period period = {0};
    if (v == NULL)
        return period;
    if (v->kind == VALUE_DATE)
        period = (struct period){PERIOD_DAY, v->as.date.year, v->as.date.month, v->as.date.day};
    else if (v->kind == VALUE_STRING && !period_parse(v->as.string, &period))
        report_period(g, v);
    else if (v->kind == VALUE_FIGURE)
        period = v->as.figure.period;
    if (v->kind == VALUE_FIGURE && period.kind == PERIOD_NONE)
        period = (struct period){PERIOD_YEAR, g->flow->job->edition->year, 0, 0};
    return period;
}

bool gather_period(struct gathering *g, struct period period, struct chart_category *out)
{
    if (period.kind == PERIOD_NONE)
        return false;
    out->day = chart_day(middle_day(period));
    if (out->label.len == 0)
        out->label = period_words(g, period);
    return true;
}

bool gather_day(struct gathering *g, const struct value *v, struct chart_category *out)
{
    return gather_period(g, period_of(g, v), out);
}
