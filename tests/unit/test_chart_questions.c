#include "map_support.h"

/* From the words alone a reader can say of every kind what is shown, which values are the highest and the lowest, and how they go on. */

static const char *const names[] = {"Alpha", "Beta", "Gamma", "Delta"};
static const double numbers[] = {30, 12, 45, 20};

/* Two series; of timelines starts and ends, of targets one and what was aimed at. */
static struct chart any_chart(struct recorder *r, const char *kind, const char *language)
{
    struct chart c = make_chart(r, CHART_BARS, names, numbers, 4);
    c.language = language_new(r->arena, str_of(language));
    c.title = STR("Visites");
    c.unit = STR("milliers");
    assert_true(chart_kind_find(str_of(kind), &c));
    struct chart_series *series = ARENA_ARRAY(r->arena, 2, struct chart_series);
    series[0] = (struct chart_series){STR("Un"), make_values(r, numbers, 4), 4, false};
    series[1] = (struct chart_series){STR("Deux"), make_values(r, (double[]){50, 51, 52, 53}, 4), 4, false};
    if (c.kind == CHART_TIMELINE) {
        series[0].values = make_values(r, (double[]){19000, 19100, 19200, 19300}, 4);
        series[1].values = make_values(r, (double[]){19030, 19112, 19245, 19320}, 4);
    }
    c.series = series;
    c.series_count = c.kind == CHART_DONUT || c.kind == CHART_SPARKLINE || c.kind == CHART_STEPS ? 1 : 2;
    if (c.kind == CHART_MAP || c.kind == CHART_MAP_CIRCLES) {
        c.series_count = 1;
        c.places = make_map_chart(r, c.kind, make_map(r, 4, false), false, numbers, 4).places;
    }
    if (c.kind == CHART_TARGETS) {
        c.series_count = 1;
        c.targets = make_values(r, (double[]){40, 10, 45, 40}, 4);
        c.target_count = 4;
    }
    return c;
}

struct answers {
    const char *kind, *highest, *lowest, *trend;
};

/* `plain` as the words have it: no-break spaces told apart from others are another test's business. */
static const char *plain(struct recorder *r, struct str text)
{
    struct buf out = {0};
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        char bytes[4];
        buf_add(&out, bytes, utf8_put(bytes, c == 0xa0 || c == 0x202f ? ' ' : c));
    }
    const char *copy = str_copy(r->arena, buf_view(&out)).at;
    buf_free(&out);
    return copy;
}

static void ask(struct recorder *r, const char *kind, const char *language, const struct answers *a)
{
    struct chart c = any_chart(r, kind, language);
    const char *text = plain(r, chart_alternative(&c, r->arena));
    const char *shown = arena_printf(
        r->arena, strcmp(language, "fr") == 0 ? "%s : Visites (milliers)." : "%s: Visites (milliers).", a->kind);
    const char *const answers[] = {shown, a->highest, a->lowest, a->trend};
    if (strncmp(text, shown, strlen(shown)) != 0)
        fail_msg("%s does not start with '%s': %s", kind, shown, text);
    for (size_t i = 1; i < 4; i++)
        if (!strstr(text, answers[i]))
            fail_msg("%s does not say '%s': %s", kind, answers[i], text);
}

#define SERIES_FR                                                                                                      \
    "Maximum : Deux, Delta, 53.", "Minimum : Un, Beta, 12.", "minimum 50 (Alpha), valeurs en ordre croissant"
#define SERIES_EN "Highest: Deux, Delta, 53.", "Lowest: Un, Beta, 12.", "lowest 50 (Alpha), values in ascending order"
#define LINES_FR "Maximum : Deux, Delta, 53.", "Minimum : Un, Beta, 12.", "minimum 50 (Alpha), en hausse continue"
#define LINES_EN "Highest: Deux, Delta, 53.", "Lowest: Un, Beta, 12.", "lowest 50 (Alpha), rising throughout"
#define MEDIANS_FR                                                                                                     \
    "Médiane la plus haute : Deux, 51,5.", "Médiane la plus basse : Un, 25.", "valeurs en ordre croissant"
#define MEDIANS_EN "Highest median: Deux, 51.5.", "Lowest median: Un, 25.", "values in ascending order"
/* On a map the trend is where most of it lies. */
#define MAP_FR "Maximum : Gamma, 45.", "Minimum : Beta, 12.", "Les 2 premiers (Gamma, Alpha) font 70 % du total."
#define MAP_EN "Highest: Gamma, 45.", "Lowest: Beta, 12.", "The first 2 (Gamma, Alpha) make up 70% of the total."

