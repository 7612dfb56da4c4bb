#include "text/typesetter.h"

#include <stdlib.h>

struct typesetter *typesetter_new(struct arena *a, const struct language *language, struct diags *d)
{
    struct typesetter *t = ARENA_NEW(a, struct typesetter);
    t->language = language;
    t->diags = d;
    t->shaper = shaper_new(language_tag(language));
    return t;
}

void typesetter_free(struct typesetter *t)
{
    if (t == NULL)
        return;
    shaper_free(t->shaper);
    if (t->breaker != NULL)
        ubrk_close(t->breaker);
    if (t->patterns != NULL)
        hnj_hyphen_free(t->patterns);
    free(t->wide);
    free(t->wide_offsets);
    free(t->units.items);
    free(t->candidates.items);
    free(t->breaks.items);
    free(t->lines.items);
    free(t->choices);
    free(t->reported);
    free(t->endless);
}

void *scratch_room(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity == 0 ? 64 : *capacity * 2;
    return memory_grow(items, *capacity * size);
}
