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
    SAYS(told(r, &c), "Valeur manquante\u00a0: 1.");
    c = make_chart(r, CHART_COLUMNS, years, (double[]){59, 43, 60, 1}, 4);
    SAYS(told(r, &c), "en baisse, avec des remontées");
    c = make_chart(r, CHART_COLUMNS, (const char *[]){"T1", "T2", "T4"}, (double[]){1, 2, 3}, 3);
    SAYS(told(r, &c), "en hausse continue");
    c = make_chart(r, CHART_COLUMNS, (const char *[]){"T2", "T1"}, (double[]){1, 2}, 2);
    SAYS(told(r, &c), "valeurs en ordre croissant");
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
    assert_null(strstr(told(r, &c), "Total"));
    c.stacked = true;
    SAYS(told(r, &c), "Total\u00a0: de 10 (2021) à 9 (2024), maximum 10 (2021), minimum 9 (2022 et 2 de plus)");
}

static void shares_targets_and_observations_are_told(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_DONUT, (const char *[]){"euros", "staff"}, (double[]){30, 10}, 2);
    SAYS(told(r, &c), "euros, 30 (75\u00a0%)\u202f; staff, 10 (25\u00a0%). Total\u00a0: 40.");
    c.kind = CHART_TARGETS;
    c.targets = make_values(r, (double[]){20, 20}, 2);
    c.target_count = 2;
    SAYS(told(r, &c), "staff\u00a0: 10 pour un objectif de 20 (50\u00a0%). Objectif atteint\u00a0: 1 sur 2.");
    c = make_chart(r, CHART_BOX, NULL, (double[]){1, 5, 3, 9}, 4);
    SAYS(told(r, &c), "4 observations de 1 à 9, médiane 4, moitié centrale de 2,5 à 6");
    c = make_chart(r, CHART_STRIP, NULL, (double[]){7}, 1);
    SAYS(told(r, &c), "série\u00a0: une observation, 7.");
}

/* A crumb is not nothing, nor is nearly all of it all. */
static void small_shares_are_not_told_as_none(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_DONUT, (const char *[]){"tout", "reste", "rien"}, (double[]){9999, 1, 0}, 3);
    SAYS(told(r, &c),
         "tout, 9\u202f999 (plus de 99\u00a0%)\u202f; reste, 1 (moins de 1\u00a0%)\u202f; rien, 0 (0\u00a0%).");
    c = make_chart(r, CHART_TARGETS, (const char *[]){"a"}, (double[]){999}, 1);
    c.targets = make_values(r, (double[]){1000}, 1);
    c.target_count = 1;
    SAYS(told(r, &c),
         "a\u00a0: 999 pour un objectif de 1\u202f000 (plus de 99\u00a0%). Objectif atteint\u00a0: 0 sur 1.");
}

/* French counts none as one, English as many. */
static void counts_agree_with_their_nouns(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_LINES, years, (double[]){1, MISSING, MISSING, 2}, 4);
    SAYS(told(r, &c), "Valeurs manquantes\u00a0: 2.");
    c = make_chart(r, CHART_TARGETS, years, (double[]){1, 2}, 2);
    c.targets = make_values(r, (double[]){2, 2}, 2);
    c.target_count = 2;
    SAYS(told(r, &c), "Objectif atteint\u00a0: 1 sur 2.");
    ((struct chart_value *)c.targets)[0].number = 1;
    SAYS(told(r, &c), "Objectifs atteints\u00a0: 2 sur 2.");
    c = make_chart(r, CHART_BARS, years, (double[4]){0}, 4);
    SAYS(told(r, &c), "4 valeurs");
    double *many = ARENA_ARRAY(r->arena, 1200, double);
    c = make_chart(r, CHART_LINES, NULL, many, 1200);
    SAYS(told(r, &c), "1\u202f200 valeurs, de c0 (0)");
    c.language = language_new(r->arena, STR("en"));
    SAYS(told(r, &c), "1,200 values");
}

