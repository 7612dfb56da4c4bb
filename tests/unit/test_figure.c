/* Periods, rows of figures, and finding them again. */
#include "findings.h"
#include "load/csv.h"
#include "model/figure.h"

struct record_of_figures {
    struct arena *arena;
    struct diags *diags;
    struct figures *figures;
};

static struct record_of_figures read_rows(const char *rows)
{
    struct record_of_figures r = {.arena = arena_new()};
    r.diags = diags_new(r.arena);
    r.figures = figures_new(r.arena, r.diags);
    const struct csv_table *table = csv_load(r.arena, r.diags, diags_add_file(r.diags, "f.csv", str_of(rows)));
    assert_non_null(table);
    figures_add(r.figures, table);
    return r;
}

static struct period period(const char *text)
{
    struct period p;
    assert_true(period_parse(str_of(text), &p));
    return p;
}

static void assert_same_period(struct period p, const char *expected)
{
    char text[16];
    assert_int_equal(period_text(p, text), strlen(expected));
    assert_string_equal(text, expected);
}

static const struct observation *find(const struct record_of_figures *r, const char *when, int edition)
{
    return figures_find(r->figures, STR(""), STR("x"), period(when), FIGURE_RESULT, edition);
}

static void assert_value(const struct observation *o, int64_t expected)
{
    assert_non_null(o);
    assert_int_equal(decimal_compare(o->value, decimal_from(expected)), 0);
}

