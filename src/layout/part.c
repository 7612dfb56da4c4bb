/* A part with the values of `with` in it. */

#include "layout/compile.h"

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

/* Whether the text is or starts with a given name. */
static bool is_given(const struct node *with, struct str text)
{
    return with->as.map.count > 0 && given(with, str_slice(text, 0, name_end(text, 0))) != NULL;
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

static const struct node *replace_scalar(struct arena *a, const struct node *scalar, const struct node *with,
                                         struct str key)
{
    static const struct node nothing = {.kind = NODE_NULL};
    struct str text = scalar->as.scalar.text;
    if (str_find(text, '$') == text.len)
        return is_given(with, text) && takes_name(key) ? replace_name(a, scalar, with) : scalar;
    if (str_starts(text, "${") && text.len > 3 && name_end(text, 2) == text.len - 1) {
        const struct node *value = given(with, str_slice(text, 2, text.len - 1));
        if (value != NULL)
            return value;
        if (takes_attribute(key))
            return &nothing;
    }
    return takes_name(key) && !str_starts(text, "${") ? replace_name(a, scalar, with)
                                                      : replace_in_text(a, scalar, with);
}

static const struct node *replace(struct arena *a, const struct node *n, const struct node *with, struct str key);

/* What stays as it is is shared with the part. */
static const struct node *replace_in_list(struct arena *a, const struct node *n, const struct node *with,
                                          struct str key)
{
    size_t count = n->as.list.count;
    const struct node **items = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct node *old = n->as.list.items[i], *item = replace(a, old, with, key);
        if (item == old)
            continue;
        if (items == NULL)
            items = ARENA_DUPLICATE(a, n->as.list.items, count);
        items[i] = item;
    }
    if (items == NULL)
        return n;
    struct node *out = ARENA_NEW(a, struct node);
    *out = *n;
    out->as.list.items = items;
    return out;
}

static const struct node *replace_in_map(struct arena *a, const struct node *n, const struct node *with)
{
    size_t count = n->as.map.count;
    struct node_pair *pairs = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct node_pair *old = &n->as.map.pairs[i];
        const struct node *value = replace(a, old->value, with, old->key->as.scalar.text);
        if (value == old->value)
            continue;
        if (pairs == NULL)
            pairs = ARENA_DUPLICATE(a, n->as.map.pairs, count);
        pairs[i].value = value;
    }
    if (pairs == NULL)
        return n;
    struct node *out = ARENA_NEW(a, struct node);
    *out = *n;
    out->as.map.pairs = pairs;
    return out;
}

static const struct node *replace(struct arena *a, const struct node *n, const struct node *with, struct str key)
{
    switch (n->kind) {
    case NODE_NULL:
        return n;
    case NODE_SCALAR:
        return replace_scalar(a, n, with, key);
    case NODE_LIST:
        return replace_in_list(a, n, with, key);
    case NODE_MAP:
        return replace_in_map(a, n, with);
    }
    return n;
}

const struct node_pair *part_named(const struct node *parts, struct str name)
{
    size_t count = parts && parts->kind == NODE_MAP ? parts->as.map.count : 0;
    for (size_t i = 0; i < count; i++)
        if (str_eq(parts->as.map.pairs[i].key->as.scalar.text, name))
            return &parts->as.map.pairs[i];
    return NULL;
}

const struct node *part_with(struct arena *a, const struct node *part, const struct node *with)
{
    static const struct node none = {.kind = NODE_MAP};
    return replace(a, part, with ? with : &none, STR(""));
}
