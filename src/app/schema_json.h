/* The JSON Schema of bilan.yaml, so that editors complete and check it. */
#ifndef BILAN_APP_SCHEMA_JSON_H
#define BILAN_APP_SCHEMA_JSON_H

#include "app/known_names.h"
#include "model/edition.h"

/* Draft 7, which editors read: the edition's own fields, and one definition a page kind of the design. Figures and services are held to the
 * names that are known. Always in English: the same design and names give the same bytes. */
void schema_json(const struct kinds *kinds, const struct known_names *names, struct buf *out);

#endif
