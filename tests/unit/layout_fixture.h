/* A small design and edition in a temporary folder, laid out. */
#ifndef BILAN_TESTS_LAYOUT_FIXTURE_H
#define BILAN_TESTS_LAYOUT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "layout/layout.h"
#include "support/temp_folder.h"

#define THEME                                                                                                          \
    "page: {width: 400, height: 300}\n"                                                                                \
    "bounds: {left: 20, right: 380, top: 0, bottom: 280}\n"                                                            \
    "legible: 8\n"                                                                                                     \
    "faces: {400: SourceSans3-Regular.ttf, 700: SourceSans3-Bold.ttf}\n"                                               \
    "colors: {blue: \"#000091\", pale: \"#E3E3FB\", white: \"#FFFFFF\"}\n"                                             \
    "palette: [blue, pale]\n"                                                                                          \
    "outline: blue\n"                                                                                                  \
    "styles:\n"                                                                                                        \
    "  body: {size: 10, line: 20, color: blue}\n"                                                                      \
    "  note: {like: body, size: 8, line: 10}\n"                                                                        \
    "  title: {like: body, size: 20, line: 30, weight: 700}\n"                                                         \
    "icons:\n"                                                                                                         \
    "  arrow: {size: [10, 10], stroke: 1, path: \"M0 0 L10 10\"}\n"                                                    \
    "  reached: {size: [10, 10], fill: true, path: \"M0 0 H10 V10 Z\"}\n"                                              \
    "  nearly: {size: [10, 10], fill: true, path: \"M0 0 H10 V10 Z\"}\n"                                               \
    "  missed: {size: [10, 10], fill: true, path: \"M0 0 H10 V10 Z\"}\n"                                               \
    "marks: {dot: {size: 10, color: blue}}\n"                                                                          \
    "monogram: {tones: [{fill: blue, color: white}]}\n"                                                                \
    "status: {reached: {color: blue}, nearly: {color: blue}, missed: {color: blue}}\n"                                 \
    "words: {fr: {reached: Atteint, nearly: Presque, missed: Manqué, hello: Bonjour}}\n"

/* A file beside those of the fixture; the last one's name is NULL. */
struct fixture_file {
    const char *name;
    struct str bytes;
};

struct laid_out {
    char *folder;
    struct arena *arena;
    struct diags *diags;
    struct design *design;
    const struct document *document;
    struct buf dump;
    const char *parts;
};

static inline void put_file(const struct laid_out *l, const char *name, const char *text)
{
    temp_folder_put(l->arena, l->folder, name, str_of(text));
}

static inline const struct kinds *load_fixture_design(void *data, struct str layout, struct span at)
{
    struct laid_out *l = data;
    const char *folders[] = {path_join(l->arena, l->folder, "layouts")};
    const char *fonts[] = {"fonts"};
    l->design = design_load(l->arena, l->diags, folders, 1, fonts, 1, layout, at);
    return l->design ? design_kinds(l->design) : NULL;
}

static inline void put_data(const struct laid_out *l, const char *pages)
{
    put_file(l, "data/programme.yaml", "name: prog\ntitle: Le programme\nowner: Nous\nlanguage: fr\n");
    put_file(l, "data/indicators.yaml",
             "visits: {label: visites, unit: visites, hint: par mois}\nusers: {label: usagers}\n");
    put_file(l, "data/indicators.csv",
             "entity,indicator,period,kind,value\n,visits,2023,result,50\n,visits,2024,result,100\n"
             ",visits,2024,target,80\n,users,2024,result,25\n,users,2024,target,100\n");
    put_file(l, "data/services.yaml",
             "tchap: {name: Tchap, mission: Parler, state: alumni}\nmano: {name: Mano, mission: Aider, mark: Ma}\n");
    put_file(
        l, "data/2024/bilan.yaml",
        arena_printf(l->arena, "edition: 2024\ntitle: Bilan\npublished: 2025-03-15\nlayout: small\npages:\n%s", pages));
}

/* What each fixture has: an arena, findings, an empty folder with some folders in it (their names end with NULL). */
static inline struct laid_out *fixture_new(const char *const *folders)
{
    struct laid_out *l = calloc(1, sizeof *l);
    assert_non_null(l);
    l->arena = arena_new();
    l->diags = diags_new(l->arena);
    l->folder = temp_folder_new();
    for (; *folders; folders++)
        temp_folder_make(l->arena, l->folder, *folders);
    return l;
}

