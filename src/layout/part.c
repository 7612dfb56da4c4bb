/* A part with the values of `with` in it. */
#include "layout/compile.h"

/* What a use can change of a part. */
enum hole_kind {
    HOLE_NONE,
    HOLE_INNER,     /* something in a list or map */
    HOLE_NAME,      /* "name.rest" */
    HOLE_VALUE,     /* "${name}" */
    HOLE_ATTRIBUTE, /* the same, left out when nothing is given */
    HOLE_TEXT       /* "some ${name.rest}" */
};
struct hole {
    enum hole_kind kind;
    size_t index;       /* among the items or values of what it is in */
    struct hole *inner; /* those in it */
    size_t count, capacity;
};

/* Keys whose value is a name of the scope rather than text. */
static bool takes_name(struct str key)
{
    static const char *const keys[] = {"each", "when", "unless", "path", "count",  "any",      "rows",
                                       "over", "list", "value",  "full", "status", "monogram", NULL};
    return is_among(key, keys);
}

/* Keys whose value is a length, a colour or a choice: a name that the part did not get leaves them out. */
static bool takes_attribute(struct str key)
{
    static const char *const keys[] = {"color",       "outline",     "track",      "missed", "line",      "fill",
                                       "width",       "height",      "min-height", "pad",    "gap",       "radius",
                                       "thickness",   "size",        "align",      "valign", "tag",       "lines",
                                       "label-color", "label-style", "style",      "length", "label-gap", "row-height",
                                       "head-height", NULL};
    return is_among(key, keys);
}

static const struct node *given(const struct node *with, struct str name)
{
    for (size_t i = 0; i < with->as.map.count; i++)
        if (str_eq(with->as.map.pairs[i].key->as.scalar.text, name))
            return with->as.map.pairs[i].value;
    return NULL;
}

static size_t name_end(struct str text, size_t at)
{
    while (at < text.len && text.at[at] != '.' && text.at[at] != ':' && text.at[at] != '}')
        at++;
    return at;
}

static struct str unwrapped(struct str text)
{
    bool wrapped = str_starts(text, "${") && str_ends(text, "}");
    return wrapped ? str_slice(text, 2, text.len - 1) : text;
}

/* A scalar of other text, all of which comes from where `old` stands. */
static const struct node *rewritten(struct arena *a, const struct node *old, struct str text)
{
    struct node *n = ARENA_NEW(a, struct node);
    uint32_t *origin = ARENA_ARRAY(a, text.len + 1, uint32_t);
    for (size_t i = 0; i <= text.len; i++)
        origin[i] = i < text.len ? old->at.start : old->at.end;
    *n = *old;
    n->as.scalar.text = text;
    n->as.scalar.origin = origin;
    return n;
}

/* For "${name}". */
static const struct node *given_alone(const struct node *with, const struct node *scalar)
{
    struct str text = scalar->as.scalar.text;
    return given(with, str_slice(text, 2, text.len - 1));
}

/* "${name.rest}" and "${name}" with their names replaced. */
static const struct node *replace_in_text(struct arena *a, const struct node *scalar, const struct node *with)
{
    struct str text = scalar->as.scalar.text;
    if (with->as.map.count == 0)
        return scalar;
    struct buf out = {0};
    size_t copied = 0;
    for (size_t i = str_find(text, '$'); i + 2 < text.len; i++) {
        size_t end = str_starts(str_slice(text, i, text.len), "${") ? name_end(text, i + 2) : text.len;
        const struct node *value = end < text.len ? given(with, str_slice(text, i + 2, end)) : NULL;
        if (value == NULL || value->kind != NODE_SCALAR)
            continue;
        struct str inner = unwrapped(value->as.scalar.text);
        bool path = inner.len != value->as.scalar.text.len;
        buf_str(&out, str_slice(text, copied, i));
        if (path || text.at[end] != '}') {
            buf_text(&out, "${");
            buf_str(&out, inner);
            copied = end;
        } else {
            buf_str(&out, value->as.scalar.text);
            copied = end + 1;
        }
        i = copied - 1;
    }
    if (copied == 0)
        return scalar;
    buf_str(&out, str_slice(text, copied, text.len));
    const struct node *n = rewritten(a, scalar, str_copy(a, buf_view(&out)));
    buf_free(&out);
    return n;
}

static const struct node *replace_name(struct arena *a, const struct node *scalar, const struct node *with)
{
    struct str text = scalar->as.scalar.text;
    size_t end = name_end(text, 0);
    const struct node *value = given(with, str_slice(text, 0, end));
    if (value == NULL || value->kind != NODE_SCALAR)
        return value && end == text.len ? value : scalar;
    struct buf out = {0};
    buf_str(&out, unwrapped(value->as.scalar.text));
    buf_str(&out, str_slice(text, end, text.len));
    const struct node *n = rewritten(a, scalar, str_copy(a, buf_view(&out)));
    buf_free(&out);
    return n;
}

static const struct node *replace(struct arena *a, const struct node *n, const struct hole *hole,
                                  const struct node *with);

