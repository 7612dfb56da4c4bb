#include "chart_support.h"

static const char *const years[] = {"2021", "2022", "2023", "2024"};

static const char *told(struct recorder *r, const struct chart *c)
{
    return chart_alternative(c, r->arena).at;
}

#define SAYS(text, words) assert_non_null(strstr((text), (words)))

static void a_series_in_time_is_told_with_its_trend(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_COLUMNS, years, (double[]){180, 165, 154, 217}, 4);
    c.dated = true;
    for (int i = 0; i < 4; i++)
        ((struct chart_category *)c.categories)[i].day = chart_day((struct day){2021 + i, 1, 1});
    c.title = STR("Agents rejoignant la communauté");
    c.unit = STR("agents");
    const char *text = told(r, &c);
    SAYS(text, "Diagramme en colonnes\u00a0: Agents rejoignant la communauté (agents).");
    SAYS(text, "4 valeurs, de 2021 (180) à 2024 (217).");
    SAYS(text, "Maximum\u00a0: 2024, 217.");
    SAYS(text, "Minimum\u00a0: 2023, 154.");
    SAYS(text, "en hausse, avec des reculs");
    c.language = language_new(r->arena, STR("en"));
    SAYS(told(r, &c), "Highest: 2024, 217. Lowest: 2023, 154. Trend: rising, with setbacks.");
}

static void trends_are_named(void **state)
{
    struct recorder *r = *state;
    static const struct {
        double numbers[4];
        const char *words;
    } cases[] = {{{1, 2, 3, 4}, "en hausse continue"},
                 {{4, 3, 2, 1}, "en baisse continue"},
                 {{4, 3, 3.5, 1}, "en baisse, avec des remontées"},
                 {{4, 9, 1, 4}, "de retour à son point de départ"},
                 {{4, 4, 4, 4}, "Toutes les valeurs sont égales à 4. Tendance\u00a0: stable"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct chart c = make_chart(r, CHART_LINES, years, cases[i].numbers, 4);
        SAYS(told(r, &c), cases[i].words);
    }
}

static void categories_without_order_have_no_trend(void **state)
{
    struct recorder *r = *state;
    struct chart c =
        make_chart(r, CHART_BARS, (const char *[]){"DINUM", "Écologie", "Ademe"}, (double[]){59, 43, 43}, 3);
    SAYS(told(r, &c), "Minimum\u00a0: Écologie et 1 de plus, 43.");
    SAYS(told(r, &c), "valeurs en ordre décroissant");
    SAYS(told(r, &c), "de DINUM (59) à Ademe (43)");
    c = make_chart(r, CHART_BARS, (const char *[]){"Écologie", "Ademe"}, (double[]){59, 43}, 2);
    SAYS(told(r, &c), "d’Écologie (59) à Ademe (43)");
    c = make_chart(r, CHART_BARS, (const char *[]){"A", "B", "C", "D"}, (double[]){59, MISSING, 60, 1}, 4);
    SAYS(told(r, &c), "sans ordre particulier");
    SAYS(told(r, &c), "Valeurs manquantes\u00a0: 1.");
    c = make_chart(r, CHART_COLUMNS, years, (double[]){59, 43, 60, 1}, 4);
    SAYS(told(r, &c), "en baisse, avec des remontées");
}

static void each_of_several_series_is_told(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_AREA, years, (double[]){1, 2, 3, 4}, 4);
    struct chart_series *series = ARENA_ARRAY(r->arena, 2, struct chart_series);
    series[0] = (struct chart_series){STR("agents"), make_values(r, (double[]){1, 2, 3, 4}, 4), 4, false};
    series[1] = (struct chart_series){STR("autres"), make_values(r, (double[]){9, 7, 6, 5}, 4), 4, false};
    ((struct chart_value *)series[1].values)[0].text = STR("plus de 9");
    c.series = series;
    c.series_count = 2;
    SAYS(told(r, &c), "Maximum\u00a0: autres, 2021, plus de 9. Minimum\u00a0: agents, 2021, 1.");
    SAYS(told(r, &c), "agents\u00a0: de 1 (2021) à 4 (2024), maximum 4 (2024), minimum 1 (2021), en hausse continue.");
    SAYS(told(r, &c), "minimum 5 (2024), en baisse continue.");
}

static void shares_targets_and_observations_are_told(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_DONUT, (const char *[]){"euros", "staff"}, (double[]){30, 10}, 2);
    SAYS(told(r, &c), "euros, 30 (75\u00a0%)\u202f; staff, 10 (25\u00a0%). Total\u00a0: 40.");
    c.kind = CHART_TARGETS;
    c.targets = make_values(r, (double[]){20, 20}, 2);
    c.target_count = 2;
    SAYS(told(r, &c), "staff\u00a0: 10 pour un objectif de 20 (50\u00a0%). Objectifs atteints\u00a0: 1 sur 2.");
    c = make_chart(r, CHART_BOX, NULL, (double[]){1, 5, 3, 9}, 4);
    SAYS(told(r, &c), "4 observations de 1 à 9, médiane 4");
}

static void phases_and_steps_are_told(void **state)
{
    struct recorder *r = *state;
    double start = chart_day((struct day){2024, 3, 1}), end = chart_day((struct day){2024, 9, 30});
    struct chart c =
        make_chart(r, CHART_TIMELINE, (const char *[]){"Construction", "Comité"}, (double[]){start, end}, 2);
    struct chart_series series[2] = {c.series[0], {STR("fin"), make_values(r, (double[]){end, MISSING}, 2), 2, false}};
    c.series = series;
    c.series_count = 2;
    SAYS(told(r, &c),
         "Construction\u00a0: début 1er mars 2024, fin 30 septembre 2024\u202f; Comité\u00a0: 30 septembre 2024.");
    c.kind = CHART_STEPS;
    c.series_count = 0;
    SAYS(told(r, &c), "1. Construction\u202f; 2. Comité.");
}

static void the_data_is_a_table(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_COLUMNS, years, (double[]){1200, MISSING, 3, 4}, 4);
    ((struct chart_value *)c.series[0].values)[0].figure = 7;
    c.targets = make_values(r, (double[]){5}, 1);
    c.target_count = 1;
    struct chart_table t = chart_table(&c, r->arena);
    assert_int_equal(t.rows, 5);
    assert_int_equal(t.columns, 3);
    assert_true(t.cells[1].head && t.cells[3].head && !t.cells[4].head);
    assert_true(str_is(t.cells[1].text, "série") && str_is(t.cells[2].text, "objectif"));
    assert_true(str_is(t.cells[4].text, "1\u202f200"));
    assert_int_equal(t.cells[4].figure, 7);
    assert_true(str_is(t.cells[7].text, "n.\u00a0d."));
    assert_true(str_is(t.cells[14].text, "5"));
}

static void kinds_have_names(void **state)
{
    (void)state;
    struct chart c = {0};
    assert_true(chart_kind_find(STR("area-100"), &c));
    assert_true(c.kind == CHART_AREA && c.percent);
    assert_true(chart_kind_find(STR("stacked-bars"), &c));
    assert_true(c.kind == CHART_BARS && c.stacked && !c.percent);
    assert_false(chart_kind_find(STR("pie"), &c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(a_series_in_time_is_told_with_its_trend),
        CHART_TEST(trends_are_named),
        CHART_TEST(categories_without_order_have_no_trend),
        CHART_TEST(each_of_several_series_is_told),
        CHART_TEST(shares_targets_and_observations_are_told),
        CHART_TEST(phases_and_steps_are_told),
        CHART_TEST(the_data_is_a_table),
        CHART_TEST(kinds_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
