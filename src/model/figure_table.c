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
static struct figure_entry **slot_of(const struct figure_table *t, const struct figure_key *key)
{
    size_t i = (size_t)hash_of(key) & (t->capacity - 1);
    while (t->slots[i] != NULL && !same(&t->slots[i]->key, key)) {
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
    t->slots = ARENA_ARRAY(a, t->capacity, struct figure_entry *);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.slots[i] != NULL) {
            *slot_of(t, &old.slots[i]->key) = old.slots[i];
        }
    }
    arena_release(a, old.slots);
}

uint32_t figure_table_put(struct figure_table *t, struct arena *a, const struct figure_key *key, uint32_t value)
{
    make_room(t, a);
    struct figure_entry **slot = slot_of(t, key);
    if (*slot == NULL) {
        *slot = ARENA_NEW(a, struct figure_entry);
        (*slot)->key = *key;
        t->count++;
    }
    uint32_t before = (*slot)->value;
    (*slot)->value = value;
    return before;
}

uint32_t figure_table_find(const struct figure_table *t, const struct figure_key *key)
{
    const struct figure_entry *entry = t->count == 0 ? NULL : *slot_of(t, key);
    return entry == NULL ? 0 : entry->value;
}
