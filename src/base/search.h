/* Looking up positions in sorted arrays. */
#ifndef BILAN_BASE_SEARCH_H
#define BILAN_BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The last of `count` elements of `size` bytes that starts at `at` or before; 0 when none does. The first member of each is its start,
 * a uint32_t, by which they are sorted. */
static inline size_t search_start(const void *elements, size_t count, size_t size, uint32_t at)
{
    size_t low = 0, high = count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t start;
        memcpy(&start, (const char *)elements + middle * size, sizeof start);
        if (start <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

#endif
