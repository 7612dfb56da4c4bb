#include "layout_fixture.h"

#include "app/facts.h"

#define KIND(chart)                                                                                                    \
    "kind: k\nfields:\n  title: text\n  alt: text\n  target: figure\n  series: {type: list, of: {label: text}}\n"      \
    "  items: {type: list, of: {label: text, figure: figure, value: string, values: {type: list, item: string}, "      \
    "day: string, hot: bool}}\n"                                                                                       \
    "body:\n  - {at: [20, 20, 360, 240], chart: " chart "}\n"
#define COLUMNS                                                                                                        \
    "{kind: columns, title: \"Visites\", alt: \"${alt}\", caption: \"**${title}**\", over: items, label: "             \
    "\"${item.label}\", value: [item.figure, item.value], highlight: item.hot, target: \"target:target\", "            \
    "target-on: item.hot}"
#define AREA                                                                                                           \
    "{kind: stacked-area, title: \"Visites\", over: items, label: \"${item.label}\", day: item.day, series: series, "  \
    "series-label: \"${series.label}\", value: item.values}"

static const char figures[] = "  - page: k\n    title: Les visites\n    target: visits\n    items:\n"
                              "      - {label: \"2023\", figure: visits@2023}\n"
                              "      - {label: \"2024\", figure: visits, hot: true}\n";

static const struct element *figure_of(const struct laid_out *l)
{
    for (element_id i = 0; i < structure_count(l->document->structure); i++)
        if (structure_get(l->document->structure, i)->tag == TAG_FIGURE)
            return structure_get(l->document->structure, i);
    fail_msg("there is no figure");
    return NULL;
}

static enum tag parent_tag(const struct laid_out *l, const struct item *item)
{
    const struct element *leaf = structure_get(l->document->structure, item->leaf);
    return structure_get(l->document->structure, leaf->parent)->tag;
}

static void a_chart_is_one_figure_with_its_words(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND(COLUMNS), figures);
    assert_clean(l);
    const struct element *figure = figure_of(l);
    assert_non_null(strstr(figure->alternative, "de 2023 (50) à 2024 (100). Maximum"));
    assert_non_null(figure->box);
    assert_int_equal(parent_tag(l, run_of(l, "Les visites")), TAG_CAPTION);
    assert_int_equal(parent_tag(l, run_of(l, "50")), TAG_FIGURE);
    assert_int_equal(parent_tag(l, run_of(l, "objectif 80")), TAG_FIGURE);
    for (size_t i = 0; i < l->document->pages[0].item_count; i++) {
        const struct item *item = &l->document->pages[0].items[i];
        assert_int_not_equal(item->kind, ITEM_IMAGE);
        assert_true(item->kind != ITEM_PATH || item->leaf == LEAF_ARTEFACT);
    }
    laid_out_free(l);
}

static const struct element *child_of(const struct laid_out *l, const struct element *e, size_t i)
{
    element_id id = e->first;
    while (i-- > 0)
        id = structure_get(l->document->structure, id)->next;
    return structure_get(l->document->structure, id);
}

static const struct item *unseen_of(const struct laid_out *l, const char *text)
{
    for (size_t i = 0; i < l->document->pages[0].item_count; i++) {
        const struct item *item = &l->document->pages[0].items[i];
        if (item->kind == ITEM_GLYPHS && item->as.glyphs.unseen && str_is(item->as.glyphs.text, text))
            return item;
    }
    fail_msg("no unseen text says '%s'", text);
    return NULL;
}

