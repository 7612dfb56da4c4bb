/* Conditions of boxes. */
#include <math.h>

#include "layout/flow.h"

static bool is_given(const struct value *v)
{
    switch (v->kind) {
    case VALUE_NONE:
        return false;
    case VALUE_TEXT:
        return !rich_is_empty(v->as.text);
    case VALUE_STRING:
        return v->as.string.len > 0;
    case VALUE_BOOL:
        return v->as.truth;
    case VALUE_LIST:
        return v->as.list.count > 0;
    case VALUE_NUMBER:
    case VALUE_DATE:
    case VALUE_FIGURE:
    case VALUE_RECORD:
        return true;
    }
    return false;
}

/* A figure in forms is given when it has a value in them. */
static bool given(struct flow *f, const struct value *v, struct str forms)
{
    double n;
    if (v == NULL)
        return false;
    if (v->kind == VALUE_FIGURE && forms.len > 0)
        return edition_measure(f->job->edition, v->as.figure, forms, &n);
    return is_given(v);
}

static bool within(const struct condition *c, double n)
{
    double is;
    if (c->has_is && (!text_number(c->is, &is) || fabs(n - is) > 1e-9))
        return false;
    return !(c->has_min && n < c->min) && !(c->has_max && n > c->max) && !(c->has_below && n >= c->below);
}

static bool equals(struct flow *f, const struct scope *scope, const struct condition *c)
{
    const struct value *v = scope_value(f, scope, c->path);
    if (v == NULL)
        return c->is.len == 0;
    if (v->kind == VALUE_BOOL)
        return str_is(c->is, v->as.truth ? "true" : "false");
    return str_eq(scope_text(f, v, c->path->forms, c->path->at)->text, c->is);
}

static bool holds(struct flow *f, const struct scope *scope, const struct condition *c)
{
    double n;
    size_t start;
    switch (c->kind) {
    case CONDITION_GIVEN:
        return given(f, scope_value(f, scope, c->path), c->path->forms);
    case CONDITION_IS:
        return equals(f, scope, c);
    case CONDITION_NUMBER:
        return scope_path_number(f, scope, c->path, &n) && within(c, n);
    case CONDITION_COUNT:
        return within(c, (double)scope_list(f, scope, c->path, &start)->as.list.count);
    case CONDITION_ANY:
        return scope_any(f, scope, c->path, given);
    }
    return false;
}

bool scope_holds(struct flow *f, const struct scope *scope, const struct condition *c)
{
    return holds(f, scope, c) != c->negated;
}
