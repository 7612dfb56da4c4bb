/* Chance from a seed, the same on every machine. */
#ifndef BILAN_TESTS_CHANCE_H
#define BILAN_TESTS_CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

/* 0 to limit - 1; 0 for a limit of 0. */
static inline size_t chance_below(struct chance *c, size_t limit)
{
    c->state = c->state * 6364136223846793005U + 1442695040888963407U;
    return limit > 0 ? (size_t)(c->state >> 33) % limit : 0;
}

/* True once in `times`. */
static inline bool chance_once(struct chance *c, size_t times)
{
    return chance_below(c, times) == 0;
}

#endif
