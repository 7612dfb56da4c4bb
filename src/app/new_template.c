#include <stdio.h>

#include "app/all_kinds.h"
#include "app/edition_folder.h"
#include "app/new.h"
#include "app/resources.h"
#include "app/template_page.h"
#include "base/file.h"
#include "base/i18n.h"

/* The data folder around the current folder, or the one in it. */
static const char *data_folder(struct arena *a)
{
    const char *around = edition_root(a, ".");
    return around || !file_exists("data/programme.yaml") ? around : "data";
}

static void put_edition(const struct kinds *kinds, const struct known_names *names, int year, const char *design,
                        struct buf *out)
{
    buf_printf(out, "edition: %d\ntitle: \"", year);
    template_text(out, names->programme);
    buf_printf(out, " ${edition}\"\npublished: %d-01-01  # %s\nlayout: %s\npages:", year + 1, _("to review"), design);
    for (size_t i = 0; i < kinds->count; i++)
        template_page(&kinds->items[i], names, out);
}

static enum exit_status write_template(struct pipeline *p, const struct known_names *names, int year,
                                       const char *design, const char *folder)
{
    struct kinds kinds = all_kinds(p->arena, design_kinds(p->design));
    enum exit_status status = pipeline_report(p, false);
    if (status != EXIT_DONE)
        return status;
    struct buf text = {0};
    put_edition(&kinds, names, year, design, &text);
    struct edition_file file = {"bilan.yaml", buf_view(&text)};
    status = edition_folder_write(p->arena, folder, &file, 1);
    buf_free(&text);
    return status;
}

static enum exit_status make_template(struct pipeline *p, int year, const char *design)
{
    const char *root = data_folder(p->arena);
    if (!root) {
        fputs(_("bilan: this is no data folder: no programme.yaml here, in the folder data, nor above\n"), stderr);
        return EXIT_MACHINE;
    }
    const char *folder = path_join(p->arena, root, arena_printf(p->arena, "%d", year));
    if (edition_folder_taken(folder))
        return EXIT_USAGE;
    struct known_names names = known_names_read(p->arena, sources_new(p->arena, p->diags, root), root);
    struct resources r = resources_find(p->arena, root);
    p->design =
        design_load(p->arena, p->diags, r.layouts, r.layout_count, r.fonts, r.font_count, str_of(design), SPAN_NONE);
    return p->design ? write_template(p, &names, year, design, folder) : pipeline_report(p, false);
}

enum exit_status new_from_template(int year, const struct options *options)
{
    struct pipeline p = {.arena = arena_new()};
    p.diags = diags_new(p.arena);
    enum exit_status status = make_template(&p, year, options->template);
    pipeline_end(&p);
    return status;
}
