/* The tables of what data files may hold. */
#ifndef BILAN_MODEL_SCHEMAS_H
#define BILAN_MODEL_SCHEMAS_H

#include "model/schema.h"

extern const struct schema schema_programme;
extern const struct schema schema_edition; /* without its pages */
extern const struct schema schema_indicator;
extern const struct schema schema_service;
extern const struct schema schema_criteria; /* the whole file */
extern const struct schema schema_abbreviation;
extern const struct schema schema_common; /* what all page kinds share */

#endif
