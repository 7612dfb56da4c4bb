/* Rules over a bound edition and over a document. */
#include "check/check.h"
#include "model_sample.h"

static const char relations[] =
    "total: {label: T}\na: {label: A, whole: total}\nb: {label: B, whole: total}\n"
    "money: {label: M, unit: M€}\nm1: {label: M1, whole: money}\nm2: {label: M2, whole: money}\n"
    "ratio: {label: R, unit: '%', derive: {share: [a, total]}}\n"
    "big: {label: G}\nthereof: {label: H, whole: big}\n"
    "rest: {label: Q, whole: sealed, derive: {difference: [sealed, s1]}}\nsealed: {label: S}\ns1: {label: S1, whole: "
    "sealed}\n";

static struct model_sample checked(const char *rows)
{
    struct model_sample s = sample_new();
    sample_put(&s, "indicators.yaml", relations);
    sample_put(&s, "indicators.csv",
               arena_printf(s.arena, "entity,indicator,period,kind,value,stated_in,observed,note\n%s", rows));
    sample_bind(&s, "  - page: note\n");
    assert_findings(s.diags, "");
    check_edition(s.edition, s.diags);
    return s;
}

static void assert_quiet(const char *rows)
{
    struct model_sample s = checked(rows);
    assert_findings(s.diags, "");
    sample_free(&s);
}

static void assert_told(const char *rows, const char *rule, const char *pointed_at, const char *also)
{
    struct model_sample s = checked(rows);
    assert_one_finding(s.diags, rule, pointed_at);
    const struct finding *f = diags_finding(s.diags, 0);
    assert_int_equal(f->severity, DIAG_WARNING);
    assert_non_null(f->hint);
    struct str second = str_slice(diags_file_bytes(s.diags, f->also_at.file), f->also_at.start, f->also_at.end);
    assert_true(str_is(second, also));
    sample_free(&s);
}

static void test_parts_add_up(void **state)
{
    (void)state;
    assert_told(",total,2024,,10,,,\n,a,2024,,4,,,\n,b,2024,,5,,,\n", "sum-mismatch", "10", "4");
    assert_told("tchap,total,2023,target,10,,,\ntchap,a,2023,target,4,,,\ntchap,b,2023,target,7,,,\n"
                ",total,2024,,8,,,\ntchap,total,2024,target,8,,,\n",
                "sum-mismatch", "10", "4");
    assert_quiet(",total,2024,,10,,,\n,a,2024,,4,,,\n,b,2024,,6,,,\n");
    assert_quiet(",total,2024,,10,,,\n,a,2024,,4,,,\n");
    assert_quiet(",total,2024,,10,,,\n,a,2024,,10,,,\n,b,2024,,N/A,,,\n");
    assert_quiet(",total,2024,,10,,,\n,a,2024,,10,,,\n,b,2024,,ND,,,\n");
    assert_quiet(",total,2019,,10,,,\n,a,2019,,4,,,\n,b,2019,,5,,,\n");
    assert_quiet(",big,2024,,10,,,\n,thereof,2024,,4,,,\n");
    assert_quiet(",sealed,2024,,10,,,\n,s1,2024,,4,,,\n");
}

static void test_rounded_parts_may_be_off(void **state)
{
    (void)state;
    assert_quiet(",money,2024,,10.0,,,\n,m1,2024,,4.0,,,\n,m2,2024,,6.1,,,\n");
    assert_told(",money,2024,,10.0,,,\n,m1,2024,,4.0,,,\n,m2,2024,,6.2,,,\n", "sum-mismatch", "10.0", "4.0");
}

static void test_an_explained_total_is_a_remark(void **state)
{
    struct model_sample s = checked(",total,2024,,10,,,publié ainsi\n,a,2024,,4,,,\n,b,2024,,5,,,\n");
    (void)state;
    assert_one_finding(s.diags, "sum-mismatch", "10");
    assert_int_equal(diags_finding(s.diags, 0)->severity, DIAG_NOTE);
    sample_free(&s);
}

static void test_recorded_shares(void **state)
{
    (void)state;
    assert_told(",total,2024,,16,,,\n,a,2024,,6,,,\n,ratio,2024,,37,,,\n", "share-mismatch", "37", "ratio");
    assert_quiet(",total,2024,,16,,,\n,a,2024,,6,,,\n,ratio,2024,,38,,,\n");
    assert_quiet(",total,2024,,16,,,\n,a,2024,,6,,,\n,ratio,2024,,37.5,,,\n");
    assert_quiet(",total,2024,,16,,,\n,ratio,2024,,12,,,\n");
}

static void test_targets(void **state)
{
    (void)state;
    assert_told(",big,2023,target,5,,,\n,big,2024,,7,,,\n", "target-missing", "7", "5");
    assert_quiet(",big,2023,target,5,,,\n,big,2024,,7,,,\n,big,2024,target,6,,,\n");
    assert_quiet(",big,2023,target,5,,,\n");
}

static void test_revisions(void **state)
{
    (void)state;
    assert_told(",big,2022,,5,,,\n,big,2022,,6,2024,,\n", "revision-without-note", "6", "5");
    assert_quiet(",big,2022,,5,,,\n,big,2022,,6,2024,,recompté\n");
    assert_quiet(",big,2022,,6,2023,,\n");
}

