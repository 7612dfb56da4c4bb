#include "app/resources.h"

#include <limits.h>
#include <unistd.h>

#include "base/file.h"

/* The program's own folder, or NULL. Nothing found through it is ever printed or written. */
static const char *program_folder(struct arena *a)
{
    char path[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);
    if (len <= 0)
        return NULL;
    path[len] = '\0';
    return path_folder(a, path);
}

static void add(const char **folders, size_t *count, const char *folder)
{
    if (file_is_folder(folder))
        folders[(*count)++] = folder;
}

/* In the build tree the program stands in build/, beside layouts/ and fonts/; installed, the build tells the way from its folder. */
struct resources resources_find(struct arena *a, const char *data_root)
{
    struct resources r = {.layout_count = 0};
    const char *program = program_folder(a);
    const char *bases[3];
    size_t base_count = 0;
    if (data_root)
        bases[base_count++] = path_short(a, path_join(a, data_root, ".."));
    if (program) {
        bases[base_count++] = path_short(a, path_join(a, program, BILAN_DATA_FOLDER));
        bases[base_count++] = path_short(a, path_join(a, program, ".."));
    }
    for (size_t i = 0; i < base_count; i++) {
        add(r.layouts, &r.layout_count, path_join(a, bases[i], "layouts"));
        add(r.fonts, &r.font_count, path_join(a, bases[i], "fonts"));
    }
    return r;
}

const char *resources_locale(struct arena *a)
{
    const char *program = program_folder(a);
    if (!program)
        return NULL;
    const char *built = path_join(a, program, "locale");
    if (file_is_folder(built))
        return built;
    const char *installed = path_join(a, program, BILAN_LOCALE_FOLDER);
    return file_is_folder(installed) ? installed : NULL;
}
