/* Charts: from data to drawings and text in a frame. Knows no theme, no page and no structure: whoever implements the canvas puts what is drawn in its place.
 * The same input gives the same output. */
#ifndef BILAN_CHART_CHART_H
#define BILAN_CHART_CHART_H

#include "page/display.h"
#include "text/language.h"
#include "text/rich.h"

enum chart_kind {
    CHART_COLUMNS, /* vertical bars: one series, or several grouped, stacked or to 100 % */
    CHART_BARS,    /* the same, horizontal */
    CHART_LINES,
    CHART_AREA,      /* always stacked; percent: to 100 % */
    CHART_DONUT,     /* the first series; a category a part */
    CHART_TARGETS,   /* the first series against `targets`, all on a scale of 100 % of the target */
    CHART_SPARKLINE, /* the first series, without axes or words */
    CHART_STRIP,     /* a series a lane, a dot an observation */
    CHART_BOX,       /* a series a box over its observations (Tukey 1977) */
    CHART_MATRIX,    /* a series a row, a category a column */
    CHART_TIMELINE, /* a category a phase; first series: starts, second: ends, in days (chart_day); no end: a milestone */
    CHART_STEPS,    /* a category a step, in order; the first series, if any, its figure */
    CHART_MAP,      /* the first series: shades of areas (`places`) */
    CHART_MAP_CIRCLES /* the same: circles on areas */
};

/* A value as it is drawn and as it is printed. */
struct chart_value {
    bool present; /* false: missing, drawn as a gap and never as zero */
    double number;
    struct str text; /* as printed ("plus de 400 000"); empty: `number` in the chart's language */
    uint32_t figure; /* of the ledger, 0: none */
    struct span at;
};
struct chart_category {
    struct str label;
    double day; /* where the chart is dated: chart_day */
    bool highlighted;
};
struct chart_series {
    struct str label;
    const struct chart_value *values;
    size_t value_count; /* one a category; strip and box: any number of observations */
    bool previous;      /* the period compared with: drawn in the quiet colour */
};

struct chart_places; /* chart/map.h */
struct chart {
    enum chart_kind kind;
    bool stacked, percent, logarithmic;
    bool dated; /* categories are days, in order; their distances are kept */
    struct str title, unit, source;
    struct language *language;
    const struct chart_category *categories;
    size_t category_count;
    const struct chart_series *series;
    size_t series_count;
    const struct chart_value *targets; /* none, one for all, or one a category */
    size_t target_count;
    const struct chart_value *totals;  /* one a category, printed over its stack; NULL: the sums are */
    const struct chart_places *places; /* of a map's categories; else NULL */
    struct str file;                   /* name of the file that holds the data; empty: not known */
};

/* Colours, of the theme. */
struct chart_look {
    const struct color *palette; /* of series, in order; neighbours differ in lightness */
    size_t palette_count;
    const struct color *sequence; /* of a matrix, light to dark */
    size_t sequence_count;
    struct color highlight, plain, previous; /* marks of a single series, and of the period before */
    struct color background;                 /* parts neighbouring marks; text on dark marks */
    struct color outline;                    /* of marks near to the background */
    struct color grid, axis, track;          /* track: the empty part of a gauge or lane */
    struct color ink, quiet, strong;         /* text */
    struct color alert;                      /* a missed target, and nothing else */
};

/* What a text is for; the canvas knows its face and size. */
enum chart_role {
    CHART_TICK,  /* axis and series names, notes */
    CHART_KEY,   /* legend, in a heavier face */
    CHART_LABEL, /* categories */
    CHART_LABEL_STRONG,
    CHART_VALUE, /* values beside marks */
    CHART_VALUE_STRONG,
    CHART_FIGURE, /* the one large value */
    CHART_ROLE_COUNT
};
enum chart_anchor {
    CHART_START,
    CHART_MIDDLE,
    CHART_END,
    CHART_UPWARDS /* a quarter turn: read upwards, its end at the place */
};
/* How much of a text that is `width` long lies before its place. */
double chart_anchor_shift(enum chart_anchor anchor, double width);

/* A line of text that has its place. */
struct label {
    const struct rich *text;
    enum chart_role role;
    struct color color;
    double x, y; /* on the baseline */
    enum chart_anchor anchor;
};

/* Where a chart draws. All that is handed over is lent for the call. */
struct chart_canvas {
    void *data;
    double size[CHART_ROLE_COUNT]; /* em in points */
    double (*measure)(void *data, const struct rich *text, enum chart_role role);
    void (*text)(void *data, const struct label *label);
    void (*draw)(void *data, const struct drawing *drawing, struct rect box);
};

/* No number beyond can be drawn. */
#define CHART_LARGEST 1e15

enum chart_fault {
    CHART_OK,
    CHART_EMPTY,        /* no series, or one without a value */
    CHART_NOT_A_NUMBER, /* NaN, infinite or beyond CHART_LARGEST */
    CHART_NEGATIVE,     /* shares, areas and donuts have no negative parts */
    CHART_UNEQUAL,      /* a series with more or fewer values than categories, or targets */
    CHART_NO_LOGARITHM, /* zero or less on a logarithmic scale, or lengths and areas on one */
    CHART_DISORDERED,   /* dated categories out of order, or a phase that ends before it starts */
    CHART_TOO_SMALL     /* the frame */
};
/* What is wrong with the data, whatever the frame; *series (may be NULL) is the series concerned. */
enum chart_fault chart_check(const struct chart *chart, size_t *series);
/* The drawing alone: title, unit and source are for whoever owns the frame. Nothing is drawn when the result is a fault. */
enum chart_fault chart_draw(const struct chart *chart, const struct chart_look *look, struct rect frame,
                            const struct chart_canvas *canvas);

/* The height in which every row or lane of the chart stands comfortably; 0 when any height does. */
double chart_natural_height(const struct chart *chart, const struct chart_canvas *canvas);

/* What the chart shows, in words: kind, what, range, first and last, highest and lowest, trend. In the arena. */
struct str chart_alternative(const struct chart *chart, struct arena *a);

/* The data as a table, row by row; the first row and the first column are heads. Without data but names (steps): the names stand in
 * the second column, numbers in the first. */
struct chart_cell {
    struct str text;
    uint32_t figure;
    struct span at;
};
struct chart_table {
    struct str caption; /* "Données : visites (milliers)" */
    size_t rows, columns;
    const struct chart_cell *cells;
    struct str rest, where; /* how many rows are left out, and the file that has them all; empty: none is left out */
};
/* At most `most` rows of data. In the arena. */
struct chart_table chart_table(const struct chart *chart, struct arena *a, size_t most);

/* Names as authors write them: "columns", "grouped-bars", "stacked-area", "area-100" ... Sets kind, stacked and percent. */
bool chart_kind_find(struct str name, struct chart *chart);
/* The i-th name, NULL at the end. */
const char *chart_kind_name(size_t i);

/* Days from 1970-01-01 (proleptic Gregorian). */
double chart_day(struct day day);
struct day chart_day_date(double day);

#endif
