#include "layout/design.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "load/yaml.h"

static const struct node *load_file(const struct reading *r, const char *folder, const char *name, uint32_t *file)
{
    struct str bytes;
    const char *path = path_join(r->arena, folder, name);
    if (!file_read(r->arena, path, YAML_MAX_BYTES, &bytes).ok) {
        diag_at(r->diags, DIAG_ERROR, SPAN_NONE, "missing-file", _("the design's file '%s' cannot be read"), path);
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
    return name[0] != '.' && str_ends(str_of(name), ".yaml") && strcmp(name, "theme.yaml") != 0 &&
           strcmp(name, "parts.yaml") != 0;
}

/* Sorted, so that findings and kinds do not follow the disk's order. */
static const char **list_kind_files(struct arena *a, const char *folder, size_t *count)
{
    const char **names = NULL;
    size_t capacity = 0;
    *count = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return NULL;
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        if (!is_kind_file(entry->d_name))
            continue;
        if (*count == capacity) {
            capacity = capacity ? 2 * capacity : 32;
            names = arena_grow(a, names, *count, capacity, sizeof *names);
        }
        names[(*count)++] = arena_copy(a, entry->d_name, strlen(entry->d_name));
    }
    closedir(dir);
    if (*count > 0)
        qsort(names, *count, sizeof *names, compare_names);
    return names;
}

static bool load_kind(const struct reading *r, const struct node *file_node, uint32_t file, struct kind *out)
{
    if (file_node == NULL)
        return false;
    const struct node *name = file_node->kind == NODE_MAP ? node_get(file_node, "kind") : NULL;
    if (name == NULL || name->kind != NODE_SCALAR || name->as.scalar.text.len == 0) {
        diag_at(r->diags, DIAG_ERROR, file_node->at, "design-value", _("a page kind must give its name under 'kind'"));
        return false;
    }
    struct str text = name->as.scalar.text;
    struct str title = str_of(arena_printf(r->arena, _("page kind '%.*s'"), STR_ARG(text)));
    out->name = text;
    out->definition = file_node;
    out->file = file;
    out->schema = schema_load(r->arena, r->diags, title, node_get(file_node, "fields"));
    return true;
}

static bool is_repeated(const struct design *design, struct str name)
{
    for (size_t i = 0; i < design->kinds.count; i++)
        if (str_eq(design->kinds.items[i].name, name))
            return true;
    return false;
}

static void load_kinds(const struct reading *r, const char *folder, struct design *design)
{
    size_t count;
    const char **names = list_kind_files(r->arena, folder, &count);
    struct kind *kinds = ARENA_ARRAY(r->arena, count + 1, struct kind);
    design->kinds.items = kinds;
    for (size_t i = 0; i < count; i++) {
        uint32_t file = 0;
        const struct node *node = load_file(r, folder, names[i], &file);
        struct kind kind;
        if (!load_kind(r, node, file, &kind))
            continue;
        if (is_repeated(design, kind.name))
            diag_at(r->diags, DIAG_ERROR, node_get(node, "kind")->at, "design-value",
                    _("there is another page kind '%.*s'"), STR_ARG(kind.name));
        else
            kinds[design->kinds.count++] = kind;
    }
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

struct design *design_load(struct arena *a, struct diags *d, const char *const *folders, size_t folder_count,
                           const char *const *font_folders, size_t font_folder_count, struct str name, struct span at)
{
    struct reading r = {a, d};
    const char *folder = find_folder(a, folders, folder_count, name);
    if (folder == NULL) {
        diag_at(d, DIAG_ERROR, at, "unknown-design", _("there is no design '%.*s'"), STR_ARG(name));
        return NULL;
    }
    uint32_t file = 0;
    const struct node *theme = load_file(&r, folder, "theme.yaml", &file);
    if (theme == NULL)
        return NULL;
    struct design *design = ARENA_NEW(a, struct design);
    struct face_folders faces = {font_folders, font_folder_count};
    design->fonts = design->theme.fonts = fonts_new(a);
    if (!theme_read(&r, theme, &faces, &design->theme)) {
        design_free(design);
        return NULL;
    }
    if (file_exists(path_join(a, folder, "parts.yaml")))
        design->parts = load_file(&r, folder, "parts.yaml", &file);
    load_kinds(&r, folder, design);
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
