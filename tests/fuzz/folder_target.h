/* What the targets share whose input is the files of a folder. */
#ifndef BILAN_FUZZ_FOLDER_TARGET_H
#define BILAN_FUZZ_FOLDER_TARGET_H

#include "support/pipeline.h"

/* Where the input's files go, and how far. */
struct folder_target {
    const char *first;        /* the file that stands before the first "--- file:" */
    const char *const *below; /* the folders that an input may write to; ends with NULL */
    enum last_stage last;
    void (*look)(const struct test_pipeline *p); /* at what came out, which may have errors; or NULL */
};

/* Runs the stages on the files of the input, in a copy of tests/cases/base. What has no result must have an error. */
void folder_target_run(const struct folder_target *target, const uint8_t *data, size_t size);

#endif
