/* Why a figure has nothing to print. */
#include "base/i18n.h"
#include "model/forms.h"

enum { PERIODS_TOLD = 6 };

static const char *dotted(struct binding *b, struct figure_name name)
{
    if (name.entity.len == 0) {
        return arena_printf(b->arena, "%.*s", STR_ARG(name.indicator));
    }
    return arena_printf(b->arena, "%.*s.%.*s", STR_ARG(name.entity), STR_ARG(name.indicator));
}

static void tell_periods(struct binding *b, struct figure_name name, enum figure_kind kind)
{
    struct period periods[PERIODS_TOLD];
    size_t count = figures_periods(b->figures, name.entity, name.indicator, kind, b->year, periods, PERIODS_TOLD);
    struct buf list = {0};
    for (size_t i = 0; i < count; i++) {
        char text[16];
        period_text(periods[i], text);
        buf_text(&list, i == 0 ? "" : ", ");
        buf_text(&list, text);
    }
    if (count > 0) {
        diag_hint(b->diags, _("on record: %s"), list.at);
    } else {
        diag_hint(b->diags, _("no row of the CSV files has it: add one, or correct the name"));
    }
    buf_free(&list);
}

static const char *kind_word(enum figure_kind kind)
{
    switch (kind) {
    case FIGURE_TARGET:
        return _("target");
    case FIGURE_FORECAST:
        return _("forecast");
    case FIGURE_RESULT:
        break;
    }
    return _("result");
}

static void report_absent(struct binding *b, const struct amount *a, struct figure_name asked, struct span at)
{
    if (b->year == 0 && asked.period.year <= 1) {
        return; /* the edition's year is wrong, which was told */
    }
    if (b->figures_partial) {
        return; /* it may stand in the file that could not be read, which was told */
    }
    char period[16];
    period_text(a->lacking.period, period);
    const char *lacking = dotted(b, a->lacking);
    if (str_eq(a->lacking.indicator, asked.indicator) && str_eq(a->lacking.entity, asked.entity)) {
        diag_at(b->diags, DIAG_ERROR, at, "no-observation", _("'%s' has no %s for %s on record"), lacking,
                kind_word(a->lacking_kind), period);
    } else {
        diag_at(b->diags, DIAG_ERROR, at, "no-observation", _("'%s' has no %s for %s on record, which '%s' needs"),
                lacking, kind_word(a->lacking_kind), period, dotted(b, asked));
        const struct indicator *i = binding_indicator(b, asked.indicator);
        if (i != NULL) {
            diag_also(b->diags, i->at, _("defined here"));
        }
    }
    tell_periods(b, a->lacking, a->lacking_kind);
}

static const char *why_no_base(const struct observation *o)
{
    if (o != NULL && o->missing == NOT_APPLICABLE) {
        return _("the %s of '%s' for %s is 'N/A': nothing to compare with");
    }
    if (o != NULL && o->missing == NOT_AVAILABLE) {
        return _("the %s of '%s' for %s is 'ND': nothing to compare with");
    }
    return _("the %s of '%s' for %s is zero: nothing to compare with");
}

static void report_no_base(struct binding *b, const struct amount *a, struct figure_name asked, struct span at)
{
    if (a->lacking.indicator.len == 0) {
        diag_at(b->diags, DIAG_ERROR, at, "no-base", _("'%s' is a share of nothing"), dotted(b, asked));
        diag_hint(b->diags, _("say its 'base' or 'whole' in indicators.yaml"));
        return;
    }
    char period[16];
    period_text(a->lacking.period, period);
    const struct observation *o =
        figures_find(b->figures, a->lacking.entity, a->lacking.indicator, a->lacking.period, a->lacking_kind, b->year);
    diag_at(b->diags, DIAG_ERROR, at, "no-base", why_no_base(o), kind_word(a->lacking_kind), dotted(b, a->lacking),
            period);
    diag_hint(b->diags, "%s",
              o != NULL && o->missing == PRESENT && str_eq(o->indicator, asked.indicator) &&
                      a->lacking_kind == FIGURE_RESULT
                  ? _("print the figure as it is, or ':difference'")
                  : _("print the figure as it is"));
    if (o != NULL) {
        diag_also(b->diags, o->at, _("recorded here"));
    }
}

void reading_report(struct binding *b, const struct reading *r, struct figure_name asked, struct span at)
{
    switch (r->amount.state) {
    case AMOUNT_ABSENT:
        report_absent(b, &r->amount, asked, at);
        break;
    case AMOUNT_NO_BASE:
        report_no_base(b, &r->amount, asked, at);
        break;
    case AMOUNT_TOO_LARGE:
        diag_at(b->diags, DIAG_ERROR, at, "out-of-bounds", _("'%s' has more digits than can be computed exactly"),
                dotted(b, asked));
        diag_hint(b->diags, "%s", _("record the figures it rests on with fewer digits"));
        break;
    case AMOUNT_KNOWN:
        break;
    }
}