static void targets_beside_values_are_told(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_COLUMNS, years, (double[]){1, 2, 3, 4}, 4);
    struct chart_value targets[4] = {[3] = {.present = true, .number = 5}};
    c.targets = targets;
    c.target_count = 4;
    SAYS(told(r, &c), "Objectif\u00a0: 5 (2024).");
    c.target_count = 1;
    c.targets = &targets[3];
    SAYS(told(r, &c), "Objectif\u00a0: 5.");
    struct chart_value both[4] = {[2] = {.present = true, .number = 2}, [3] = {.present = true, .number = 5}};
    c.targets = both;
    c.target_count = 4;
    SAYS(told(r, &c), "Objectif atteint\u00a0: 1 sur 2.");
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
    SAYS(told(r, &c), "Du 1er mars 2024 au 30 septembre 2024. Les phases se suivent.");
    double later[] = {chart_day((struct day){2024, 3, 1}), chart_day((struct day){2024, 5, 1})};
    double ends[] = {chart_day((struct day){2024, 5, 31}), chart_day((struct day){2024, 5, 1})};
    series[0].values = make_values(r, later, 2);
    series[1].values = make_values(r, ends, 2);
    SAYS(told(r, &c), "Des phases se chevauchent. Phase la plus longue\u00a0: Construction, 92 jours. "
                      "Phase la plus courte\u00a0: Comité, 1 jour.");
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
    c.unit = STR("agents");
    struct chart_table t = chart_table(&c, r->arena, SIZE_MAX);
    assert_int_equal(t.rows, 5);
    assert_int_equal(t.columns, 3);
    assert_true(str_is(t.caption, "Données\u00a0: Titre (agents)"));
    assert_true(str_is(t.cells[0].text, "Catégorie"));
    assert_true(str_is(t.cells[1].text, "série") && str_is(t.cells[2].text, "objectif"));
    assert_true(str_is(t.cells[3].text, "2021"));
    assert_true(str_is(t.cells[4].text, "1\u202f200"));
    assert_int_equal(t.cells[4].figure, 7);
    assert_true(str_is(t.cells[7].text, "n.\u00a0d."));
    assert_true(str_is(t.cells[14].text, "5"));
    assert_int_equal(t.rest.len, 0);
}

static void a_long_table_says_what_it_leaves_out(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_LINES, years, (double[]){1, 2, 3, 4}, 4);
    struct chart_table t = chart_table(&c, r->arena, 3);
    assert_int_equal(t.rows, 4);
    assert_true(str_is(t.rest, "et 1 ligne de plus"));
    assert_true(str_is(t.where, "dans les données de l’édition"));
    c.file = STR("visites.csv");
    c.language = language_new(r->arena, STR("en"));
    t = chart_table(&c, r->arena, 1);
    assert_true(str_is(t.rest, "and 3 more rows") && str_is(t.where, "in the file visites.csv"));
}

static void kinds_without_a_category_a_row_are_tables_too(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_STRIP, NULL, (double[]){5, 7}, 2);
    struct chart_series series[2] = {{STR("a"), c.series[0].values, 2, false},
                                     {STR("b"), c.series[0].values, 1, false}};
    c.series = series;
    c.series_count = 2;
    struct chart_table t = chart_table(&c, r->arena, SIZE_MAX);
    assert_int_equal(t.rows, 3);
    assert_int_equal(t.columns, 3);
    assert_true(str_is(t.cells[0].text, "Observation") && str_is(t.cells[2].text, "b"));
    assert_true(str_is(t.cells[3].text, "1") && str_is(t.cells[7].text, "7") && t.cells[8].text.len == 0);
    c = make_chart(r, CHART_STEPS, (const char *[]){"Comité", "Lancement"}, (double[]){3, MISSING}, 2);
    t = chart_table(&c, r->arena, SIZE_MAX);
    assert_int_equal(t.columns, 3);
    assert_true(str_is(t.cells[1].text, "Étape") && str_is(t.cells[3].text, "1") && str_is(t.cells[4].text, "Comité"));
    double start = chart_day((struct day){2024, 3, 1});
    c = make_chart(r, CHART_TIMELINE, (const char *[]){"Construction"}, (double[]){start}, 1);
    t = chart_table(&c, r->arena, SIZE_MAX);
    assert_true(str_is(t.cells[0].text, "Phase") && str_is(t.cells[1].text, "Début"));
    assert_true(str_is(t.cells[3].text, "1er mars 2024"));
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
        CHART_TEST(small_shares_are_not_told_as_none),
        CHART_TEST(counts_agree_with_their_nouns),
        CHART_TEST(targets_beside_values_are_told),
        CHART_TEST(phases_and_steps_are_told),
        CHART_TEST(the_data_is_a_table),
        CHART_TEST(a_long_table_says_what_it_leaves_out),
        CHART_TEST(kinds_without_a_category_a_row_are_tables_too),
        CHART_TEST(kinds_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
