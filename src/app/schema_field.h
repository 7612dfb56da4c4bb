/* Fields of the input as JSON Schema. */
#ifndef BILAN_APP_SCHEMA_FIELD_H
#define BILAN_APP_SCHEMA_FIELD_H

#include <cjson/cJSON.h>

#include "model/schema.h"

/* A map by `schema`: its fields, those required, and no others. The caller owns it, as all below. */
cJSON *schema_record(struct arena *a, const struct schema *schema);
/* {"$ref": "#/definitions/NAME"} */
cJSON *schema_reference(struct arena *a, const char *name);
/* `include: FILE` may stand for what `schema` describes. Takes `schema`. */
cJSON *schema_or_include(struct arena *a, cJSON *schema);

#endif
