/* Rows of a CSV file to observations. */
#include "base/i18n.h"
#include "model/advice.h"
#include "model/figure_store.h"

enum column {
    COLUMN_ENTITY,
    COLUMN_INDICATOR,
    COLUMN_PERIOD,
    COLUMN_KIND,
    COLUMN_VALUE,
    COLUMN_QUALIFIER,
    COLUMN_STATED_IN,
    COLUMN_OBSERVED,
    COLUMN_SOURCE,
    COLUMN_NOTE,
    COLUMN_COUNT
};

static const struct str column_names[COLUMN_COUNT] = {
    STR_INIT("entity"),    STR_INIT("indicator"), STR_INIT("period"),   STR_INIT("kind"),   STR_INIT("value"),
    STR_INIT("qualifier"), STR_INIT("stated_in"), STR_INIT("observed"), STR_INIT("source"), STR_INIT("note")};
static const struct str kind_names[] = {STR_INIT("result"), STR_INIT("target"), STR_INIT("forecast")};
static const struct str qualifier_names[] = {STR_INIT(""), STR_INIT("more-than"), STR_INIT("less-than"),
                                             STR_INIT("about")};

enum { ABSENT_COLUMN = -1, FIRST_YEAR = 1000, LAST_YEAR = 9999 };

struct reader {
    struct figures *figures;
    const struct csv_table *table;
    int columns[COLUMN_COUNT];
};

static const struct csv_cell no_cell;

static const struct csv_cell *cell(const struct reader *r, const struct csv_row *row, enum column column)
{
    int at = r->columns[column];
    return at == ABSENT_COLUMN ? &no_cell : &row->cells[at];
}

static int index_of(struct str name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(name, names[i])) {
            return (int)i;
        }
    }
    return ABSENT_COLUMN;
}

/* Whether a cell of the first row names a column, and which. */
static bool name_columns(struct reader *r)
{
    bool any = false;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        r->columns[i] = ABSENT_COLUMN;
    }
    for (size_t i = 0; i < r->table->column_count; i++) {
        int column = index_of(r->table->columns[i].text, column_names, COLUMN_COUNT);
        if (column != ABSENT_COLUMN) {
            r->columns[column] = (int)i;
            any = true;
        }
    }
    return any;
}

static void report_unknown_columns(const struct reader *r)
{
    struct diags *d = r->figures->diags;
    for (size_t i = 0; i < r->table->column_count; i++) {
        const struct csv_cell *head = &r->table->columns[i];
        if (head->text.len > 0 && index_of(head->text, column_names, COLUMN_COUNT) == ABSENT_COLUMN) {
            diag_at(d, DIAG_ERROR, head->at, "unknown-column", _("unknown column '%.*s'"), STR_ARG(head->text));
            diag_known(d, head->text, column_names, COLUMN_COUNT);
        }
    }
}

/* No cell of it is a column's name: another separator, a line of the spreadsheet's own, or the names are missing. */
static void report_no_head(const struct reader *r)
{
    struct diags *d = r->figures->diags;
    const struct csv_cell *first = &r->table->columns[0];
    diag_at(d, DIAG_ERROR, first->at, "missing-column", "%s", _("the first row does not name the columns"));
    if (str_find(first->text, '\t') < first->text.len || str_find(first->text, '|') < first->text.len) {
        diag_hint(d, "%s", _("save the file with commas or semicolons between the cells"));
    } else {
        diag_hint(d, "%s", _("put this row before it: entity,indicator,period,kind,value,qualifier,source"));
    }
}

/* A misspelt name, which is told as such, may be the one that is missed. */
static bool is_misspelt(const struct reader *r, enum column column)
{
    for (size_t i = 0; i < r->table->column_count; i++) {
        struct str name = r->table->columns[i].text;
        if (index_of(name, column_names, COLUMN_COUNT) == ABSENT_COLUMN &&
            str_nearest(name, column_names, COLUMN_COUNT) == (size_t)column) {
            return true;
        }
    }
    return false;
}

static bool find_columns(struct reader *r)
{
    static const enum column needed[] = {COLUMN_INDICATOR, COLUMN_PERIOD, COLUMN_VALUE};
    struct diags *d = r->figures->diags;
    bool complete = true;
    if (!name_columns(r)) {
        report_no_head(r);
        return false;
    }
    report_unknown_columns(r);
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (r->columns[needed[i]] != ABSENT_COLUMN) {
            continue;
        }
        complete = false;
        if (!is_misspelt(r, needed[i])) {
            diag_at(d, DIAG_ERROR, r->table->columns[0].at, "missing-column", _("no column '%.*s'"),
                    STR_ARG(column_names[needed[i]]));
            diag_hint(d, "%s", _("figures need the columns 'indicator', 'period' and 'value'"));
        }
    }
    return complete;
}

static bool choose(struct reader *r, const struct csv_cell *c, const char *what, const struct str *names, size_t count,
                   int *out)
{
    *out = c->text.len == 0 ? 0 : index_of(c->text, names, count);
    if (*out != ABSENT_COLUMN) {
        return true;
    }
    struct diags *d = r->figures->diags;
    diag_at(d, DIAG_ERROR, c->at, "unknown-choice", _("unknown %s '%.*s'"), _(what), STR_ARG(c->text));
    diag_known(d, c->text, names, count);
    return false;
}

static bool parse_value(const struct reader *r, struct str text, struct decimal *out)
{
    size_t comma = str_find(text, ',');
    if (!r->table->decimal_comma || comma == text.len || text.len >= DECIMAL_TEXT || str_find(text, '.') < text.len) {
        return decimal_parse(text, out);
    }
    char point[DECIMAL_TEXT];
    for (size_t i = 0; i < text.len; i++) {
        point[i] = i == comma ? '.' : text.at[i];
    }
    return decimal_parse((struct str){point, text.len}, out);
}

