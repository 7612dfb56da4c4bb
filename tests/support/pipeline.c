#include "pipeline.h"

#include "check/check.h"

static const struct kinds *load_design(void *data, struct str layout, struct span at)
{
    struct test_pipeline *p = data;
    const char *layouts[] = {folder_path(p->folder, p->arena, "layouts"), BILAN_SOURCE_FOLDER "/layouts"};
    const char *fonts[] = {BILAN_SOURCE_FOLDER "/fonts"};
    p->design = design_load(p->arena, p->diags, layouts, 2, fonts, 1, layout, at);
    return p->design ? design_kinds(p->design) : NULL;
}

struct test_pipeline test_pipeline_run(const struct test_folder *folder, enum last_stage last)
{
    struct test_pipeline p = {.arena = arena_new(), .folder = folder};
    p.diags = diags_new(p.arena);
    struct sources *sources = sources_new(p.arena, p.diags, folder_path(folder, p.arena, "data"));
    struct kind_source kinds = {&p, load_design};
    const char *path = folder_path(folder, p.arena, "data/2024");
    p.edition = edition_bind(p.arena, p.diags, sources, path, STR(""), &kinds);
    if (!p.edition || !p.design)
        return p;
    check_edition(p.edition, p.diags);
    if (last == STAGE_LAYOUT && diags_count(p.diags, DIAG_ERROR) == 0)
        p.document = layout_edition(p.arena, p.diags, p.edition, p.design);
    if (p.document)
        check_document(p.document, p.diags);
    return p;
}

void test_pipeline_end(struct test_pipeline *p)
{
    if (p->design)
        design_free(p->design);
    arena_free(p->arena);
}
