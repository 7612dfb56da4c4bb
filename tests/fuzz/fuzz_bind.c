/* Files of a data folder (the edition's alone, unless the input names others), bound and checked. */
#include "fuzz.h"
#include "support/pipeline.h"

static struct test_folder *the_folder;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    the_folder = folder_of_cases();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const below[] = {"data/", NULL};
    struct arena *a = arena_new();
    struct input_files files = files_parse(a, (struct str){(const char *)data, size}, "data/2024/bilan.yaml");
    folder_fill(the_folder, &files, below);
    struct test_pipeline p = test_pipeline_run(the_folder, STAGE_CHECK);
    fuzz_require((p.edition && p.design) || diags_count(p.diags, DIAG_ERROR) > 0, "what cannot be bound has an error");
    fuzz_print(p.diags);
    test_pipeline_end(&p);
    arena_free(a);
    return 0;
}
