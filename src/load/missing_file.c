#include "load/missing_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "load/csv.h"
#include "load/yaml.h"

enum { MOST_NAMES = 4096, MEGABYTE = 1024 * 1024 };

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

static const char *advice_on_size(size_t limit)
{
    switch (limit) {
    case YAML_MAX_BYTES:
        return _("divide it: 'include: FILE' stands for the content of another file");
    case CSV_MAX_BYTES:
        return _("divide it into several files");
    default:
        return _("export it smaller");
    }
}

void unread_file(struct diags *d, struct span at, const char *name, int error, size_t limit)
{
    if (error == EINVAL) {
        diag_at(d, DIAG_ERROR, at, "not-a-file", _("'%s' is not a regular file"), name);
        diag_hint(d, "%s", _("name a file, not a folder, pipe or device"));
    } else if (error == EFBIG) {
        diag_at(d, DIAG_ERROR, at, "too-large", _("'%s' is larger than %zu MB"), name, limit / MEGABYTE);
        diag_hint(d, "%s", advice_on_size(limit));
    } else {
        diag_at(d, DIAG_ERROR, at, "missing-file", _("cannot read '%s': %s"), name, strerror(error));
        if (error == ENOENT || error == ENOTDIR) {
            missing_file_hint(d, name, true);
        }
        if (at.file == 0 || !file_is_missing(error)) {
            diag_machine(d);
        }
    }
}
