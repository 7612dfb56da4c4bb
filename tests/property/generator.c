#include "generator.h"

#include <stdlib.h>
#include <string.h>

#include "page_fields.h"
#include "random_data.h"

struct author_design author_design_load(const char *folder, const char *fonts, const char *name)
{
    struct author_design d = {.name = name, .arena = arena_new()};
    struct diags *diags = diags_new(d.arena);
    d.design = design_load(d.arena, diags, &folder, 1, &fonts, 1, str_of(name), SPAN_NONE);
    d.kinds = d.design ? design_kinds(d.design) : NULL;
    d.schemas = ARENA_ARRAY(d.arena, d.kinds ? d.kinds->count : 0, const struct schema *);
    for (size_t i = 0; d.kinds && i < d.kinds->count; i++) {
        const struct kind *kind = d.kinds->use(d.kinds->data, i);
        d.schemas[i] = kind ? schema_page(d.arena, kind->schema) : NULL;
    }
    if (diags_total(diags) > 0 || !d.kinds) {
        diags_print(diags, stderr, false);
        exit(1);
    }
    return d;
}

void author_design_free(struct author_design *d)
{
    design_free(d->design);
    arena_free(d->arena);
}

static void put_page(struct generation *g, const struct author_design *design, size_t page, struct buf *out)
{
    size_t kind = chance_below(g->chance, design->kinds->count);
    buf_printf(out, "  - page: %.*s\n    id: p%zu\n", STR_ARG(design->kinds->items[kind].name), page);
    g->length = 1 + chance_below(g->chance, 6);
    put_fields(g, design->schemas[kind], 2, out);
}

struct input_files generate_edition(struct arena *a, const struct author_design *design, struct words *words,
                                    uint64_t seed)
{
    struct chance chance = {seed * 0x9E3779B97F4A7C15U + 1};
    struct generation g = {.arena = a, .chance = &chance, .words = words, .design = design->design};
    struct input_files files = random_data(&g);
    struct buf out = {0};
    buf_printf(&out, "edition: 2024\ntitle: \"%s\"\npublished: 2025-03-15\nclosed: 2025-01-15\nlayout: %s\n",
               words_text(words, &chance, 3), design->name);
    buf_text(&out, chance_once(&chance, 4) ? "language: en\npages:\n" : "pages:\n");
    g.page_count = 1 + chance_below(&chance, 3);
    for (size_t i = 0; i < g.page_count; i++)
        put_page(&g, design, i, &out);
    files.items[files.count++] = (struct input_file){STR("data/2024/bilan.yaml"), str_copy(a, buf_view(&out))};
    buf_free(&out);
    return files;
}
