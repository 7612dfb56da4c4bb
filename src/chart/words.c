#include "chart/words.h"

/* No-break spaces stand where French typography wants them, since nothing is applied to these texts later. */
static const char *const french[WORD_COUNT] = {
    [WORD_TARGET] = "objectif",
    [WORD_TOTAL] = "Total\u00a0: %s.",
    [WORD_OTHERS] = "et %s de plus",
    [WORD_OTHER_PARTS] = "autres (%s)",
    [WORD_DATA] = "Données",
    [WORD_PERIOD] = "Période",
    [WORD_CATEGORY] = "Catégorie",
    [WORD_AREA] = "Territoire",
    [WORD_OBSERVATION] = "Observation",
    [WORD_NUMBER] = "Numéro",
    [WORD_STEP] = "Étape",
    [WORD_PHASE] = "Phase",
    [WORD_START] = "Début",
    [WORD_END] = "Fin",
    [WORD_VALUE] = "Valeur",
    [WORD_WHOLE] = "Total",
    [WORD_ROWS_LEFT] = "et %s ligne de plus",
    [WORD_ROWS_LEFT_MANY] = "et %s lignes de plus",
    [WORD_IN_FILE] = "dans le fichier %s",
    [WORD_IN_DATA] = "dans les données de l’édition",
    [WORD_COLON] = "\u00a0: ",
    [WORD_SEMICOLON] = "\u202f; ",
    [WORD_UNIT] = " (%s)",
    [WORD_RANGE] = "%s valeurs, de %s (%s) à %s (%s).",
    [WORD_ONE_VALUE] = "Une valeur, %s\u00a0: %s.",
    [WORD_HIGHEST] = "Maximum\u00a0: %s, %s.",
    [WORD_LOWEST] = "Minimum\u00a0: %s, %s.",
    [WORD_ALL_EQUAL] = "Toutes les valeurs sont égales à %s.",
    [WORD_MISSING] = "Valeur manquante\u00a0: %s.",
    [WORD_MISSING_MANY] = "Valeurs manquantes\u00a0: %s.",
    [WORD_SERIES_RANGE] = "de %s (%s) à %s (%s)",
    [WORD_SERIES_ENDS] = "maximum %s (%s), minimum %s (%s)",
    [WORD_SHARE] = "%s, %s (%s)",
    [WORD_OF_TARGET] = "%s pour un objectif de %s",
    [WORD_OBSERVATION_IS] = "une observation, %s",
    [WORD_OBSERVATIONS] = "%s observations de %s à %s, médiane %s",
    [WORD_QUARTILES] = ", moitié centrale de %s à %s",
    [WORD_HIGHEST_SHARE] = "Part de l’objectif la plus haute\u00a0: %s, %s.",
    [WORD_LOWEST_SHARE] = "Part de l’objectif la plus basse\u00a0: %s, %s.",
    [WORD_HIGHEST_MEDIAN] = "Médiane la plus haute\u00a0: %s, %s.",
    [WORD_LOWEST_MEDIAN] = "Médiane la plus basse\u00a0: %s, %s.",
    [WORD_FROM_TO] = "début %s, fin %s",
    [WORD_SPAN] = "Du %s au %s.",
    [WORD_DAYS] = "%s jour",
    [WORD_DAYS_MANY] = "%s jours",
    [WORD_LONGEST] = "Phase la plus longue\u00a0: %s, %s.",
    [WORD_SHORTEST] = "Phase la plus courte\u00a0: %s, %s.",
    [WORD_IN_TURN] = "Les phases se suivent.",
    [WORD_OVERLAPPING] = "Des phases se chevauchent.",
    [WORD_ONE_TARGET] = "Objectif\u00a0: %s.",
    [WORD_ONE_TARGET_HERE] = "Objectif\u00a0: %s (%s).",
    [WORD_REACHED] = "Objectif atteint\u00a0: %s sur %s.",
    [WORD_REACHED_MANY] = "Objectifs atteints\u00a0: %s sur %s.",
    [WORD_NONE_THERE] = "aucune valeur",
    [WORD_TO] = " à ",
    [WORD_OR_MORE] = " ou plus",
    [WORD_NOT_KNOWN] = "non disponible",
    [WORD_AREAS] = "%s territoires sur %s.",
    [WORD_FIRST] = "Les %s premiers (%s) font %s du total.",
    [WORD_HIGHEST_VALUES] = "Valeurs les plus hautes",
    [WORD_UNPLACED] = " (non situé)",
    [WORD_NO_AREA] = "territoire non précisé",
    [WORD_AREAS_IN] = "%s territoires",
    [WORD_TREND] = "Tendance\u00a0: %s.",
    [WORD_RISING] = "en hausse continue",
    [WORD_MOSTLY_RISING] = "en hausse, avec des reculs",
    [WORD_FALLING] = "en baisse continue",
    [WORD_MOSTLY_FALLING] = "en baisse, avec des remontées",
    [WORD_STEADY] = "stable",
    [WORD_BACK] = "variable, de retour à son point de départ",
    [WORD_DESCENDING] = "valeurs en ordre décroissant",
    [WORD_ASCENDING] = "valeurs en ordre croissant",
    [WORD_UNORDERED] = "valeurs sans ordre particulier",
};
static const char *const english[WORD_COUNT] = {
    [WORD_TARGET] = "target",
    [WORD_TOTAL] = "Total: %s.",
    [WORD_OTHERS] = "and %s more",
    [WORD_OTHER_PARTS] = "others (%s)",
    [WORD_DATA] = "Data",
    [WORD_PERIOD] = "Period",
    [WORD_CATEGORY] = "Category",
    [WORD_AREA] = "Area",
    [WORD_OBSERVATION] = "Observation",
    [WORD_NUMBER] = "Number",
    [WORD_STEP] = "Step",
    [WORD_PHASE] = "Phase",
    [WORD_START] = "Start",
    [WORD_END] = "End",
    [WORD_VALUE] = "Value",
    [WORD_WHOLE] = "Total",
    [WORD_ROWS_LEFT] = "and %s more row",
    [WORD_ROWS_LEFT_MANY] = "and %s more rows",
    [WORD_IN_FILE] = "in the file %s",
    [WORD_IN_DATA] = "in the edition's data",
    [WORD_COLON] = ": ",
    [WORD_SEMICOLON] = "; ",
    [WORD_UNIT] = " (%s)",
    [WORD_RANGE] = "%s values, from %s (%s) to %s (%s).",
    [WORD_ONE_VALUE] = "One value, %s: %s.",
    [WORD_HIGHEST] = "Highest: %s, %s.",
    [WORD_LOWEST] = "Lowest: %s, %s.",
    [WORD_ALL_EQUAL] = "All values are %s.",
    [WORD_MISSING] = "Missing value: %s.",
    [WORD_MISSING_MANY] = "Missing values: %s.",
    [WORD_SERIES_RANGE] = "from %s (%s) to %s (%s)",
    [WORD_SERIES_ENDS] = "highest %s (%s), lowest %s (%s)",
    [WORD_SHARE] = "%s, %s (%s)",
    [WORD_OF_TARGET] = "%s against a target of %s",
    [WORD_OBSERVATION_IS] = "one observation, %s",
    [WORD_OBSERVATIONS] = "%s observations from %s to %s, median %s",
    [WORD_QUARTILES] = ", middle half from %s to %s",
    [WORD_HIGHEST_SHARE] = "Highest share of its target: %s, %s.",
    [WORD_LOWEST_SHARE] = "Lowest share of its target: %s, %s.",
    [WORD_HIGHEST_MEDIAN] = "Highest median: %s, %s.",
    [WORD_LOWEST_MEDIAN] = "Lowest median: %s, %s.",
    [WORD_FROM_TO] = "start %s, end %s",
    [WORD_SPAN] = "From %s to %s.",
    [WORD_DAYS] = "%s day",
    [WORD_DAYS_MANY] = "%s days",
    [WORD_LONGEST] = "Longest phase: %s, %s.",
    [WORD_SHORTEST] = "Shortest phase: %s, %s.",
    [WORD_IN_TURN] = "The phases follow each other.",
    [WORD_OVERLAPPING] = "Some phases overlap.",
    [WORD_ONE_TARGET] = "Target: %s.",
    [WORD_ONE_TARGET_HERE] = "Target: %s (%s).",
    [WORD_REACHED] = "Targets reached: %s of %s.",
    [WORD_REACHED_MANY] = "Targets reached: %s of %s.",
    [WORD_NONE_THERE] = "no value",
    [WORD_TO] = " to ",
    [WORD_OR_MORE] = " or more",
    [WORD_NOT_KNOWN] = "not available",
    [WORD_AREAS] = "%s areas of %s.",
    [WORD_FIRST] = "The first %s (%s) make up %s of the total.",
    [WORD_HIGHEST_VALUES] = "Highest values",
    [WORD_UNPLACED] = " (not placed)",
    [WORD_NO_AREA] = "area not stated",
    [WORD_AREAS_IN] = "%s areas",
    [WORD_TREND] = "Trend: %s.",
    [WORD_RISING] = "rising throughout",
    [WORD_MOSTLY_RISING] = "rising, with setbacks",
    [WORD_FALLING] = "falling throughout",
    [WORD_MOSTLY_FALLING] = "falling, with recoveries",
    [WORD_STEADY] = "steady",
    [WORD_BACK] = "varying, back to where it started",
    [WORD_DESCENDING] = "values in descending order",
    [WORD_ASCENDING] = "values in ascending order",
    [WORD_UNORDERED] = "values in no particular order",
};

