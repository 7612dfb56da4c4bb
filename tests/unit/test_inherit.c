#include "layout_fixture.h"

#include "model/schema.h"

#define BASE_FIELDS "fields: {title: {type: text, required: true}, items: {type: list, item: text}}\n"
#define SMALL                                                                                                          \
    "page: {width: 200, height: 100}\n"                                                                                \
    "bounds: {left: 10, right: 190, top: 0, bottom: 90}\n"                                                             \
    "colors: {blue: \"#112233\"}\n"                                                                                    \
    "styles: {body: {size: 10, line: 20, color: blue}}\n"                                                              \
    "words: {fr: {hello: Salut}}\n"

/* A design 'own' like the design 'base'. */
struct designs {
    struct laid_out l;
    const struct kinds *kinds;
};

static const char *const files[] = {"layouts/base/theme.yaml",
                                    "layouts/base/k.yaml",
                                    "layouts/base/d.yaml",
                                    "layouts/own/theme.yaml",
                                    "layouts/own/k.yaml",
                                    "layouts/own/d.yaml",
                                    "layouts/own/lone.yaml",
                                    "layouts/base",
                                    "layouts/own",
                                    "layouts"};

static struct designs *load(const char *theme)
{
    struct designs *d = calloc(1, sizeof *d);
    assert_non_null(d);
    d->l.arena = arena_new();
    d->l.diags = diags_new(d->l.arena);
    strcpy(d->l.folder, "/tmp/bilan-like-XXXXXX");
    assert_non_null(mkdtemp(d->l.folder));
    for (size_t i = 10; i-- > 7;)
        assert_int_equal(mkdir(path_join(d->l.arena, d->l.folder, files[i]), 0700), 0);
    put_file(&d->l, files[0], THEME);
    put_file(&d->l, files[1], "kind: k\n" BASE_FIELDS "body: []\n");
    put_file(&d->l, files[2], "kind: d\n" BASE_FIELDS "body: []\n");
    put_file(&d->l, files[3], theme);
    put_file(&d->l, files[4], "kind: k\nbody: []\n");
    put_file(&d->l, files[5], "kind: d\nfields: {name: text}\nbody: []\n");
    put_file(&d->l, files[6], "kind: lone\nbody: []\n");
    const char *folders[] = {path_join(d->l.arena, d->l.folder, "layouts")}, *fonts[] = {"fonts"};
    d->l.design = design_load(d->l.arena, d->l.diags, folders, 1, fonts, 1, STR("own"), SPAN_NONE);
    d->kinds = d->l.design ? design_kinds(d->l.design) : NULL;
    return d;
}

static void designs_free(struct designs *d)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        remove_file(&d->l, files[i]);
    rmdir(d->l.folder);
    if (d->l.design)
        design_free(d->l.design);
    arena_free(d->l.arena);
    free(d);
}

static const struct schema *schema_of(const struct designs *d, const char *name)
{
    for (size_t i = 0; i < d->kinds->count; i++)
        if (str_is(d->kinds->items[i].name, name))
            return d->kinds->use(d->kinds->data, i)->schema;
    fail_msg("no kind '%s'", name);
    return NULL;
}

static void fields_come_from_the_other_design(void **state)
{
    (void)state;
    struct designs *d = load("like: base\n" SMALL);
    assert_non_null(d->kinds);
    assert_non_null(schema_field(schema_of(d, "k"), STR("items")));
    assert_true(schema_field(schema_of(d, "k"), STR("title"))->required);
    assert_null(schema_field(schema_of(d, "d"), STR("items")));
    assert_non_null(schema_field(schema_of(d, "d"), STR("name")));
    assert_int_equal(schema_of(d, "lone")->count, 0);
    assert_int_equal(diags_total(d->l.diags), 0);
    designs_free(d);
}

/* Faces, icons and words that the theme lacks are there; what it has itself stands. */
static void looks_come_from_the_other_design(void **state)
{
    (void)state;
    struct designs *d = load("like: base\nicons: {dot: {size: [4, 4], fill: true, path: \"M0 0 H4 V4 Z\"}}\n" SMALL);
    assert_non_null(d->l.design);
    assert_int_equal(diags_total(d->l.diags), 0);
    designs_free(d);
}

static void without_it_they_are_missing(void **state)
{
    (void)state;
    struct designs *d = load(SMALL);
    assert_true(diags_total(d->l.diags) > 0);
    designs_free(d);
}

static void an_unknown_design_is_told(void **state)
{
    (void)state;
    struct designs *d = load("like: bass\n" SMALL);
    assert_null(d->l.design);
    assert_non_null(finding_of(&d->l, "unknown-design"));
    designs_free(d);
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
