#include <float.h>
#include <math.h>

#include "chart/scale.h"

/* Ticks as in Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes" (2010): of all
 * labellings, the one that scores best on simplicity, coverage and density; legibility is the same for all of ours. Only
 * labellings that enclose the data are taken. */
static const double steps[] = {1, 5, 2, 2.5, 4, 3};
enum { STEP_COUNT = sizeof steps / sizeof *steps, MAX_SKIP = 3, MAX_DECADES = 3 };
static const double weight_simplicity = 0.25, weight_coverage = 0.2, weight_density = 0.5;

struct search {
    double low, high;
    double wanted;
    double best, first, step; /* of the best labelling so far */
    size_t count;
};

static double simplicity(size_t step_index, int skip, bool has_zero)
{
    return 1 - (double)step_index / (STEP_COUNT - 1) - skip + (has_zero ? 1 : 0);
}

static double coverage(const struct search *s, double first, double last)
{
    double range = 0.1 * (s->high - s->low);
    double over = s->high - last, under = s->low - first;
    return 1 - 0.5 * (over * over + under * under) / (range * range);
}

static double density(const struct search *s, size_t count, double first, double last)
{
    double given = (double)(count - 1) / (last - first);
    double asked = (s->wanted - 1) / (fmax(last, s->high) - fmin(first, s->low));
    return 2 - fmax(given / asked, asked / given);
}

/* Every placing of `count` ticks at that step that encloses the data. */
static void try_step(struct search *s, size_t step_index, int skip, size_t count, double step)
{
    double unit = step / skip, length = step * (double)(count - 1);
    double slack = 1e-10 * (s->high - s->low);
    double start = ceil((s->high - length - slack) / unit);
    double end = floor((s->low + slack) / unit);
    for (int tries = 0; start + tries <= end && tries < 2 * MAX_SKIP; tries++) {
        double first = (start + tries) * unit, last = first + length;
        double from_zero = first / step;
        bool has_zero = first <= 0 && last >= 0 && fabs(from_zero - round(from_zero)) < 1e-9;
        double score = weight_simplicity * simplicity(step_index, skip, has_zero) +
                       weight_coverage * coverage(s, first, last) + weight_density * density(s, count, first, last);
        if (score <= s->best)
            continue;
        s->best = score;
        s->first = first;
        s->step = step;
        s->count = count;
    }
}

static void try_count(struct search *s, size_t step_index, int skip, size_t count)
{
    double least = (s->high - s->low) / ((double)count + 1) / skip / steps[step_index];
    double decade = ceil(log10(least));
    for (int i = 0; i < MAX_DECADES; i++)
        try_step(s, step_index, skip, count, skip * steps[step_index] * pow(10, decade + i));
}

struct ticks ticks_round(double low, double high, size_t wanted)
{
    struct search s = {.low = low, .high = high, .wanted = wanted < 2 ? 2 : (double)wanted, .best = -DBL_MAX};
    size_t most = 2 * wanted + 2 < SCALE_TICKS ? 2 * wanted + 2 : SCALE_TICKS;
    for (int skip = 1; skip <= MAX_SKIP; skip++)
        for (size_t q = 0; q < STEP_COUNT; q++) {
            if (weight_simplicity * simplicity(q, skip, true) + weight_coverage + weight_density < s.best)
                break;
            for (size_t count = 2; count <= most; count++)
                try_count(&s, q, skip, count);
        }
    struct ticks out = {.count = s.count, .step = s.step};
    for (size_t i = 0; i < s.count; i++) {
        double at = s.first + s.step * (double)i;
        out.at[i] = fabs(at) < s.step * 1e-9 ? 0 : at;
    }
    return out;
}

static void add_decade(struct ticks *out, double power, bool between)
{
    static const double digits[] = {1, 2, 5};
    for (size_t i = 0; i < (between ? 3 : 1) && out->count < SCALE_TICKS; i++)
        out->at[out->count++] = digits[i] * power;
}

struct ticks ticks_logarithmic(double low, double high, size_t wanted)
{
    double first = floor(log10(low) + 1e-9), last = ceil(log10(high) - 1e-9);
    if (last <= first)
        last = first + 1;
    double every = ceil((last - first) / (wanted < 2 ? 1 : (double)wanted));
    bool between = last - first <= 2;
    struct ticks out = {0};
    size_t count = (size_t)ceil((last - first) / every);
    for (size_t i = 0; i < count; i++)
        add_decade(&out, pow(10, first + (double)i * every), between);
    add_decade(&out, pow(10, first + every * ceil((last - first) / every)), false);
    return out;
}

double scale_place(const struct scale *s, double value)
{
    double share = s->logarithmic ? log(value / s->low) / log(s->high / s->low) : (value - s->low) / (s->high - s->low);
    return s->from + share * (s->to - s->from);
}

void range_add(struct range *r, double value)
{
    r->low = r->any ? fmin(r->low, value) : value;
    r->high = r->any ? fmax(r->high, value) : value;
    r->any = true;
}