const char *word(const struct language *l, enum word w)
{
    return language_is_french(l) ? french[w] : english[w];
}

const char *count_words(struct language *l, struct arena *a, size_t count)
{
    struct str words = language_number(l, a, decimal_from((int64_t)count), SIGN_NEGATIVE);
    return str_copy(a, words).at;
}

struct str word_count(struct language *l, enum word w, struct arena *a, size_t count)
{
    return str_of(arena_printf(a, word(l, w), count_words(l, a, count)));
}

enum word plural(const struct language *l, enum word one, size_t count)
{
    bool singular = count == 1 || (count == 0 && language_is_french(l));
    return singular ? one : (enum word)(one + 1);
}

struct pair {
    const char *french, *english;
};

static struct pair bar_words(const struct chart *c)
{
    bool upright = c->kind == CHART_COLUMNS;
    if (c->percent)
        return upright ? (struct pair){"Colonnes empilées à 100\u00a0%", "Columns stacked to 100%"}
                       : (struct pair){"Barres empilées à 100\u00a0%", "Bars stacked to 100%"};
    if (c->stacked)
        return upright ? (struct pair){"Colonnes empilées", "Stacked columns"}
                       : (struct pair){"Barres empilées", "Stacked bars"};
    if (c->series_count > 1)
        return upright ? (struct pair){"Colonnes groupées", "Grouped columns"}
                       : (struct pair){"Barres groupées", "Grouped bars"};
    return upright ? (struct pair){"Diagramme en colonnes", "Column chart"}
                   : (struct pair){"Diagramme en barres", "Bar chart"};
}

