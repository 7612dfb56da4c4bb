/* Where text comes from: a map from the bytes of a text back to the input files. */
#ifndef BILAN_BASE_ORIGIN_H
#define BILAN_BASE_ORIGIN_H

#include "base/diag.h"

/* From byte `start` of the text up to the next origin's start. Linear: byte start + i comes from source byte source.start + i.
 * Otherwise all of it comes from the whole of `source` (a reference's value, a character put in by typography). */
struct origin {
    uint32_t start;
    bool linear;
    struct span source;
};

/* Source of text bytes [start, end): from the first byte's place to the last's when both lie in one file, else the first's. */
struct span origin_span(const struct origin *origins, size_t count, uint32_t start, uint32_t end);

#endif
