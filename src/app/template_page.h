/* Pages to fill in. */
#ifndef BILAN_APP_TEMPLATE_PAGE_H
#define BILAN_APP_TEMPLATE_PAGE_H

#include "app/known_names.h"
#include "model/edition.h"

/* The text as it stands between double quotes, with nothing in it that would be read as a reference. */
void template_text(struct buf *out, struct str text);

/* One page of the kind, as an entry of `pages:`: its help as a comment, its required fields with their help for a value. */
void template_page(const struct kind *kind, const struct known_names *names, struct buf *out);

#endif
