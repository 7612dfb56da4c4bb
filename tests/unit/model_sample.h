/* A small data folder for the tests of the model, bound with one page kind, 'note'. */
#ifndef BILAN_TESTS_MODEL_SAMPLE_H
#define BILAN_TESTS_MODEL_SAMPLE_H

#include "base/file.h"
#include "findings.h"
#include "load/yaml.h"
#include "model/edition.h"
#include "support/temp_folder.h"

struct model_sample {
    char *folder;
    struct arena *arena;
    struct diags *diags;
    const struct edition *edition;
    struct kind kind;
    struct kinds kinds;
};

static const char model_indicators[] = "users:\n"
                                       "  label: Utilisateurs\n"
                                       "share:\n"
                                       "  label: Part\n"
                                       "  unit: '%'\n"
                                       "budget:\n"
                                       "  label: Budget\n"
                                       "  unit: €\n"
                                       "total:\n"
                                       "  label: Total\n"
                                       "part_a:\n"
                                       "  label: A\n"
                                       "  whole: total\n"
                                       "part_b:\n"
                                       "  label: B\n"
                                       "  base: total\n"
                                       "stock:\n"
                                       "  label: Stock\n"
                                       "  nature: stock\n"
                                       "none:\n"
                                       "  label: Zéro\n"
                                       "added:\n"
                                       "  label: Somme\n"
                                       "  derive: {sum: [part_a, part_b]}\n"
                                       "left:\n"
                                       "  label: Reste\n"
                                       "  derive: {difference: [total, part_a]}\n"
                                       "ratio:\n"
                                       "  label: Part de A\n"
                                       "  unit: '%'\n"
                                       "  derive: {share: [part_a, total]}\n"
                                       "each:\n"
                                       "  label: Par tête\n"
                                       "  unit: €\n"
                                       "  decimals: 2\n"
                                       "  derive: {quotient: [budget, users]}\n";

static const char model_figures[] = "entity,indicator,period,kind,value,qualifier,stated_in,observed,source,note\n"
                                    ",users,2023,,17000,,,,registre,\n"
                                    ",users,2024,,279500,,,,registre,\n"
                                    ",users,2024,target,250000,,,,projet,\n"
                                    "tchap,users,2024,,400000,more-than,,,suivi,\n"
                                    ",share,2023,,22,,,,,\n"
                                    ",share,2024,,40,,,,,\n"
                                    ",budget,2023,,5589773,,,,,\n"
                                    ",budget,2024,,5869442,about,,,,\n"
                                    ",total,2023,,8,,,,,\n"
                                    ",total,2024,,16,,,,,\n"
                                    ",part_a,2024,,6,,,,relevé a,\n"
                                    ",part_b,2024,,10,,,,relevé b,\n"
                                    ",stock,2024-01-01,,74,,,,,\n"
                                    ",stock,2024-06-30,,80,,,,,\n"
                                    ",stock,2025-01-01,,109,,,,,\n"
                                    ",none,2023,,0,,,,,\n"
                                    ",none,2024,,5,,,,,\n"
                                    "tchap,none,2023,,N/A,,,,,\n"
                                    "tchap,none,2024,,ND,,,,,\n";

static const char model_fields[] = "text: text\n"
                                   "other: text\n"
                                   "when: date\n"
                                   "size: {type: number, min: 1, max: 9.5}\n"
                                   "address: url\n"
                                   "place: {type: choice, choices: [left, right], default: left}\n"
                                   "who: service\n"
                                   "which: figure\n"
                                   "on: bool\n"
                                   "names: {type: list, max: 2}\n"
                                   "figures: {type: list, item: figure}\n"
                                   "items:\n"
                                   "  type: list\n"
                                   "  of: {label: {type: text, required: true, help: what it is}, amount: figure}\n";

static inline void sample_put(struct model_sample *s, const char *name, const char *text)
{
    temp_folder_put(s->arena, s->folder, name, str_of(text));
}

static inline struct model_sample sample_new(void)
{
    struct model_sample s = {.folder = temp_folder_new(), .arena = arena_new()};
    s.diags = diags_new(s.arena);
    temp_folder_make(s.arena, s.folder, "2024");
    sample_put(&s, "programme.yaml", "name: Essai\nentities: [paris]\n");
    sample_put(&s, "services.yaml", "tchap:\n  name: Tchap\ndomifa:\n  name: Domifa\n");
    sample_put(&s, "indicators.yaml", model_indicators);
    sample_put(&s, "indicators.csv", model_figures);
    return s;
}

static inline const struct kind *sample_kind(void *data, size_t index)
{
    struct model_sample *s = data;
    return &s->kinds.items[index];
}

static inline const struct kinds *sample_kinds(void *data, struct str layout, struct span at)
{
    struct model_sample *s = data;
    (void)at;
    if (!str_is(layout, "plain")) {
        return NULL;
    }
    uint32_t file = diags_add_file(s->diags, "note.yaml", STR(model_fields));
    const struct node *fields = yaml_load(s->arena, s->diags, file);
    s->kind.name = STR("note");
    s->kind.schema = schema_load(s->arena, s->diags, STR("page kind 'note'"), fields);
    s->kinds = (struct kinds){&s->kind, 1, s, sample_kind};
    return &s->kinds;
}

/* Binds the edition with these pages (YAML). */
static inline void sample_bind(struct model_sample *s, const char *pages)
{
    const char *head =
        "edition: 2024\ntitle: Bilan ${edition}\npublished: 2025-03-15\nclosed: 2025-01-15\nlayout: plain\n";
    sample_put(s, "2024/bilan.yaml", arena_printf(s->arena, "%spages:\n%s", head, pages));
    const char *path = path_join(s->arena, s->folder, "2024");
    struct sources *sources = sources_new(s->arena, s->diags, edition_root(s->arena, path));
    struct kind_source kinds = {s, sample_kinds};
    s->edition = edition_bind(s->arena, s->diags, sources, path, STR(""), &kinds);
}

static inline void sample_free(struct model_sample *s)
{
    arena_free(s->arena);
    temp_folder_free(s->folder);
}

/* The text of one page that says `text` (double-quoted YAML), as it would be printed; owned by the sample. */
static inline const char *sample_text(struct model_sample *s, const char *text)
{
    sample_bind(s, arena_printf(s->arena, "  - page: note\n    id: first\n    text: \"%s\"\n", text));
    if (s->edition == NULL || s->edition->page_count == 0) {
        return NULL;
    }
    const struct value *v = record_get(s->edition->pages[0].fields, STR("text"));
    return v->kind == VALUE_TEXT ? arena_printf(s->arena, "%.*s", STR_ARG(v->as.text->text)) : NULL;
}

static inline void assert_prints(const char *text, const char *expected)
{
    struct model_sample s = sample_new();
    const char *printed = sample_text(&s, text);
    assert_findings(s.diags, "");
    assert_string_equal(printed, expected);
    sample_free(&s);
}

/* One finding of that rule, at these words of its file. */
static inline void assert_rejects(const char *text, const char *rule, const char *pointed_at)
{
    struct model_sample s = sample_new();
    sample_text(&s, text);
    assert_one_finding(s.diags, rule, pointed_at);
    sample_free(&s);
}

/* The same for pages. */
static inline void assert_pages_rejected(const char *pages, const char *rule, const char *pointed_at)
{
    struct model_sample s = sample_new();
    sample_bind(&s, pages);
    assert_one_finding(s.diags, rule, pointed_at);
    sample_free(&s);
}

#endif
