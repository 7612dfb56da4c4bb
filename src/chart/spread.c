#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "chart/spread.h"

/* Things that touch and move as one. */
struct pool {
    size_t first, count;
    double start, height; /* of the whole */
    double sum;           /* of the wanted starts of the whole, one a member */
};

static double clamp(double value, double low, double high)
{
    return fmin(fmax(value, low), high);
}

static void place(struct pool *pool, double low, double high)
{
    pool->start = clamp(pool->sum / (double)pool->count, low, high - pool->height);
}

static void join(struct pool *into, const struct pool *next)
{
    into->sum += next->sum - into->height * (double)next->count;
    into->count += next->count;
    into->height += next->height;
}

bool spread_apart(double *centres, const double *heights, size_t count, double low, double high)
{
    struct pool *pools = memory_alloc((count + 1) * sizeof *pools);
    size_t n = 0;
    double total = 0;
    for (size_t i = 0; i < count; i++) {
        total += heights[i];
        pools[n] = (struct pool){.first = i, .count = 1, .height = heights[i], .sum = centres[i] - heights[i] / 2};
        place(&pools[n++], low, high);
        while (n > 1 && pools[n - 2].start + pools[n - 2].height > pools[n - 1].start) {
            join(&pools[n - 2], &pools[n - 1]);
            n--;
            place(&pools[n - 1], low, high);
        }
    }
    for (size_t k = 0; k < n; k++) {
        double at = pools[k].start;
        for (size_t i = pools[k].first; i < pools[k].first + pools[k].count; i++) {
            centres[i] = at + heights[i] / 2;
            at += heights[i];
        }
    }
    free(pools);
    return total <= high - low + 1e-9;
}
