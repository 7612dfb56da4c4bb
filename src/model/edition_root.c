/* Where an edition's data folder is. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "model/edition.h"
#include "model/edition_path.h"

enum { MAX_STEPS_UP = 64 };

static char *without_slashes(struct arena *a, const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/') {
        len--;
    }
    return arena_copy(a, path, len);
}

/* The folder above, written from `folder` on: what `..` leads to is not for a name to tell. */
static char *parent(struct arena *a, const char *folder)
{
    const char *last = strrchr(folder, '/');
    last = last == NULL ? folder : last + 1;
    if (strcmp(folder, ".") == 0) {
        return arena_printf(a, "..");
    }
    if (strcmp(last, "..") == 0 || strcmp(last, ".") == 0) {
        return arena_printf(a, "%s/..", folder);
    }
    return path_folder(a, folder);
}

const char *edition_folder(struct arena *a, const char *path)
{
    const char *plain = without_slashes(a, path);
    return file_is_folder(plain) ? plain : path_folder(a, plain);
}

char *edition_root(struct arena *a, const char *path)
{
    char *folder = without_slashes(a, edition_folder(a, path));
    for (int i = 0; i < MAX_STEPS_UP; i++) {
        if (file_exists(path_join(a, folder, "programme.yaml"))) {
            return folder;
        }
        if (strcmp(folder, "/") == 0) {
            break;
        }
        folder = parent(a, folder);
    }
    return NULL;
}

static const char *behind(const char *path, const char *folder)
{
    size_t len = strlen(folder);
    if (strncmp(path, folder, len) != 0 || (path[len] != '/' && (len == 0 || folder[len - 1] != '/'))) {
        return NULL;
    }
    path += len;
    return path + strspn(path, "/");
}

/* The path of `file` within `root` once links are resolved. */
static const char *resolved_name(struct arena *a, const char *root, const char *file)
{
    char *real_root = realpath(root, NULL);
    char *real_file = realpath(file, NULL);
    const char *name = real_root == NULL || real_file == NULL ? NULL : behind(real_file, real_root);
    const char *kept = name == NULL ? file : arena_printf(a, "%s", name);
    free(real_root);
    free(real_file);
    return kept;
}

const char *edition_file(struct arena *a, const char *root, const char *path)
{
    const char *file = without_slashes(a, path);
    if (file_is_folder(file)) {
        file = path_join(a, file, "bilan.yaml");
    }
    const char *name = behind(file, root);
    if (name != NULL) {
        return name;
    }
    bool plain = file[0] != '/' && strncmp(file, "..", 2) != 0;
    return strcmp(root, ".") == 0 && plain ? file : resolved_name(a, root, file);
}
