/* Editions as a whole: where they lie, what they need, and what layouts ask of them. */
#include "model_sample.h"

#include <unistd.h>

static void test_roots(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    const char *edition = path_join(s.arena, s.folder, "2024");
    sample_put(&s, "2024/bilan.yaml", "edition: 2024\n");
    assert_string_equal(edition_root(s.arena, edition), s.folder);
    assert_string_equal(edition_root(s.arena, arena_printf(s.arena, "%s/", edition)), s.folder);
    assert_string_equal(edition_root(s.arena, path_join(s.arena, edition, "bilan.yaml")), s.folder);
    assert_string_equal(edition_root(s.arena, path_join(s.arena, s.folder, "2030")), s.folder);
    char *before = getcwd(NULL, 0);
    assert_int_equal(chdir(edition), 0);
    assert_string_equal(edition_root(s.arena, "."), "..");
    assert_string_equal(edition_root(s.arena, "bilan.yaml"), "..");
    assert_int_equal(chdir(".."), 0);
    assert_string_equal(edition_root(s.arena, "2024"), ".");
    assert_int_equal(chdir(before), 0);
    free(before);
    assert_null(edition_root(s.arena, "/"));
    sample_free(&s);
}

static const struct edition *bind_at(struct model_sample *s, const char *path, const char *layout)
{
    struct kind_source kinds = {s, sample_kinds};
    struct sources *sources = sources_new(s->arena, s->diags, edition_root(s->arena, path));
    return edition_bind(s->arena, s->diags, sources, path, str_of(layout), &kinds);
}

static void test_any_way_to_name_an_edition(void **state)
{
    static const char *const names[] = {".", "bilan.yaml", "../2024", "../2024/bilan.yaml"};
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "2024/bilan.yaml",
               "edition: 2024\ntitle: B\npublished: 2025-03-15\nlayout: other\npages: [{page: note}]\n");
    char *before = getcwd(NULL, 0);
    assert_int_equal(chdir(path_join(s.arena, s.folder, "2024")), 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct edition *e = bind_at(&s, names[i], "plain");
        assert_findings(s.diags, "");
        assert_int_equal(e->page_count, 1);
        assert_true(str_is(e->layout, "plain"));
    }
    assert_int_equal(chdir(before), 0);
    free(before);
    sample_free(&s);
}

/* Findings name the files of an edition as the user does, wherever that is. */
static void test_files_are_told_as_the_edition_is_named(void **state)
{
    static const struct {
        const char *from, *name, *told;
    } cases[] = {
        {"2024", ".", "bilan.yaml"},           {"2024", "./", "bilan.yaml"},
        {"2024", "bilan.yaml", "bilan.yaml"},  {"2024", "../2024", "../2024/bilan.yaml"},
        {"2024/parts", "..", "../bilan.yaml"}, {"2024/parts", "../bilan.yaml", "../bilan.yaml"},
        {".", "2024/", "2024/bilan.yaml"},     {".", "./2024/bilan.yaml", "2024/bilan.yaml"},
    };
    char *before = getcwd(NULL, 0);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct model_sample s = sample_new();
        sample_put(&s, "2024/bilan.yaml",
                   "edition: 2024\ntitle: B\npublished: 2025-03-15\nlayout: plain\n"
                   "pages: [{include: parts/note.yaml}, {page: note, texts: {}}]\n");
        temp_folder_make(s.arena, s.folder, "2024/parts");
        sample_put(&s, "2024/parts/note.yaml", "page: note\ntitres: a\n");
        assert_int_equal(chdir(path_join(s.arena, s.folder, cases[i].from)), 0);
        bind_at(&s, cases[i].name, "");
        assert_int_equal(chdir(before), 0);
        bool own = false, included = false;
        for (size_t k = 0; k < diags_total(s.diags); k++) {
            const char *file = diags_file_name(s.diags, diags_finding(s.diags, k)->at.file);
            const char *folder = path_folder(s.arena, cases[i].told);
            own |= strcmp(file, cases[i].told) == 0;
            included |= strcmp(file, path_join(s.arena, folder, "parts/note.yaml")) == 0;
        }
        assert_true(own && included);
        sample_free(&s);
    }
    free(before);
}

