#include "app/pipeline.h"

#include <stdio.h>
#include <unistd.h>

#include "app/edition_path.h"
#include "app/resources.h"
#include "base/file.h"
#include "base/i18n.h"
#include "check/check.h"

struct design_request {
    struct pipeline *pipeline;
    const char *data_root;
};

static const struct kinds *load_design(void *data, struct str layout, struct span at)
{
    struct design_request *request = data;
    struct pipeline *p = request->pipeline;
    struct resources r = resources_find(p->arena, request->data_root);
    p->design = design_load(p->arena, p->diags, r.layouts, r.layout_count, r.fonts, r.font_count, layout, at);
    return p->design ? design_kinds(p->design) : NULL;
}

bool pipeline_run(struct pipeline *p, const char *path, const char *layout)
{
    *p = (struct pipeline){.arena = arena_new()};
    p->diags = diags_new(p->arena);
    const char *root = edition_root(p->arena, path);
    if (!root || !file_exists(edition_path_file(p->arena, path))) {
        fprintf(stderr,
                _("bilan: '%s' is no edition: no bilan.yaml there, or no programme.yaml in a folder above it\n"), path);
        return false;
    }
    p->sources = sources_new(p->arena, p->diags, root);
    struct design_request request = {p, root};
    struct kind_source kinds = {&request, load_design};
    struct str name = layout ? str_of(layout) : STR("");
    p->edition = edition_bind(p->arena, p->diags, p->sources, path, name, &kinds);
    if (!p->edition || !p->design)
        return true;
    check_edition(p->edition, p->diags);
    if (diags_count(p->diags, DIAG_ERROR) == 0)
        p->document = layout_edition(p->arena, p->diags, p->edition, p->design);
    if (p->document)
        check_document(p->document, p->diags);
    return true;
}

void pipeline_end(struct pipeline *p)
{
    if (p->design)
        design_free(p->design);
    arena_free(p->arena);
}

enum exit_status pipeline_status(const struct pipeline *p, bool strict)
{
    if (diags_machine_failed(p->diags))
        return EXIT_MACHINE;
    bool bad = diags_count(p->diags, DIAG_ERROR) > 0 || (strict && diags_count(p->diags, DIAG_WARNING) > 0);
    return bad ? EXIT_CONTENT : EXIT_DONE;
}

enum exit_status pipeline_report(const struct pipeline *p, bool strict)
{
    diags_print(p->diags, stderr, isatty(STDERR_FILENO) == 1);
    size_t errors = diags_count(p->diags, DIAG_ERROR);
    size_t warnings = diags_count(p->diags, DIAG_WARNING);
    if (errors + warnings > 0) {
        fprintf(stderr, P_("%zu error", "%zu errors", errors), errors);
        fprintf(stderr, P_(", %zu warning\n", ", %zu warnings\n", warnings), warnings);
    }
    return pipeline_status(p, strict);
}
