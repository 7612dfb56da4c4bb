/* Figures: observations on record, and what is printed of them. A figure is (entity, indicator, period, kind). */
#ifndef BILAN_MODEL_FIGURE_H
#define BILAN_MODEL_FIGURE_H

#include "base/decimal.h"
#include "base/diag.h"
#include "load/csv.h"

enum period_kind { PERIOD_NONE, PERIOD_YEAR, PERIOD_QUARTER, PERIOD_MONTH, PERIOD_DAY };
struct period {
    enum period_kind kind;
    int year;
    int part; /* quarter 1 to 4, or month */
    int day;
};
bool period_parse(struct str text, struct period *out);
int period_compare(struct period a, struct period b);
size_t period_text(struct period p, char out[16]); /* as in the data: "2024-T4" */
/* The quarter, month or year before; for a day, the same day a year before. */
struct period period_before(struct period p);

enum figure_kind { FIGURE_RESULT, FIGURE_TARGET, FIGURE_FORECAST };
const char *figure_kind_name(enum figure_kind kind);
enum qualifier { QUALIFIER_NONE, QUALIFIER_MORE_THAN, QUALIFIER_LESS_THAN, QUALIFIER_ABOUT };
const char *qualifier_name(enum qualifier q);
enum missing { PRESENT, NOT_APPLICABLE, NOT_AVAILABLE };

struct observation {
    struct str entity; /* empty: the programme */
    struct str indicator;
    struct period period;
    enum figure_kind kind;
    enum missing missing;
    struct decimal value; /* when PRESENT */
    enum qualifier qualifier;
    int stated_in; /* edition that restates it, 0: as first stated */
    struct str observed, source, note;
    struct span at; /* the value's cell */
    struct span entity_at, indicator_at;
};

/* Every observation of a load, by name. */
struct figures;
struct figures *figures_new(struct arena *a, struct diags *d);
/* Adds the rows of a table. Records unknown columns, bad periods, kinds, values (spreadsheet errors, grouped thousands), repeated observations.
 * False when the table lacks a column, so that none of its rows could be read. */
bool figures_add(struct figures *f, const struct csv_table *table);
size_t figures_count(const struct figures *f);
const struct observation *figures_at(const struct figures *f, size_t index);

/* The observation as edition `edition` states it: of the rows for it the one with the latest stated_in that is not after the edition. NULL: none.
 * A year asked of an indicator recorded by day finds the last day in (year-01-01, year+1-01-01]. */
const struct observation *figures_find(const struct figures *f, struct str entity, struct str indicator,
                                       struct period period, enum figure_kind kind, int edition);
/* The last `capacity` periods on record for the edition, in order. Returns how many there are. */
size_t figures_periods(const struct figures *f, struct str entity, struct str indicator, enum figure_kind kind,
                       int edition, struct period *out, size_t capacity);

/* Whether the text is an id, of which names are made: letters, digits, '-' and '_', one at least. */
bool is_id(struct str text);

/* [entity.]indicator[@period] */
struct figure_name {
    struct str entity, indicator;
    struct period period; /* PERIOD_NONE: the edition's own */
};
/* `edition` is what @previous and @next count from. On failure `*bad` is the part that is wrong (within text). Names are lent from text. */
bool figure_name_parse(struct str text, int edition, struct figure_name *out, struct str *bad);

#endif
