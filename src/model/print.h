/* Figures as they are printed, with their ledger entries. Private to the folder. */
#ifndef BILAN_MODEL_PRINT_H
#define BILAN_MODEL_PRINT_H

#include "model/forms.h"

/* What is asked for: a name or list, its forms, and where each part of the request stands. */
struct request {
    struct figure_name name; /* with its period */
    struct str forms;        /* as asked for */
    struct span at, forms_at;
    bool forms_linear; /* forms_at covers the forms byte by byte */
};

struct printed {
    struct str text;
    uint32_t id; /* ledger */
    enum missing missing;
    struct decimal value;
};

/* False after a finding. */
bool print_forms(struct binding *b, const struct request *q, struct forms *out);
bool print_figure(struct binding *b, const struct request *q, struct printed *out);
/* A figure that was read already: `r` is rounded. Enters it in the ledger. */
struct printed print_reading(struct binding *b, const struct request *q, const struct forms *forms,
                             const struct reading *r);

#endif
