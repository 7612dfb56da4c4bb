#include "app/all_kinds.h"

struct kinds all_kinds(struct arena *a, const struct kinds *kinds)
{
    struct kind *items = ARENA_ARRAY(a, kinds->count, struct kind);
    struct kinds all = *kinds;
    all.items = items;
    all.count = 0;
    for (size_t i = 0; i < kinds->count; i++) {
        const struct kind *kind = kinds->use(kinds->data, i);
        if (kind)
            items[all.count++] = *kind;
    }
    return all;
}
