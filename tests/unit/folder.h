/* A folder of its own for a test, removed at its end. */
#ifndef BILAN_TESTS_FOLDER_H
#define BILAN_TESTS_FOLDER_H

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

static inline char *folder_new(void)
{
    char *path = strdup("/tmp/bilan-test-XXXXXX");
    assert_non_null(mkdtemp(path));
    return path;
}

static inline int folder_remove_entry(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)kind;
    (void)where;
    return remove(path);
}

static inline void folder_free(char *path)
{
    assert_int_equal(nftw(path, folder_remove_entry, 8, FTW_DEPTH | FTW_PHYS), 0);
    free(path);
}

/* Entries of a folder, "." and ".." left out. */
static inline size_t folder_count(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    while (readdir(folder) != NULL) {
        count++;
    }
    closedir(folder);
    return count - 2;
}

static inline const char *folder_put(struct arena *a, const char *folder, const char *name, const char *text)
{
    const char *path = path_join(a, folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
    return path;
}

#endif
