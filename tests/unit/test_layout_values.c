/* What layouts take from values: entries of lists, icons, monograms of a page's own records. */
#include "layout_fixture.h"

#define FIELDS                                                                                                         \
    "kind: k\nfields: {rows: {type: list, of: {id: id, name: text, icon: id, figures: {type: list, item: figure}}}}\n" \
    "body:\n"

static size_t drawings_of(const struct laid_out *l)
{
    size_t count = 0;
    for (size_t i = 0; i < l->document->pages[0].item_count; i++)
        count += l->document->pages[0].items[i].kind == ITEM_PATH;
    return count;
}

static void entries_are_reached_by_place(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(FIELDS "  - {at: [20, 20, 360, ~], text: \"a ${rows.2.name}\"}\n"
                       "  - {at: [20, 60, 360, ~], text: \"b ${rows.1.figures.2}, c${rows.1.figures.3}\"}\n"
                       "  - {at: [20, 100, 360, ~], when: rows.3, text: hidden}\n"
                       "  - {at: [20, 140, 360, ~], each: rows, as: row, text: \"d ${row.figures.1:plain}\"}\n",
                "  - {page: k, rows: [{name: un, figures: [visits, users]}, {name: deux}]}\n");
    assert_clean(l);
    run_of(l, "a deux");
    run_of(l, "b 25, c");
    run_of(l, "d 100");
    assert_false(dump_has(l, "hidden"));
    laid_out_free(l);
}

#define ICONS FIELDS "  - {at: [20, 20, 360, ~], row: [{each: rows, icon: \"${item.icon}\"}]}\n"

static void values_name_icons(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(ICONS, "  - {page: k, rows: [{icon: arrow}, {name: sans}, {icon: reached}]}\n");
    assert_clean(l);
    assert_int_equal(drawings_of(l), 2);
    laid_out_free(l);
}

static void unknown_icons_are_told_where_they_stand(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(ICONS, "  - {page: k, rows: [{icon: arow}]}\n");
    const struct finding *f = finding_of(l, "unknown-name");
    assert_non_null(f);
    assert_non_null(strstr(diags_file_name(l->diags, f->at.file), "bilan.yaml"));
    assert_non_null(strstr(f->message, "arow"));
    laid_out_free(l);
}

static void monograms_follow_the_id_of_a_record(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(FIELDS "  - {at: [20, 20, 360, ~], row: [{each: rows, monogram: item, size: 40}]}\n",
                                 "  - {page: k, rows: [{id: un, name: Alpha}, {id: deux, name: Beta}]}\n");
    assert_clean(l);
    run_of(l, "Al");
    run_of(l, "Be");
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_reached_by_place),
        cmocka_unit_test(values_name_icons),
        cmocka_unit_test(unknown_icons_are_told_where_they_stand),
        cmocka_unit_test(monograms_follow_the_id_of_a_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
