#include "layout/scope.h"

#include <math.h>

#include "base/i18n.h"
#include "layout/builtin.h"
#include "layout/flow.h"

static const struct value no_list = {.kind = VALUE_LIST};

static struct value *fresh(struct flow *f, enum value_kind kind)
{
    struct value *v = ARENA_NEW(f->scratch, struct value);
    v->kind = kind;
    return v;
}

static const struct value *integer(struct flow *f, size_t n)
{
    struct value *v = fresh(f, VALUE_NUMBER);
    v->as.number = decimal_from((int64_t)n);
    return v;
}

static const struct value *truth(struct flow *f, bool holds)
{
    struct value *v = fresh(f, VALUE_BOOL);
    v->as.truth = holds;
    return v;
}

/* item.index, item.first, item.last */
static const struct value *item_property(struct flow *f, const struct scope *s, struct str name)
{
    if (s->value && s->value->kind == VALUE_RECORD && record_get(s->value->as.record, name))
        return NULL;
    if (str_is(name, "index"))
        return integer(f, s->index + 1);
    if (str_is(name, "first"))
        return truth(f, s->first);
    if (str_is(name, "last"))
        return truth(f, s->last);
    return NULL;
}

static void complain(struct flow *f, const struct lookup *l, struct str name, const struct schema *schema)
{
    if (l->lenient || !flow_tells(f))
        return;
    struct diags *d = f->job->diags;
    if (schema == NULL) { /* of a value that has no fields */
        diag_at(d, DIAG_ERROR, l->at, "unknown-name", _("there is no '%.*s' here"), STR_ARG(name));
        diag_hint(d, "%s", _("what stands before the point has no fields"));
        return;
    }
    diag_at(d, DIAG_ERROR, l->at, "unknown-name", _("%s has no '%.*s'"), schema_title(schema), STR_ARG(name));
    struct str *names = ARENA_ARRAY(f->scratch, schema->count + 1, struct str);
    for (size_t i = 0; i < schema->count; i++)
        names[i] = schema->fields[i].name;
    diag_known(d, name, names, schema->count);
}

/* What a lookup may start with: entries of lists around it, the page's fields. */
static size_t starts(struct flow *f, const struct scope *scope, struct str **out)
{
    const struct schema *schema = f->entry->fields->schema;
    size_t count = schema->count;
    for (const struct scope *s = scope; s != NULL; s = s->outer)
        count++;
    *out = ARENA_ARRAY(f->scratch, count + 1, struct str);
    size_t filled = 0;
    for (; filled < schema->count; filled++)
        (*out)[filled] = schema->fields[filled].name;
    for (const struct scope *s = scope; s != NULL; s = s->outer)
        (*out)[filled++] = s->name;
    return count;
}

bool scope_resembles(struct flow *f, const struct scope *scope, struct str name)
{
    struct str *names;
    size_t count = starts(f, scope, &names);
    return str_nearest(name, names, count) < count;
}

void scope_unknown(struct flow *f, const struct scope *scope, const struct lookup *l)
{
    if (l->lenient || !flow_tells(f))
        return;
    struct str *names;
    size_t count = starts(f, scope, &names);
    if (str_is(l->parts[0], "word") && l->count > 1) {
        diag_at(f->job->diags, DIAG_ERROR, l->at, "unknown-name", _("the theme has no word '%.*s' in this language"),
                STR_ARG(l->parts[1]));
        diag_hint(f->job->diags, "%s", _("add it under 'words' in theme.yaml"));
        return;
    }
    diag_at(f->job->diags, DIAG_ERROR, l->at, "unknown-name", _("there is no '%.*s' here"), STR_ARG(l->parts[0]));
    diag_known(f->job->diags, l->parts[0], names, count);
}

/* The field `name` of `v`; *known tells whether such a field exists. */
static const struct value *field_of(struct flow *f, const struct value *v, struct str name, bool *known,
                                    const struct schema **schema)
{
    *known = true;
    *schema = NULL;
    if (v->kind == VALUE_FIGURE)
        return builtin_of_figure(f, v, name, known, schema);
    if (v->kind != VALUE_RECORD) {
        *known = v->kind == VALUE_NONE;
        return NULL;
    }
    const struct value *field = builtin_of_record(f, v->as.record, name);
    if (field == NULL)
        field = record_get(v->as.record, name);
    *known = field != NULL;
    *schema = v->as.record->schema;
    return field;
}

/* Where a lookup starts; *used parts of it are behind us. */
static const struct value *start_of(struct flow *f, const struct scope *scope, const struct lookup *l, size_t *used,
                                    bool *known)
{
    *used = 1;
    *known = true;
    for (const struct scope *s = scope; s != NULL; s = s->outer) {
        if (!str_eq(s->name, l->parts[0]))
            continue;
        const struct value *property = l->count > 1 ? item_property(f, s, l->parts[1]) : NULL;
        *used = property ? 2 : 1;
        return property ? property : s->value;
    }
    const struct value *v = builtin_first(f, l, used);
    if (v == NULL)
        v = record_get(f->entry->fields, l->parts[0]);
    if (v == NULL)
        v = builtin_last(f, l, used);
    *known = v != NULL;
    return v;
}

/* The place of an entry in its list, counted from 1. */
static bool is_place(struct str name, size_t *place)
{
    double n;
    if (!text_number(name, &n) || n < 0 || n > 1e6)
        return false;
    *place = (size_t)n;
    return true;
}

