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

static const struct inherited *rule_for(const struct inherited *rules, struct str key)
{
    for (size_t i = 0; rules[i].key != NULL; i++)
        if (str_is(key, rules[i].key))
            return &rules[i];
    return NULL;
}

/* The entries of `own`, merged with those of `base` to `depth`, then those of `base` that it lacks. With rules (or NULL) these say which keys of
 * `base` count, and how deep. */
static const struct node *merged(struct arena *a, const struct node *own, const struct node *base, int depth,
                                 const struct inherited *rules)
{
    if (depth == 0 || own->kind != NODE_MAP || base->kind != NODE_MAP)
        return own;
    size_t count = 0;
    struct node_pair *pairs = ARENA_ARRAY(a, own->as.map.count + base->as.map.count + 1, struct node_pair);
    for (size_t i = 0; i < own->as.map.count; i++) {
        struct node_pair pair = own->as.map.pairs[i];
        const struct inherited *rule = rules ? rule_for(rules, pair.key->as.scalar.text) : NULL;
        const struct node *other = rule || !rules ? entry_of(base, pair.key) : NULL;
        if (other)
            pair.value = merged(a, pair.value, other, rule ? rule->depth : depth - 1, NULL);
        pairs[count++] = pair;
    }
    for (size_t i = 0; i < base->as.map.count; i++) {
        const struct node *key = base->as.map.pairs[i].key;
        if ((!rules || rule_for(rules, key->as.scalar.text)) && entry_of(own, key) == NULL)
            pairs[count++] = base->as.map.pairs[i];
    }
    struct node *out = ARENA_NEW(a, struct node);
    *out = *own;
    out->as.map.pairs = pairs;
    out->as.map.count = count;
    return out;
}

const struct node *inherit_theme(struct arena *a, const struct node *theme, const struct node *base)
{
    return merged(a, theme, base, 1, inherited);
}
