/* The rules over an edition, one function each. Private to the folder. */
#ifndef BILAN_CHECK_RULES_EDITION_H
#define BILAN_CHECK_RULES_EDITION_H

#include "model/edition.h"

void check_sums(const struct edition *e, struct diags *d);
void check_derived(const struct edition *e, struct diags *d);
void check_targets(const struct edition *e, struct diags *d);
void check_revisions(const struct edition *e, struct diags *d);
void check_observed(const struct edition *e, struct diags *d);

/* The observation is the one that the edition states for its name. */
bool is_stated(const struct edition *e, const struct observation *o);
/* "entity.indicator" or "indicator". */
const char *observation_name(const struct edition *e, const struct observation *o);

#endif