static struct pair words_of(const struct chart *c)
{
    switch (c->kind) {
    case CHART_COLUMNS:
    case CHART_BARS:
        return bar_words(c);
    case CHART_LINES:
        return c->series_count > 1 ? (struct pair){"Courbes", "Line chart"} : (struct pair){"Courbe", "Line chart"};
    case CHART_AREA:
        return c->percent ? (struct pair){"Aires empilées à 100\u00a0%", "Areas stacked to 100%"}
                          : (struct pair){"Aires empilées", "Stacked areas"};
    case CHART_DONUT:
        return (struct pair){"Diagramme en anneau", "Donut chart"};
    case CHART_TARGETS:
        return (struct pair){"Résultats et objectifs", "Results against targets"};
    case CHART_SPARKLINE:
        return (struct pair){"Courbe", "Line"};
    case CHART_STRIP:
        return (struct pair){"Points par catégorie", "Dots by category"};
    case CHART_BOX:
        return (struct pair){"Boîtes à moustaches", "Box plot"};
    case CHART_MATRIX:
        return (struct pair){"Matrice", "Matrix"};
    case CHART_TIMELINE:
        return (struct pair){"Frise chronologique", "Timeline"};
    case CHART_STEPS:
        return (struct pair){"Suite d’étapes", "Steps"};
    case CHART_MAP:
        return (struct pair){"Carte en nuances", "Shaded map"};
    case CHART_MAP_CIRCLES:
        return (struct pair){"Carte à cercles proportionnels", "Map with proportional circles"};
    }
    return (struct pair){"", ""};
}

const char *kind_words(const struct chart *c)
{
    struct pair words = words_of(c);
    return language_is_french(c->language) ? words.french : words.english;
}
