/* Years in digits, in texts that should perhaps follow the edition. */
#ifndef BILAN_APP_TYPED_YEARS_H
#define BILAN_APP_TYPED_YEARS_H

#include "load/node.h"

/* Which years count: those around the edition's; the years of a programme's history do not move. */
struct year_range {
    int first, last;
};

/* The next run of just four digits, within the range, from *offset on; *offset moves behind it. False when there is none. */
bool typed_year_next(struct str text, struct year_range range, size_t *offset, struct str *year);

/* Calls `found` for each typed year of each scalar below `node`, keys excepted, in source order. */
void typed_years_each(const struct node *node, struct year_range range,
                      void (*found)(void *context, const struct node *scalar, struct str year), void *context);

#endif
