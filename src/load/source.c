#include "load/source.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "load/include.h"
#include "load/missing_file.h"
#include "load/yaml.h"

enum { MEGABYTE = 1024 * 1024 };

struct input {
    const char *real; /* links resolved: what makes two names one file */
    uint32_t file;
    bool is_loading, has_yaml, has_csv; /* has: the result is known, if only as NULL */
    bool is_weighed;                    /* counted in yaml_bytes */
    struct include_tree yaml;
    const struct csv_table *csv;
};

struct sources {
    struct arena *arena;
    struct arena *trees; /* and tables */
    struct diags *diags;
    const char *root, *real_root;      /* real: NULL where there is no such folder, which was told then */
    const char *told_folder, *told_as; /* NULL: files are told as their paths come out */
    struct input **inputs;
    size_t count, capacity;
    size_t yaml_bytes; /* of all YAML files */
};

struct sources *sources_new(struct arena *a, struct diags *d, const char *root)
{
    struct sources *s = ARENA_NEW(a, struct sources);
    s->arena = a;
    s->trees = arena_child(a);
    s->diags = d;
    s->root = arena_copy(a, root, strlen(root));
    s->real_root = path_real(a, s->root);
    if (s->real_root == NULL) {
        diag_at(d, DIAG_ERROR, SPAN_NONE, "missing-file", _("cannot read '%s': %s"), root, strerror(errno));
        diag_machine(d);
    }
    return s;
}

void sources_tell(struct sources *s, const char *folder, const char *as)
{
    s->told_folder = path_short(s->arena, path_join(s->arena, s->root, folder));
    s->told_as = path_short(s->arena, as);
}

/* The path as the user writes it. */
static const char *told(struct sources *s, const char *path)
{
    size_t len = s->told_folder == NULL ? 0 : strlen(s->told_folder);
    if (len == 0 || strncmp(path, s->told_folder, len) != 0 || path[len] != '/') {
        return path;
    }
    return path_join(s->arena, s->told_as, path + len + 1);
}

static void report(struct sources *s, struct span at, const char *name, int error, size_t limit)
{
    if (error == EXDEV) {
        diag_at(s->diags, DIAG_ERROR, at, "outside-folder", _("'%s' lies outside the folder '%s'"), name, s->root);
        diag_hint(s->diags, "%s", _("copy the file into that folder"));
    } else {
        unread_file(s->diags, at, name, error, limit);
    }
}

static struct input *add(struct sources *s, const char *path, const char *real, struct str bytes)
{
    s->inputs = ARENA_ROOM(s->arena, s->inputs, s->count, &s->capacity, 16);
    struct input *input = ARENA_NEW(s->arena, struct input);
    input->real = real;
    input->file = diags_add_file(s->diags, path, bytes);
    s->inputs[s->count++] = input;
    return input;
}

static struct input *find(const struct sources *s, const char *real)
{
    for (size_t i = 0; i < s->count; i++) {
        if (strcmp(s->inputs[i]->real, real) == 0) {
            return s->inputs[i];
        }
    }
    return NULL;
}

/* The input of that name, read now or before. NULL after an error. */
static struct input *open_input(struct sources *s, const char *name, uint32_t from, struct span at, size_t limit)
{
    if (s->real_root == NULL) {
        return NULL;
    }
    const char *folder = from == 0 ? s->root : path_folder(s->arena, diags_file_name(s->diags, from)), *real;
    int error;
    const char *path = path_inside(s->arena, s->real_root, folder, name, &real, &error);
    if (path == NULL) {
        report(s, at, path_join(s->arena, folder, name), error, limit);
        return NULL;
    }
    path = told(s, path);
    struct input *input = find(s, real);
    if (input != NULL) {
        return input;
    }
    struct str bytes;
    struct file_result result = file_read(s->arena, path, limit, &bytes);
    if (!result.ok) {
        report(s, at, path, result.error, limit);
        return NULL;
    }
    return add(s, path, real, bytes);
}

static bool load_included(void *context, const char *name, uint32_t from, struct span at, struct include_tree *out);

/* Whether the YAML files stay within what one may have. */
static bool weigh(struct sources *s, struct input *input)
{
    s->yaml_bytes += input->is_weighed ? 0 : diags_file_bytes(s->diags, input->file).len;
    input->is_weighed = true;
    if (s->yaml_bytes <= YAML_MAX_BYTES) {
        return true;
    }
    diag_at(s->diags, DIAG_ERROR, (struct span){input->file, 0, 0}, "too-large",
            _("the YAML files together are larger than %d MB"), YAML_MAX_BYTES / MEGABYTE);
    diag_hint(s->diags, "%s", _("divide the edition into several"));
    return false;
}

static struct include_tree load_yaml(struct sources *s, struct input *input)
{
    if (!input->has_yaml) {
        input->is_loading = true;
        const struct node *raw = weigh(s, input) ? yaml_load_apart(s->trees, s->arena, s->diags, input->file) : NULL;
        input->yaml = (struct include_tree){0};
        if (raw != NULL) {
            input->yaml = include_resolve(s->trees, s->diags, raw, load_included, s);
        }
        input->is_loading = false;
        input->has_yaml = true;
    }
    return input->yaml;
}

static bool load_included(void *context, const char *name, uint32_t from, struct span at, struct include_tree *out)
{
    struct sources *s = context;
    struct input *input = open_input(s, name, from, at, YAML_MAX_BYTES);
    if (input == NULL) {
        return false;
    }
    if (input->is_loading) {
        diag_at(s->diags, DIAG_ERROR, at, "include-cycle", _("'%s' includes itself"),
                diags_file_name(s->diags, input->file));
        diag_hint(s->diags, "%s", _("leave this include out, or name another file"));
        return false;
    }
    *out = load_yaml(s, input);
    return out->root != NULL;
}

const struct node *source_yaml(struct sources *s, const char *name, uint32_t from, struct span at)
{
    struct input *input = open_input(s, name, from, at, YAML_MAX_BYTES);
    return input == NULL ? NULL : load_yaml(s, input).root;
}

const struct csv_table *source_csv(struct sources *s, const char *name, uint32_t from, struct span at)
{
    struct input *input = open_input(s, name, from, at, CSV_MAX_BYTES);
    if (input != NULL && !input->has_csv) {
        input->csv = csv_load_apart(s->trees, s->arena, s->diags, input->file);
        input->has_csv = true;
    }
    return input == NULL ? NULL : input->csv;
}

void sources_end_trees(struct sources *s)
{
    for (size_t i = 0; i < s->count; i++) {
        s->inputs[i]->has_yaml = s->inputs[i]->has_csv = false;
    }
    arena_free(s->trees);
    s->trees = arena_child(s->arena);
}

uint32_t source_bytes(struct sources *s, const char *name, uint32_t from, struct span at, size_t limit)
{
    struct input *input = open_input(s, name, from, at, limit);
    if (input == NULL) {
        return 0;
    }
    if (diags_file_bytes(s->diags, input->file).len > limit) { /* read before, under a wider limit */
        report(s, at, diags_file_name(s->diags, input->file), EFBIG, limit);
        return 0;
    }
    return input->file;
}

size_t sources_count(const struct sources *s)
{
    return s->count;
}

struct source_file sources_get(const struct sources *s, size_t index)
{
    const struct input *input = s->inputs[index];
    size_t root = strlen(s->real_root);
    bool below = strncmp(input->real, s->real_root, root) == 0 && input->real[root] == '/';
    return (struct source_file){input->file, below ? input->real + root + 1 : diags_file_name(s->diags, input->file)};
}