static void test_the_head(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n");
    assert_findings(s.diags, "");
    assert_int_equal(s.edition->year, 2024);
    assert_int_equal(s.edition->published.month, 3);
    assert_true(str_is(s.edition->layout, "plain"));
    assert_true(str_is(record_get(s.edition->record, STR("title"))->as.text->text, "Bilan 2024"));
    assert_true(language_is_french(s.edition->programme->language));
    assert_true(str_is(s.edition->programme->data_root, s.folder));
    assert_int_equal(s.edition->services->as.list.count, 2);
    sample_free(&s);
}

static void test_an_edition_in_english(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "programme.yaml", "name: Test\nlanguage: en\n");
    assert_string_equal(sample_text(&s, "${budget@2023} ${share} ${tchap.users}"), "€5,589,773 40% more than 400,000");
    sample_free(&s);
}

static void assert_head_rejected(const char *head, const char *rule, const char *pointed_at)
{
    struct model_sample s = sample_new();
    sample_put(&s, "2024/bilan.yaml", head);
    bind_at(&s, path_join(s.arena, s.folder, "2024"), "");
    assert_one_finding(s.diags, rule, pointed_at);
    sample_free(&s);
}

static void test_faulty_heads(void **state)
{
    (void)state;
    assert_head_rejected("title: B\npublished: 2025-03-15\nlayout: plain\npages: [{page: note}]\n", "missing-field",
                         "title");
    assert_head_rejected("edition: 24\ntitle: B\npublished: 2025-03-15\nlayout: plain\npages: [{page: note}]\n",
                         "out-of-bounds", "24");
    assert_head_rejected("edition: 2024\ntitle: B\npublished: mars\nlayout: plain\npages: [{page: note}]\n",
                         "wrong-type", "mars");
    assert_head_rejected("edition: 2024\ntitle: B\npublished: 2025-03-15\nlayout: plain\npages: note\n", "wrong-type",
                         "note");
    assert_head_rejected(
        "edition: 2024\ntitle: B\npublished: 2025-03-15\nlayout: plain\nlanguage: de\npages: [{page: note}]\n",
        "unknown-choice", "de");
    assert_head_rejected(
        "edition: 2024\ntitle: B\npublished: 2025-03-15\nlayout: plain\nfigures: [no.csv]\npages: [{page: note}]\n",
        "missing-file", "no.csv");
    assert_head_rejected(
        "edition: 2024\ntitle: B\npublished: 2025-03-15\nlayout: plain\nhighlights: [usres]\npages: [{page: note}]\n",
        "unknown-reference", "usres");
}

static void test_what_cannot_be_laid_out(void **state)
{
    struct model_sample s = sample_new();
    struct kind_source kinds = {&s, sample_kinds};
    (void)state;
    assert_null(edition_bind(s.arena, s.diags, sources_new(s.arena, s.diags, "/"), "/", STR(""), &kinds));
    assert_int_equal(diags_total(s.diags), 1);
    assert_string_equal(diags_finding(s.diags, 0)->rule, "no-programme");
    assert_null(bind_at(&s, path_join(s.arena, s.folder, "2031"), "plain"));
    assert_int_equal(diags_total(s.diags), 2);
    sample_free(&s);
}

static void test_figures_of_the_edition_alone(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "2024/more.csv", "indicator;period;value\nusers;2022;1,5\n");
    sample_put(&s, "2024/bilan.yaml",
               "edition: 2024\ntitle: \"${users@2022}\"\npublished: 2025-03-15\nlayout: plain\nfigures: "
               "[more.csv]\npages: [{page: note}]\n");
    const struct edition *e = bind_at(&s, path_join(s.arena, s.folder, "2024"), "");
    assert_findings(s.diags, "");
    assert_true(str_is(record_get(e->record, STR("title"))->as.text->text, "1,5"));
    sample_free(&s);
}