/* Div > Figure, Table > Caption, TR > TH, TD: a table inside the figure would be hidden by its alternative text. */
static void the_data_is_a_table_beside_the_figure(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND(COLUMNS), figures);
    const struct structure *s = l->document->structure;
    const struct element *figure = figure_of(l), *group = structure_get(s, figure->parent);
    assert_int_equal(group->tag, TAG_DIV);
    const struct element *table = child_of(l, group, 1);
    assert_int_equal(table->tag, TAG_TABLE);
    assert_int_equal(table->next, 0);
    assert_int_equal(child_of(l, table, 0)->tag, TAG_CAPTION);
    const struct element *heads = child_of(l, table, 1), *row = child_of(l, table, 3);
    assert_int_equal(child_of(l, heads, 1)->scope, SCOPE_COLUMN);
    assert_int_equal(child_of(l, row, 0)->tag, TAG_TH);
    assert_int_equal(child_of(l, row, 0)->scope, SCOPE_ROW);
    assert_int_equal(child_of(l, row, 1)->tag, TAG_TD);
    const struct item *cell = unseen_of(l, "100");
    assert_ptr_equal(structure_get(s, structure_get(s, cell->leaf)->parent), child_of(l, row, 1));
    assert_true(rect_contains(*figure->box, cell->box, 0));
    assert_int_equal(cell->as.glyphs.figure_count, 0);
    laid_out_free(l);
}

static size_t count_tags(const struct laid_out *l, enum tag tag)
{
    size_t count = 0;
    for (element_id i = 0; i < structure_count(l->document->structure); i++)
        count += structure_get(l->document->structure, i)->tag == tag;
    return count;
}

#define IN_CELLS                                                                                                       \
    "kind: k\nfields:\n  items: {type: list, of: {label: text, value: string}}\nbody:\n"                               \
    "  - {at: [20, 20, 360, 240], table: {rows: items, as: row, row-height: 40, columns: [{cell: \"${row.label}\", "   \
    "row-head: true}, {cell: [{width: 80, height: 30, chart: {kind: sparkline, over: items, label: "                   \
    "\"${item.label}\", value: item.value}}]}]}}\n"

/* Tables do not stand in each other, and what is decoration is not read. */
static void charts_in_cells_and_for_decoration_have_no_table(void **state)
{
    (void)state;
    static const char items[] = "  - page: k\n    items: [{label: a, value: 3}, {label: b, value: 4}]\n";
    struct laid_out *l = lay_out(IN_CELLS, items);
    assert_clean(l);
    assert_int_equal(count_tags(l, TAG_FIGURE), 2);
    assert_int_equal(count_tags(l, TAG_TABLE), 1);
    laid_out_free(l);
    l = lay_out("kind: k\nfields:\n  items: {type: list, of: {label: text, value: string}}\nbody:\n"
                "  - {at: [20, 20, 360, 240], tag: artefact, chart: {kind: columns, over: items, "
                "label: \"${item.label}\", value: item.value}}\n",
                items);
    assert_clean(l);
    assert_int_equal(count_tags(l, TAG_FIGURE) + count_tags(l, TAG_TABLE), 0);
    laid_out_free(l);
}

/* A layout's own text for its chart, which must not be empty. */
static void a_layout_may_tell_its_chart(void **state)
{
    (void)state;
#define TOLD "{kind: columns, over: items, label: \"${item.label}\", value: item.value}, tag: Figure, alt: \"${alt}\""
    static const char items[] = "    items: [{label: a, value: 3}]\n";
    struct buf page = {0};
    buf_printf(&page, "  - page: k\n    alt: Une colonne\n%s", items);
    struct laid_out *l = lay_out(KIND(TOLD), page.at);
    assert_clean(l);
    assert_string_equal(figure_of(l)->alternative, "Une colonne");
    assert_int_equal(count_tags(l, TAG_TABLE), 1);
    laid_out_free(l);
    page.len = 0;
    buf_printf(&page, "  - page: k\n%s", items);
    l = lay_out(KIND(TOLD), page.at);
    assert_non_null(finding_of(l, "missing-alternative"));
    laid_out_free(l);
    buf_free(&page);
}

