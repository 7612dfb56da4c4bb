#include "model/schema.h"

#include <string.h>

#include "base/i18n.h"
#include "model/schemas.h"

static const char *const type_names[] = {"text", "string", "number", "integer", "bool",    "date",   "url",
                                         "id",   "choice", "image",  "figure",  "service", "record", "list"};
enum { TYPE_COUNT = sizeof type_names / sizeof type_names[0] };

const char *schema_title(const struct schema *schema)
{
    return schema->name.len > 0 ? _(schema->name.at) : "";
}

const struct field *schema_field(const struct schema *schema, struct str name)
{
    for (size_t i = 0; i < schema->count; i++) {
        if (str_eq(schema->fields[i].name, name)) {
            return &schema->fields[i];
        }
    }
    return NULL;
}

const char *field_type_name(enum field_type type)
{
    return type_names[type];
}

bool field_type_find(struct str name, enum field_type *out)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        if (str_is(name, type_names[i])) {
            *out = (enum field_type)i;
            return true;
        }
    }
    return false;
}

const struct schema *schema_page(struct arena *a, const struct schema *own)
{
    struct schema *merged = ARENA_NEW(a, struct schema);
    struct field *fields = ARENA_ARRAY(a, schema_common.count + own->count, struct field);
    for (size_t i = 0; i < schema_common.count; i++) {
        if (schema_field(own, schema_common.fields[i].name) == NULL) {
            fields[merged->count++] = schema_common.fields[i];
        }
    }
    if (merged->count == 0) {
        return own;
    }
    if (own->count > 0) {
        memcpy(fields + merged->count, own->fields, own->count * sizeof *fields);
    }
    merged->name = own->name;
    merged->fields = fields;
    merged->count += own->count;
    return merged;
}
