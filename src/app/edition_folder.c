#include "app/edition_folder.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/output.h"
#include "base/file.h"
#include "base/i18n.h"

/* What has been made so far, to be undone from the last to the first. */
struct made {
    struct arena *arena;
    const char **paths;
    size_t count, capacity;
};

static void remember(struct made *made, const char *path)
{
    if (made->count == made->capacity) {
        made->capacity = made->capacity ? 2 * made->capacity : 16;
        made->paths = arena_grow(made->arena, made->paths, made->count, made->capacity, sizeof *made->paths);
    }
    made->paths[made->count++] = path;
}

static void undo(const struct made *made)
{
    for (size_t i = made->count; i > 0; i--)
        remove(made->paths[i - 1]);
}

static enum exit_status make_folder(struct made *made, const char *path)
{
    if (mkdir(path, 0777) != 0)
        return output_failed(path, errno);
    remember(made, path);
    return EXIT_DONE;
}

/* The folders that the file's name leads through. */
static enum exit_status make_way(struct made *made, const char *base, const char *name)
{
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *path = path_join(made->arena, base, arena_copy(made->arena, name, (size_t)(slash - name)));
        if (file_is_folder(path))
            continue;
        enum exit_status status = make_folder(made, path);
        if (status != EXIT_DONE)
            return status;
    }
    return EXIT_DONE;
}

static enum exit_status fill(struct made *made, const char *base, const struct edition_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(made->arena, base, files[i].name);
        enum exit_status status = make_way(made, base, files[i].name);
        if (status == EXIT_DONE)
            status = output_write(path, files[i].bytes);
        if (status != EXIT_DONE)
            return status;
        remember(made, path);
    }
    return EXIT_DONE;
}

bool edition_folder_taken(const char *folder)
{
    struct stat info;
    if (lstat(folder, &info) != 0)
        return false;
    fprintf(stderr, _("bilan: '%s' is there already; nothing was changed\n"), folder);
    return true;
}

enum exit_status edition_folder_write(struct arena *a, const char *folder, const struct edition_file *files,
                                      size_t count)
{
    struct made made = {.arena = a};
    const char *unfinished = arena_printf(a, "%s.%ld", folder, (long)getpid());
    enum exit_status status = make_folder(&made, unfinished);
    if (status == EXIT_DONE)
        status = fill(&made, unfinished, files, count);
    /* The system refuses to put a folder in place of one with files in it. */
    if (status == EXIT_DONE && rename(unfinished, folder) != 0)
        status = output_failed(folder, errno);
    if (status != EXIT_DONE)
        undo(&made);
    return status;
}
