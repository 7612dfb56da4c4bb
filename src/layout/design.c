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

struct file_list {
    const char **names;
    size_t count, capacity;
};

static void list_kind_files(const struct reading *r, const char *folder, struct file_list *out)
{
    struct arena *a = r->arena;
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        report_folder(r, folder, errno);
        return;
    }
    for (struct dirent *entry = next_entry(dir); entry != NULL; entry = next_entry(dir)) {
        if (!is_kind_file(entry->d_name))
            continue;
        out->names = ARENA_ROOM(a, out->names, out->count, &out->capacity, 64);
        out->names[out->count++] = arena_copy(a, entry->d_name, strlen(entry->d_name));
    }
    if (errno != 0)
        report_folder(r, folder, errno);
    closedir(dir);
}

/* Those of all folders that give kinds, each name once; sorted, so that findings and kinds do not follow the disk's order. */
static struct file_list kind_files(const struct design *design)
{
    struct file_list list = {0};
    for (size_t i = 0; i < design->lineage.whole; i++)
        list_kind_files(&design->reading, design->lineage.folders[i], &list);
    if (list.count > 0)
        qsort(list.names, list.count, sizeof *list.names, compare_names);
    size_t kept = 0;
    for (size_t i = 0; i < list.count; i++)
        if (kept == 0 || strcmp(list.names[i], list.names[kept - 1]) != 0)
            list.names[kept++] = list.names[i];
    list.count = kept;
    return list;
}

static const char *kind_file(struct arena *a, struct str name)
{
    return arena_printf(a, "%.*s" KIND_SUFFIX, STR_ARG(name));
}

/* The fields of a kind that declares none: those of the kind of this name in the designs behind its own. */
static const struct node *base_fields(const struct design *design, struct str name, size_t own)
{
    const struct reading *r = &design->reading;
    const char *file_name = kind_file(r->arena, name);
    const struct node *fields = NULL;
    for (size_t i = own + 1; i < design->lineage.count && fields == NULL; i++) {
        uint32_t file;
        const char *folder = design->lineage.folders[i];
        bool there = file_exists(path_join(r->arena, folder, file_name));
        const struct node *node = there ? design_file(r, folder, file_name, &file) : NULL;
        fields = node && node->kind == NODE_MAP ? node_get(node, "fields") : NULL;
    }
    return fields;
}

/* What the file of the kind `out->name` says, in the folder `own`. */
static void read_kind(const struct design *design, const struct node *file_node, size_t own, struct kind *out)
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
    out->schema = schema_load(r->arena, r->diags, title, fields ? fields : base_fields(design, out->name, own));
}

/* A kind's file is read when the edition first uses it. */
static const struct kind *use_kind(void *data, size_t index)
{
    struct design *design = data;
    struct kind *kind = &design->kind_items[index];
    if (!design->kinds_read[index]) {
        design->kinds_read[index] = true;
        const struct reading *r = &design->reading;
        const char *name = kind_file(r->arena, kind->name);
        size_t own = 0; /* the first folder that has it; one of them had when they were listed */
        while (own + 1 < design->lineage.whole && !file_exists(path_join(r->arena, design->lineage.folders[own], name)))
            own++;
        const struct node *node = design_file(r, design->lineage.folders[own], name, &kind->file);
        if (node != NULL)
            read_kind(design, node, own, kind);
    }
    return kind->definition ? kind : NULL;
}

static void list_kinds(struct design *design)
{
    struct arena *a = design->reading.arena;
    struct file_list files = kind_files(design);
    design->kind_items = ARENA_ARRAY(a, files.count + 1, struct kind);
    design->kinds_read = ARENA_ARRAY(a, files.count + 1, bool);
    for (size_t i = 0; i < files.count; i++)
        design->kind_items[i].name = (struct str){files.names[i], strlen(files.names[i]) - strlen(KIND_SUFFIX)};
    design->kinds = (struct kinds){design->kind_items, files.count, design, use_kind};
}

/* parts.yaml of all folders that give parts: those of the first go first. NULL when there is none. */
static const struct node *read_parts(const struct design *design)
{
    const struct reading *r = &design->reading;
    const struct node *parts = NULL;
    for (size_t i = 0; i < design->lineage.whole; i++) {
        uint32_t file;
        const char *folder = design->lineage.folders[i];
        bool there = file_exists(path_join(r->arena, folder, "parts.yaml"));
        const struct node *more = there ? design_file(r, folder, "parts.yaml", &file) : NULL;
        parts = parts && more ? inherit_entries(r->arena, parts, more) : parts ? parts : more;
    }
    return parts;
}

struct design *design_load(struct arena *a, struct diags *d, const char *const *folders, size_t folder_count,
                           const char *const *font_folders, size_t font_folder_count, struct str name, struct span at)
{
    struct reading r = {.arena = a, .diags = d};
    struct design_folders all = {folders, folder_count};
    struct face_folders faces = {font_folders, font_folder_count};
    struct design *design = ARENA_NEW(a, struct design);
    design->reading = r;
    if (!lineage_read(&r, &all, name, at, &design->lineage))
        return NULL;
    design->fonts = design->theme.fonts = fonts_new(a);
    if (!theme_read(&r, design->lineage.theme, &faces, &design->theme)) {
        design_free(design);
        return NULL;
    }
    design->parts = read_parts(design);
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
