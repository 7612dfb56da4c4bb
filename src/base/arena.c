#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double from the first size to the last: a small run stays small, a large one calls calloc rarely. */
enum { FIRST_BLOCK = 64 * 1024, LAST_BLOCK = 4 * 1024 * 1024 };

struct block {
    struct block *before;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct block *newest;
    char *at, *end; /* the free part of the block in use */
    size_t next_size;
};

struct arena *arena_new(void)
{
    struct arena *a = memory_alloc(sizeof *a);
    a->next_size = FIRST_BLOCK;
    return a;
}

void arena_free(struct arena *a)
{
    if (a == NULL) {
        return;
    }
    struct block *block = a->newest;
    while (block != NULL) {
        struct block *before = block->before;
        free(block);
        block = before;
    }
    free(a);
}

static char *add_block(struct arena *a, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block)) {
        memory_exhausted();
    }
    struct block *block = calloc(1, sizeof *block + size);
    if (block == NULL) {
        memory_exhausted();
    }
    block->before = a->newest;
    a->newest = block;
    return block->bytes;
}

void *arena_alloc(struct arena *a, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX - unit) {
        memory_exhausted();
    }
    size_t room = size == 0 ? unit : (size + unit - 1) / unit * unit;
    if (room > (size_t)(a->end - a->at)) {
        if (room > a->next_size / 4) {
            return add_block(a, room); /* a block of its own; the block in use goes on being filled */
        }
        a->at = add_block(a, a->next_size);
        a->end = a->at + a->next_size;
        a->next_size = a->next_size < LAST_BLOCK ? a->next_size * 2 : LAST_BLOCK;
    }
    void *result = a->at;
    a->at += room;
    return result;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        memory_exhausted();
    }
    return arena_alloc(a, count * size);
}

void *arena_grow(struct arena *a, const void *old, size_t count, size_t capacity, size_t size)
{
    void *grown = arena_array(a, capacity, size);
    if (count > 0) {
        memcpy(grown, old, count * size);
    }
    return grown;
}

char *arena_copy(struct arena *a, const char *bytes, size_t len)
{
    if (len == SIZE_MAX) {
        memory_exhausted();
    }
    char *copy = arena_alloc(a, len + 1);
    if (len > 0) {
        memcpy(copy, bytes, len);
    }
    return copy;
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
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len < 0) {
        memory_exhausted();
    }
    char *text = arena_alloc(a, (size_t)len + 1);
    if (vsnprintf(text, (size_t)len + 1, format, again) < 0) {
        memory_exhausted();
    }
    va_end(again);
    return text;
}
