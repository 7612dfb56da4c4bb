#include "folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "temp_folder.h"

enum { MAX_NAMES = 64, MAX_BYTES = 1 << 20 };

/* A file that is always there. */
struct kept_file {
    const char *name;
    struct str bytes;
    bool changed;
};

struct test_folder {
    struct arena *arena;
    char *path;
    struct kept_file kept[MAX_NAMES];
    size_t kept_count;
    const char *added[INPUT_MAX_FILES];
    size_t added_count;
    struct arena *names; /* of the added ones */
};

static struct test_folder *the_folder; /* for the end of the program alone */

static void remove_folder(void)
{
    temp_folder_free(the_folder->path);
    arena_free(the_folder->names);
    arena_free(the_folder->arena);
    free(the_folder);
}

static _Noreturn void failed(const char *path)
{
    perror(path);
    abort();
}

const char *folder_path(const struct test_folder *f, struct arena *a, const char *name)
{
    return path_join(a, f->path, name);
}

static void copy_folder(struct test_folder *f, const char *from, const char *name)
{
    DIR *dir = opendir(from);
    if (!dir)
        failed(from);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        const char *source = path_join(f->arena, from, entry->d_name);
        const char *target = path_join(f->arena, name, entry->d_name);
        struct str bytes;
        if (entry->d_name[0] == '.' || f->kept_count == MAX_NAMES)
            continue;
        if (file_is_folder(source)) {
            temp_folder_make(f->arena, f->path, target);
            copy_folder(f, source, target);
        } else if (file_read(f->arena, source, MAX_BYTES, &bytes).ok) {
            f->kept[f->kept_count++] = (struct kept_file){target, bytes, false};
            temp_folder_put(f->arena, f->path, target, bytes);
        }
    }
    closedir(dir);
}

struct test_folder *folder_of_cases(void)
{
    struct test_folder *f = calloc(1, sizeof *f);
    if (!f)
        failed("tests/cases/base");
    f->arena = arena_new();
    f->names = arena_new();
    f->path = temp_folder_new();
    copy_folder(f, BILAN_SOURCE_FOLDER "/tests/cases/base", ".");
    the_folder = f;
    atexit(remove_folder);
    return f;
}

static void restore(struct test_folder *f)
{
    for (size_t i = 0; i < f->kept_count; i++) {
        if (f->kept[i].changed)
            temp_folder_put(f->names, f->path, f->kept[i].name, f->kept[i].bytes);
        f->kept[i].changed = false;
    }
    for (size_t i = 0; i < f->added_count; i++)
        unlink(folder_path(f, f->names, f->added[i]));
    f->added_count = 0;
    arena_clear(f->names);
}

/* No way out of the folders that are there, and nothing that the system would not name. */
static bool may_write(struct str name, const char *const *below)
{
    bool plain = name.len > 0 && name.len < 100 && name.at[0] != '/' && utf8_valid(name) == name.len;
    for (size_t i = 0; i < name.len; i++)
        plain = plain && (unsigned char)name.at[i] > ' ' &&
                !(name.at[i] == '.' && i + 1 < name.len && name.at[i + 1] == '.');
    for (; plain && *below; below++)
        if (str_starts(name, *below))
            return true;
    return false;
}

static struct kept_file *kept_file(struct test_folder *f, struct str name)
{
    for (size_t i = 0; i < f->kept_count; i++)
        if (str_is(name, f->kept[i].name))
            return &f->kept[i];
    return NULL;
}

static void put_new(struct test_folder *f, const char *name, struct str bytes)
{
    const char *path = folder_path(f, f->names, name);
    FILE *file = fopen(path, "wbx"); /* fails in a folder that is not there, and where "./" leads to a kept file */
    if (!file)
        return;
    f->added[f->added_count++] = name;
    bool whole = fwrite(bytes.at, 1, bytes.len, file) == bytes.len;
    if (fclose(file) != 0 || !whole)
        failed(path);
}

void folder_fill(struct test_folder *f, const struct input_files *files, const char *const *below)
{
    restore(f);
    for (size_t i = 0; i < files->count; i++) {
        const struct input_file *file = &files->items[i];
        if (!may_write(file->name, below))
            continue;
        struct kept_file *kept = kept_file(f, file->name);
        if (kept) {
            temp_folder_put(f->names, f->path, kept->name, file->bytes);
            kept->changed = true;
        } else {
            put_new(f, arena_copy(f->names, file->name.at, file->name.len), file->bytes);
        }
    }
}