static const struct node *replace_in_list(struct arena *a, const struct node *n, const struct hole *hole,
                                          const struct node *with)
{
    const struct node **items = NULL;
    for (size_t h = 0; h < hole->count; h++) {
        size_t i = hole->inner[h].index;
        const struct node *old = n->as.list.items[i], *item = replace(a, old, &hole->inner[h], with);
        if (item == old)
            continue;
        if (items == NULL)
            items = ARENA_DUPLICATE(a, n->as.list.items, n->as.list.count);
        items[i] = item;
    }
    if (items == NULL)
        return n;
    struct node *out = ARENA_NEW(a, struct node);
    *out = *n;
    out->as.list.items = items;
    return out;
}

static const struct node *replace_in_map(struct arena *a, const struct node *n, const struct hole *hole,
                                         const struct node *with)
{
    struct node_pair *pairs = NULL;
    for (size_t h = 0; h < hole->count; h++) {
        size_t i = hole->inner[h].index;
        const struct node *old = n->as.map.pairs[i].value, *value = replace(a, old, &hole->inner[h], with);
        if (value == old)
            continue;
        if (pairs == NULL)
            pairs = ARENA_DUPLICATE(a, n->as.map.pairs, n->as.map.count);
        pairs[i].value = value;
    }
    if (pairs == NULL)
        return n;
    struct node *out = ARENA_NEW(a, struct node);
    *out = *n;
    out->as.map.pairs = pairs;
    return out;
}

static const struct node *replace(struct arena *a, const struct node *n, const struct hole *hole,
                                  const struct node *with)
{
    static const struct node nothing = {.kind = NODE_NULL};
    const struct node *value;
    switch (hole->kind) {
    case HOLE_NONE:
        return n;
    case HOLE_INNER:
        return n->kind == NODE_LIST ? replace_in_list(a, n, hole, with) : replace_in_map(a, n, hole, with);
    case HOLE_NAME:
        return replace_name(a, n, with);
    case HOLE_VALUE:
        value = given_alone(with, n);
        return value ? value : n;
    case HOLE_ATTRIBUTE:
        value = given_alone(with, n);
        return value ? value : &nothing;
    case HOLE_TEXT:
        return replace_in_text(a, n, with);
    }
    return n;
}

/* "${name}" */
static bool is_name_alone(struct str text)
{
    return text.len > 3 && name_end(text, 2) == text.len - 1 &&
           str_find(str_slice(text, 2, text.len), '$') == text.len - 2;
}

static enum hole_kind hole_in(struct str text, struct str key)
{
    bool opens = str_starts(text, "${");
    if (!opens && takes_name(key))
        return HOLE_NAME;
    if (opens && is_name_alone(text))
        return takes_attribute(key) ? HOLE_ATTRIBUTE : HOLE_VALUE;
    return str_find(text, '$') < text.len ? HOLE_TEXT : HOLE_NONE;
}

static struct hole find_hole(struct arena *a, const struct node *n, struct str key);

static void find_inner(struct arena *a, struct hole *out, size_t index, const struct node *n, struct str key)
{
    struct hole hole = find_hole(a, n, key);
    if (hole.kind == HOLE_NONE)
        return;
    hole.index = index;
    out->kind = HOLE_INNER;
    out->inner = ARENA_ROOM(a, out->inner, out->count, &out->capacity, 2);
    out->inner[out->count++] = hole;
}

static struct hole find_hole(struct arena *a, const struct node *n, struct str key)
{
    struct hole hole = {.kind = HOLE_NONE};
    switch (n->kind) {
    case NODE_NULL:
        break;
    case NODE_SCALAR:
        hole.kind = hole_in(n->as.scalar.text, key);
        break;
    case NODE_LIST:
        for (size_t i = 0; i < n->as.list.count; i++)
            find_inner(a, &hole, i, n->as.list.items[i], key);
        break;
    case NODE_MAP:
        for (size_t i = 0; i < n->as.map.count; i++)
            find_inner(a, &hole, i, n->as.map.pairs[i].value, n->as.map.pairs[i].key->as.scalar.text);
        break;
    }
    return hole;
}

struct parts parts_new(struct arena *a, const struct node *map)
{
    size_t count = map && map->kind == NODE_MAP ? map->as.map.count : 0;
    struct parts parts = {ARENA_ARRAY(a, count, struct part), count};
    for (size_t i = 0; i < count; i++) {
        const struct node_pair *pair = &map->as.map.pairs[i];
        parts.items[i] = (struct part){.name = pair->key->as.scalar.text, .node = pair->value};
    }
    return parts;
}

struct part *part_named(const struct parts *parts, struct str name)
{
    for (size_t i = 0; i < parts->count; i++)
        if (str_eq(parts->items[i].name, name))
            return &parts->items[i];
    return NULL;
}

const struct node *part_with(struct arena *a, struct part *part, const struct node *with)
{
    static const struct node none = {.kind = NODE_MAP};
    if (part->hole == NULL) {
        struct hole *hole = ARENA_NEW(a, struct hole);
        *hole = find_hole(a, part->node, STR(""));
        part->hole = hole;
    }
    return replace(a, part->node, part->hole, with ? with : &none);
}