static bool read_value(struct reader *r, const struct csv_cell *c, struct observation *o)
{
    if (str_is(c->text, "N/A") || str_is(c->text, "ND")) {
        o->missing = str_is(c->text, "ND") ? NOT_AVAILABLE : NOT_APPLICABLE;
        return true;
    }
    if (parse_value(r, c->text, &o->value)) {
        return true;
    }
    struct diags *d = r->figures->diags;
    if (c->text.len == 0) {
        diag_at(d, DIAG_ERROR, c->at, "bad-number", _("no value"));
    } else {
        diag_at(d, DIAG_ERROR, c->at, "bad-number", _("'%.*s' is no number"), STR_ARG(c->text));
    }
    advise_on_value(d, c->text);
    return false;
}

static void report_period(const struct reader *r, const struct csv_cell *c)
{
    struct diags *d = r->figures->diags;
    if (c->text.len == 0) {
        diag_at(d, DIAG_ERROR, c->at, "bad-period", "%s", _("no period"));
    } else {
        diag_at(d, DIAG_ERROR, c->at, "bad-period", _("'%.*s' is no period"), STR_ARG(c->text));
    }
    if (!advise_on_period(d, c->text)) {
        diag_hint(d, "%s", _("write a year (2024), a month (2024-11), a quarter (2024-T4) or a day (2025-01-01)"));
    }
}

static bool read_period(struct reader *r, const struct csv_cell *c, struct observation *o)
{
    if (period_parse(c->text, &o->period)) {
        return true;
    }
    report_period(r, c);
    return false;
}

/* A day, or as much of it as is known. Without it the row still has its figure, so that nothing is missed because of it. */
static void read_observed(struct reader *r, const struct csv_cell *c, struct observation *o)
{
    struct period p;
    if (c->text.len > 0 && !period_parse(c->text, &p)) {
        report_period(r, c);
        return;
    }
    o->observed = c->text;
}

static bool read_stated_in(struct reader *r, const struct csv_cell *c, struct observation *o)
{
    struct period p;
    if (c->text.len == 0) {
        return true;
    }
    if (period_parse(c->text, &p) && p.kind == PERIOD_YEAR) {
        o->stated_in = p.year;
        return true;
    }
    diag_at(r->figures->diags, DIAG_ERROR, c->at, "bad-period", _("'%.*s' is no edition"), STR_ARG(c->text));
    diag_hint(r->figures->diags, _("'stated_in' takes the year of the edition that restates the figure"));
    return false;
}

/* All cells are looked at, so that every fault of a row is told at once. */
static bool read_row(struct reader *r, const struct csv_row *row, struct observation *o)
{
    int kind = 0;
    int qualifier = 0;
    bool good = read_period(r, cell(r, row, COLUMN_PERIOD), o);
    good = choose(r, cell(r, row, COLUMN_KIND), N_("kind"), kind_names, 3, &kind) && good;
    good = choose(r, cell(r, row, COLUMN_QUALIFIER), N_("qualifier"), qualifier_names, 4, &qualifier) && good;
    good = read_value(r, cell(r, row, COLUMN_VALUE), o) && good;
    good = read_stated_in(r, cell(r, row, COLUMN_STATED_IN), o) && good;
    read_observed(r, cell(r, row, COLUMN_OBSERVED), o);
    if (cell(r, row, COLUMN_INDICATOR)->text.len == 0) {
        diag_at(r->figures->diags, DIAG_ERROR, cell(r, row, COLUMN_INDICATOR)->at, "missing-field", _("no indicator"));
        diag_hint(r->figures->diags, "%s", _("write the indicator's id, as indicators.yaml has it"));
        good = false;
    }
    if (good) {
        o->kind = (enum figure_kind)kind;
        o->qualifier = (enum qualifier)qualifier;
    }
    return good;
}

static void keep(struct figures *f, const struct observation *o)
{
    const struct observation *twin = figures_twin(f, o);
    if (twin != NULL) {
        char period[16];
        period_text(o->period, period);
        diag_at(f->diags, DIAG_ERROR, o->at, "repeated-observation", _("'%.*s' has another %s for %s"),
                STR_ARG(o->indicator), _(figure_kind_name(o->kind)), period);
        diag_hint(f->diags, _("remove one; a figure that a later edition restates names it in 'stated_in'"));
        diag_also(f->diags, twin->at, _("first stated here"));
        return;
    }
    figures_push(f, o);
}

bool figures_add(struct figures *f, const struct csv_table *table)
{
    struct reader r = {.figures = f, .table = table};
    if (!find_columns(&r)) {
        return false;
    }
    for (size_t i = 0; i < table->row_count; i++) {
        const struct csv_row *row = &table->rows[i];
        struct observation o = {.entity = cell(&r, row, COLUMN_ENTITY)->text,
                                .indicator = cell(&r, row, COLUMN_INDICATOR)->text,
                                .source = cell(&r, row, COLUMN_SOURCE)->text,
                                .note = cell(&r, row, COLUMN_NOTE)->text,
                                .at = cell(&r, row, COLUMN_VALUE)->at,
                                .entity_at = cell(&r, row, COLUMN_ENTITY)->at,
                                .indicator_at = cell(&r, row, COLUMN_INDICATOR)->at};
        if (read_row(&r, row, &o)) {
            keep(f, &o);
        }
    }
    return true;
}
