/* What a figure amounts to, recorded or derived, before any formatting. Private to the folder. */
#ifndef BILAN_MODEL_AMOUNT_H
#define BILAN_MODEL_AMOUNT_H

#include "model/figure.h"

enum amount_state {
    AMOUNT_KNOWN,    /* a value, or a missing mark on record */
    AMOUNT_ABSENT,   /* not on record: `lacking` */
    AMOUNT_NO_BASE,  /* nothing to compare with or divide by: `lacking` is zero or missing */
    AMOUNT_TOO_LARGE /* more digits than can be kept */
};

struct amount {
    enum amount_state state;
    enum missing missing;
    struct decimal value;
    int decimals; /* that it has of itself: as recorded; of a share none */
    enum qualifier qualifier;
    bool derived;
    struct str source;
    struct span at; /* the first observation it rests on */
    struct figure_name lacking;
    enum figure_kind lacking_kind;
};

struct binding;

/* The figure on record, else as its derivation gives it. Records no finding. The name has its period. */
struct amount amount_of(struct binding *b, struct figure_name name, enum figure_kind kind);
/* As its derivation gives it. */
struct amount amount_derived(struct binding *b, struct figure_name name, enum figure_kind kind);

/* a + b, a - b, a / b, 100 a / b to `scale` digits. What either lacks, the result lacks. */
struct amount amount_add(struct binding *b, struct amount left, struct amount right);
struct amount amount_subtract(struct binding *b, struct amount left, struct amount right);
struct amount amount_divide(struct binding *b, struct amount left, struct amount right, int factor, int scale);

#endif
