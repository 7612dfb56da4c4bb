/* Files of a design (its theme alone, unless the input names others), laid out with a small edition and dumped. */
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
    static const char *const below[] = {"layouts/", "data/", NULL};
    struct arena *a = arena_new();
    struct input_files files = files_parse(a, (struct str){(const char *)data, size}, "layouts/mini/theme.yaml");
    folder_fill(the_folder, &files, below);
    struct test_pipeline p = test_pipeline_run(the_folder, STAGE_LAYOUT);
    fuzz_require(p.document || diags_count(p.diags, DIAG_ERROR) > 0, "what cannot be laid out has an error");
    if (p.document) {
        struct buf dump = {0};
        document_dump(p.document, &dump);
        buf_free(&dump);
    }
    fuzz_print(p.diags);
    test_pipeline_end(&p);
    arena_free(a);
    return 0;
}
