/* Rules over figures that depend on each other. */
#include "base/i18n.h"
#include "check/rules_edition.h"

/* What adding up published parts may be off by: nothing for counts; for amounts in rounded units half a unit of the last digit for each figure. */
static struct decimal tolerance(const struct indicator *i, int scale, size_t figures)
{
    bool rounded = scale > 0 || str_is(i->unit, "%") || str_is(i->unit, "M€") || str_is(i->unit, "k€");
    if (!rounded) {
        return decimal_from(0);
    }
    struct decimal half = {.coefficient = 5 * (decimal_coefficient)figures, .scale = scale + 1};
    return scale < DECIMAL_MAX_SCALE ? half : decimal_from(0);
}

static bool differ(struct decimal a, struct decimal b, struct decimal allowed)
{
    struct decimal gap;
    if (!decimal_subtract(a, b, &gap)) {
        return true;
    }
    gap.coefficient = gap.coefficient < 0 ? -gap.coefficient : gap.coefficient;
    return decimal_compare(gap, allowed) > 0;
}

struct addition {
    const struct observation *total;
    const struct observation *first;
    struct decimal sum;
    size_t parts, figures; /* figures: those on record, which may be rounded */
    int scale;
    bool complete;
};

static void add_part(const struct edition *e, const struct indicator *part, struct addition *a)
{
    const struct observation *total = a->total;
    a->parts++;
    const struct observation *o =
        figures_find(e->figures, total->entity, part->id, total->period, total->kind, e->year);
    struct decimal derived;
    if (o == NULL &&
        edition_derived(e, (struct figure_name){total->entity, part->id, total->period}, total->kind, &derived)) {
        a->complete = a->complete && decimal_add(a->sum, derived, &a->sum);
        return;
    }
    if (o == NULL || o->missing == NOT_AVAILABLE) {
        a->complete = false;
        return;
    }
    if (o->missing == PRESENT) {
        a->complete = a->complete && decimal_add(a->sum, o->value, &a->sum);
        a->scale = o->value.scale > a->scale ? o->value.scale : a->scale;
        a->figures++;
    }
    a->first = a->first == NULL ? o : a->first;
}

/* A total whose row explains itself in its note is let off with a remark. */
static void report_sum(const struct edition *e, struct diags *d, const struct addition *a, struct decimal allowed)
{
    char sum[DECIMAL_TEXT], stated[DECIMAL_TEXT], off[DECIMAL_TEXT], period[16];
    decimal_text(a->sum, sum);
    decimal_text(a->total->value, stated);
    decimal_text(decimal_reduce(allowed), off);
    period_text(a->total->period, period);
    enum severity severity = a->total->note.len > 0 ? DIAG_NOTE : DIAG_WARNING;
    diag_at(d, severity, a->total->at, "sum-mismatch", _("the parts of '%s' for %s add up to %s, not %s"),
            observation_name(e, a->total), period, sum, stated);
    if (decimal_sign(allowed) == 0) {
        diag_hint(d, _("correct the total or a part, or state the rest as a part of its own"));
    } else {
        diag_hint(
            d, _("correct the total or a part (off by at most %s is let pass), or state the rest as a part of its own"),
            off);
    }
    diag_also(d, a->first->at, _("the first part"));
}

/* Indicators that are parts of each whole, chained by index + 1. */
struct parts {
    uint32_t *first, *next;
};

static struct parts gather_parts(const struct edition *e)
{
    struct parts p = {ARENA_ARRAY(e->arena, e->indicator_count, uint32_t),
                      ARENA_ARRAY(e->arena, e->indicator_count, uint32_t)};
    for (size_t i = e->indicator_count; i-- > 0;) {
        const struct indicator *whole = edition_indicator(e, e->indicators[i].whole);
        if (whole != NULL) {
            p.next[i] = p.first[whole - e->indicators];
            p.first[whole - e->indicators] = (uint32_t)i + 1;
        }
    }
    return p;
}

static void check_total(const struct edition *e, struct diags *d, const struct parts *parts,
                        const struct indicator *whole, const struct observation *total)
{
    struct addition a = {
        .total = total, .sum = decimal_from(0), .scale = total->value.scale, .figures = 1, .complete = true};
    for (uint32_t at = parts->first[whole - e->indicators]; at != 0 && a.complete; at = parts->next[at - 1]) {
        add_part(e, &e->indicators[at - 1], &a);
    }
    struct decimal allowed = tolerance(whole, a.scale, a.figures);
    /* One part alone is a "thereof": it claims no more. */
    if (a.complete && a.parts > 1 && a.first != NULL && differ(a.sum, total->value, allowed)) {
        report_sum(e, d, &a, allowed);
    }
}

static bool is_recent(const struct edition *e, const struct observation *o)
{
    return o->missing == PRESENT && o->kind != FIGURE_FORECAST && o->period.year >= e->year - 1 &&
           o->period.year <= e->year + 1 && is_stated(e, o);
}

/* The periods that an edition prints: its own year and the one before. */
void check_sums(const struct edition *e, struct diags *d)
{
    struct parts parts = gather_parts(e);
    for (size_t i = 0; i < figures_count(e->figures); i++) {
        const struct observation *o = figures_at(e->figures, i);
        const struct indicator *whole = edition_indicator(e, o->indicator);
        if (whole != NULL && is_recent(e, o)) {
            check_total(e, d, &parts, whole, o);
        }
    }
}

/* A figure on record that its definition computes too. */
void check_derived(const struct edition *e, struct diags *d)
{
    for (size_t i = 0; i < figures_count(e->figures); i++) {
        const struct observation *o = figures_at(e->figures, i);
        struct figure_name name = {o->entity, o->indicator, o->period};
        struct decimal computed;
        if (!is_recent(e, o) || !edition_derived(e, name, o->kind, &computed)) {
            continue;
        }
        computed = decimal_round(computed, o->value.scale);
        if (decimal_compare(computed, o->value) != 0) {
            char given[DECIMAL_TEXT], right[DECIMAL_TEXT];
            decimal_text(o->value, given);
            decimal_text(computed, right);
            diag_at(d, DIAG_WARNING, o->at, "share-mismatch", _("'%s' is %s on record, but %s as derived"),
                    observation_name(e, o), given, right);
            diag_hint(d, _("remove the row to have the figure computed, or correct it"));
            diag_also(d, edition_indicator(e, o->indicator)->at, _("derived here"));
        }
    }
}
