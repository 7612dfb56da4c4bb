/* Attributes of any box. */
#include "base/i18n.h"
#include "layout/block.h"
#include "layout/compile.h"
#include "layout/keys.h"

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

/* Its width and height go before those given beside it. */
static void read_place(struct compiler *c, const struct node *place, struct box *box)
{
    const struct node *at = read_list(&c->reading, place, "at");
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

static enum turn read_turn(const struct compiler *c, const struct node *n)
{
    static const char *const turns[] = {"first", "last", NULL};
    int turn = read_choice(&c->reading, n, turns, "on");
    return turn < 0 ? TURN_ANY : turn == 0 ? TURN_FIRST : TURN_LAST;
}

static enum stay read_stay(const struct compiler *c, const struct node *n)
{
    static const char *const neighbours[] = {"next", "previous", NULL};
    int stay = read_choice(&c->reading, n, neighbours, "keep");
    return stay < 0 ? STAY_NONE : stay == 0 ? STAY_NEXT : STAY_PREVIOUS;
}

static enum horizontal read_across(const struct compiler *c, const struct node *n)
{
    static const char *const across[] = {"left", "center", "right", NULL};
    return (enum horizontal)(1 + read_choice(&c->reading, n, across, "align"));
}

static enum vertical read_upright(const struct compiler *c, const struct node *n)
{
    static const char *const upright[] = {"top", "middle", "bottom", "baseline", NULL};
    return (enum vertical)(1 + read_choice(&c->reading, n, upright, "valign"));
}

static void read_tag(const struct compiler *c, const struct node *n, struct box *box)
{
    struct str name = read_text(&c->reading, n, "tag");
    box->artefact = str_is(name, "artefact");
    box->tagged = !box->artefact && tag_find(name, &box->tag);
    if (!box->artefact && !box->tagged)
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "unknown-name", _("'%.*s' is no tag"), STR_ARG(name));
}

static void read_attribute(struct compiler *c, enum attribute attribute, const struct node *n, struct box *box)
{
    switch (attribute) {
    case ATTRIBUTE_AT:
    case ATTRIBUTES:
        break; /* the place is read when all else is */
    case ATTRIBUTE_BASELINE:
        box->from_baseline = read_number(&c->reading, n, "baseline", &box->baseline);
        break;
    case ATTRIBUTE_WIDTH:
        box->width = compile_size(c, n, "width");
        break;
    case ATTRIBUTE_HEIGHT:
        box->height = compile_size(c, n, "height");
        break;
    case ATTRIBUTE_MIN_HEIGHT:
        read_number(&c->reading, n, "min-height", &box->min_height);
        break;
    case ATTRIBUTE_PAD:
        box->pad = read_sides(c, n);
        break;
    case ATTRIBUTE_GAP:
        read_gap(c, n, box);
        break;
    case ATTRIBUTE_FILL:
        box->fill = compile_paint(c, n);
        break;
    case ATTRIBUTE_BORDER:
        box->border = compile_stripe(c, n, "border");
        break;
    case ATTRIBUTE_RADIUS:
        read_radius(c, n, box);
        break;
    case ATTRIBUTE_TOP:
        box->top = compile_stripe(c, n, "top");
        break;
    case ATTRIBUTE_BOTTOM:
        box->bottom = compile_stripe(c, n, "bottom");
        break;
    case ATTRIBUTE_ALIGN:
        box->align = read_across(c, n);
        break;
    case ATTRIBUTE_VALIGN:
        box->valign = read_upright(c, n);
        break;
    case ATTRIBUTE_EACH:
        box->each = compile_path(c, n, "each");
        break;
    case ATTRIBUTE_AS:
        box->as = read_text(&c->reading, n, "as");
        break;
    case ATTRIBUTE_WHEN:
        compile_condition(c, n, false, box);
        break;
    case ATTRIBUTE_UNLESS:
        compile_condition(c, n, true, box);
        break;
    case ATTRIBUTE_ON:
        box->turn = read_turn(c, n);
        break;
    case ATTRIBUTE_TAG:
        read_tag(c, n, box);
        break;
    case ATTRIBUTE_ALT:
        box->alt = compile_wording(c, n, "alt");
        break;
    case ATTRIBUTE_TO:
        box->to = compile_wording(c, n, "to");
        break;
    case ATTRIBUTE_BLEED:
        box->bleed = read_truth(&c->reading, n, "bleed");
        break;
    case ATTRIBUTE_KEEP:
        box->stay = read_stay(c, n);
        break;
    }
}

void compile_attributes(struct compiler *c, const struct keyed *k, struct box *box)
{
    const struct node *place = NULL;
    box->as = STR("item");
    for (size_t i = 0; i < k->map->as.map.count; i++) {
        const struct node *value = k->map->as.map.pairs[i].value;
        if (k->keys[i] == ATTRIBUTE_AT)
            place = value;
        else if (k->keys[i] < ATTRIBUTES)
            read_attribute(c, (enum attribute)k->keys[i], value, box);
    }
    read_place(c, place, box);
    box->runs = box->each && c->over && lookup_is(box->each, c->over->text);
    if (box->tagged && box->tag == TAG_FIGURE && box->alt == NULL)
        diag_at(c->reading.diags, DIAG_ERROR, k->map->at, "missing-alternative",
                _("a figure needs 'alt', the text that stands for it"));
}
