/* indicators.yaml: definitions, and what is derived from what. */
#include "base/i18n.h"
#include "model/collections.h"
#include "model/schemas.h"

enum { DERIVE_MAX_DEPTH = 64 };

static struct derivation derivation_of(struct binding *b, const struct record *r)
{
    static const struct {
        const char *name;
        enum derive_kind kind;
    } kinds[] = {
        {"sum", DERIVE_SUM}, {"difference", DERIVE_DIFFERENCE}, {"share", DERIVE_SHARE}, {"quotient", DERIVE_QUOTIENT}};
    struct derivation d = {.at = r->at};
    size_t given = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const struct value *v = record_get(r, str_of(kinds[i].name));
        if (v == NULL || v->kind != VALUE_LIST) {
            continue;
        }
        given++;
        struct figure_name *inputs = ARENA_ARRAY(b->arena, v->as.list.count, struct figure_name);
        for (size_t k = 0; k < v->as.list.count; k++) {
            inputs[k] = v->as.list.items[k].as.figure;
        }
        size_t needed = kinds[i].kind == DERIVE_SUM ? 1 : 2;
        d.kind = v->as.list.count >= needed ? kinds[i].kind : DERIVE_NONE;
        d.inputs = inputs;
        d.count = v->as.list.count;
    }
    if (given != 1) {
        diag_at(b->diags, DIAG_ERROR, r->at, "wrong-type",
                _("a derivation is one of sum, difference, share, quotient"));
        diag_hint(b->diags, "%s", _("as in derive: {share: [part, whole]}"));
        d.kind = DERIVE_NONE;
    }
    return d;
}

static void fill(struct binding *b, size_t at, struct str id, const struct node_pair *pair)
{
    const struct record *r = bind_record(b, &schema_indicator, pair->value, id, NULL);
    b->indicators[at] =
        (struct indicator){.id = id,
                           .record = r,
                           .unit = record_string(r, "unit"),
                           .decimals = record_integer(r, "decimals", -1),
                           .lower_is_better = str_is(record_string(r, "direction"), "down"),
                           .nature = str_is(record_string(r, "nature"), "stock") ? NATURE_STOCK : NATURE_FLOW,
                           .whole = record_string(r, "whole"),
                           .base = record_string(r, "base"),
                           .at = pair->key->at};
    const struct value *derive = record_get(r, STR("derive"));
    if (derive != NULL && derive->kind == VALUE_RECORD) {
        b->derivations[at] = derivation_of(b, derive->as.record);
    }
}

static void check_relation(struct binding *b, const struct indicator *i, const char *field, struct str other)
{
    if (other.len == 0) {
        return;
    }
    struct span at = record_get(i->record, str_of(field))->at;
    if (str_eq(other, i->id)) {
        diag_at(b->diags, DIAG_ERROR, at, "circular-reference", _("'%.*s' is its own '%s'"), STR_ARG(i->id), field);
        diag_hint(b->diags, _("name another indicator, or leave '%s' out"), field);
    } else if (binding_indicator(b, other) == NULL && !b->indicator_names.partial) {
        diag_at(b->diags, DIAG_ERROR, at, "unknown-indicator", _("unknown indicator '%.*s'"), STR_ARG(other));
        diag_hint(b->diags, "%s", _("define it in indicators.yaml"));
        diag_nearest(b->diags, other, b->indicator_names.names, b->indicator_names.count);
    }
}

/* Totals that are parts of each other. Told once, where the first of them names the next. */
static void check_wholes(struct binding *b, size_t at, size_t count)
{
    const struct indicator *first = &b->indicators[at], *i = first;
    for (size_t steps = 0; steps < count && i != NULL && i->whole.len > 0; steps++) {
        i = binding_indicator(b, i->whole);
        if (i != NULL && i < first) {
            return; /* told from there, or no circle */
        }
        if (i == first) {
            diag_at(b->diags, DIAG_ERROR, record_get(i->record, STR("whole"))->at, "circular-reference",
                    _("'%.*s' is part of '%.*s', which is part of it"), STR_ARG(i->id), STR_ARG(i->whole));
            diag_hint(b->diags, _("leave out one '%s'"), "whole");
            return;
        }
    }
}

