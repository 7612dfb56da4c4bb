#define _DEFAULT_SOURCE /* madvise */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Blocks double from the first size to the last: a small run stays small, a large one calls malloc rarely. Memory is zeroed a step at a time just
 * before it is handed out, so that what is never used costs nothing, and an arena used for little hardly more. The last sizes are of huge pages,
 * where the system has them: mapping as much a page at a time takes three times as long. */
enum {
    FIRST_BLOCK = 64 * 1024,
    SMALL_BLOCK = 512 * 1024, /* the largest of usual pages */
    HUGE_PAGE = 2 * 1024 * 1024,
    LAST_BLOCK = 4 * 1024 * 1024,
    STEP = 1024
};

struct block {
    struct block *before;
    size_t size;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct block *newest; /* the block in use and those full */
    struct block *large;  /* arrays that have a block of their own */
    char *at, *end;       /* the free part of the block in use */
    char *clean;          /* behind what is zeroed of it */
    size_t next_size;
    struct arena *parent, *children;
    struct arena *next; /* child of the same parent */
};

struct arena *arena_new(void)
{
    struct arena *a = memory_grow(NULL, sizeof *a);
    *a = (struct arena){.next_size = FIRST_BLOCK};
    return a;
}

struct arena *arena_child(struct arena *parent)
{
    struct arena *a = arena_new();
    a->parent = parent;
    a->next = parent->children;
    parent->children = a;
    return a;
}

static void leave_parent(const struct arena *a)
{
    struct arena **link = &a->parent->children;
    while (*link != a) {
        link = &(*link)->next;
    }
    *link = a->next;
}

static void free_blocks(struct block *block)
{
    while (block != NULL) {
        struct block *before = block->before;
        free(block);
        block = before;
    }
}

void arena_free(struct arena *a)
{
    if (a == NULL) {
        return;
    }
    for (struct arena *child = a->children; child != NULL;) {
        struct arena *next = child->next;
        child->parent = NULL; /* does not leave a list that is going anyway */
        arena_free(child);
        child = next;
    }
    if (a->parent != NULL) {
        leave_parent(a);
    }
    free_blocks(a->newest);
    free_blocks(a->large);
    free(a);
}

static void use_block(struct arena *a, struct block *block)
{
    a->newest = block;
    a->at = a->clean = block->bytes;
    a->end = block->bytes + block->size;
}

void arena_clear(struct arena *a)
{
    free_blocks(a->large);
    a->large = NULL;
    if (a->newest != NULL) {
        free_blocks(a->newest->before);
        a->newest->before = NULL;
        use_block(a, a->newest);
    }
}

/* `old` (or nothing) grown to `size` bytes, the new ones not zeroed. */
static struct block *resize_block(struct block *old, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block)) {
        memory_exhausted();
    }
    struct block *block = memory_grow(old, sizeof *block + size);
    block->size = size;
    return block;
}

static void *add_large(struct arena *a, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block)) {
        memory_exhausted();
    }
    struct block *block = calloc(1, sizeof *block + size);
    if (block == NULL) {
        memory_exhausted();
    }
    block->size = size;
    block->before = a->large;
    a->large = block;
    return block->bytes;
}

/* Of `size` bytes with its header. */
static struct block *new_huge(size_t size)
{
    struct block *block = aligned_alloc(HUGE_PAGE, size);
    if (block == NULL) {
        memory_exhausted();
    }
    madvise(block, size, MADV_HUGEPAGE); /* a wish */
    block->size = size - sizeof *block;
    return block;
}

static size_t size_after(size_t size)
{
    if (size < SMALL_BLOCK) {
        return size * 2;
    }
    return size < HUGE_PAGE ? HUGE_PAGE : LAST_BLOCK;
}

static void add_block(struct arena *a)
{
    struct block *block = a->next_size < HUGE_PAGE ? resize_block(NULL, a->next_size) : new_huge(a->next_size);
    block->before = a->newest;
    use_block(a, block);
    a->next_size = size_after(a->next_size);
}

static size_t rounded(size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX - unit) {
        memory_exhausted();
    }
    return size == 0 ? unit : (size + unit - 1) / unit * unit;
}

