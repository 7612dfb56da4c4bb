/* A table from what figures are of to numbers. Private to the folder. */
#ifndef BILAN_MODEL_FIGURE_TABLE_H
#define BILAN_MODEL_FIGURE_TABLE_H

#include "model/figure.h"

struct figure_key {
    struct str entity, indicator;
    struct period period; /* of PERIOD_NONE for what all periods share */
    enum figure_kind kind;
};

struct figure_entry {
    struct figure_key key;
    uint32_t value;
};

/* Zero-initialise. Entries lie in the arena given to figure_table_put; the texts of keys are lent and must live as long. */
struct figure_table {
    struct figure_entry **slots; /* NULL: free */
    size_t capacity, count;
};

/* Gives a key its value, another one if it has one already. Returns the value that it had; 0 for none. */
uint32_t figure_table_put(struct figure_table *t, struct arena *a, const struct figure_key *key, uint32_t value);
/* The value of a key, 0 for none. */
uint32_t figure_table_find(const struct figure_table *t, const struct figure_key *key);

#endif
