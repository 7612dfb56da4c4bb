/* Several files in one input, written as in tests/cases: a line "--- file: PATH" before each. */
#ifndef BILAN_TESTS_FILES_H
#define BILAN_TESTS_FILES_H

#include "base/arena.h"
#include "base/str.h"

struct input_file {
    struct str name;
    struct str bytes;
};
struct input_files {
    struct input_file *items;
    size_t count;
};

enum { INPUT_MAX_FILES = 16 };

/* The files of an input. What stands before the first "--- file:" is the file `first`. Names and bytes are lent. */
struct input_files files_parse(struct arena *a, struct str input, const char *first);
/* The same as one input again. */
void files_write(const struct input_files *files, struct buf *out);

#endif
