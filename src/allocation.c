/* malloc and its kin for the whole process: memory, or the one exit for want of it. The libraries call these too, as the dynamic linker
 * looks into the program before it looks into libc. They cannot be relied on otherwise: HarfBuzz answers a failed allocation with empty
 * tables and sets text with wrong glyphs without a word, libhyphen ends the program with a status of its own, libharu crashes.
 * Left out of sanitizer builds, which bring their own malloc. */
#include <errno.h>
#include <stddef.h>

#include "base/arena.h"

/* libc's own. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static void *have(void *memory)
{
    if (memory == NULL) {
        memory_exhausted();
    }
    return memory;
}

void *malloc(size_t size)
{
    return have(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return have(__libc_calloc(count, size));
}

/* Room for nothing frees the old. */
void *realloc(void *old, size_t size)
{
    return size == 0 ? __libc_realloc(old, size) : have(__libc_realloc(old, size));
}

void *memalign(size_t alignment, size_t size)
{
    return have(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return have(__libc_memalign(alignment, size));
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) {
        return EINVAL;
    }
    *memory = have(__libc_memalign(alignment, size));
    return 0;
}