static const struct {
    const char *kind;
    struct answers french, english;
} cases[] = {
    {"columns", {"Colonnes groupées", SERIES_FR}, {"Grouped columns", SERIES_EN}},
    {"grouped-columns", {"Colonnes groupées", SERIES_FR}, {"Grouped columns", SERIES_EN}},
    {"stacked-columns", {"Colonnes empilées", SERIES_FR}, {"Stacked columns", SERIES_EN}},
    {"columns-100", {"Colonnes empilées à 100 %", SERIES_FR}, {"Columns stacked to 100%", SERIES_EN}},
    {"bars", {"Barres groupées", SERIES_FR}, {"Grouped bars", SERIES_EN}},
    {"grouped-bars", {"Barres groupées", SERIES_FR}, {"Grouped bars", SERIES_EN}},
    {"stacked-bars", {"Barres empilées", SERIES_FR}, {"Stacked bars", SERIES_EN}},
    {"bars-100", {"Barres empilées à 100 %", SERIES_FR}, {"Bars stacked to 100%", SERIES_EN}},
    {"lines", {"Courbes", LINES_FR}, {"Line chart", LINES_EN}},
    {"stacked-area", {"Aires empilées", LINES_FR}, {"Stacked areas", LINES_EN}},
    {"area-100", {"Aires empilées à 100 %", LINES_FR}, {"Areas stacked to 100%", LINES_EN}},
    {"matrix", {"Matrice", SERIES_FR}, {"Matrix", SERIES_EN}},
    {"strip", {"Points par catégorie", MEDIANS_FR}, {"Dots by category", MEDIANS_EN}},
    {"box", {"Boîtes à moustaches", MEDIANS_FR}, {"Box plot", MEDIANS_EN}},
    {"donut",
     {"Diagramme en anneau", "Gamma, 45 (42 %)", "Minimum : Beta, 12.", "Tendance : valeurs sans ordre particulier."},
     {"Donut chart", "Gamma, 45 (42%)", "Lowest: Beta, 12.", "Trend: values in no particular order."}},
    {"sparkline",
     {"Courbe", "Maximum : Gamma, 45.", "Minimum : Beta, 12.", "Tendance : en baisse, avec des remontées."},
     {"Line", "Highest: Gamma, 45.", "Lowest: Beta, 12.", "Trend: falling, with recoveries."}},
    {"targets",
     {"Résultats et objectifs", "Part de l’objectif la plus haute : Beta, 120 %.",
      "Part de l’objectif la plus basse : Delta, 50 %.", "Tendance : valeurs sans ordre particulier."},
     {"Results against targets", "Highest share of its target: Beta, 120%.", "Lowest share of its target: Delta, 50%.",
      "Trend: values in no particular order."}},
    {"timeline",
     {"Frise chronologique", "Phase la plus longue : Gamma, 46 jours.", "Phase la plus courte : Beta, 13 jours.",
      "Du 8 janvier 2022 au 24 novembre 2022. Les phases se suivent."},
     {"Timeline", "Longest phase: Gamma, 46 days.", "Shortest phase: Beta, 13 days.",
      "From January 8, 2022 to November 24, 2022. The phases follow each other."}},
    {"steps",
     {"Suite d’étapes", "Maximum : Gamma, 45.", "Minimum : Beta, 12.", "Tendance : en baisse, avec des remontées."},
     {"Steps", "Highest: Gamma, 45.", "Lowest: Beta, 12.", "Trend: falling, with recoveries."}},
    {"map", {"Carte en nuances", MAP_FR}, {"Shaded map", MAP_EN}},
    {"map-circles", {"Carte à cercles proportionnels", MAP_FR}, {"Map with proportional circles", MAP_EN}},
};

static void every_kind_answers_three_questions(void **state)
{
    struct recorder *r = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ask(r, cases[i].kind, "fr", &cases[i].french);
        ask(r, cases[i].kind, "en", &cases[i].english);
    }
}

static void every_kind_is_asked(void **state)
{
    (void)state;
    for (size_t k = 0; chart_kind_name(k); k++) {
        bool asked = false;
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
            asked |= strcmp(cases[i].kind, chart_kind_name(k)) == 0;
        if (!asked)
            fail_msg("nobody asks what '%s' says", chart_kind_name(k));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {CHART_TEST(every_kind_answers_three_questions), CHART_TEST(every_kind_is_asked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
