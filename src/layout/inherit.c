#include "layout/inherit.h"

/* How deep the entries of a theme's key are merged: 0, the key goes over whole. */
struct inherited {
    const char *key;
    int depth;
};
#define LOOKS                                                                                                          \
    {"faces", 0}, {"colors", 1}, {"palette", 0}, {"outline", 0}, {"icons", 1}, {"marks", 1}, {"status", 1},            \
        {"words", 2}, {"monogram", 0},                                                                                 \
    {                                                                                                                  \
        "chart", 1                                                                                                     \
    }
static const struct inherited looks[] = {LOOKS, {NULL, 0}};
static const struct inherited everything[] = {LOOKS,         {"page", 0}, {"bounds", 0}, {"legible", 0},
                                              {"styles", 2}, {"flow", 0}, {NULL, 0}};

static const struct node_pair *entry_of(const struct node *map, const struct node *key)
{
    for (size_t i = 0; i < map->as.map.count; i++)
        if (str_eq(map->as.map.pairs[i].key->as.scalar.text, key->as.scalar.text))
            return &map->as.map.pairs[i];
    return NULL;
}

static const struct inherited *rule_for(const struct inherited *rules, struct str key)
{
    for (size_t i = 0; rules[i].key != NULL; i++)
        if (str_is(key, rules[i].key))
            return &rules[i];
    return NULL;
}

/* The entries of `base`, those that `own` has too merged to `depth`, then what `own` adds: so a style may be like one of `base`. With rules (or
 * NULL) these say which keys of `base` count, and how deep. */
static const struct node *merged(struct arena *a, const struct node *own, const struct node *base, int depth,
                                 const struct inherited *rules)
{
    if (depth == 0 || own->kind != NODE_MAP || base->kind != NODE_MAP)
        return own;
    size_t count = 0;
    struct node_pair *pairs = ARENA_ARRAY(a, own->as.map.count + base->as.map.count + 1, struct node_pair);
    for (size_t i = 0; i < base->as.map.count; i++) {
        const struct node_pair *other = &base->as.map.pairs[i];
        const struct inherited *rule = rules ? rule_for(rules, other->key->as.scalar.text) : NULL;
        if (rules && !rule)
            continue;
        const struct node_pair *mine = entry_of(own, other->key);
        pairs[count] = mine ? *mine : *other;
        if (mine)
            pairs[count].value = merged(a, mine->value, other->value, rule ? rule->depth : depth - 1, NULL);
        count++;
    }
    for (size_t i = 0; i < own->as.map.count; i++) {
        const struct node *key = own->as.map.pairs[i].key;
        if ((rules && !rule_for(rules, key->as.scalar.text)) || entry_of(base, key) == NULL)
            pairs[count++] = own->as.map.pairs[i];
    }
    struct node *out = ARENA_NEW(a, struct node);
    *out = *own;
    out->as.map.pairs = pairs;
    out->as.map.count = count;
    return out;
}

const struct node *inherit_theme(struct arena *a, const struct node *theme, const struct node *base)
{
    bool has_page = theme->kind == NODE_MAP && node_get(theme, "page") != NULL;
    return merged(a, theme, base, 1, has_page ? looks : everything);
}

const struct node *inherit_entries(struct arena *a, const struct node *own, const struct node *base)
{
    return merged(a, own, base, 1, NULL);
}
