/* A data folder and its designs in memory (a file system there), into which each input puts its files. */
#ifndef BILAN_TESTS_SUPPORT_FOLDER_H
#define BILAN_TESTS_SUPPORT_FOLDER_H

#include "files.h"

struct test_folder;

/* A copy of tests/cases/base (data/ and layouts/mini), removed when the program ends. */
struct test_folder *folder_of_cases(void);
/* "data/2024" below it, and so on. */
const char *folder_path(const struct test_folder *f, struct arena *a, const char *name);
/* Makes the folder what it was at first, and then writes those files of the input whose names start with one of `below` (ends with NULL). */
void folder_fill(struct test_folder *f, const struct input_files *files, const char *const *below);

#endif
