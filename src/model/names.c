#include "model/names.h"

enum { NAMES_FIRST_CAPACITY = 16 };

/* The key's slot, or the free one where it would go. The table is never full. */
static struct names_slot *slot_of(const struct names *n, struct str key, uint64_t hash)
{
    size_t i = (size_t)hash & (n->capacity - 1);
    while (n->slots[i].used && (n->slots[i].hash != hash || !str_eq(n->slots[i].key, key))) {
        i = (i + 1) & (n->capacity - 1);
    }
    return &n->slots[i];
}

static void make_room(struct names *n, struct arena *a)
{
    if (n->capacity > 0 && n->count * 2 < n->capacity) {
        return;
    }
    struct names old = *n;
    n->capacity = old.capacity == 0 ? NAMES_FIRST_CAPACITY : old.capacity * 2;
    n->slots = ARENA_ARRAY(a, n->capacity, struct names_slot);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.slots[i].used) {
            *slot_of(n, old.slots[i].key, old.slots[i].hash) = old.slots[i];
        }
    }
    arena_release(a, old.slots);
}

bool names_add(struct names *n, struct arena *a, struct str key, uint32_t *value)
{
    make_room(n, a);
    uint64_t hash = str_hash(key);
    struct names_slot *slot = slot_of(n, key, hash);
    if (slot->used) {
        *value = slot->value;
        return false;
    }
    *slot = (struct names_slot){.key = key, .hash = hash, .value = *value, .used = true};
    n->count++;
    return true;
}

bool names_find(const struct names *n, struct str key, uint32_t *value)
{
    if (n->count == 0) {
        return false;
    }
    const struct names_slot *slot = slot_of(n, key, str_hash(key));
    if (slot->used) {
        *value = slot->value;
    }
    return slot->used;
}