static void test_periods_are_read_and_written(void **state)
{
    static const char *const good[] = {"2024", "2024-11", "2024-T4", "2025-01-01", "2024-02-29"};
    static const char *const bad[] = {"",         "24",      "0999",   "2024-",      "2024-13",    "2024-T5",
                                      "2024-T0",  "2024-00", "2024-4", "2023-02-29", "2024-04-31", "2024/01/01",
                                      "2024-1-1", "2024-T",  "2O24",   "2024 11",    "2024-01_01"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_same_period(period(good[i]), good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct period p;
        assert_false(period_parse(str_of(bad[i]), &p));
    }
}

static void test_periods_have_an_order(void **state)
{
    static const char *const order[] = {"2023", "2023-T4", "2023-10", "2023-10-01", "2023-12-31", "2024", "2024-T1"};
    (void)state;
    for (size_t i = 1; i < sizeof order / sizeof order[0]; i++) {
        assert_int_equal(period_compare(period(order[i - 1]), period(order[i])), -1);
        assert_int_equal(period_compare(period(order[i]), period(order[i - 1])), 1);
        assert_int_equal(period_compare(period(order[i]), period(order[i])), 0);
    }
}

static void test_period_before(void **state)
{
    (void)state;
    assert_same_period(period_before(period("2024")), "2023");
    assert_same_period(period_before(period("2024-T1")), "2023-T4");
    assert_same_period(period_before(period("2024-T3")), "2024-T2");
    assert_same_period(period_before(period("2024-01")), "2023-12");
    assert_same_period(period_before(period("2024-02-29")), "2023-02-28");
}

static void test_names(void **state)
{
    struct figure_name name;
    struct str bad;
    (void)state;
    assert_true(figure_name_parse(STR("tchap.users@2023-T1"), 2024, &name, &bad));
    assert_true(str_is(name.entity, "tchap") && str_is(name.indicator, "users"));
    assert_same_period(name.period, "2023-T1");
    assert_true(figure_name_parse(STR("users@next"), 2024, &name, &bad));
    assert_int_equal(name.entity.len, 0);
    assert_same_period(name.period, "2025");
    assert_true(figure_name_parse(STR("a-b_1"), 2024, &name, &bad));
    assert_int_equal(name.period.kind, PERIOD_NONE);
    assert_false(figure_name_parse(STR("users@later"), 2024, &name, &bad));
    assert_true(str_is(bad, "later"));
    assert_false(figure_name_parse(STR("a.b.c"), 2024, &name, &bad));
    assert_false(figure_name_parse(STR(".b"), 2024, &name, &bad));
    assert_false(figure_name_parse(STR("un mot"), 2024, &name, &bad));
    assert_false(figure_name_parse(STR(""), 2024, &name, &bad));
}

static void test_a_row_in_full(void **state)
{
    struct record_of_figures r =
        read_rows("entity,indicator,period,kind,value,qualifier,stated_in,observed,source,note\n"
                  "tchap,users,2024,target,1.50,about,2025,2024-12,suivi,autre périmètre\n");
    (void)state;
    assert_findings(r.diags, "");
    assert_int_equal(figures_count(r.figures), 1);
    const struct observation *o = figures_at(r.figures, 0);
    char value[DECIMAL_TEXT];
    decimal_text(o->value, value);
    assert_string_equal(value, "1.50");
    assert_string_equal(figure_kind_name(o->kind), "target");
    assert_string_equal(qualifier_name(o->qualifier), "about");
    assert_int_equal(o->stated_in, 2025);
    assert_true(str_is(o->observed, "2024-12") && str_is(o->source, "suivi") && str_is(o->note, "autre périmètre"));
    arena_free(r.arena);
}

static void test_missing_values_and_commas(void **state)
{
    struct record_of_figures r = read_rows("indicator;period;value\nx;2022;N/A\nx;2023;ND\nx;2024;0,90\n");
    (void)state;
    assert_findings(r.diags, "");
    assert_int_equal(find(&r, "2022", 2024)->missing, NOT_APPLICABLE);
    assert_int_equal(find(&r, "2023", 2024)->missing, NOT_AVAILABLE);
    char value[DECIMAL_TEXT];
    decimal_text(find(&r, "2024", 2024)->value, value);
    assert_string_equal(value, "0.90");
    arena_free(r.arena);
}

static void test_each_edition_states_its_own(void **state)
{
    struct record_of_figures r =
        read_rows("indicator,period,value,stated_in,note\nx,2022,3,2025,c\nx,2022,1,,\nx,2022,2,2024,b\n");
    (void)state;
    assert_value(find(&r, "2022", 2023), 1);
    assert_value(find(&r, "2022", 2024), 2);
    assert_value(find(&r, "2022", 2025), 3);
    assert_value(find(&r, "2022", 2030), 3);
    assert_null(find(&r, "2023", 2030));
    arena_free(r.arena);
}

static void test_a_year_finds_its_last_day(void **state)
{
    struct record_of_figures r = read_rows("indicator,period,value,stated_in,note\n"
                                           "x,2024-01-01,1,,\nx,2024-01-02,2,,\nx,2025-01-01,3,,\nx,2025-01-02,4,,\n"
                                           "x,2025-01-01,5,2026,recount\n");
    (void)state;
    assert_value(find(&r, "2023", 2024), 1);
    assert_value(find(&r, "2024", 2024), 3);
    assert_value(find(&r, "2025", 2025), 4);
    assert_value(find(&r, "2024", 2026), 5);
    assert_null(find(&r, "2022", 2024));
    arena_free(r.arena);
}

static void test_periods_on_record(void **state)
{
    struct record_of_figures r =
        read_rows("indicator,period,value,stated_in,note\n"
                  "x,2024,1,,\nx,2021,1,,\nx,2023,1,,\nx,2023,2,2024,n\nx,2022,1,,\nx,2020,1,2030,n\n");
    struct period out[3];
    (void)state;
    assert_int_equal(figures_periods(r.figures, STR(""), STR("x"), FIGURE_RESULT, 2024, out, 3), 3);
    assert_same_period(out[0], "2022");
    assert_same_period(out[1], "2023");
    assert_same_period(out[2], "2024");
    assert_int_equal(figures_periods(r.figures, STR(""), STR("y"), FIGURE_RESULT, 2024, out, 3), 0);
    arena_free(r.arena);
}

static void assert_row_rejected(const char *rows, const char *rule, const char *pointed_at, const char *hint)
{
    struct record_of_figures r = read_rows(rows);
    assert_one_finding(r.diags, rule, pointed_at);
    if (hint != NULL) {
        assert_string_equal(diags_finding(r.diags, 0)->hint, hint);
    }
    arena_free(r.arena);
}

static void assert_on_record(const struct record_of_figures *r, const char *entity, int year, enum figure_kind kind,
                             int64_t expected)
{
    struct period when = {.kind = PERIOD_YEAR, .year = year};
    assert_value(figures_find(r->figures, str_of(entity), STR("x"), when, kind, 2024), expected);
}

/* Entity, period and kind all tell figures apart, in a table that has grown. */
static void test_each_of_many_is_found(void **state)
{
    static const char *const entities[] = {"", "a", "ab", "b"};
    static const char *const kinds[] = {"result", "target", "forecast"};
    struct buf rows = {0};
    (void)state;
    buf_text(&rows, "entity,indicator,period,kind,value\n");
    for (int i = 0; i < 1200; i++) {
        buf_printf(&rows, "%s,x,%d,%s,%d\n", entities[i % 4], 1900 + i / 12, kinds[i / 4 % 3], i);
    }
    struct record_of_figures r = read_rows(rows.at);
    assert_int_equal(figures_count(r.figures), 1200);
    for (int i = 0; i < 1200; i++) {
        assert_on_record(&r, entities[i % 4], 1900 + i / 12, (enum figure_kind)(i / 4 % 3), i);
    }
    assert_null(figures_find(r.figures, STR("a"), STR("b"), period("1900"), FIGURE_RESULT, 2024));
    assert_null(figures_find(r.figures, STR("a"), STR("x"), period("2000"), FIGURE_RESULT, 2024));
    assert_null(find(&r, "1900-01", 2024));
    struct period kept[3];
    assert_int_equal(figures_periods(r.figures, STR("ab"), STR("x"), FIGURE_TARGET, 2024, kept, 3), 3);
    assert_same_period(kept[0], "1997");
    buf_free(&rows);
    arena_free(r.arena);
}

static void test_bad_numbers(void **state)
{
    (void)state;
    assert_row_rejected("indicator,period,value\nx,2024,#REF!\n", "bad-number", "#REF!",
                        "the spreadsheet's formula failed: put the number in its place");
    assert_row_rejected("indicator,period,value\nx,2024,279 500\n", "bad-number", "279 500", "write 279500");
    assert_row_rejected("indicator,period,value\nx,2024,279\u202f500\n", "bad-number", "279\u202f500", "write 279500");
    assert_row_rejected("indicator,period,value\nx,2024,\"279,500\"\n", "bad-number", "279,500", NULL);
    assert_row_rejected("indicator,period,value\nx,2024,17 %\n", "bad-number", "17 %", NULL);
    assert_row_rejected("indicator,period,value\nx,2024,1e5\n", "bad-number", "1e5", NULL);
    assert_row_rejected("indicator,period,value\nx,2024,\n", "bad-number", "",
                        "write 'N/A' when it does not apply, 'ND' when it is not available");
}

static void test_bad_rows(void **state)
{
    (void)state;
    assert_row_rejected("indicator,period,value\nx,janvier,1\n", "bad-period", "janvier", NULL);
    assert_row_rejected("indicator,period,value,stated_in\nx,2024,1,bilan\n", "bad-period", "bilan", NULL);
    assert_row_rejected("indicator,period,value,kind\nx,2024,1,traget\n", "unknown-choice", "traget",
                        "did you mean 'target'?");
    assert_row_rejected("indicator,period,value,qualifier\nx,2024,1,morethan\n", "unknown-choice", "morethan",
                        "did you mean 'more-than'?");
    assert_row_rejected("indicator,period,value,sources\nx,2024,1,a\n", "unknown-column", "sources",
                        "did you mean 'source'?");
    assert_row_rejected("indicator,value\nx,1\n", "missing-column", "indicator", NULL);
    assert_row_rejected("indicator,period,value\n,2024,1\n", "missing-field", "", NULL);
}

static void test_all_faults_of_a_row_are_told(void **state)
{
    struct record_of_figures r = read_rows("indicator,period,value,kind\nx,hier,beaucoup,voeu\n");
    (void)state;
    assert_int_equal(diags_count(r.diags, DIAG_ERROR), 3);
    assert_int_equal(figures_count(r.figures), 0);
    arena_free(r.arena);
}

static void test_repeated_observation(void **state)
{
    struct record_of_figures r = read_rows("indicator,period,value\nx,2024,11\nx,2024,22\n");
    (void)state;
    assert_one_finding(r.diags, "repeated-observation", "22");
    const struct finding *f = diags_finding(r.diags, 0);
    assert_non_null(f->also);
    struct str also = str_slice(diags_file_bytes(r.diags, f->also_at.file), f->also_at.start, f->also_at.end);
    assert_true(str_is(also, "11"));
    arena_free(r.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods_are_read_and_written),
        cmocka_unit_test(test_periods_have_an_order),
        cmocka_unit_test(test_period_before),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_a_row_in_full),
        cmocka_unit_test(test_missing_values_and_commas),
        cmocka_unit_test(test_each_edition_states_its_own),
        cmocka_unit_test(test_a_year_finds_its_last_day),
        cmocka_unit_test(test_periods_on_record),
        cmocka_unit_test(test_each_of_many_is_found),
        cmocka_unit_test(test_bad_numbers),
        cmocka_unit_test(test_bad_rows),
        cmocka_unit_test(test_all_faults_of_a_row_are_told),
        cmocka_unit_test(test_repeated_observation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
