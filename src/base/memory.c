#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"

enum { STATUS_MACHINE_FAILED = 3 };

void *memory_alloc(size_t size)
{
    void *memory = calloc(1, size == 0 ? 1 : size);
    if (memory == NULL) {
        memory_exhausted();
    }
    return memory;
}

void *memory_grow(void *old, size_t size)
{
    void *memory = realloc(old, size == 0 ? 1 : size);
    if (memory == NULL) {
        memory_exhausted();
    }
    return memory;
}

_Noreturn void memory_exhausted(void)
{
    fprintf(stderr, "bilan: %s\n", _("error: out of memory"));
    _Exit(STATUS_MACHINE_FAILED);
}
