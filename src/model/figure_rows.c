/* Rows of a CSV file to observations. */
#include "base/i18n.h"
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

#define NAME(text)                                                                                                     \
    {                                                                                                                  \
        (text), sizeof(text) - 1                                                                                       \
    }
static const struct str column_names[COLUMN_COUNT] = {
    NAME("entity"),    NAME("indicator"), NAME("period"),   NAME("kind"),   NAME("value"),
    NAME("qualifier"), NAME("stated_in"), NAME("observed"), NAME("source"), NAME("note")};
static const struct str kind_names[] = {NAME("result"), NAME("target"), NAME("forecast")};
static const struct str qualifier_names[] = {NAME(""), NAME("more-than"), NAME("less-than"), NAME("about")};

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

static bool find_columns(struct reader *r)
{
    struct diags *d = r->figures->diags;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        r->columns[i] = ABSENT_COLUMN;
    }
    for (size_t i = 0; i < r->table->column_count; i++) {
        const struct csv_cell *head = &r->table->columns[i];
        int column = index_of(head->text, column_names, COLUMN_COUNT);
        if (head->text.len == 0) {
            continue; /* told when the file was read */
        }
        if (column == ABSENT_COLUMN) {
            diag_at(d, DIAG_ERROR, head->at, "unknown-column", _("unknown column '%.*s'"), STR_ARG(head->text));
            diag_nearest(d, head->text, column_names, COLUMN_COUNT);
        } else {
            r->columns[column] = (int)i;
        }
    }
    static const enum column needed[] = {COLUMN_INDICATOR, COLUMN_PERIOD, COLUMN_VALUE};
    bool complete = true;
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (r->columns[needed[i]] == ABSENT_COLUMN) {
            diag_at(d, DIAG_ERROR, r->table->column_count > 0 ? r->table->columns[0].at : SPAN_NONE, "missing-column",
                    _("no column '%.*s'"), STR_ARG(column_names[needed[i]]));
            diag_hint(d, _("figures need the columns 'indicator', 'period' and 'value'"));
            complete = false;
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
    diag_at(d, DIAG_ERROR, c->at, "unknown-choice", _("unknown %s '%.*s'"), what, STR_ARG(c->text));
    diag_nearest(d, c->text, names, count);
    return false;
}

static bool is_grouping(struct str s, size_t at, size_t *len)
{
    static const char *const spaces[] = {" ", "\u00a0", "\u202f", "\u2009", "'"};
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        struct str space = str_of(spaces[i]);
        if (s.len - at >= space.len && str_eq(str_slice(s, at, at + space.len), space)) {
            *len = space.len;
            return true;
        }
    }
    return false;
}

/* The number without the marks that group its digits; false when there were none. */
static bool ungroup(struct str s, struct buf *out)
{
    bool grouped = false;
    for (size_t i = 0; i < s.len;) {
        size_t len = 1;
        if (is_grouping(s, i, &len)) {
            grouped = true;
        } else {
            buf_char(out, s.at[i]);
        }
        i += len;
    }
    return grouped;
}

static void advise_on_number(struct diags *d, struct str text)
{
    struct buf bare = {0};
    struct decimal number;
    bool grouped = ungroup(text, &bare);
    if (text.len == 0) {
        diag_hint(d, _("write 'N/A' when it does not apply, 'ND' when it is not available"));
    } else if (text.at[0] == '#') {
        diag_hint(d, _("the spreadsheet's formula failed: put the number in its place"));
    } else if (grouped && decimal_parse(buf_view(&bare), &number)) {
        diag_hint(d, _("digits are not grouped in data: write %s"), bare.at);
    } else if (str_find(text, ',') < text.len) {
        diag_hint(d, _("in a file separated by commas, the decimal mark is a point, and digits are not grouped"));
    } else if (str_find(text, '%') < text.len) {
        diag_hint(d, _("the unit is the indicator's: write the number alone"));
    } else {
        diag_hint(d, _("write digits, with 'more-than', 'less-than' or 'about' in the column 'qualifier'"));
    }
    buf_free(&bare);
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
    advise_on_number(d, c->text);
    return false;
}

static bool read_period(struct reader *r, const struct csv_cell *c, struct observation *o)
{
    if (period_parse(c->text, &o->period)) {
        return true;
    }
    diag_at(r->figures->diags, DIAG_ERROR, c->at, "bad-period", _("'%.*s' is no period"), STR_ARG(c->text));
    diag_hint(r->figures->diags,
              _("write a year (2024), a month (2024-11), a quarter (2024-T4) or a day (2025-01-01)"));
    return false;
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
    good = choose(r, cell(r, row, COLUMN_KIND), _("kind"), kind_names, 3, &kind) && good;
    good = choose(r, cell(r, row, COLUMN_QUALIFIER), _("qualifier"), qualifier_names, 4, &qualifier) && good;
    good = read_value(r, cell(r, row, COLUMN_VALUE), o) && good;
    good = read_stated_in(r, cell(r, row, COLUMN_STATED_IN), o) && good;
    if (cell(r, row, COLUMN_INDICATOR)->text.len == 0) {
        diag_at(r->figures->diags, DIAG_ERROR, cell(r, row, COLUMN_INDICATOR)->at, "missing-field", _("no indicator"));
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
                                .observed = cell(&r, row, COLUMN_OBSERVED)->text,
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
