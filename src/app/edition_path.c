#include "app/edition_path.h"

#include <string.h>

#include "base/file.h"

const char *edition_path_folder(struct arena *a, const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    const char *plain = arena_copy(a, path, len);
    return file_is_folder(plain) ? plain : path_folder(a, plain);
}

const char *edition_path_file(struct arena *a, const char *path)
{
    return file_is_folder(path) ? path_join(a, edition_path_folder(a, path), "bilan.yaml") : path;
}

/* The folder above "." or ".." cannot be told from its name. */
const char *edition_path_beside(struct arena *a, const char *folder, const char *name)
{
    const char *slash = strrchr(folder, '/');
    const char *last = slash ? slash + 1 : folder;
    if (strcmp(last, ".") == 0 || strcmp(last, "..") == 0)
        return path_join(a, path_join(a, folder, ".."), name);
    return slash ? path_join(a, path_folder(a, folder), name) : name;
}
