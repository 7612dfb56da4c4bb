#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_complete.h"

static int set_up(void **state)
{
    *state = sample_complete();
    return 0;
}

static int tear_down(void **state)
{
    sample_free(*state);
    return 0;
}

static void expect_line(const struct document *doc, const char *line)
{
    struct buf out = {0};
    document_dump(doc, &out);
    char *with_ends = strstr(out.at, line);
    if (!with_ends)
        print_error("%s\nlacks:\n%s\n", out.at, line);
    assert_non_null(with_ends);
    assert_true(with_ends == out.at || (with_ends && with_ends[-1] == '\n'));
    buf_free(&out);
}

static void test_items_print_one_a_line(void **state)
{
    const struct document *doc = &((struct sample *)*state)->doc;
    expect_line(doc, "document title=\"Bilan d’essai\" lang=fr published=2025-03-15\n"
                     "page 1 960x540 label=\"1\"\n");
    expect_line(doc, "  path artefact 0,0 960x40 MLLLZ fill=#ffe580\n");
    expect_line(doc, "  glyphs leaf=4 48,140 w=93.49 SourceSans3-Regular 14 #000091 \"Voir la page (2)\\\\ \"\n");
    expect_line(doc, "  link leaf=6 160,128 60x16 page=2 y=40 \"Aller à la page\"\n");
    expect_line(doc, "  link leaf=10 48,168 60x16 uri=\"https://example.org/été(1)\" \"Visiter le site\"\n");
    expect_line(doc, "page 2 960x540 label=\"2\"\n");
}

static void test_foreign_language_clip_and_stroke_show(void **state)
{
    struct sample *s = *state;
    expect_line(&s->doc, "  glyphs leaf=12 48,220 w=73.29 SourceSans3-Regular 14 #000091 \"Open source\" lang=en\n");
    struct buf out = {0};
    document_dump(&s->doc, &out);
    assert_non_null(strstr(out.at, " MLLLZ fill=#ffe580 stroke=#000000 width=2 dash=3,1.5 clip 400,310 100x50\n"));
    assert_non_null(strstr(out.at, " 400,200 50x100 image=7 2x2 px alpha\n"));
    buf_free(&out);
}

static void test_figures_of_the_ledger_show(void **state)
{
    static const struct run_figure figures[] = {{3, 0, 1}, {14, 2, 4}};
    struct sample *s = *state;
    struct glyph_run *run = &s->items[0][0].as.glyphs;
    run->figures = figures;
    run->figure_count = 2;
    struct buf out = {0};
    document_dump(&s->doc, &out);
    assert_non_null(strstr(out.at, "1\u202f234\u00a0€\" figures=3,14\n"));
    buf_free(&out);
}

static void test_structure_is_an_indented_tree(void **state)
{
    const struct document *doc = &((struct sample *)*state)->doc;
    expect_line(doc, "structure\n"
                     "  Document lang=fr\n"
                     "    H1 \"L’office difficile : 1\u202f234\u00a0€\"\n"
                     "    P\n"
                     "      \"Voir la page (2)\\\\ \"\n"
                     "      Link \"suivante\"\n"
                     "      \" et la q\u0301\u0323. suite\"\n");
    expect_line(doc, "    L marks=disc\n"
                     "      LI\n"
                     "        Lbl \"•\"\n"
                     "        LBody \"un\"\n");
    expect_line(doc, "          TH scope=row \"Ligne\"\n"
                     "          TD\n"
                     "        TR\n"
                     "          TD columns=2 \"Large\"\n"
                     "    Figure alt=\"Un dessin 😀\" \"\"\n");
    expect_line(doc, "bookmarks\n"
                     "  \"Début\" page=1 y=40\n"
                     "    \"Dessous\" page=1 y=100\n"
                     "  \"Deux\" page=2 y=40\n");
}

static void test_long_paths_print_their_length(void **state)
{
    struct sample *s = *state;
    enum path_verb verbs[40] = {PATH_MOVE};
    struct point points[40] = {{1, 2}};
    for (size_t i = 1; i < 40; i++)
        verbs[i] = PATH_LINE;
    struct item *item = sample_item(s, 1, ITEM_PATH, LEAF_ARTEFACT);
    item->as.drawing = (struct drawing){.path = {verbs, 40, points, 40}, .stroked = true, .stroke_width = 0.5};
    expect_line(&s->doc, "  path artefact 0,0 0x0 verbs=40 stroke=#000000 width=0.5\n");
}

static void expect_leaf(struct sample *s, leaf_id leaf, const char *expected)
{
    struct buf out = {0};
    document_leaf_text(&s->doc, leaf, &out);
    assert_string_equal(out.at ? out.at : "", expected);
    buf_free(&out);
}

static void test_leaf_text_is_that_of_its_lines(void **state)
{
    (void)state;
    struct sample *s = sample_new(2);
    leaf_id leaf = sample_leaf(s, 0, TAG_P);
    sample_text(s, 0, leaf, 48, 100, 14, "Une ");
    sample_text(s, 0, leaf, 48, 120, 14, "ligne, Loire-");
    sample_text(s, 0, leaf, 48, 140, 14, "Atlantique, hyphen\u00ad");
    sample_text(s, 1, leaf, 48, 40, 14, "ation");
    expect_leaf(s, leaf, "Une ligne, Loire-Atlantique, hyphen\u00adation");
    expect_leaf(s, 4000, "");
    sample_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_items_print_one_a_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_foreign_language_clip_and_stroke_show, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_figures_of_the_ledger_show, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_structure_is_an_indented_tree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_paths_print_their_length, set_up, tear_down),
        cmocka_unit_test(test_leaf_text_is_that_of_its_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