static void a_long_series_is_told_in_part(void **state)
{
    (void)state;
    struct buf items = {0};
    buf_text(&items, "  - page: k\n    title: T\n    items:\n");
    for (int i = 0; i < 10000; i++)
        buf_printf(&items, "      - {label: \"%d\", value: %d}\n", i, i % 7);
    struct laid_out *l =
        lay_out(KIND("{kind: lines, over: items, label: \"${item.label}\", value: item.value}"), items.at);
    assert_clean(l);
    const struct structure *s = l->document->structure;
    const struct item *rest = unseen_of(l, "et 9\u202f880 lignes de plus"),
                      *where = unseen_of(l, "dans le fichier bilan.yaml");
    assert_int_equal(structure_get(s, structure_get(s, rest->leaf)->parent)->scope, SCOPE_ROW);
    assert_int_equal(structure_get(s, structure_get(s, where->leaf)->parent)->tag, TAG_TD);
    laid_out_free(l);
    buf_free(&items);
}

/* Long names below narrow columns: they read upwards, and nothing lies over anything. */
static void turned_names_are_text_like_any(void **state)
{
    (void)state;
    struct buf items = {0};
    buf_text(&items, "  - page: k\n    title: T\n    items:\n");
    for (int i = 0; i < 20; i++)
        buf_printf(&items, "      - {label: Domaine%c, value: %d}\n", 'A' + i, 1 + i % 3);
    struct laid_out *l = lay_out(KIND(COLUMNS), items.at);
    assert_clean(l);
    const struct item *name = run_of(l, "DomaineB");
    assert_true(name->as.glyphs.turned);
    assert_true(name->box.height > name->box.width);
    assert_true(rect_contains(*figure_of(l)->box, name->box, 0.5));
    laid_out_free(l);
    buf_free(&items);
}

static void the_author_may_say_it_otherwise(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND(COLUMNS), "  - page: k\n    title: T\n    alt: Deux colonnes\n    items:\n"
                                                "      - {label: a, value: 3}\n      - {label: b, value: 4}\n");
    assert_clean(l);
    assert_string_equal(figure_of(l)->alternative, "Deux colonnes");
    laid_out_free(l);
}

static void printed_values_are_figures_on_record(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND(COLUMNS), figures);
    assert_int_equal(run_of(l, "50")->as.glyphs.figure_count, 1);
    assert_int_equal(l->document->pages[0].drawn_count, 0);
    laid_out_free(l);
}

/* A sparkline has no words: its figures are on record all the same, and its mark is what the figure holds. */
static void figures_that_marks_show_are_on_record(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(KIND("{kind: sparkline, over: items, label: \"${item.label}\", value: item.figure}"), figures);
    assert_clean(l);
    const struct page *page = &l->document->pages[0];
    assert_int_equal(page->drawn_count, 2);
    struct facts facts = facts_collect(l->arena, l->document);
    assert_int_equal(facts.count, 2);
    assert_int_equal(facts.items[0].text.len, 0);
    assert_string_equal(facts.items[1].page, "1");
    bool held = false;
    for (size_t i = 0; i < page->item_count; i++)
        held |= page->items[i].kind == ITEM_PATH && page->items[i].leaf != LEAF_ARTEFACT;
    assert_true(held);
    laid_out_free(l);
}

static void values_go_to_series_in_their_order(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(KIND(AREA), "  - page: k\n    series: [{label: bas}, {label: haut}]\n    items:\n"
                                             "      - {day: 2023-01, values: [1, 20]}\n"
                                             "      - {day: 2023-T3, values: [3, 40]}\n"
                                             "      - {day: \"2024\", values: [5, 60]}\n");
    assert_clean(l);
    assert_non_null(strstr(figure_of(l)->alternative, "bas\u00a0: de 1 (janvier 2023) à 5 (2024)"));
    run_of(l, "haut");
    run_of(l, "60");
    laid_out_free(l);
}

