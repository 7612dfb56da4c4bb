#include "model/value.h"

const struct value *record_get(const struct record *r, struct str name)
{
    for (size_t i = 0; r != NULL && i < r->schema->count; i++) {
        if (str_eq(r->schema->fields[i].name, name)) {
            return &r->values[i];
        }
    }
    return NULL;
}
