#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/edition_folder.h"
#include "app/edition_path.h"
#include "app/new.h"
#include "app/next_file.h"
#include "base/file.h"
#include "base/i18n.h"
#include "load/missing_file.h"
#include "load/yaml.h"

/* The last edition's files as they are read. */
struct gathering {
    struct pipeline *p; /* findings */
    struct next_edition next;
    struct next_source *files;
    size_t count, capacity;
};

static bool is_gathered(const struct gathering *g, const char *name)
{
    for (size_t i = 0; i < g->count; i++)
        if (strcmp(g->files[i].name, name) == 0)
            return true;
    return false;
}

static void gather(struct gathering *g, const char *name, struct span asked_at);

/* Files that this one includes, from the edition's own folder. */
static void gather_included(struct gathering *g, const char *from, const struct node *node)
{
    struct str included = next_included(node);
    if (included.len > 0) {
        const char *name = path_join(g->p->arena, path_folder(g->p->arena, from), str_copy(g->p->arena, included).at);
        if (!is_gathered(g, name))
            gather(g, name, node->as.map.pairs[0].value->at);
        return;
    }
    for (size_t i = 0; node->kind == NODE_LIST && i < node->as.list.count; i++)
        gather_included(g, from, node->as.list.items[i]);
    for (size_t i = 0; node->kind == NODE_MAP && i < node->as.map.count; i++)
        gather_included(g, from, node->as.map.pairs[i].value);
}

static void gather(struct gathering *g, const char *name, struct span asked_at)
{
    struct arena *a = g->p->arena;
    const char *path = path_join(a, g->next.old_folder, name);
    struct next_source source = {.name = name, .is_edition = g->count == 0};
    struct file_result result = file_read(a, path, YAML_MAX_BYTES, &source.bytes);
    if (!result.ok) {
        unread_file(g->p->diags, asked_at, path, result.error, YAML_MAX_BYTES);
        return;
    }
    source.root = yaml_load(a, g->p->diags, diags_add_file(g->p->diags, path, source.bytes));
    if (!source.root)
        return;
    g->files = ARENA_ROOM(a, g->files, g->count, &g->capacity, 8);
    g->files[g->count++] = source;
    gather_included(g, name, source.root);
}

/* The year of the last edition; a finding and false when its file does not tell. */
static bool read_year(const struct gathering *g, int *out)
{
    if (g->count == 0)
        return false;
    const struct node *root = g->files[0].root;
    const struct node *year = root->kind == NODE_MAP ? node_get(root, "edition") : NULL;
    struct period period;
    if (year && year->kind == NODE_SCALAR && period_parse(year->as.scalar.text, &period) &&
        period.kind == PERIOD_YEAR) {
        *out = period.year;
        return true;
    }
    diag_at(g->p->diags, DIAG_ERROR, year ? year->at : root->at, "missing-field",
            _("the edition does not tell its year"));
    diag_hint(g->p->diags, _("add 'edition: YEAR'"));
    return false;
}

static void note_year(void *context, const struct node *scalar, struct str year)
{
    const struct gathering *g = context;
    struct diags *d = g->p->diags;
    size_t start = (size_t)(year.at - scalar->as.scalar.text.at);
    if (next_is_moved(&g->next, scalar->as.scalar.text))
        return;
    diag_at(d, DIAG_NOTE, node_span(scalar, start, start + year.len), "typed-year", _("the year %.*s is typed"),
            STR_ARG(year));
    diag_hint(d, _("to follow the edition: ${edition}, ${edition:previous} or @previous"));
}

/* Reads the new file as it will be read, and notes its typed years. */
static void note_years(struct gathering *g, const char *path, const struct edition_file *file, bool is_edition)
{
    struct diags *d = g->p->diags;
    const struct node *root = yaml_load(g->p->arena, d, diags_add_file(d, path, file->bytes));
    if (!root)
        return;
    if (!is_edition) {
        typed_years_each(root, next_years(&g->next), note_year, g);
        return;
    }
    for (size_t i = 0; i < root->as.map.count; i++)
        if (!next_is_rewritten(root->as.map.pairs[i].key->as.scalar.text))
            typed_years_each(root->as.map.pairs[i].value, next_years(&g->next), note_year, g);
}

static enum exit_status write_edition(struct gathering *g, const char *folder)
{
    struct arena *a = g->p->arena;
    struct edition_file *files = ARENA_ARRAY(a, g->count, struct edition_file);
    for (size_t i = 0; i < g->count; i++) {
        files[i] = (struct edition_file){i == 0 ? "bilan.yaml" : g->files[i].name, next_file(&g->next, &g->files[i])};
        note_years(g, path_join(a, folder, files[i].name), &files[i], i == 0);
    }
    enum exit_status status = pipeline_report(g->p, false);
    const char *advice = arena_printf(
        a, _("look at the comments 'to review'; 'bilan check %s' tells which figures are missing\n"), folder);
    if (status == EXIT_DONE)
        status = edition_folder_write(a, folder, files, g->count);
    if (status == EXIT_DONE)
        fputs(advice, stderr);
    return status;
}

/* The folder's name; "." and ".." are asked what they stand for. */
static const char *folder_name(struct arena *a, const char *folder)
{
    const char *slash = strrchr(folder, '/');
    const char *last = slash ? slash + 1 : folder;
    if (strcmp(last, ".") != 0 && strcmp(last, "..") != 0)
        return last;
    char *real = realpath(folder, NULL);
    slash = real ? strrchr(real, '/') : NULL;
    last = slash ? arena_copy(a, slash + 1, strlen(slash + 1)) : last;
    free(real);
    return last;
}

/* From the new edition's folder to the last one's. */
static const char *way_back(struct arena *a, const char *old_folder, bool is_root)
{
    return is_root ? "../" : arena_printf(a, "../%s/", folder_name(a, old_folder));
}

static enum exit_status make_next(struct gathering *g, int year, const char *path)
{
    struct arena *a = g->p->arena;
    const char *old_folder = edition_path_folder(a, path), *root = edition_root(a, path);
    if (!root || !file_exists(edition_path_file(a, path))) {
        fprintf(stderr,
                _("bilan: '%s' is no edition: no bilan.yaml there, or no programme.yaml in a folder above it\n"), path);
        return EXIT_MACHINE;
    }
    struct str unused;
    const char *programme = path_join(a, root, "programme.yaml");
    struct file_result result = file_read(a, programme, YAML_MAX_BYTES, &unused);
    if (!result.ok) {
        unread_file(g->p->diags, SPAN_NONE, programme, result.error, YAML_MAX_BYTES);
        return pipeline_report(g->p, false);
    }
    bool is_root = strcmp(root, old_folder) == 0;
    const char *name = arena_printf(a, "%d", year);
    const char *folder = is_root ? path_join(a, root, name) : edition_path_beside(a, old_folder, name);
    if (edition_folder_taken(folder))
        return EXIT_USAGE;
    g->next = (struct next_edition){a, year, year, old_folder, way_back(a, old_folder, is_root)};
    const char *file = edition_path_file(a, path);
    const char *slash = strrchr(file, '/');
    gather(g, slash ? slash + 1 : file, SPAN_NONE);
    if (diags_count(g->p->diags, DIAG_ERROR) > 0 || !read_year(g, &g->next.from))
        return pipeline_report(g->p, false);
    return write_edition(g, folder);
}

enum exit_status new_from(int year, const struct options *options)
{
    struct pipeline p = {.arena = arena_new()};
    p.diags = diags_new(p.arena);
    struct gathering g = {.p = &p};
    enum exit_status status = make_next(&g, year, options->from);
    pipeline_end(&p);
    return status;
}