enum mark { UNSEEN, OPEN, DONE };
struct cycle_search {
    struct binding *binding;
    enum mark *marks;
    int *depths;
};

static void report_cycle(struct binding *b, size_t from, size_t to, bool deep)
{
    const struct indicator *i = &b->indicators[from];
    if (deep) {
        diag_at(b->diags, DIAG_ERROR, b->derivations[from].at, "circular-reference",
                _("'%.*s' is derived in more than %d steps"), STR_ARG(i->id), DERIVE_MAX_DEPTH);
        diag_hint(b->diags, "%s", _("put one of the figures in between on record"));
        return;
    }
    diag_at(b->diags, DIAG_ERROR, b->derivations[from].at, "circular-reference", _("'%.*s' is derived from itself"),
            STR_ARG(i->id));
    if (from != to) {
        diag_hint(b->diags, "%s", _("one of the figures in between must be on record"));
        diag_also(b->diags, b->derivations[to].at, _("by way of this"));
    } else {
        diag_hint(b->diags, "%s", _("name other figures than itself"));
    }
}

/* Steps behind indicator `at`. A derivation that leads back to itself, or too far, is dropped, so that computing always ends. */
static int search(struct cycle_search *s, size_t at, int level)
{
    struct binding *b = s->binding;
    struct derivation *d = &b->derivations[at];
    s->marks[at] = OPEN;
    for (size_t i = 0; i < d->count && d->kind != DERIVE_NONE; i++) {
        uint32_t input = 0;
        if (!names_find(&b->indicator_names.index, d->inputs[i].indicator, &input)) {
            continue;
        }
        bool closed = s->marks[input] == OPEN;
        int depth = s->depths[input];
        if (s->marks[input] == UNSEEN && level < DERIVE_MAX_DEPTH) {
            depth = search(s, input, level + 1);
        }
        if (closed || level >= DERIVE_MAX_DEPTH || depth >= DERIVE_MAX_DEPTH) {
            report_cycle(b, at, input, !closed);
            d->kind = DERIVE_NONE;
        } else if (depth + 1 > s->depths[at]) {
            s->depths[at] = depth + 1;
        }
    }
    s->marks[at] = DONE;
    return s->depths[at];
}

static void drop_cycles(struct binding *b, size_t count)
{
    struct cycle_search s = {b, ARENA_ARRAY(b->arena, count, enum mark), ARENA_ARRAY(b->arena, count, int)};
    for (size_t i = 0; i < count; i++) {
        if (s.marks[i] == UNSEEN && b->derivations[i].kind != DERIVE_NONE) {
            search(&s, i, 0);
        }
    }
}

void indicators_bind(struct binding *b, const struct node *map)
{
    size_t count = b->indicator_names.count;
    b->indicators = ARENA_ARRAY(b->arena, count, struct indicator);
    b->derivations = ARENA_ARRAY(b->arena, count, struct derivation);
    for (size_t i = 0; i < count; i++) {
        fill(b, i, b->indicator_names.names[i], &map->as.map.pairs[i]);
    }
    for (size_t i = 0; i < count; i++) {
        check_relation(b, &b->indicators[i], "whole", b->indicators[i].whole);
        check_relation(b, &b->indicators[i], "base", b->indicators[i].base);
        if (binding_indicator(b, b->indicators[i].whole) == NULL ||
            str_eq(b->indicators[i].whole, b->indicators[i].id)) {
            b->indicators[i].whole = STR("");
        }
        if (binding_indicator(b, b->indicators[i].base) == NULL) {
            b->indicators[i].base = STR("");
        }
    }
    for (size_t i = 0; i < count; i++) {
        check_wholes(b, i, count);
    }
    drop_cycles(b, count);
    b->edition->indicators = b->indicators;
    b->edition->indicator_count = count;
}