/* Lays out `pages` with one page kind 'k' (its file's text) and one 'd', a divider. `theme`, `parts` and `others` may be NULL. */
static inline struct laid_out *lay_out_beside(const char *kind, const char *pages, const char *theme, const char *parts,
                                              const struct fixture_file *others)
{
    static const char *const folders[] = {"data", "data/2024", "layouts", "layouts/small", NULL};
    struct laid_out *l = fixture_new(folders);
    put_file(l, "layouts/small/theme.yaml", theme ? theme : THEME);
    put_file(l, "layouts/small/parts.yaml", parts ? parts : "none: {stack: []}\n");
    put_file(l, "layouts/small/k.yaml", kind);
    put_file(l, "layouts/small/d.yaml",
             "kind: d\nfields: {title: text}\nsection-title: \"Partie ${title}\"\nbody:\n"
             "  - {at: [20, 20, 360, ~], text: \"${title}\", tag: H1}\n");
    put_data(l, pages);
    for (const struct fixture_file *o = others; o && o->name; o++)
        temp_folder_put(l->arena, l->folder, o->name, o->bytes);
    const char *root = path_join(l->arena, l->folder, "data");
    struct sources *sources = sources_new(l->arena, l->diags, root);
    struct kind_source source = {l, load_fixture_design};
    const struct edition *e =
        edition_bind(l->arena, l->diags, sources, path_join(l->arena, root, "2024"), STR(""), &source);
    if (e != NULL && l->design != NULL)
        l->document = layout_edition(l->arena, l->diags, e, l->design);
    if (l->document != NULL)
        document_dump(l->document, &l->dump);
    return l;
}

static inline struct laid_out *lay_out_with(const char *kind, const char *pages, const char *theme, const char *parts)
{
    return lay_out_beside(kind, pages, theme, parts, NULL);
}

static inline struct laid_out *lay_out(const char *kind, const char *pages)
{
    return lay_out_with(kind, pages, NULL, NULL);
}

static inline void laid_out_free(struct laid_out *l)
{
    temp_folder_free(l->folder);
    buf_free(&l->dump);
    if (l->design)
        design_free(l->design);
    arena_free(l->arena);
    free(l);
}

/* The first finding of that rule, or NULL. */
static inline const struct finding *finding_of(const struct laid_out *l, const char *rule)
{
    for (size_t i = 0; i < diags_total(l->diags); i++)
        if (strcmp(diags_finding(l->diags, i)->rule, rule) == 0)
            return diags_finding(l->diags, i);
    return NULL;
}

static inline void assert_clean(const struct laid_out *l)
{
    if (diags_total(l->diags) > 0)
        diags_print(l->diags, stderr, false);
    assert_int_equal(diags_total(l->diags), 0);
    assert_non_null(l->document);
}

/* The glyph run whose text is just that, anywhere; fails when there is none. */
static inline const struct item *run_of(const struct laid_out *l, const char *text)
{
    for (size_t p = 0; p < l->document->page_count; p++)
        for (size_t i = 0; i < l->document->pages[p].item_count; i++) {
            const struct item *item = &l->document->pages[p].items[i];
            if (item->kind == ITEM_GLYPHS && str_is(item->as.glyphs.text, text))
                return item;
        }
    fail_msg("no text '%s'", text);
    return NULL;
}

static inline void assert_near(double given, double wanted)
{
    if (fabs(given - wanted) > 0.01)
        fail_msg("%f is not %f", given, wanted);
}

static inline const struct item *nth_path(const struct laid_out *l, size_t n)
{
    for (size_t i = 0; i < l->document->pages[0].item_count; i++)
        if (l->document->pages[0].items[i].kind == ITEM_PATH && n-- == 0)
            return &l->document->pages[0].items[i];
    fail_msg("too few paths");
    return NULL;
}

static inline void assert_box(const struct item *item, double x, double y, double width, double height)
{
    assert_near(item->box.x, x);
    assert_near(item->box.y, y);
    assert_near(item->box.width, width);
    assert_near(item->box.height, height);
}

static inline bool dump_has(const struct laid_out *l, const char *text)
{
    return strstr(l->dump.at, text) != NULL;
}

#endif
