/* Files of a design (its theme alone, unless the input names others), laid out with a small edition and dumped. */
#include "folder_target.h"
#include "fuzz.h"

static void dump(const struct test_pipeline *p)
{
    struct buf text = {0};
    if (p->document)
        document_dump(p->document, &text);
    buf_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const below[] = {"layouts/", "data/", NULL};
    static const struct folder_target target = {"layouts/mini/theme.yaml", below, STAGE_LAYOUT, dump};
    folder_target_run(&target, data, size);
    return 0;
}
