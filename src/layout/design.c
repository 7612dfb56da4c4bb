#include "layout/design.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "layout/inherit.h"
#include "load/missing_file.h"
#include "load/yaml.h"

#define KIND_SUFFIX ".yaml"

static const struct node *load_file(const struct reading *r, const char *folder, const char *name, uint32_t *file)
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

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_kind_file(const char *name)
{
    return name[0] != '.' && str_ends(str_of(name), KIND_SUFFIX) && strcmp(name, "theme.yaml") != 0 &&
           strcmp(name, "parts.yaml") != 0;
}

static void report_folder(const struct reading *r, const char *folder, int error)
{
    diag_at(r->diags, DIAG_ERROR, SPAN_NONE, "missing-file", _("cannot read '%s': %s"), folder, strerror(error));
    diag_machine(r->diags);
}

/* NULL with errno 0 at the end, which nothing else tells from a failure. */
static struct dirent *next_entry(DIR *dir)
{
    errno = 0;
    return readdir(dir);
}

/* Sorted, so that findings and kinds do not follow the disk's order. */
static const char **list_kind_files(const struct reading *r, const char *folder, size_t *count)
{
    struct arena *a = r->arena;
    const char **names = NULL;
    size_t capacity = 0;
    *count = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        report_folder(r, folder, errno);
        return NULL;
    }
    for (struct dirent *entry = next_entry(dir); entry != NULL; entry = next_entry(dir)) {
        if (!is_kind_file(entry->d_name))
            continue;
        names = ARENA_ROOM(a, names, *count, &capacity, 32);
        names[(*count)++] = arena_copy(a, entry->d_name, strlen(entry->d_name));
    }
    if (errno != 0)
        report_folder(r, folder, errno);
    closedir(dir);
    if (*count > 0)
        qsort(names, *count, sizeof *names, compare_names);
    return names;
}

/* The fields of a kind that declares none: those of the kind of this name in the design that this one is like. */
static const struct node *base_fields(const struct design *design, struct str name)
{
    struct arena *a = design->reading.arena;
    const char *file_name = arena_printf(a, "%.*s" KIND_SUFFIX, STR_ARG(name));
    uint32_t file;
    if (design->base == NULL || !file_exists(path_join(a, design->base, file_name)))
        return NULL;
    const struct node *node = load_file(&design->reading, design->base, file_name, &file);
    return node && node->kind == NODE_MAP ? node_get(node, "fields") : NULL;
}

/* What the file of the kind `out->name` says. */
static void read_kind(const struct design *design, const struct node *file_node, struct kind *out)
{
    const struct reading *r = &design->reading;
    const struct node *name = file_node->kind == NODE_MAP ? node_get(file_node, "kind") : NULL;
    if (name == NULL || name->kind != NODE_SCALAR || name->as.scalar.text.len == 0) {
        diag_at(r->diags, DIAG_ERROR, file_node->at, "design-value", _("a page kind must give its name under 'kind'"));
        diag_hint(r->diags, _("add 'kind: %.*s'"), STR_ARG(out->name));
        return;
    }
    if (!str_eq(name->as.scalar.text, out->name)) {
        diag_at(r->diags, DIAG_ERROR, name->at, "design-value", _("a page kind has the name of its file, here '%.*s'"),
                STR_ARG(out->name));
        diag_hint(r->diags, _("write 'kind: %.*s', or rename the file"), STR_ARG(out->name));
        return;
    }
    struct str title = str_of(arena_printf(r->arena, _("page kind '%.*s'"), STR_ARG(out->name)));
    out->definition = file_node;
    const struct node *fields = node_get(file_node, "fields");
    out->schema = schema_load(r->arena, r->diags, title, fields ? fields : base_fields(design, out->name));
}

/* A kind's file is read when the edition first uses it. */
static const struct kind *use_kind(void *data, size_t index)
{
    struct design *design = data;
    struct kind *kind = &design->kind_items[index];
    if (!design->kinds_read[index]) {
        design->kinds_read[index] = true;
        const char *name = arena_printf(design->reading.arena, "%.*s" KIND_SUFFIX, STR_ARG(kind->name));
        const struct node *node = load_file(&design->reading, design->folder, name, &kind->file);
        if (node != NULL)
            read_kind(design, node, kind);
    }
    return kind->definition ? kind : NULL;
}

