/* The conditions of a box. */
#include "base/i18n.h"
#include "layout/compile.h"

static void read_limits(struct compiler *c, const struct node *map, struct condition *out)
{
    out->has_min = read_number(&c->reading, node_get(map, "min"), "min", &out->min);
    out->has_max = read_number(&c->reading, node_get(map, "max"), "max", &out->max);
    out->has_below = read_number(&c->reading, node_get(map, "below"), "below", &out->below);
    out->has_is = node_get(map, "is") != NULL;
    if (out->has_is)
        out->is = read_text(&c->reading, node_get(map, "is"), "is");
}

static bool read_condition(struct compiler *c, const struct node *n, bool negated, struct condition *out)
{
    static const char *const keys[] = {"path", "count", "any", "is", "min", "max", "below", NULL};
    *out = (struct condition){.negated = negated};
    if (n->kind != NODE_MAP) {
        out->path = compile_path(c, n, "when");
        return out->path != NULL;
    }
    read_known(&c->reading, n, keys, N_("a condition"));
    read_limits(c, n, out);
    const struct node *path = node_get(n, "path"), *count = node_get(n, "count"), *any = node_get(n, "any");
    if (count)
        out->kind = CONDITION_COUNT;
    else if (any)
        out->kind = CONDITION_ANY;
    else if (out->has_is)
        out->kind = CONDITION_IS;
    else if (out->has_min || out->has_max || out->has_below)
        out->kind = CONDITION_NUMBER;
    if (!path && !count && !any) {
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "design-value", _("a condition needs 'path', 'count' or 'any'"));
        diag_hint(c->reading.diags, "%s", _("as in when: {path: title, is: x}"));
    }
    out->path = compile_path(c, count ? count : any ? any : path, "when");
    return out->path != NULL;
}

void compile_condition(struct compiler *c, const struct node *n, bool negated, struct box *box)
{
    struct condition condition;
    if (!read_condition(c, n, negated, &condition))
        return;
    size_t count = box->condition_count++;
    box->conditions = arena_grow(c->reading.arena, box->conditions, count, count + 1, sizeof condition);
    box->conditions[count] = condition;
}
