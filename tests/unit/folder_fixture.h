/* An empty folder and an arena for each test of a group. */
#ifndef BILAN_TESTS_FOLDER_FIXTURE_H
#define BILAN_TESTS_FOLDER_FIXTURE_H

#include "findings.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "support/temp_folder.h"

struct fixture {
    struct arena *a;
    char *folder;
};

static inline int begin(void **state)
{
    static struct fixture f;
    f = (struct fixture){arena_new(), temp_folder_new()};
    *state = &f;
    return 0;
}

static inline int end(void **state)
{
    struct fixture *f = *state;
    temp_folder_free(f->folder);
    arena_free(f->a);
    return 0;
}

static inline const char *put(const struct fixture *f, const char *name, const char *text)
{
    return temp_folder_put(f->a, f->folder, name, str_of(text));
}

/* What a file holds. */
static inline struct str read_back(const struct fixture *f, const char *path)
{
    struct str bytes = {0};
    struct file_result result = file_read(f->a, path, 1 << 20, &bytes);
    assert_int_equal(result.error, 0);
    assert_true(result.ok);
    assert_int_equal(bytes.at[bytes.len], '\0');
    return bytes;
}

#endif
