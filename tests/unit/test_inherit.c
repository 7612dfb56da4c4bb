#include "layout_fixture.h"

#include "model/schema.h"

#define BASE_FIELDS "fields: {title: {type: text, required: true}, items: {type: list, item: text}}\n"
#define SMALL                                                                                                          \
    "page: {width: 200, height: 100}\n"                                                                                \
    "bounds: {left: 10, right: 190, top: 0, bottom: 90}\n"                                                             \
    "colors: {blue: \"#112233\"}\n"                                                                                    \
    "styles: {body: {size: 10, line: 20, color: blue}}\n"                                                              \
    "words: {fr: {hello: Salut}}\n"

/* A design 'own' like the design 'base'; end with laid_out_free. */
static struct laid_out *load(const char *theme)
{
    static const char *const names[] = {"layouts", "layouts/base", "layouts/own", NULL};
    struct laid_out *l = fixture_new(names);
    put_file(l, "layouts/base/theme.yaml", THEME);
    put_file(l, "layouts/base/k.yaml", "kind: k\n" BASE_FIELDS "body: []\n");
    put_file(l, "layouts/base/d.yaml", "kind: d\n" BASE_FIELDS "body: []\n");
    put_file(l, "layouts/own/theme.yaml", theme);
    put_file(l, "layouts/own/k.yaml", "kind: k\nbody: []\n");
    put_file(l, "layouts/own/d.yaml", "kind: d\nfields: {name: text}\nbody: []\n");
    put_file(l, "layouts/own/lone.yaml", "kind: lone\nbody: []\n");
    const char *folders[] = {path_join(l->arena, l->folder, "layouts")}, *fonts[] = {"fonts"};
    l->design = design_load(l->arena, l->diags, folders, 1, fonts, 1, STR("own"), SPAN_NONE);
    return l;
}

static const struct schema *schema_of(const struct laid_out *l, const char *name)
{
    const struct kinds *kinds = design_kinds(l->design);
    for (size_t i = 0; i < kinds->count; i++)
        if (str_is(kinds->items[i].name, name))
            return kinds->use(kinds->data, i)->schema;
    fail_msg("no kind '%s'", name);
    return NULL;
}

static void fields_come_from_the_other_design(void **state)
{
    (void)state;
    struct laid_out *l = load("like: base\n" SMALL);
    assert_non_null(l->design);
    assert_non_null(schema_field(schema_of(l, "k"), STR("items")));
    assert_true(schema_field(schema_of(l, "k"), STR("title"))->required);
    assert_null(schema_field(schema_of(l, "d"), STR("items")));
    assert_non_null(schema_field(schema_of(l, "d"), STR("name")));
    assert_int_equal(schema_of(l, "lone")->count, 0);
    assert_int_equal(diags_total(l->diags), 0);
    laid_out_free(l);
}

/* Faces, icons and words that the theme lacks are there; what it has itself stands. */
static void looks_come_from_the_other_design(void **state)
{
    (void)state;
    struct laid_out *l = load("like: base\nicons: {dot: {size: [4, 4], fill: true, path: \"M0 0 H4 V4 Z\"}}\n" SMALL);
    assert_non_null(l->design);
    assert_int_equal(diags_total(l->diags), 0);
    laid_out_free(l);
}

static void without_it_they_are_missing(void **state)
{
    (void)state;
    struct laid_out *l = load(SMALL);
    assert_true(diags_total(l->diags) > 0);
    laid_out_free(l);
}

static void an_unknown_design_is_told(void **state)
{
    (void)state;
    struct laid_out *l = load("like: bass\n" SMALL);
    assert_null(l->design);
    assert_non_null(finding_of(l, "unknown-design"));
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_come_from_the_other_design),
        cmocka_unit_test(looks_come_from_the_other_design),
        cmocka_unit_test(without_it_they_are_missing),
        cmocka_unit_test(an_unknown_design_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