static void list_kinds(struct design *design)
{
    struct arena *a = design->reading.arena;
    size_t count;
    const char **names = list_kind_files(&design->reading, design->folder, &count);
    design->kind_items = ARENA_ARRAY(a, count + 1, struct kind);
    design->kinds_read = ARENA_ARRAY(a, count + 1, bool);
    for (size_t i = 0; i < count; i++)
        design->kind_items[i].name = (struct str){names[i], strlen(names[i]) - strlen(KIND_SUFFIX)};
    design->kinds = (struct kinds){design->kind_items, count, design, use_kind};
}

static const char *find_folder(struct arena *a, const char *const *folders, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(a, folders[i], str_copy(a, name).at);
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
static size_t list_designs(struct arena *a, const char *const *folders, size_t folder_count, struct str *names,
                           size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < folder_count; i++) {
        DIR *dir = opendir(folders[i]);
        if (dir == NULL)
            continue;
        for (struct dirent *entry = readdir(dir); entry != NULL && count < most; entry = readdir(dir)) {
            const char *theme = path_join(a, path_join(a, folders[i], entry->d_name), "theme.yaml");
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

static void report_unknown(struct arena *a, struct diags *d, const char *const *folders, size_t folder_count,
                           struct str name, struct span at)
{
    enum { MOST_DESIGNS = 64 };
    struct str names[MOST_DESIGNS];
    diag_at(d, DIAG_ERROR, at, "unknown-design", _("there is no design '%.*s'"), STR_ARG(name));
    diag_hint(d, "%s", _("a design is a folder in 'layouts', beside the data folder or where the tool is installed"));
    diag_nearest(d, name, names, list_designs(a, folders, folder_count, names, MOST_DESIGNS));
}

/* The theme, with what it takes from the design that it says it is like. */
static const struct node *load_theme(const struct reading *r, const char *folder, const char *const *folders,
                                     size_t folder_count, const char **base)
{
    uint32_t file = 0;
    const struct node *theme = load_file(r, folder, "theme.yaml", &file);
    const struct node *like = theme && theme->kind == NODE_MAP ? node_get(theme, "like") : NULL;
    *base = NULL;
    if (like == NULL)
        return theme;
    struct str name = read_text(r, like, "like");
    *base = find_folder(r->arena, folders, folder_count, name);
    if (*base == NULL) {
        report_unknown(r->arena, r->diags, folders, folder_count, name, like->at);
        return NULL;
    }
    if (strcmp(*base, folder) == 0) {
        diag_at(r->diags, DIAG_ERROR, like->at, "design-value", _("design '%.*s' is like itself"), STR_ARG(name));
        diag_hint(r->diags, "%s", _("name another design, or leave 'like' out"));
        return NULL;
    }
    const struct node *other = load_file(r, *base, "theme.yaml", &file);
    return other ? inherit_theme(r->arena, theme, other) : NULL;
}

struct design *design_load(struct arena *a, struct diags *d, const char *const *folders, size_t folder_count,
                           const char *const *font_folders, size_t font_folder_count, struct str name, struct span at)
{
    const char *folder = find_folder(a, folders, folder_count, name);
    if (folder == NULL) {
        report_unknown(a, d, folders, folder_count, name, at);
        return NULL;
    }
    struct reading r = {.arena = a, .diags = d};
    const char *base;
    const struct node *theme = load_theme(&r, folder, folders, folder_count, &base);
    if (theme == NULL)
        return NULL;
    struct design *design = ARENA_NEW(a, struct design);
    design->reading = r;
    design->folder = folder;
    design->base = base;
    uint32_t file;
    struct face_folders faces = {font_folders, font_folder_count};
    design->fonts = design->theme.fonts = fonts_new(a);
    if (!theme_read(&r, theme, &faces, &design->theme)) {
        design_free(design);
        return NULL;
    }
    if (file_exists(path_join(a, folder, "parts.yaml")))
        design->parts = load_file(&r, folder, "parts.yaml", &file);
    list_kinds(design);
    return design;
}

void design_free(struct design *design)
{
    fonts_free(design->fonts);
    design->fonts = NULL;
}

const struct kinds *design_kinds(const struct design *design)
{
    return &design->kinds;
}