static void test_figures_for_layouts(void **state)
{
    struct model_sample s = sample_new();
    struct figure_name users = {.entity = STR(""), .indicator = STR("users")};
    (void)state;
    sample_bind(&s, "  - page: note\n");
    struct printed_figure f = edition_figure(s.edition, users, STR("change"), SPAN_NONE);
    assert_true(f.ok);
    assert_true(str_is(f.text->text, "+1\u202f544\u00a0%"));
    assert_int_equal(f.text->runs[0].figure, f.id);
    assert_int_equal(decimal_compare(f.value, decimal_from(1544)), 0);
    size_t entries = ledger_count(s.edition->ledger);
    assert_int_equal(edition_figure(s.edition, users, STR("change"), SPAN_NONE).id, f.id);
    assert_int_equal(ledger_count(s.edition->ledger), entries);
    assert_int_not_equal(edition_figure(s.edition, users, STR("target"), SPAN_NONE).id, f.id);
    assert_findings(s.diags, "");
    sample_free(&s);
}

static void test_figures_that_layouts_cannot_have(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n");
    struct figure_name share = {.entity = STR(""), .indicator = STR("share")};
    struct printed_figure f = edition_figure(s.edition, share, STR("target"), SPAN_NONE);
    assert_false(f.ok);
    assert_true(rich_is_empty(f.text));
    assert_int_equal(diags_total(s.diags), 1);
    share.indicator = STR("nothing");
    assert_false(edition_figure(s.edition, share, STR(""), SPAN_NONE).ok);
    assert_int_equal(diags_total(s.diags), 2);
    sample_free(&s);
}

static void test_measures(void **state)
{
    struct model_sample s = sample_new();
    struct figure_name name = {.entity = STR(""), .indicator = STR("ratio")};
    double value = 0;
    (void)state;
    sample_bind(&s, "  - page: note\n");
    assert_true(edition_measure(s.edition, name, STR(""), &value));
    assert_true(value == 38);
    assert_false(edition_measure(s.edition, name, STR("target"), &value));
    assert_false(edition_measure(s.edition, name, STR("nope"), &value));
    name.indicator = STR("nothing");
    assert_false(edition_measure(s.edition, name, STR(""), &value));
    name = (struct figure_name){.entity = STR("tchap"), .indicator = STR("none")};
    assert_false(edition_measure(s.edition, name, STR(""), &value));
    assert_int_equal(ledger_count(s.edition->ledger), 0);
    assert_findings(s.diags, "");
    sample_free(&s);
}

static void test_a_resolver_for_other_texts(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    names: [a, b]\n");
    struct reference_resolver r = edition_resolver(s.edition, s.edition->pages[0].fields);
    struct rich_builder *b = rich_builder_start(s.arena, SPAN_NONE);
    assert_true(r.resolve(r.data, STR("count.names"), SPAN_NONE, b));
    assert_false(r.resolve(r.data, STR("count.items"), SPAN_NONE, b));
    assert_true(str_is(rich_builder_end(b)->text, "2"));
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roots),
        cmocka_unit_test(test_any_way_to_name_an_edition),
        cmocka_unit_test(test_files_are_told_as_the_edition_is_named),
        cmocka_unit_test(test_the_head),
        cmocka_unit_test(test_an_edition_in_english),
        cmocka_unit_test(test_faulty_heads),
        cmocka_unit_test(test_what_cannot_be_laid_out),
        cmocka_unit_test(test_figures_of_the_edition_alone),
        cmocka_unit_test(test_figures_for_layouts),
        cmocka_unit_test(test_figures_that_layouts_cannot_have),
        cmocka_unit_test(test_measures),
        cmocka_unit_test(test_a_resolver_for_other_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
