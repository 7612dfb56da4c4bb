#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

/* libhyphen loses a few bytes of patterns that its dictionary holds twice. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libhyphen";
}

void fuzz_print(const struct diags *d)
{
    FILE *nowhere = fopen("/dev/null", "w");
    if (!nowhere)
        abort();
    diags_print(d, nowhere, true);
    struct buf json = {0};
    diags_print_json(d, &json);
    diags_print_sarif(d, &json, "0");
    buf_free(&json);
    fclose(nowhere);
}

void fuzz_require(bool holds, const char *property)
{
    if (holds)
        return;
    fprintf(stderr, "property broken: %s\n", property);
    abort();
}
