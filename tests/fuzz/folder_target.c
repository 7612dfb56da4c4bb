#include "folder_target.h"

#include "fuzz.h"

static struct test_folder *the_folder;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    the_folder = folder_of_cases();
    return 0;
}

void folder_target_run(const struct folder_target *target, const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct input_files files = files_parse(a, (struct str){(const char *)data, size}, target->first);
    folder_fill(the_folder, &files, target->below);
    struct test_pipeline p = test_pipeline_run(the_folder, target->last);
    bool done = target->last == STAGE_LAYOUT ? p.document != NULL : p.edition && p.design;
    fuzz_require(done || diags_count(p.diags, DIAG_ERROR) > 0, "what goes no further has an error");
    if (target->look)
        target->look(&p);
    fuzz_print(p.diags);
    test_pipeline_end(&p);
    arena_free(a);
}
