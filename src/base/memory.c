#include "base/arena.h"

#include <stdlib.h>
#include <unistd.h>

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
    /* In both languages: whoever looks a translation up may be what has run out of memory, and hold its locks. */
    static const char message[] = "bilan: error: out of memory (mémoire épuisée)\n";
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0) {
        _Exit(STATUS_MACHINE_FAILED); /* there is nobody to tell */
    }
    _Exit(STATUS_MACHINE_FAILED);
}
