#include "model/ledger.h"

struct ledger {
    struct arena *arena;
    struct ledger_entry *entries;
    size_t count, capacity;
};

struct ledger *ledger_new(struct arena *a)
{
    struct ledger *l = ARENA_NEW(a, struct ledger);
    l->arena = a;
    return l;
}

uint32_t ledger_add(struct ledger *l, struct ledger_entry entry)
{
    l->entries = ARENA_ROOM(l->arena, l->entries, l->count, &l->capacity, 64);
    l->entries[l->count++] = entry;
    return (uint32_t)l->count;
}

const struct ledger_entry *ledger_get(const struct ledger *l, uint32_t id)
{
    return id >= 1 && id <= l->count ? &l->entries[id - 1] : NULL;
}

size_t ledger_count(const struct ledger *l)
{
    return l->count;
}