static void test_days_of_observation(void **state)
{
    (void)state;
    assert_told(",big,2024,,5,,2025-02-01,\n", "observed-after-closing", "5", "2025-01-15");
    assert_quiet(",big,2024,,5,,2025-01-15,\n,total,2024,,1,,2024-12,\n,s1,2023,,1,,2026,\n");
}

static void check_structure(const struct structure *s, const char *rule)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct document doc = {.structure = s};
    check_document(&doc, d);
    assert_int_equal(diags_total(d), rule == NULL ? 0 : 1);
    if (rule != NULL) {
        assert_string_equal(diags_finding(d, 0)->rule, rule);
    }
    arena_free(a);
}

static void test_documents(void **state)
{
    struct arena *a = arena_new();
    (void)state;
    struct structure *good = structure_new(a, "fr");
    structure_add(good, 0, TAG_H1);
    structure_add(good, structure_add(good, 0, TAG_SECT), TAG_H2);
    structure_edit(good, structure_add(good, 0, TAG_FIGURE))->alternative = "109 services";
    structure_add(good, 0, TAG_H1);
    check_structure(good, NULL);
    struct structure *gap = structure_new(a, "fr");
    structure_add(gap, 0, TAG_H1);
    structure_add(gap, 0, TAG_H3);
    check_structure(gap, "heading-gap");
    struct structure *mute = structure_new(a, "fr");
    structure_add(mute, 0, TAG_FIGURE);
    check_structure(mute, "missing-alternative");
    arena_free(a);
}

static struct item ground(const struct point corners[4], struct color fill)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    struct item item = {.kind = ITEM_PATH};
    item.box = (struct rect){corners[0].x, corners[0].y, corners[2].x - corners[0].x, corners[2].y - corners[0].y};
    item.as.drawing = (struct drawing){.path = {verbs, 5, corners, 4}, .filled = true, .fill = fill};
    return item;
}

/* Grey text of 12 points at the left of a page whose right half is dark; `x` is where it starts. */
static size_t contrast_findings_of(double x, double size, float grey, bool unseen)
{
    static const struct point right[] = {{100, 0}, {200, 0}, {200, 100}, {100, 100}};
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct font font = {.weight = 400, .x_height = 0.5};
    struct item items[2] = {ground(right, (struct color){0, 0, 0.3F}), {.kind = ITEM_GLYPHS}};
    items[1].as.glyphs = (struct glyph_run){
        .font = &font, .size = size, .color = {grey, grey, grey}, .origin = {x, 50}, .width = 40, .text = STR("gris")};
    items[1].as.glyphs.unseen = unseen;
    struct page page = {.width = 200, .height = 100, .label = "1", .items = items, .item_count = 2};
    struct document doc = {.structure = structure_new(a, "fr"), .pages = &page, .page_count = 1};
    check_document(&doc, d);
    size_t count = diags_total(d);
    if (count > 0)
        assert_string_equal(diags_finding(d, 0)->rule, "low-contrast");
    arena_free(a);
    return count;
}

static size_t contrast_findings(double x, double size, float grey)
{
    return contrast_findings_of(x, size, grey, false);
}

static void test_text_stands_out_from_its_ground(void **state)
{
    (void)state;
    assert_int_equal(contrast_findings_of(120, 12, 0.2F, true), 0);
    assert_int_equal(contrast_findings(10, 12, 0.2F), 0);
    assert_int_equal(contrast_findings(120, 12, 0.2F), 1);
    assert_int_equal(contrast_findings(120, 12, 0.9F), 0);
    assert_int_equal(contrast_findings(10, 12, 0.5F), 1);
    assert_int_equal(contrast_findings(10, 18, 0.5F), 0);
}

/* Each colour has its own contrast, also when it comes again after many others. */
static void test_many_colours(void **state)
{
    enum { COLOURS = 50, ROUNDS = 3 };
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct font font = {.weight = 400, .x_height = 0.5};
    uint32_t file = diags_add_file(d, "t.yaml", STR("")), most = COLOURS * ROUNDS;
    struct item items[COLOURS * ROUNDS];
    for (uint32_t i = 0; i < most; i++) {
        float grey = (float)(i % COLOURS) / COLOURS;
        items[i] = (struct item){.kind = ITEM_GLYPHS, .source = {file, i, i + 1}};
        items[i].as.glyphs = (struct glyph_run){.font = &font,
                                                .size = 12,
                                                .color = {grey, grey, grey},
                                                .origin = {10, 50},
                                                .width = 40,
                                                .text = STR("gris")};
    }
    struct page page = {.width = 200, .height = 100, .label = "1", .items = items, .item_count = most};
    struct document doc = {.structure = structure_new(a, "fr"), .pages = &page, .page_count = 1};
    check_document(&doc, d);
    assert_int_equal(diags_total(d), ROUNDS * 26); /* the greys from 0.48 on */
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_add_up),
        cmocka_unit_test(test_rounded_parts_may_be_off),
        cmocka_unit_test(test_an_explained_total_is_a_remark),
        cmocka_unit_test(test_recorded_shares),
        cmocka_unit_test(test_targets),
        cmocka_unit_test(test_revisions),
        cmocka_unit_test(test_days_of_observation),
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_text_stands_out_from_its_ground),
        cmocka_unit_test(test_many_colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
