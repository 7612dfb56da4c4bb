/* What to tell an author whose YAML does not parse. */
#ifndef BILAN_LOAD_YAML_ADVICE_H
#define BILAN_LOAD_YAML_ADVICE_H

#include "base/diag.h"

/* An error as the parser sees it. Offsets are bytes in the file. */
struct yaml_problem {
    const char *problem, *context; /* the parser's words; context may be NULL */
    size_t at, context_at;
    struct span last_quoted; /* the last quoted scalar before it, with quotes; file 0: none */
};

/* Records the error with the usual cause, where it shows one, and the corrected line. */
void yaml_advise(struct diags *d, uint32_t file, const struct yaml_problem *problem);

#endif
