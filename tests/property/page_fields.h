/* Random values for the fields of a page. */
#ifndef BILAN_PROPERTY_PAGE_FIELDS_H
#define BILAN_PROPERTY_PAGE_FIELDS_H

#include "random_data.h"

/* The required fields of a map and some of the others, each on a line indented by `depth` steps. */
void put_fields(struct generation *g, const struct schema *schema, int depth, struct buf *out);

#endif
