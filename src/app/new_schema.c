#include <stdio.h>
#include <string.h>

#include "app/all_kinds.h"
#include "app/edition_path.h"
#include "app/new.h"
#include "app/output.h"
#include "app/resources.h"
#include "app/schema_json.h"
#include "base/file.h"
#include "base/i18n.h"
#include "load/missing_file.h"
#include "load/yaml.h"

/* What the schema is for when nothing names a design. */
static const char usual_design[] = "slides-16x9";

/* The design that the edition names. Its file may be missing or half-written: what is wrong with it is not this command's to say, unless it
 * cannot be read. */
static struct str edition_design(struct arena *a, struct diags *d, const char *path)
{
    struct str bytes;
    const char *file = edition_path_file(a, path);
    struct file_result result = file_read(a, file, YAML_MAX_BYTES, &bytes);
    if (!result.ok && !file_is_missing(result.error))
        unread_file(d, SPAN_NONE, file, result.error, YAML_MAX_BYTES);
    if (!result.ok)
        return STR("");
    struct diags *unsaid = diags_new(a);
    const struct node *root = yaml_load(a, unsaid, diags_add_file(unsaid, path, bytes));
    const struct node *layout = root && root->kind == NODE_MAP ? node_get(root, "layout") : NULL;
    return layout && layout->kind == NODE_SCALAR ? layout->as.scalar.text : STR("");
}

static struct str choose_design(struct arena *a, struct diags *d, const struct options *options)
{
    if (options->layout)
        return str_of(options->layout);
    struct str named = options->operand ? edition_design(a, d, options->operand) : STR("");
    return named.len > 0 ? named : str_of(usual_design);
}

static enum exit_status write_schema(const struct pipeline *p, const struct known_names *names, const char *path)
{
    struct kinds kinds = all_kinds(p->arena, design_kinds(p->design));
    enum exit_status status = pipeline_report(p, false);
    if (status != EXIT_DONE)
        return status;
    struct buf text = {0};
    schema_json(&kinds, names, &text);
    status = output_write(path, buf_view(&text));
    buf_free(&text);
    return status;
}

enum exit_status new_schema(const struct options *options)
{
    struct pipeline p = {.arena = arena_new()};
    p.diags = diags_new(p.arena);
    const char *root = options->operand ? edition_root(p.arena, options->operand) : NULL;
    struct known_names names = {.programme = STR("")};
    enum exit_status status = EXIT_MACHINE;
    if (options->operand && !root) {
        fprintf(stderr, _("bilan: '%s' is in no data folder: no programme.yaml there nor in a folder above it\n"),
                options->operand);
    } else {
        struct resources r = resources_find(p.arena, root);
        if (root)
            names = known_names_read(p.arena, sources_new(p.arena, p.diags, root), root);
        p.design = design_load(p.arena, p.diags, r.layouts, r.layout_count, r.fonts, r.font_count,
                               choose_design(p.arena, p.diags, options), SPAN_NONE);
        status =
            p.design ? write_schema(&p, &names, options->output ? options->output : "-") : pipeline_report(&p, false);
    }
    pipeline_end(&p);
    return status;
}
