#include "model/print.h"

#include "base/i18n.h"

static struct span part_of(const struct request *q, struct str part)
{
    if (!q->forms_linear || part.len == 0 || q->forms.len == 0) {
        return q->forms_linear ? q->forms_at : q->at;
    }
    uint32_t start = q->forms_at.start + (uint32_t)(part.at - q->forms.at);
    return (struct span){q->forms_at.file, start, start + (uint32_t)part.len};
}

bool print_forms(struct binding *b, const struct request *q, struct forms *out)
{
    struct str bad = q->forms;
    size_t count = 0;
    const struct str *names = forms_names(&count);
    switch (forms_parse(q->forms, out, &bad)) {
    case FORMS_GOOD:
        return true;
    case FORMS_UNKNOWN:
        if (bad.len == 0) {
            diag_at(b->diags, DIAG_ERROR, part_of(q, q->forms), "unknown-form", "%s", _("no form between two colons"));
            diag_hint(b->diags, "%s", _("leave out one colon"));
            break;
        }
        diag_at(b->diags, DIAG_ERROR, part_of(q, bad), "unknown-form", _("unknown form '%.*s'"), STR_ARG(bad));
        diag_hint(b->diags,
                  _("forms: target, forecast, previous, change, difference, points, times, share, attainment, "
                    "k, M, words, plain, value"));
        diag_nearest(b->diags, bad, names, count);
        break;
    case FORMS_CLASH:
        diag_at(b->diags, DIAG_ERROR, part_of(q, bad), "unknown-form", _("'%.*s' does not go with the other forms"),
                STR_ARG(bad));
        diag_hint(b->diags, _("one computation, one scale and one style at most; a scale needs an amount"));
        break;
    }
    return false;
}

struct printed print_reading(struct binding *b, const struct request *q, const struct forms *forms,
                             const struct reading *r)
{
    struct printed p = {.text = reading_text(b, r, forms), .missing = r->amount.missing, .value = r->amount.value};
    struct figure_name name = q->name;
    name.entity = str_copy(b->arena, name.entity);
    name.indicator = str_copy(b->arena, name.indicator);
    name.period = forms_period(forms, name.period);
    p.id = ledger_add(b->edition->ledger, (struct ledger_entry){.name = name,
                                                                .kind = forms->kind,
                                                                .form = str_copy(b->arena, q->forms),
                                                                .missing = r->amount.missing,
                                                                .value = r->amount.value,
                                                                .qualifier = r->amount.qualifier,
                                                                .text = p.text,
                                                                .source = r->amount.source,
                                                                .derived = r->amount.derived,
                                                                .observed_at = r->amount.at,
                                                                .asked_at = q->at});
    return p;
}

static bool scales_a_percentage(struct binding *b, const struct request *q, const struct forms *forms)
{
    const struct indicator *i = binding_indicator(b, q->name.indicator);
    if (forms->scale == 0 || !str_is(i->unit, "%")) {
        return false;
    }
    diag_at(b->diags, DIAG_ERROR, part_of(q, q->forms), "unknown-form", _("'%.*s' is in percent: it has no scale"),
            STR_ARG(q->name.indicator));
    diag_hint(b->diags, _("leave out 'k' and 'M'"));
    return true;
}

bool print_figure(struct binding *b, const struct request *q, struct printed *out)
{
    struct forms forms;
    if (!print_forms(b, q, &forms) || scales_a_percentage(b, q, &forms)) {
        return false;
    }
    struct reading r = reading_of(b, q->name, &forms);
    if (r.amount.state != AMOUNT_KNOWN) {
        reading_report(b, &r, q->name, q->at);
        return false;
    }
    *out = print_reading(b, q, &forms, &r);
    return true;
}
