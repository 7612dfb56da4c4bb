#include "base/origin.h"

#include "base/search.h"

/* The last origin that starts at or before `at`; the first one for bytes before all of them. */
static const struct origin *origin_at(const struct origin *origins, size_t count, uint32_t at)
{
    return &origins[search_start(origins, count, sizeof *origins, at)];
}

/* Source bytes of text bytes [start, end), all of which lie in one origin. */
static struct span span_within(const struct origin *o, uint32_t start, uint32_t end)
{
    if (!o->linear || start < o->start)
        return o->source;
    struct span s = o->source;
    s.start = o->source.start + (start - o->start);
    s.end = o->source.start + (end - o->start);
    return s;
}

struct span origin_span(const struct origin *origins, size_t count, uint32_t start, uint32_t end)
{
    if (count == 0)
        return SPAN_NONE;
    const struct origin *first = origin_at(origins, count, start);
    if (end <= start)
        return span_within(first, start, start);
    const struct origin *last = origin_at(origins, count, end - 1);
    if (first == last)
        return span_within(first, start, end);

    uint32_t reach = first + 1 < origins + count ? first[1].start : end;
    struct span from = span_within(first, start, reach);
    struct span to = span_within(last, last->start, end);
    if (from.file == to.file && to.end >= from.end)
        from.end = to.end;
    return from;
}