static void data_that_cannot_be_drawn_is_an_error(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *items, *message;
    } cases[] = {{COLUMNS, "[{label: a, value: ND}]", "the chart has no value to draw in series 'Visites'"},
                 {COLUMNS, "[{label: a, value: NaN}]", "'NaN' is no number that a chart can draw"},
                 {COLUMNS, "[]", "the chart has no value to draw in series 'Visites'"},
                 {"{kind: donut, over: items, label: \"${item.label}\", value: item.value}", "[{label: a, value: -1}]",
                  "series '' has a negative value, which this kind of chart cannot show"},
                 {AREA, "[{day: \"2024\", values: [1]}, {day: \"2023\", values: [1]}]",
                  "the days of series 'bas' are not in order"},
                 {AREA, "[{day: hier, values: [1]}]", "'hier' is no day, month, quarter or year"},
                 {AREA, "[{label: a, values: [1, 2, 3]}]", "the chart has fewer series than 'a' has values"},
                 {"{kind: tarte, over: items, value: item.value}", "[{label: a, value: 1}]",
                  "there is no kind of chart 'tarte'"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf kind = {0}, page = {0};
        buf_printf(&kind, KIND("%s"), cases[i].kind);
        buf_printf(&page, "  - page: k\n    series: [{label: bas}]\n    items: %s\n", cases[i].items);
        struct laid_out *l = lay_out(kind.at, page.at);
        const struct finding *f = finding_of(l, "chart-data");
        assert_non_null(f);
        assert_string_equal(f->message, cases[i].message);
        laid_out_free(l);
        buf_free(&kind);
        buf_free(&page);
    }
}

#define TABLE                                                                                                          \
    "kind: k\nfields: {file: string, x: string, columns: {type: list, item: string}}\nbody:\n"                         \
    "  - {at: [20, 20, 360, 240], chart: {kind: lines, data: file, x: x, columns: columns}}\n"

static const struct fixture_file files[] = {{"data/2024/v.csv", {"mois;oui;non\n2024-01;1,5;2\n2024-03;ND;4\n", 39}},
                                            {NULL, {0}}};

static void a_file_gives_categories_and_series(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_beside(TABLE, "  - {page: k, file: v.csv, x: mois, columns: [non, oui]}\n", NULL, NULL, files);
    assert_clean(l);
    const char *told = figure_of(l)->alternative;
    assert_non_null(strstr(told, "non\u00a0: de 2 (janvier 2024) à 4 (mars 2024)"));
    assert_non_null(strstr(told, "oui\u00a0: de 1,5 (janvier 2024)"));
    laid_out_free(l);
}

static void a_column_that_the_file_lacks_is_an_error(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_beside(TABLE, "  - {page: k, file: v.csv, x: mois, columns: [nom]}\n", NULL, NULL, files);
    const struct finding *f = finding_of(l, "chart-data");
    assert_non_null(f);
    assert_string_equal(f->message, "the file has no column 'nom'");
    laid_out_free(l);
}

static void a_chart_without_room_is_an_error(void **state)
{
    (void)state;
    struct laid_out *l = lay_out("kind: k\nfields: {items: {type: list, of: {label: text, value: string}}}\n"
                                 "body:\n  - {at: [20, 20, 30, 20], chart: {kind: columns, over: items, label: "
                                 "\"${item.label}\", value: item.value}}\n",
                                 "  - page: k\n    items: [{label: a, value: 1}]\n");
    assert_non_null(finding_of(l, "overflow"));
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chart_is_one_figure_with_its_words),
        cmocka_unit_test(the_data_is_a_table_beside_the_figure),
        cmocka_unit_test(charts_in_cells_and_for_decoration_have_no_table),
        cmocka_unit_test(a_layout_may_tell_its_chart),
        cmocka_unit_test(a_long_series_is_told_in_part),
        cmocka_unit_test(turned_names_are_text_like_any),
        cmocka_unit_test(the_author_may_say_it_otherwise),
        cmocka_unit_test(printed_values_are_figures_on_record),
        cmocka_unit_test(figures_that_marks_show_are_on_record),
        cmocka_unit_test(values_go_to_series_in_their_order),
        cmocka_unit_test(data_that_cannot_be_drawn_is_an_error),
        cmocka_unit_test(a_file_gives_categories_and_series),
        cmocka_unit_test(a_column_that_the_file_lacks_is_an_error),
        cmocka_unit_test(a_chart_without_room_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
