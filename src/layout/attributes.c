/* Attributes of any box. */
#include "base/i18n.h"
#include "layout/block.h"
#include "layout/compile.h"

static void read_numbers(const struct compiler *c, const struct node *list, const char *what, double *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        read_number(&c->reading, list->as.list.items[i], what, &out[i]);
}

/* n; [v, h]; [t, r, b, l] */
static struct sides read_sides(const struct compiler *c, const struct node *n)
{
    double v[4] = {0};
    if (n == NULL || n->kind == NODE_NULL)
        return (struct sides){0};
    if (n->kind != NODE_LIST) {
        read_number(&c->reading, n, "pad", &v[0]);
        return (struct sides){v[0], v[0], v[0], v[0]};
    }
    if (n->as.list.count != 2 && n->as.list.count != 4) {
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "design-value", _("'pad' takes one, two or four numbers"));
        return (struct sides){0};
    }
    read_numbers(c, n, "pad", v, n->as.list.count);
    if (n->as.list.count == 2)
        return (struct sides){v[0], v[1], v[0], v[1]};
    return (struct sides){v[0], v[1], v[2], v[3]};
}

static void read_gap(const struct compiler *c, const struct node *n, struct box *box)
{
    double v[2] = {0};
    if (n != NULL && n->kind == NODE_LIST && n->as.list.count == 2) {
        read_numbers(c, n, "gap", v, 2);
        box->gap = v[0];
        box->cross_gap = v[1];
    } else if (read_number(&c->reading, n, "gap", &v[0])) {
        box->gap = box->cross_gap = v[0];
    }
}

static void read_radius(const struct compiler *c, const struct node *n, struct box *box)
{
    if (n == NULL || n->kind == NODE_NULL)
        return;
    box->rounded = true;
    if (n->kind == NODE_LIST && n->as.list.count == 4) {
        read_numbers(c, n, "radius", box->radius, 4);
        return;
    }
    read_number(&c->reading, n, "radius", &box->radius[0]);
    for (int i = 1; i < 4; i++)
        box->radius[i] = box->radius[0];
}

static void read_place(struct compiler *c, const struct node *map, struct box *box)
{
    const struct node *at = read_list(&c->reading, node_get(map, "at"), "at");
    if (at == NULL)
        return;
    box->placed = true;
    const struct node *const *n = at->as.list.items;
    size_t count = at->as.list.count;
    if (count > 4)
        diag_at(c->reading.diags, DIAG_ERROR, at->at, "design-value", _("'at' takes x, y, width and height"));
    box->x = compile_length(c, count > 0 ? n[0] : NULL, "at");
    box->y = compile_length(c, count > 1 ? n[1] : NULL, "at");
    if (count > 2)
        box->width = compile_size(c, n[2], "at");
    if (count > 3)
        box->height = compile_size(c, n[3], "at");
}

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
    read_known(&c->reading, n, keys, _("a condition"));
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

static bool is_condition(struct str key)
{
    return str_is(key, "when") || str_is(key, "unless");
}

static void read_conditions(struct compiler *c, const struct node *map, struct box *box)
{
    size_t count = 0;
    for (size_t i = 0; i < map->as.map.count; i++)
        count += is_condition(map->as.map.pairs[i].key->as.scalar.text);
    if (count == 0)
        return;
    struct condition *conditions = ARENA_ARRAY(c->reading.arena, count, struct condition);
    for (size_t i = 0; i < map->as.map.count; i++) {
        const struct node_pair *pair = &map->as.map.pairs[i];
        bool negated = str_is(pair->key->as.scalar.text, "unless");
        if (is_condition(pair->key->as.scalar.text) &&
            read_condition(c, pair->value, negated, &conditions[box->condition_count]))
            box->condition_count++;
    }
    box->conditions = conditions;
}

static void read_repetition(struct compiler *c, const struct node *map, struct box *box)
{
    static const char *const turns[] = {"first", "last", NULL};
    static const char *const neighbours[] = {"next", "previous", NULL};
    box->as = read_text_or(&c->reading, map, "as", STR("item"));
    if (node_get(map, "each"))
        box->each = compile_path(c, node_get(map, "each"), "each");
    box->runs = box->each && c->over && lookup_is(box->each, c->over->text);
    int turn = node_get(map, "on") ? read_choice(&c->reading, node_get(map, "on"), turns, "on") : -1;
    box->turn = turn < 0 ? TURN_ANY : turn == 0 ? TURN_FIRST : TURN_LAST;
    int stay = node_get(map, "keep") ? read_choice(&c->reading, node_get(map, "keep"), neighbours, "keep") : -1;
    box->stay = stay < 0 ? STAY_NONE : stay == 0 ? STAY_NEXT : STAY_PREVIOUS;
}

static void read_tag(struct compiler *c, const struct node *n, struct box *box)
{
    if (n == NULL)
        return;
    struct str name = read_text(&c->reading, n, "tag");
    box->artefact = str_is(name, "artefact");
    box->tagged = !box->artefact && tag_find(name, &box->tag);
    if (!box->artefact && !box->tagged)
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "unknown-name", _("'%.*s' is no tag"), STR_ARG(name));
}

static void read_figure_text(struct compiler *c, const struct node *map, struct box *box)
{
    box->alt = compile_wording(c, node_get(map, "alt"), "alt");
    if (box->tagged && box->tag == TAG_FIGURE && box->alt == NULL)
        diag_at(c->reading.diags, DIAG_ERROR, map->at, "missing-alternative",
                _("a figure needs 'alt', the text that stands for it"));
    box->to = compile_wording(c, node_get(map, "to"), "to");
}

void compile_attributes(struct compiler *c, const struct node *map, struct box *box)
{
    static const char *const across[] = {"left", "center", "right", NULL};
    static const char *const upright[] = {"top", "middle", "bottom", "baseline", NULL};
    box->width = compile_size(c, node_get(map, "width"), "width");
    box->height = compile_size(c, node_get(map, "height"), "height");
    read_place(c, map, box);
    box->from_baseline = read_number(&c->reading, node_get(map, "baseline"), "baseline", &box->baseline);
    box->min_height = read_number_or(&c->reading, map, "min-height", 0);
    box->pad = read_sides(c, node_get(map, "pad"));
    read_gap(c, node_get(map, "gap"), box);
    read_radius(c, node_get(map, "radius"), box);
    box->fill = compile_paint(c, node_get(map, "fill"));
    box->border = compile_stripe(c, node_get(map, "border"), "border");
    box->top = compile_stripe(c, node_get(map, "top"), "top");
    box->bottom = compile_stripe(c, node_get(map, "bottom"), "bottom");
    if (node_get(map, "align"))
        box->align = (enum horizontal)(1 + read_choice(&c->reading, node_get(map, "align"), across, "align"));
    if (node_get(map, "valign"))
        box->valign = (enum vertical)(1 + read_choice(&c->reading, node_get(map, "valign"), upright, "valign"));
    read_conditions(c, map, box);
    read_repetition(c, map, box);
    read_tag(c, node_get(map, "tag"), box);
    read_figure_text(c, map, box);
    box->bleed = read_flag(&c->reading, map, "bleed");
}
