#include "layout_fixture.h"

#define FIELDS                                                                                                         \
    "kind: k\nfields: {title: text, figure: figure, service: service, day: date, number: number, on: bool, "           \
    "items: {type: list, of: {name: text, figure: figure, featured: bool}}}\nbody:\n"
#define LINE(y, text) "  - {at: [20, " #y ", 360, ~], text: \"" text "\"}\n"

static void prints_fields_and_forms(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(FIELDS LINE(20, "t ${title}") LINE(40, "f ${figure}") LINE(60, "c ${figure:change}")
                    LINE(80, "l ${figure.label}, ${figure.hint}") LINE(100, "s ${service.name} ${service.phase}")
                        LINE(120, "d ${day}") LINE(140, "n ${number}") LINE(160, "w ${word.hello}"),
                "  - {page: k, title: Titre, figure: visits, service: mano, day: 2024-02-03, number: 1200.5}\n");
    assert_clean(l);
    run_of(l, "t Titre");
    run_of(l, "f 100");
    run_of(l, "c +100\u00A0%");
    run_of(l, "l visites, par mois");
    run_of(l, "d 3 février 2024");
    run_of(l, "n 1\u202F200,5");
    run_of(l, "w Bonjour");
    laid_out_free(l);
}

static void figures_carry_their_ledger_entry(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(FIELDS LINE(20, "soit ${figure}"), "  - {page: k, figure: visits}\n");
    assert_clean(l);
    const struct glyph_run *run = &run_of(l, "soit 100")->as.glyphs;
    assert_int_equal(run->figure_count, 1);
    assert_int_equal(run->figures[0].start, 5);
    assert_int_equal(run->figures[0].end, 8);
    assert_true(run->figures[0].figure > 0);
    struct span at = origin_span(run->origins, run->origin_count, 5, 8);
    assert_non_null(strstr(diags_file_name(l->diags, at.file), "bilan.yaml"));
    laid_out_free(l);
}

static void knows_edition_page_and_counter(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(FIELDS LINE(20, "${edition.title} ${edition.year} ${edition.next} ${edition.previous}")
                    LINE(40, "p${page.number} [${counter}]") LINE(60, "${edition.published_month}")
                        LINE(80, "${programme.name}") LINE(100, "a ${edition} ${visits} ${count.items}"),
                "  - {page: k, items: [{name: a}, {name: b}]}\n");
    assert_clean(l);
    run_of(l, "Bilan 2024 2025 2023");
    run_of(l, "p1 []");
    run_of(l, "mars 2025");
    run_of(l, "prog");
    run_of(l, "a 2024 100 2");
    laid_out_free(l);
}

static void goes_through_lists(void **state)
{
    (void)state;
    struct laid_out *l = lay_out(FIELDS "  - at: [20, 20, 360, ~]\n    column:\n      - each: items\n        as: one\n"
                                        "        text: \"${one.index} ${one.name}\"\n        unless: one.featured\n"
                                        "      - {each: items, when: item.last, text: \"fin ${item.name}\"}\n",
                                 "  - {page: k, items: [{name: a}, {name: b, featured: true}, {name: c}]}\n");
    assert_clean(l);
    run_of(l, "1 a");
    run_of(l, "3 c");
    run_of(l, "fin c");
    assert_false(dump_has(l, "2 b"));
    laid_out_free(l);
}

/* Which of the conditions below hold, as letters. */
static void assert_holds(const char *page, const char *letters)
{
    static const struct {
        char letter;
        const char *condition;
    } cases[] = {
        {'A', "when: title"},
        {'B', "unless: title"},
        {'C', "when: {path: title, is: oui}"},
        {'D', "when: {count: items, min: 2}"},
        {'E', "when: {count: items, is: 1}"},
        {'F', "when: {any: items.featured}"},
        {'G', "when: {path: 'figure:attainment', below: 90}"},
        {'H', "when: {path: 'figure:attainment', min: 100}"},
        {'I', "when: on"},
        {'J', "when: 'figure:previous'"},
    };
    struct buf kind = {0};
    buf_text(&kind, FIELDS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        buf_printf(&kind, "  - {at: [20, %zu, 100, ~], text: '%c', %s}\n", 20 + 20 * i, cases[i].letter,
                   cases[i].condition);
    struct laid_out *l = lay_out(kind.at, page);
    assert_clean(l);
    char found[16] = "";
    for (size_t i = 0; i < l->document->pages[0].item_count; i++)
        strncat(found, l->document->pages[0].items[i].as.glyphs.text.at, 1);
    assert_string_equal(found, letters);
    laid_out_free(l);
    buf_free(&kind);
}

static void conditions_hold(void **state)
{
    (void)state;
    assert_holds("  - {page: k, title: oui, figure: visits, on: true}\n", "ACHIJ");
    assert_holds("  - {page: k, figure: users, items: [{name: a, featured: true}]}\n", "BEFG");
    assert_holds("  - {page: k, title: non, items: [{name: a}, {name: b}], on: false}\n", "AD");
}

static void bars_take_the_largest(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(FIELDS "  - {at: [20, 20, 200, 10], color: blue, bar: {value: figure, full: [\"figure:previous\", "
                       "\"max.items.figure\"]}}\n"
                       "  - {at: [20, 40, 200, 10], color: blue, bar: {value: 1, full: sum.items.figure}}\n",
                "  - {page: k, figure: users, items: [{name: a, figure: visits}, {name: b, figure: users}]}\n");
    assert_clean(l);
    assert_int_equal(l->document->pages[0].item_count, 2);
    assert_true(l->document->pages[0].items[0].box.width > 49.9 && l->document->pages[0].items[0].box.width < 50.1);
    assert_true(l->document->pages[0].items[1].box.width > 1.59 && l->document->pages[0].items[1].box.width < 1.61);
    laid_out_free(l);
}

static void unknown_names_are_told(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out(FIELDS "  - {at: [20, 20, 100, ~], text: x, when: titel}\n", "  - {page: k, title: a}\n");
    const struct finding *f = finding_of(l, "unknown-name");
    assert_non_null(f);
    assert_non_null(strstr(f->hint, "title"));
    laid_out_free(l);
    l = lay_out(FIELDS LINE(20, "${service.nom}"), "  - {page: k, service: mano}\n");
    assert_non_null(finding_of(l, "unknown-name"));
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_fields_and_forms),
        cmocka_unit_test(figures_carry_their_ledger_entry),
        cmocka_unit_test(knows_edition_page_and_counter),
        cmocka_unit_test(goes_through_lists),
        cmocka_unit_test(conditions_hold),
        cmocka_unit_test(bars_take_the_largest),
        cmocka_unit_test(unknown_names_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
