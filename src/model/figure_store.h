/* Inside of the observations' store: rows in order, chained by name and by series. Private to the folder. */
#ifndef BILAN_MODEL_FIGURE_STORE_H
#define BILAN_MODEL_FIGURE_STORE_H

#include "model/figure.h"
#include "model/names.h"

struct figure_row {
    struct observation observation;
    uint32_t next_exact, next_in_series; /* index + 1; 0 ends the chain */
};

struct figures {
    struct arena *arena;
    struct diags *diags;
    struct figure_row *rows;
    size_t count, capacity;
    struct names exact;  /* entity, indicator, kind, period */
    struct names series; /* entity, indicator, kind */
    struct names entities;
};

/* The observation of the same name and edition that is on record already, or NULL. */
const struct observation *figures_twin(const struct figures *f, const struct observation *o);
/* Adds an observation that has no twin. */
void figures_push(struct figures *f, const struct observation *o);

/* A key for names of what (entity, indicator, kind) has, and of what it has in one period. */
void figure_series_key(struct buf *out, struct str entity, struct str indicator, enum figure_kind kind);
void figure_key(struct buf *out, struct str entity, struct str indicator, enum figure_kind kind, struct period period);

#endif