/* Follows a lookup until it ends or meets a list that it does not take an entry of; *used parts are behind us. */
static const struct value *follow(struct flow *f, const struct scope *scope, const struct lookup *l, size_t *used,
                                  bool report)
{
    bool known;
    const struct schema *schema = NULL;
    const struct value *v = start_of(f, scope, l, used, &known);
    if (!known && report)
        scope_unknown(f, scope, l);
    while (v != NULL && *used < l->count) {
        size_t place;
        if (v->kind == VALUE_LIST && !is_place(l->parts[*used], &place))
            break;
        if (v->kind == VALUE_LIST) {
            v = place >= 1 && place <= v->as.list.count ? &v->as.list.items[place - 1] : NULL;
            (*used)++;
            continue;
        }
        v = field_of(f, v, l->parts[*used], &known, &schema);
        if (!known && report)
            complain(f, l, l->parts[*used], schema);
        (*used)++;
    }
    return v != NULL && v->kind != VALUE_NONE ? v : NULL;
}

const struct value *scope_value(struct flow *f, const struct scope *scope, const struct lookup *l)
{
    size_t used;
    const struct value *v = follow(f, scope, l, &used, true);
    return v != NULL && used == l->count ? v : NULL;
}

static const struct value *share_of(struct flow *f, const struct value *list, size_t *start)
{
    *start = 0;
    if (f->whole == NULL || list->as.list.items != f->whole->as.list.items)
        return list;
    *start = f->share_start;
    return &f->share;
}

const struct value *scope_list(struct flow *f, const struct scope *scope, const struct lookup *l, size_t *start)
{
    const struct value *v = scope_value(f, scope, l);
    *start = 0;
    if (v == NULL)
        return &no_list;
    if (v->kind == VALUE_LIST)
        return share_of(f, v, start);
    if (flow_tells(f)) {
        diag_at(f->job->diags, DIAG_ERROR, l->at, "design-value", _("'%.*s' is no list"), STR_ARG(l->text));
        diag_hint(f->job->diags, "%s", _("name a field of type list, or services, criteria, sections …"));
    }
    return &no_list;
}

static bool number_of(struct flow *f, const struct value *v, struct str forms, double *out)
{
    if (v->kind == VALUE_FIGURE)
        return edition_measure(f->job->edition, v->as.figure, forms, out);
    if (v->kind == VALUE_NUMBER)
        *out = decimal_to_double(v->as.number);
    return v->kind == VALUE_NUMBER;
}

/* What the parts of the lookup from `used` on find in `v`. */
static const struct value *rest_of(struct flow *f, const struct value *v, const struct lookup *l, size_t used)
{
    bool known;
    const struct schema *schema;
    for (size_t part = used; v != NULL && part < l->count; part++)
        v = field_of(f, v, l->parts[part], &known, &schema);
    return v;
}

/* Goes through the list at which a lookup stopped: the largest or the sum of the rest of the path over its entries. */
static bool over_list(struct flow *f, const struct value *list, const struct lookup *l, size_t used, bool sum,
                      double *out)
{
    bool some = false;
    *out = 0;
    for (size_t i = 0; i < list->as.list.count; i++) {
        const struct value *v = rest_of(f, &list->as.list.items[i], l, used);
        double n;
        if (v == NULL || !number_of(f, v, l->forms, &n))
            continue;
        *out = sum ? *out + n : some ? fmax(*out, n) : n;
        some = true;
    }
    return some;
}

static bool path_number(struct flow *f, const struct scope *scope, const struct lookup *l, bool sum, double *out)
{
    size_t used;
    const struct value *v = follow(f, scope, l, &used, true);
    if (v == NULL)
        return false;
    if (v->kind == VALUE_LIST)
        return over_list(f, v, l, used, sum, out);
    return used == l->count && number_of(f, v, l->forms, out);
}

bool scope_path_number(struct flow *f, const struct scope *scope, const struct lookup *l, double *out)
{
    return path_number(f, scope, l, false, out);
}

static bool largest(struct flow *f, const struct scope *scope, const struct quantity *q, double *out)
{
    bool some = false;
    for (size_t i = 0; i < q->count; i++) {
        double n;
        if (!scope_number(f, scope, &q->items[i], &n))
            continue;
        *out = some ? fmax(*out, n) : n;
        some = true;
    }
    return some;
}

bool scope_number(struct flow *f, const struct scope *scope, const struct quantity *q, double *out)
{
    switch (q->kind) {
    case QUANTITY_NUMBER:
        *out = q->number;
        return true;
    case QUANTITY_PATH:
    case QUANTITY_MAX:
        return path_number(f, scope, q->path, false, out);
    case QUANTITY_SUM:
        return path_number(f, scope, q->path, true, out);
    case QUANTITY_LARGEST:
        return largest(f, scope, q, out);
    }
    return false;
}

bool scope_any(struct flow *f, const struct scope *scope, const struct lookup *l,
               bool (*holds)(struct flow *f, const struct value *v, struct str forms))
{
    size_t used, start;
    const struct value *list = follow(f, scope, l, &used, true);
    if (list == NULL || list->kind != VALUE_LIST)
        return false;
    list = share_of(f, list, &start);
    for (size_t i = 0; i < list->as.list.count; i++)
        if (holds(f, rest_of(f, &list->as.list.items[i], l, used), l->forms))
            return true;
    return false;
}

size_t scope_index(const struct scope *scope)
{
    return scope ? scope->index : 0;
}
