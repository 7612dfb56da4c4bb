/* The ledger: one entry for each figure printed, from the reference that asked for it. Glyph runs carry its ids. */
#ifndef BILAN_MODEL_LEDGER_H
#define BILAN_MODEL_LEDGER_H

#include "model/figure.h"

struct ledger_entry {
    struct figure_name name; /* period filled in */
    enum figure_kind kind;
    struct str form; /* "change", "target", … joined by ':'; empty: as it is */
    enum missing missing;
    struct decimal value; /* as printed, before formatting (47 for "+47 %") */
    enum qualifier qualifier;
    struct str text; /* as formatted, before typography */
    struct str source;
    bool derived;            /* computed from observations rather than one of them */
    struct span observed_at; /* the CSV cell, the first one for derived figures; none for counts */
    struct span asked_at;    /* the reference */
};

struct ledger;
/* An empty ledger, in the arena. */
struct ledger *ledger_new(struct arena *a);
/* Enters a figure; its texts are lent. Returns its id, from 1. */
uint32_t ledger_add(struct ledger *l, struct ledger_entry entry);
/* NULL when no entry has the id. Good until the next is added. */
const struct ledger_entry *ledger_get(const struct ledger *l, uint32_t id);
size_t ledger_count(const struct ledger *l);

#endif
