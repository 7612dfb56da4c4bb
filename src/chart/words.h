/* The words that a chart says by itself, in the document's languages (private to the folder). */
#ifndef BILAN_CHART_WORDS_H
#define BILAN_CHART_WORDS_H

#include "chart/chart.h"

enum word {
    WORD_TARGET,
    WORD_TOTAL,       /* value */
    WORD_OTHERS,      /* format of a count */
    WORD_OTHER_PARTS, /* the same, as a part of its own */
    /* Sentences of the alternative text; each %s is named in turn. */
    WORD_COLON,
    WORD_SEMICOLON,
    WORD_UNIT,           /* unit */
    WORD_RANGE,          /* count, first category, its value, last category, its value */
    WORD_ONE_VALUE,      /* category, value */
    WORD_HIGHEST,        /* where, value */
    WORD_LOWEST,         /* where, value */
    WORD_ALL_EQUAL,      /* value */
    WORD_MISSING,        /* count */
    WORD_SERIES_RANGE,   /* value, category, value, category */
    WORD_SERIES_ENDS,    /* highest value, category, lowest value, category */
    WORD_SHARE,          /* name, value, share */
    WORD_OF_TARGET,      /* value, target */
    WORD_OBSERVATIONS,   /* count, lowest, highest, median */
    WORD_HIGHEST_MEDIAN, /* series, value */
    WORD_LOWEST_MEDIAN,  /* series, value */
    WORD_FROM_TO,        /* day, day */
    WORD_REACHED,        /* count, count of targets */
    WORD_NONE_THERE,
    /* Trends. */
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
/* A word that is a format, with its count. */
struct str word_count(const struct language *l, enum word w, struct arena *a, size_t count);
/* What the kind is called: "Aires empilées". */
const char *kind_words(const struct chart *chart);

#endif
