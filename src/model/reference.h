/* What stands between ${ and }. Private to the folder. */
#ifndef BILAN_MODEL_REFERENCE_H
#define BILAN_MODEL_REFERENCE_H

#include "model/print.h"

/* Whose lists ${count.LIST} and ${sum.LIST.FIELD} mean. */
struct reference_scope {
    struct binding *binding;
    const struct record *record;
};

/* Puts what the reference stands for into `out`; false after a finding. */
bool reference_resolve(void *scope, struct str reference, struct span at, struct rich_builder *out);
/* ${count.LIST} and ${sum.LIST.FIELD}: `list` is what stands behind the first point, up to the forms. */
bool reference_count(const struct reference_scope *s, struct request *q, struct str list, struct printed *out);
bool reference_sum(const struct reference_scope *s, struct request *q, struct str list, struct printed *out);

#endif
