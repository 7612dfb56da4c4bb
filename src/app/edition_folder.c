#include "app/edition_folder.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/output.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/signals.h"

/* A folder or a file to be made. */
struct step {
    const char *path;
    const struct edition_file *file; /* NULL: a folder */
};

/* All steps in order, named beforehand, so that nothing is allocated once something has been made. */
struct plan {
    struct arena *arena;
    struct step *steps;
    size_t count, capacity;
};

static void add_step(struct plan *p, const char *path, const struct edition_file *file)
{
    p->steps = ARENA_ROOM(p->arena, p->steps, p->count, &p->capacity, 16);
    p->steps[p->count++] = (struct step){path, file};
}

static bool is_planned(const struct plan *p, const char *path)
{
    for (size_t i = 0; i < p->count; i++)
        if (strcmp(p->steps[i].path, path) == 0)
            return true;
    return false;
}

/* The file, and before it the folders that its name leads through. */
static void plan_file(struct plan *p, const char *base, const struct edition_file *file)
{
    for (const char *slash = strchr(file->name, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *path = path_join(p->arena, base, arena_copy(p->arena, file->name, (size_t)(slash - file->name)));
        if (!is_planned(p, path))
            add_step(p, path, NULL);
    }
    add_step(p, path_join(p->arena, base, file->name), file);
}

static int make_step(const struct step *s)
{
    if (s->file) {
        struct file_result result = file_create(s->path, s->file->bytes);
        return result.ok ? 0 : result.error;
    }
    return mkdir(s->path, 0777) == 0 ? 0 : errno;
}

/* Carries the plan out under the first step's name, prints `line`, then renames that to `folder`; or undoes it all. An errno value with the path
 * at fault. */
static int carry_out(const struct plan *p, const char *folder, const char *line, const char **failed)
{
    int error = 0;
    size_t made = 0;
    while (error == 0 && made < p->count) {
        *failed = p->steps[made].path;
        error = signals_waiting() ? EINTR : make_step(&p->steps[made]);
        made += error == 0;
    }
    if (error == 0) {
        struct file_result result = file_write("-", str_of(line));
        error = result.ok ? 0 : result.error;
        *failed = "-";
    }
    /* The system refuses to put a folder in place of one with files in it. */
    if (error == 0 && rename(p->steps[0].path, folder) != 0) {
        error = errno;
        *failed = folder;
    }
    while (error != 0 && made > 0)
        remove(p->steps[--made].path);
    return error;
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
    struct plan plan = {.arena = a};
    const char *unfinished = arena_printf(a, "%s.%ld", folder, (long)getpid()), *failed = NULL;
    add_step(&plan, unfinished, NULL);
    for (size_t i = 0; i < count; i++)
        plan_file(&plan, unfinished, &files[i]);
    const char *line = arena_printf(a, "%s\n", folder);
    sigset_t before = signals_hold();
    int error = carry_out(&plan, folder, line, &failed);
    signals_release(before);
    return error == 0 ? EXIT_DONE : output_failed(failed, error);
}
