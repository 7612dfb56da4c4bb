/* Gathering a chart's data from the scope: what its parts share (private to the folder). */
#ifndef BILAN_LAYOUT_CHART_GATHER_H
#define BILAN_LAYOUT_CHART_GATHER_H

#include "layout/chart_data.h"

struct gathering {
    struct flow *flow;
    const struct chart_box *box;
    const struct scope *scope;
    struct chart *chart;
    bool good;         /* nothing was recorded */
    struct span *days; /* of the categories, where they have any */
};

/* A category a scope. */
struct rows {
    struct scope *scopes;
    size_t count;
};

struct str gather_text(const struct gathering *g, const struct scope *scope, const struct wording *w);
/* Records what is wrong with `text`. */
void gather_complain(struct gathering *g, struct span at, const char *what, struct str text);
/* What to do about it. */
void gather_hint(struct gathering *g, const char *advice);
void gather_value(struct gathering *g, const struct value *v, struct str forms, struct chart_value *out);
/* Numbers and days that authors write where no type says which. */
void gather_words(struct gathering *g, struct span at, struct str text, struct chart_value *out);
/* The first of the box's values that the scope has. */
const struct value *gather_first(struct gathering *g, const struct scope *scope, struct str *forms);
/* Given, and not false. */
bool gather_holds(struct gathering *g, const struct scope *scope, const struct lookup *path);
/* Puts a category in time; its name is that of the period when it has no other. */
bool gather_day(struct gathering *g, const struct value *v, struct chart_category *out);
bool gather_period(struct gathering *g, struct period period, struct chart_category *out);

struct chart_series *gather_new_series(struct gathering *g, size_t count);
struct chart_value *gather_new_values(struct gathering *g, struct chart_series *series, size_t count);
/* One series: a value a row; and where phases end, a second. */
void gather_plain(struct gathering *g, const struct rows *rows);
/* Series that the layout names, each with its own path. */
void gather_sources(struct gathering *g, const struct rows *rows);
/* Series of a list: the entries of each row's list go to them in their order, or each has its observations. */
void gather_series(struct gathering *g, const struct rows *rows, const struct value *list);
/* Categories and series from the columns of a CSV file. */
void gather_table(struct gathering *g, const struct value *file);
/* Maps: puts each category in its area, or makes one of each area where the data are classes. `rows`: NULL when the categories come from a
 * file. */
void gather_places(struct gathering *g, const struct rows *rows);

#endif
