#include "model/edition.h"

#include "model/binding.h"

uint32_t edition_picture(const struct edition *e, const struct value *name, size_t limit)
{
    const char *file = str_copy(e->arena, name->as.string).at;
    return source_bytes(e->binding->sources, file, name->at.file, name->at, limit);
}
