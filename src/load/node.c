#include "load/node.h"

const struct node *node_get(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP) {
        return NULL;
    }
    for (size_t i = 0; i < map->as.map.count; i++) {
        struct str name = map->as.map.pairs[i].key->as.scalar.text;
        bool may_be = name.len == 0 || name.at[0] == key[0];
        if (may_be && str_is(name, key)) {
            return map->as.map.pairs[i].value;
        }
    }
    return NULL;
}

struct span node_span(const struct node *scalar, size_t start, size_t end)
{
    struct span at = scalar->at;
    if (scalar->kind != NODE_SCALAR) {
        return at;
    }
    size_t len = scalar->as.scalar.text.len;
    end = end < len ? end : len;
    start = start < end ? start : end;
    const uint32_t *origin = scalar->as.scalar.origin;
    if (origin != NULL) {
        return (struct span){at.file, origin[start], origin[end]};
    }
    return (struct span){at.file, at.start + (uint32_t)start, at.start + (uint32_t)end};
}
