/* Where designs are, and which others one is like. */
#include "layout/lineage.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "layout/inherit.h"
#include "load/missing_file.h"
#include "load/yaml.h"

enum { MOST_LIKE = 8 };

const struct node *design_file(const struct reading *r, const char *folder, const char *name, uint32_t *file)
{
    struct str bytes;
    const char *path = path_join(r->arena, folder, name);
    struct file_result result = file_read(r->arena, path, YAML_MAX_BYTES, &bytes);
    if (!result.ok) {
        if (file_is_missing(result.error)) {
            diag_at(r->diags, DIAG_ERROR, SPAN_NONE, "missing-file", _("cannot read '%s': %s"), path,
                    strerror(result.error));
            diag_hint(r->diags, "%s", _("a design is a folder with theme.yaml and one file for each page kind"));
        } else {
            unread_file(r->diags, SPAN_NONE, path, result.error, YAML_MAX_BYTES);
        }
        return NULL;
    }
    *file = diags_add_file(r->diags, path, bytes);
    return yaml_load(r->arena, r->diags, *file);
}

static const char *find_folder(struct arena *a, const struct design_folders *all, struct str name)
{
    for (size_t i = 0; i < all->count; i++) {
        const char *path = path_join(a, all->at[i], str_copy(a, name).at);
        if (file_is_folder(path))
            return path;
    }
    return NULL;
}

static int compare_strings(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The designs there are, sorted: folders with a theme. */
static size_t list_designs(struct arena *a, const struct design_folders *all, struct str *names, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        DIR *dir = opendir(all->at[i]);
        if (dir == NULL)
            continue;
        for (struct dirent *entry = readdir(dir); entry != NULL && count < most; entry = readdir(dir)) {
            const char *theme = path_join(a, path_join(a, all->at[i], entry->d_name), "theme.yaml");
            if (entry->d_name[0] != '.' && file_exists(theme))
                names[count++] = str_copy(a, str_of(entry->d_name));
        }
        closedir(dir);
    }
    qsort(names, count, sizeof *names, compare_strings);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !str_eq(names[i], names[kept - 1]))
            names[kept++] = names[i];
    return kept;
}

static void report_unknown(struct arena *a, struct diags *d, const struct design_folders *all, struct str name,
                           struct span at)
{
    enum { MOST_DESIGNS = 64 };
    struct str names[MOST_DESIGNS];
    diag_at(d, DIAG_ERROR, at, "unknown-design", _("there is no design '%.*s'"), STR_ARG(name));
    diag_hint(d, "%s", _("a design is a folder in 'layouts', beside the data folder or where the tool is installed"));
    diag_nearest(d, name, names, list_designs(a, all, names, MOST_DESIGNS));
}

static bool is_listed(const struct lineage *l, const char *folder)
{
    for (size_t i = 0; i < l->count; i++)
        if (strcmp(l->folders[i], folder) == 0)
            return true;
    return false;
}

/* The folder of the design that this theme says it is like, or NULL: none, or none to be used (recorded). */
static const char *next_folder(const struct reading *r, const struct design_folders *all, const struct node *theme,
                               const struct lineage *l)
{
    const struct node *like = theme->kind == NODE_MAP ? node_get(theme, "like") : NULL;
    if (like == NULL)
        return NULL;
    struct str name = read_text(r, like, "like");
    const char *folder = find_folder(r->arena, all, name);
    if (folder == NULL) {
        report_unknown(r->arena, r->diags, all, name, like->at);
        return NULL;
    }
    if (is_listed(l, folder)) {
        diag_at(r->diags, DIAG_ERROR, like->at, "design-value", _("design '%.*s' is like itself"), STR_ARG(name));
        diag_hint(r->diags, "%s", _("name another design, or leave 'like' out"));
        return NULL;
    }
    if (l->count == MOST_LIKE) {
        diag_at(r->diags, DIAG_ERROR, like->at, "too-deep", _("more than %d designs are like one another"), MOST_LIKE);
        diag_hint(r->diags, "%s", _("let this one be like a design nearer to the last"));
        return NULL;
    }
    return folder;
}

static bool has(const struct node *theme, const char *key)
{
    return theme->kind == NODE_MAP && node_get(theme, key) != NULL;
}

bool lineage_read(const struct reading *r, const struct design_folders *all, struct str name, struct span at,
                  struct lineage *out)
{
    const struct node *themes[MOST_LIKE];
    const char *folder = find_folder(r->arena, all, name);
    size_t count = 0;
    *out = (struct lineage){.folders = ARENA_ARRAY(r->arena, MOST_LIKE, const char *)};
    if (folder == NULL) {
        report_unknown(r->arena, r->diags, all, name, at);
        return false;
    }
    do {
        uint32_t file;
        themes[count] = design_file(r, folder, "theme.yaml", &file);
        if (themes[count] == NULL)
            return false;
        out->folders[count] = folder;
        out->count = ++count;
        folder = next_folder(r, all, themes[count - 1], out);
    } while (folder != NULL);
    if (has(themes[count - 1], "like"))
        return false;
    out->whole = 1;
    while (out->whole < count && !has(themes[out->whole - 1], "page"))
        out->whole++;
    out->theme = themes[count - 1];
    for (size_t i = count - 1; i-- > 0;)
        out->theme = inherit_theme(r->arena, themes[i], out->theme);
    return true;
}
