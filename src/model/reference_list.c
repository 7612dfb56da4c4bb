/* References to lists: how many entries, and what figures in them add up to. */
#include "base/i18n.h"
#include "model/reference.h"

static bool unknown_list(const struct reference_scope *s, const struct request *q, struct str name)
{
    static const char *const shared[] = {"services", "criteria"};
    struct binding *b = s->binding;
    size_t own = s->record == NULL ? 0 : s->record->schema->count;
    struct str *names = ARENA_ARRAY(b->arena, own + 2, struct str);
    size_t count = 0;
    for (size_t i = 0; i < own; i++) {
        if (s->record->schema->fields[i].type == FIELD_LIST) {
            names[count++] = s->record->schema->fields[i].name;
        }
    }
    for (size_t i = 0; i < 2; i++) {
        names[count++] = str_of(shared[i]);
    }
    diag_at(b->diags, DIAG_ERROR, q->at, "unknown-reference", _("no list '%.*s' here"), STR_ARG(name));
    diag_hint(b->diags, _("name a list of the same page, or services or criteria"));
    diag_known(b->diags, name, names, count);
    return false;
}

static const struct value *find_list(const struct reference_scope *s, struct str name)
{
    const struct value *v = s->record == NULL ? NULL : record_get(s->record, name);
    if (v != NULL && v->kind == VALUE_LIST) {
        return v;
    }
    const struct edition *e = s->binding->edition;
    if (str_is(name, "services")) {
        return e->services;
    }
    return str_is(name, "criteria") ? e->criteria : NULL;
}

/* The ledger's form of a list's figure: the list, then the forms asked for. */
static void name_request(struct binding *b, struct request *q, const char *what, struct str list)
{
    q->name.indicator = str_of(what);
    const char *parts = q->forms.len > 0 ? ":" : "";
    q->forms = str_of(arena_printf(b->arena, "%.*s%s%.*s", STR_ARG(list), parts, STR_ARG(q->forms)));
}

static bool list_forms(struct binding *b, const struct request *q, bool summed, struct forms *out)
{
    if (!print_forms(b, q, out)) {
        return false;
    }
    bool choosing = out->kind != FIGURE_RESULT || out->periods_before > 0 || out->scale != 0;
    if (out->computation == COMPUTE_NOTHING && (summed || !choosing)) {
        return true;
    }
    diag_at(b->diags, DIAG_ERROR, q->at, "unknown-form", _("'%.*s' does not go with a list"), STR_ARG(q->forms));
    diag_hint(b->diags, _("a count takes 'words'; a sum also 'target', 'forecast', 'previous', 'k' and 'M'"));
    return false;
}

bool reference_count(const struct reference_scope *s, struct request *q, struct str list, struct printed *out)
{
    struct forms forms;
    if (!list_forms(s->binding, q, false, &forms)) {
        return false;
    }
    const struct value *v = find_list(s, list);
    if (v == NULL) {
        return unknown_list(s, q, list);
    }
    struct reading r = {.amount = {.value = decimal_from((int64_t)v->as.list.count), .derived = true}};
    name_request(s->binding, q, "count", list);
    *out = print_reading(s->binding, q, &forms, &r);
    return true;
}

/* The figure of an entry: the entry itself, or a field of its record. */
static const struct value *figure_in(const struct value *item, struct str field)
{
    const struct value *v = item->kind == VALUE_RECORD ? record_get(item->as.record, field) : item;
    return v != NULL && v->kind == VALUE_FIGURE ? v : NULL;
}

static bool mixed_units(const struct reference_scope *s, const struct request *q, const struct indicator *first,
                        const struct indicator *other)
{
    struct diags *d = s->binding->diags;
    if (str_eq(first->unit, other->unit)) {
        return false;
    }
    diag_at(d, DIAG_ERROR, q->at, "mixed-units", _("'%.*s' and '%.*s' differ in unit: they do not add up"),
            STR_ARG(first->id), STR_ARG(other->id));
    diag_hint(d, _("sum figures of one unit"));
    diag_also(d, other->at, _("defined here"));
    return true;
}

struct summing {
    const struct reference_scope *scope;
    const struct request *request;
    struct forms forms;
    const struct indicator *first;
    struct amount sum;
    int decimals;
};

static bool sum_one(struct summing *m, struct figure_name name)
{
    struct binding *b = m->scope->binding;
    const struct indicator *i = binding_indicator(b, name.indicator);
    name = binding_fill_period(b, name);
    name.period = forms_period(&m->forms, name.period);
    struct reading r = {.amount = amount_of(b, name, m->forms.kind)};
    if (r.amount.state != AMOUNT_KNOWN) {
        reading_report(b, &r, name, m->request->at);
        return false;
    }
    if (m->first == NULL) {
        m->first = i;
        m->sum = r.amount;
    } else if (mixed_units(m->scope, m->request, m->first, i)) {
        return false;
    } else {
        m->sum = amount_add(b, m->sum, r.amount);
    }
    m->decimals = i->decimals > m->decimals ? i->decimals : m->decimals;
    return true;
}

static bool sum_items(struct summing *m, const struct value *list, struct str field)
{
    for (size_t i = 0; i < list->as.list.count; i++) {
        const struct value *figure = figure_in(&list->as.list.items[i], field);
        if (figure != NULL && !sum_one(m, figure->as.figure)) {
            return false;
        }
    }
    return true;
}

bool reference_sum(const struct reference_scope *s, struct request *q, struct str list, struct printed *out)
{
    struct binding *b = s->binding;
    size_t point = str_find(list, '.');
    struct str field = str_slice(list, point + 1, list.len);
    struct summing m = {.scope = s, .request = q, .decimals = -1};
    if (!list_forms(b, q, true, &m.forms)) {
        return false;
    }
    const struct value *v = find_list(s, str_slice(list, 0, point));
    if (v == NULL) {
        return unknown_list(s, q, str_slice(list, 0, point));
    }
    if (!sum_items(&m, v, field)) {
        return false;
    }
    if (m.first == NULL) {
        diag_at(b->diags, DIAG_ERROR, q->at, "unknown-reference", _("the list '%.*s' has no figure '%.*s'"), (int)point,
                list.at, STR_ARG(field));
        diag_hint(b->diags, _("name a figure field of its entries: ${sum.LIST.FIELD}"));
        return false;
    }
    m.sum.derived = true;
    m.sum.qualifier = QUALIFIER_NONE;
    m.sum.source = STR("");
    struct reading r = {.amount = m.sum, .unit = unit_printed(m.first->unit)};
    reading_round(&r, &m.forms, m.decimals);
    if (r.amount.state != AMOUNT_KNOWN) {
        reading_report(b, &r, (struct figure_name){.entity = STR(""), .indicator = m.first->id}, q->at);
        return false;
    }
    name_request(b, q, "sum", list);
    *out = print_reading(b, q, &m.forms, &r);
    return true;
}
