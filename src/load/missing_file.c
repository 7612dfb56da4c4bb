#include "load/missing_file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"

enum { MOST_NAMES = 4096 };

static int compare_names(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The names in a folder, sorted, so that the nearest does not follow the disk's order. */
static size_t list_names(struct arena *a, const char *folder, struct str *names)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        return 0;
    }
    for (struct dirent *entry = readdir(dir); entry != NULL && count < MOST_NAMES; entry = readdir(dir)) {
        if (entry->d_name[0] != '.') {
            names[count++] = str_copy(a, str_of(entry->d_name));
        }
    }
    closedir(dir);
    qsort(names, count, sizeof *names, compare_names);
    return count;
}

void missing_file_hint(struct diags *d, const char *path, bool alone)
{
    struct arena *scratch = arena_new();
    const char *folder = path_folder(scratch, path);
    const char *slash = strrchr(path, '/');
    struct str *names = ARENA_ARRAY(scratch, MOST_NAMES, struct str);
    size_t count = list_names(scratch, folder, names);
    if (alone && !file_is_folder(folder)) {
        diag_hint(d, _("there is no folder '%s'"), folder);
    } else if (alone) {
        diag_hint(d, "%s", _("put the file there; it is looked for from the folder of the file that names it"));
    }
    diag_nearest(d, str_of(slash == NULL ? path : slash + 1), names, count);
    arena_free(scratch);
}
