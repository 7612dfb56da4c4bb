/* A table from names to numbers, so that nothing is searched for from end to end. */
#ifndef BILAN_MODEL_NAMES_H
#define BILAN_MODEL_NAMES_H

#include "base/arena.h"
#include "base/str.h"

struct names_slot {
    struct str key;
    uint64_t hash;
    uint32_t value;
    bool used;
};

/* Zero-initialise. Slots lie in the arena given to names_add; keys are lent and must live as long. */
struct names {
    struct names_slot *slots;
    size_t capacity, count;
};

/* False, with the table unchanged, when the key is there already: `*value` is then what it has. */
bool names_add(struct names *n, struct arena *a, struct str key, uint32_t *value);
/* False when the key is not there; `*value` stays as it is. */
bool names_find(const struct names *n, struct str key, uint32_t *value);

#endif
