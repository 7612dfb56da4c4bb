#include "model/figure_table.h"

enum { FIRST_CAPACITY = 64 };

static uint64_t hash_of(const struct figure_key *k)
{
    const struct period *p = &k->period;
    uint64_t when = (uint64_t)p->kind << 48 | (uint64_t)(uint32_t)p->year << 16 | (uint64_t)(p->part << 8 | p->day);
    return hash_more(str_hash(k->entity), str_hash(k->indicator) + (uint64_t)k->kind) + hash_more(0, when);
}

static bool same(const struct figure_key *a, const struct figure_key *b)
{
    return a->kind == b->kind && str_eq(a->indicator, b->indicator) && str_eq(a->entity, b->entity) &&
           period_compare(a->period, b->period) == 0;
}

/* The slot that has the key, or the free one where it belongs. The table is not full. */
static struct figure_slot *slot_of(const struct figure_table *t, const struct figure_key *key)
{
    size_t i = (size_t)hash_of(key) & (t->capacity - 1);
    while (t->slots[i].used && !same(&t->slots[i].key, key)) {
        i = (i + 1) & (t->capacity - 1);
    }
    return &t->slots[i];
}

static void make_room(struct figure_table *t, struct arena *a)
{
    if (t->count * 2 < t->capacity) {
        return;
    }
    struct figure_table old = *t;
    t->capacity = old.capacity == 0 ? FIRST_CAPACITY : old.capacity * 2;
    t->slots = ARENA_ARRAY(a, t->capacity, struct figure_slot);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.slots[i].used) {
            *slot_of(t, &old.slots[i].key) = old.slots[i];
        }
    }
    arena_release(a, old.slots);
}

uint32_t figure_table_put(struct figure_table *t, struct arena *a, const struct figure_key *key, uint32_t value)
{
    make_room(t, a);
    struct figure_slot *slot = slot_of(t, key);
    uint32_t before = slot->value;
    t->count += slot->used ? 0 : 1;
    *slot = (struct figure_slot){*key, value, true};
    return before;
}

uint32_t figure_table_find(const struct figure_table *t, const struct figure_key *key)
{
    return t->count == 0 ? 0 : slot_of(t, key)->value;
}
