/* What the unit tests share: findings as text. */
#ifndef BILAN_TESTS_FINDINGS_H
#define BILAN_TESTS_FINDINGS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

/* All findings as the user sees them. Yours to free. */
static inline char *findings_text(const struct diags *d)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    diags_print(d, out, false);
    assert_int_equal(fclose(out), 0);
    char *copy = strdup(text);
    free(text);
    return copy;
}

static inline void assert_findings(const struct diags *d, const char *expected)
{
    char *text = findings_text(d);
    assert_string_equal(text, expected);
    free(text);
}

/* The one finding there is: its rule and the text it points at. */
static inline void assert_one_finding(const struct diags *d, const char *rule, const char *pointed_at)
{
    if (diags_total(d) != 1) {
        char *text = findings_text(d);
        print_message("%s", text);
        free(text);
    }
    assert_int_equal(diags_total(d), 1);
    const struct finding *f = diags_finding(d, 0);
    assert_string_equal(f->rule, rule);
    struct str at = str_slice(diags_file_bytes(d, f->at.file), f->at.start, f->at.end);
    assert_int_equal(at.len, strlen(pointed_at));
    assert_memory_equal(at.at, pointed_at, at.len);
}

#endif
