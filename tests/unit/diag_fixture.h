/* Findings in an arena of the test. */
#ifndef BILAN_TESTS_DIAG_FIXTURE_H
#define BILAN_TESTS_DIAG_FIXTURE_H

#include "findings.h"

struct fixture {
    struct arena *a;
    struct diags *d;
};

static inline struct fixture begin(void)
{
    struct arena *a = arena_new();
    return (struct fixture){a, diags_new(a)};
}

#endif
