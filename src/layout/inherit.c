#include "layout/inherit.h"

/* How deep the entries of a theme's key are merged: 0, the key goes over whole. */
struct inherited {
    const char *key;
    int depth;
};
static const struct inherited inherited[] = {{"faces", 0},    {"colors", 1}, {"palette", 0}, {"outline", 0},
                                             {"icons", 1},    {"marks", 1},  {"status", 1},  {"words", 2},
                                             {"monogram", 0}, {"chart", 1},  {NULL, 0}};

static const struct node *entry_of(const struct node *map, const struct node *key)
{
    for (size_t i = 0; i < map->as.map.count; i++)
        if (str_eq(map->as.map.pairs[i].key->as.scalar.text, key->as.scalar.text))
            return map->as.map.pairs[i].value;
    return NULL;
}

/* The entries of `own`, then those of `base` that it lacks. */
static const struct node *merged(struct arena *a, const struct node *own, const struct node *base, int depth)
{
    if (depth == 0 || own->kind != NODE_MAP || base->kind != NODE_MAP)
        return own;
    size_t count = 0;
    struct node_pair *pairs = ARENA_ARRAY(a, own->as.map.count + base->as.map.count + 1, struct node_pair);
    for (size_t i = 0; i < own->as.map.count; i++) {
        struct node_pair pair = own->as.map.pairs[i];
        const struct node *other = entry_of(base, pair.key);
        if (other)
            pair.value = merged(a, pair.value, other, depth - 1);
        pairs[count++] = pair;
    }
    for (size_t i = 0; i < base->as.map.count; i++)
        if (entry_of(own, base->as.map.pairs[i].key) == NULL)
            pairs[count++] = base->as.map.pairs[i];
    struct node *out = ARENA_NEW(a, struct node);
    *out = *own;
    out->as.map.pairs = pairs;
    out->as.map.count = count;
    return out;
}

static const struct inherited *find(struct str key)
{
    for (size_t i = 0; inherited[i].key != NULL; i++)
        if (str_is(key, inherited[i].key))
            return &inherited[i];
    return NULL;
}

const struct node *inherit_theme(struct arena *a, const struct node *theme, const struct node *base)
{
    if (theme->kind != NODE_MAP || base->kind != NODE_MAP)
        return theme;
    size_t count = 0;
    struct node_pair *pairs = ARENA_ARRAY(a, theme->as.map.count + base->as.map.count + 1, struct node_pair);
    for (size_t i = 0; i < theme->as.map.count; i++) {
        struct node_pair pair = theme->as.map.pairs[i];
        const struct inherited *rule = find(pair.key->as.scalar.text);
        const struct node *other = rule ? entry_of(base, pair.key) : NULL;
        if (other)
            pair.value = merged(a, pair.value, other, rule->depth);
        pairs[count++] = pair;
    }
    for (size_t i = 0; i < base->as.map.count; i++)
        if (find(base->as.map.pairs[i].key->as.scalar.text) && entry_of(theme, base->as.map.pairs[i].key) == NULL)
            pairs[count++] = base->as.map.pairs[i];
    struct node *out = ARENA_NEW(a, struct node);
    *out = *theme;
    out->as.map.pairs = pairs;
    out->as.map.count = count;
    return out;
}
