/* Files of a data folder (the edition's alone, unless the input names others), bound and checked. */
#include "folder_target.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const below[] = {"data/", NULL};
    static const struct folder_target target = {"data/2024/bilan.yaml", below, STAGE_CHECK, NULL};
    folder_target_run(&target, data, size);
    return 0;
}