static size_t product(size_t count, size_t size)
{
    size_t result;
    if (__builtin_mul_overflow(count, size, &result)) {
        memory_exhausted();
    }
    return result;
}

/* The next `room` bytes of the block in use, zeroed but for the first `written` ones. */
static void *take(struct arena *a, size_t room, size_t written)
{
    char *taken = a->at;
    a->at += room;
    if (written > (size_t)(a->clean - taken)) {
        a->clean = taken + written;
    }
    if (a->at > a->clean) {
        size_t dirty = (size_t)(a->at - a->clean), rest = (size_t)(a->end - a->clean);
        size_t steps = (dirty + STEP - 1) / STEP * STEP;
        size_t zeroed = steps < rest ? steps : rest;
        memset(a->clean, 0, zeroed);
        a->clean += zeroed;
    }
    return taken;
}

/* The same wherever there is room. */
static void *find_room(struct arena *a, size_t room, size_t written)
{
    if (room > (size_t)(a->end - a->at)) {
        if (room > a->next_size / 4) {
            return add_large(a, room); /* the block in use goes on being filled */
        }
        add_block(a);
    }
    return take(a, room, written);
}

/* The same, which most often is at hand. */
static inline void *get(struct arena *a, size_t room, size_t written)
{
    if (room > (size_t)(a->clean - a->at)) {
        return find_room(a, room, written);
    }
    void *result = a->at;
    a->at += room;
    return result;
}

void *arena_alloc(struct arena *a, size_t size)
{
    return get(a, rounded(size), 0);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    return arena_alloc(a, product(count, size));
}

/* The link that leads to the large array; to NULL when it has no block of its own. */
static struct block **find_large(struct arena *a, const void *array)
{
    struct block **link = &a->large;
    while (*link != NULL && (const void *)(*link)->bytes != array) {
        link = &(*link)->before;
    }
    return link;
}

/* Where `len` bytes have been copied to, with room for `size` (more). */
static void *copy_into(struct arena *a, const void *bytes, size_t len, size_t size)
{
    void *copy = get(a, rounded(size), len);
    if (len > 0) {
        memcpy(copy, bytes, len);
    }
    return copy;
}

void *arena_grow(struct arena *a, void *old, size_t count, size_t capacity, size_t size)
{
    if (count == 0) {
        return arena_array(a, capacity, size);
    }
    size_t used = product(count, size), wanted = rounded(product(capacity, size));
    if ((char *)old + rounded(used) == a->at && wanted - rounded(used) <= (size_t)(a->end - a->at)) {
        take(a, wanted - rounded(used), 0);
        return old;
    }
    struct block **large = find_large(a, old);
    if (*large != NULL) {
        *large = resize_block(*large, wanted);
        memset((*large)->bytes + used, 0, wanted - used);
        return (*large)->bytes;
    }
    return copy_into(a, old, used, wanted);
}

void *arena_lend(struct arena *a, size_t size)
{
    if (size > (size_t)(a->end - a->at)) {
        return add_large(a, size);
    }
    a->clean = a->at; /* what is written there is zeroed before it is handed out */
    return a->at;
}

void arena_release(struct arena *a, void *array)
{
    struct block **link = find_large(a, array);
    struct block *block = *link;
    if (block != NULL) {
        *link = block->before;
        free(block);
    }
}

void *arena_duplicate(struct arena *a, const void *array, size_t count, size_t size)
{
    size_t bytes = product(count, size);
    return copy_into(a, array, bytes, bytes);
}

char *arena_copy(struct arena *a, const char *bytes, size_t len)
{
    if (len == SIZE_MAX) {
        memory_exhausted();
    }
    return copy_into(a, bytes, len, len + 1);
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(a, format, args);
    va_end(args);
    return text;
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
    char short_text[256];
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(short_text, sizeof short_text, format, args);
    if (len < 0) {
        memory_exhausted();
    }
    char *text = arena_alloc(a, (size_t)len + 1);
    if ((size_t)len < sizeof short_text) {
        memcpy(text, short_text, (size_t)len);
    } else if (vsnprintf(text, (size_t)len + 1, format, again) < 0) {
        memory_exhausted();
    }
    va_end(again);
    return text;
}
