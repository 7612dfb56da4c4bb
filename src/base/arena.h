/* Memory that dies together: a bump allocator with one owner and one end. */
#ifndef BILAN_BASE_ARENA_H
#define BILAN_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new, empty arena. The caller owns it and ends it with arena_free. */
struct arena *arena_new(void);
/* An arena that ends with `parent`, unless it is ended before. */
struct arena *arena_child(struct arena *parent);
void arena_free(struct arena *a);
/* Ends all that lies in it and keeps room for what comes next. */
void arena_clear(struct arena *a);

/* `size` zeroed bytes, aligned for any type, that live as long as the arena. Never NULL: a failed
 * allocation leaves the program through memory_exhausted(). */
void *arena_alloc(struct arena *a, size_t size);
/* The same for `count` elements of `size` bytes; the product is checked. */
void *arena_array(struct arena *a, size_t count, size_t size);
/* Grow an array held in the arena: its `count` elements with room for `capacity` (more). What `old` pointed to is not to be used any more. */
void *arena_grow(struct arena *a, void *old, size_t count, size_t capacity, size_t size);
/* The same where there is no room for one more behind its `count` elements: `*capacity` becomes `first`, and from then on twice what it was. */
static inline void *arena_room(struct arena *a, void *old, size_t count, size_t *capacity, size_t first, size_t size)
{
    if (count < *capacity)
        return old;
    *capacity = *capacity == 0 ? first : *capacity * 2;
    return arena_grow(a, old, count, *capacity, size);
}
/* `size` bytes, not zeroed, for use until the arena is next asked for memory; end it with arena_release. Memory that it has anyway, if it can. */
void *arena_lend(struct arena *a, size_t size);
/* Gives back an array that is no longer used, where it is so large that it has memory of its own; else it stays until the arena ends. */
void arena_release(struct arena *a, void *array);

/* A copy of `count` elements of `size` bytes. */
void *arena_duplicate(struct arena *a, const void *array, size_t count, size_t size);

/* NUL-terminated copies. */
char *arena_copy(struct arena *a, const char *bytes, size_t len);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* malloc, calloc and realloc that never return NULL, for memory with an owner of its own (free it). */
void *memory_alloc(size_t size);
void *memory_grow(void *old, size_t size);
/* The one exit for want of memory: says so on standard error and ends with status 3. It leaves no unfinished output,
 * because nothing is allocated while a temporary file has a name. Also called when a library reports that it has none. */
_Noreturn void memory_exhausted(void);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, count, type) ((type *)arena_array((a), (count), sizeof(type)))
#define ARENA_DUPLICATE(a, array, count) arena_duplicate((a), (array), (count), sizeof *(array))
#define ARENA_ROOM(a, array, count, capacity, first)                                                                   \
    arena_room((a), (array), (count), (capacity), (first), sizeof *(array))

#endif
