/* Inside of the observations' store: rows in order, chained by name and by series. Private to the folder. */
#ifndef BILAN_MODEL_FIGURE_STORE_H
#define BILAN_MODEL_FIGURE_STORE_H

#include "model/figure_table.h"

struct figure_row {
    struct observation observation;
    uint32_t next_exact, next_in_series; /* index + 1; 0 ends the chain */
};

struct figures {
    struct arena *arena;
    struct diags *diags;
    struct figure_row *rows;
    size_t count, capacity;
    struct figure_table exact;  /* heads of chains, as index + 1, by entity, indicator, kind and period */
    struct figure_table series; /* by entity, indicator and kind */
};

/* The observation of the same name and edition that is on record already, or NULL. */
const struct observation *figures_twin(const struct figures *f, const struct observation *o);
/* Adds an observation that has no twin. */
void figures_push(struct figures *f, const struct observation *o);

#endif
