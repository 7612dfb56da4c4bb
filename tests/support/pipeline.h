/* The way from a folder of files to a document, without files of the program's own. */
#ifndef BILAN_TESTS_PIPELINE_H
#define BILAN_TESTS_PIPELINE_H

#include "folder.h"
#include "layout/layout.h"

enum last_stage { STAGE_CHECK, STAGE_LAYOUT };

struct test_pipeline {
    struct arena *arena;
    struct diags *diags;
    struct design *design;           /* or NULL */
    const struct edition *edition;   /* or NULL */
    const struct document *document; /* or NULL */
    const struct test_folder *folder;
};

/* Runs the stages up to `last` on data/2024 of the folder, as the program would, with its designs and the tool's own. End with test_pipeline_end. */
struct test_pipeline test_pipeline_run(const struct test_folder *folder, enum last_stage last);
void test_pipeline_end(struct test_pipeline *p);

#endif
