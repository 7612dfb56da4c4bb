/* The words that a chart says by itself, in the document's languages (private to the folder). */
#ifndef BILAN_CHART_WORDS_H
#define BILAN_CHART_WORDS_H

#include "chart/chart.h"

enum word {
    WORD_TARGET,
    WORD_TOTAL,       /* value */
    WORD_OTHERS,      /* format of a count */
    WORD_OTHER_PARTS, /* the same, as a part of its own */
    /* The data as a table. */
    WORD_DATA,
    WORD_PERIOD,
    WORD_CATEGORY,
    WORD_AREA,
    WORD_OBSERVATION,
    WORD_NUMBER,
    WORD_STEP,
    WORD_PHASE,
    WORD_START,
    WORD_END,
    WORD_VALUE,
    WORD_WHOLE,
    WORD_ROWS_LEFT, /* count; one, then many */
    WORD_ROWS_LEFT_MANY,
    WORD_IN_FILE, /* name */
    WORD_IN_DATA,
    /* Sentences of the alternative text; what each %s stands for is named in turn. */
    WORD_COLON,
    WORD_SEMICOLON,
    WORD_UNIT,      /* unit */
    WORD_RANGE,     /* count, first category, its value, last category, its value */
    WORD_ONE_VALUE, /* category, value */
    WORD_HIGHEST,   /* where, value */
    WORD_LOWEST,    /* where, value */
    WORD_ALL_EQUAL, /* value */
    WORD_MISSING,   /* count; one, then many */
    WORD_MISSING_MANY,
    WORD_SERIES_RANGE,   /* value, category, value, category */
    WORD_SERIES_ENDS,    /* highest value, category, lowest value, category */
    WORD_SHARE,          /* name, value, share */
    WORD_OF_TARGET,      /* value, target */
    WORD_OBSERVATION_IS, /* value */
    WORD_OBSERVATIONS,   /* count, lowest, highest, median */
    WORD_QUARTILES,      /* lower, upper */
    WORD_HIGHEST_SHARE,  /* where, share of its target */
    WORD_LOWEST_SHARE,
    WORD_HIGHEST_MEDIAN, /* series, value */
    WORD_LOWEST_MEDIAN,  /* series, value */
    WORD_FROM_TO,        /* day, day */
    WORD_SPAN,           /* first day, last day */
    WORD_DAYS,           /* count; one, then many */
    WORD_DAYS_MANY,
    WORD_LONGEST,  /* phase, days */
    WORD_SHORTEST, /* phase, days */
    WORD_IN_TURN,
    WORD_OVERLAPPING,
    WORD_ONE_TARGET,      /* value */
    WORD_ONE_TARGET_HERE, /* value, category */
    WORD_REACHED,         /* count, count of targets; one, then many */
    WORD_REACHED_MANY,
    WORD_NONE_THERE,
    /* Maps. */
    WORD_TO,        /* between two bounds */
    WORD_OR_MORE,   /* after a lower bound */
    WORD_NOT_KNOWN, /* of areas without a value */
    WORD_AREAS,     /* count of areas with a value, count of all */
    WORD_FIRST,     /* count, names, share */
    WORD_HIGHEST_VALUES,
    WORD_UNPLACED, /* after a class, the same in short */
    WORD_NO_AREA,  /* no area is of the class, as far as is known */
    WORD_AREAS_IN, /* count of areas in a class */
    WORD_TREND,    /* one of these */
    WORD_RISING,
    WORD_MOSTLY_RISING,
    WORD_FALLING,
    WORD_MOSTLY_FALLING,
    WORD_STEADY,
    WORD_BACK,
    WORD_DESCENDING,
    WORD_ASCENDING,
    WORD_UNORDERED,
    WORD_COUNT
};
const char *word(const struct language *l, enum word w);
/* A count in the language's digits. */
const char *count_words(struct language *l, struct arena *a, size_t count);
/* A word that is a format, with its count. */
struct str word_count(struct language *l, enum word w, struct arena *a, size_t count);
/* The form of `one`, which its plural follows, for that many: French counts 0 as one, English does not. */
enum word plural(const struct language *l, enum word one, size_t count);
/* What the kind is called: "Aires empilées". */
const char *kind_words(const struct chart *chart);

#endif
