/* Charts of a CSV file: a row a category, a column a series. */
#include "base/i18n.h"
#include "layout/chart_gather.h"
#include "load/csv.h"

enum { MOST_BYTES = 4 * 1024 * 1024 };

static struct str text_of(struct gathering *g, const struct value *v)
{
    return v == NULL ? STR("") : rich_one_line(g->flow->scratch, scope_text(g->flow, v, STR(""), v->at)->text);
}

/* The column that `name` names; the table's column count when there is none (recorded). */
static size_t column_of(struct gathering *g, const struct csv_table *table, const struct value *name)
{
    struct str wanted = text_of(g, name);
    struct str *names = ARENA_ARRAY(g->flow->scratch, table->column_count + 1, struct str);
    for (size_t i = 0; i < table->column_count; i++) {
        names[i] = table->columns[i].text;
        if (str_eq(names[i], wanted))
            return i;
    }
    g->good = false;
    if (flow_tells(g->flow)) {
        diag_at(g->flow->job->diags, DIAG_ERROR, name->at, "chart-data", _("the file has no column '%.*s'"),
                STR_ARG(wanted));
        diag_known(g->flow->job->diags, wanted, names, table->column_count);
    }
    return table->column_count;
}

/* Cells of a semicolon file have a decimal comma. */
static struct str plain_number(struct gathering *g, const struct csv_table *table, struct str text)
{
    size_t comma = str_find(text, ',');
    if (!table->decimal_comma || comma == text.len)
        return text;
    return str_of(arena_printf(g->flow->scratch, "%.*s.%.*s", (int)comma, text.at, (int)(text.len - comma - 1),
                               text.at + comma + 1));
}

static void read_categories(struct gathering *g, const struct csv_table *table, size_t x)
{
    struct chart_category *categories = ARENA_ARRAY(g->flow->scratch, table->row_count + 1, struct chart_category);
    bool dated = table->row_count > 0;
    for (size_t i = 0; i < table->row_count; i++) {
        struct period period;
        struct str text = table->rows[i].cells[x].text;
        dated = dated && period_parse(text, &period) && gather_period(g, period, &categories[i]);
        if (categories[i].label.len == 0)
            categories[i].label = text;
    }
    g->chart->categories = categories;
    g->chart->category_count = table->row_count;
    g->chart->dated = dated;
}

static void read_series(struct gathering *g, const struct csv_table *table, const struct value *name,
                        struct chart_series *series)
{
    size_t column = column_of(g, table, name);
    series->label = text_of(g, name);
    if (column == table->column_count)
        return;
    struct chart_value *values = gather_new_values(g, series, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct csv_cell *cell = &table->rows[i].cells[column];
        values[i].at = cell->at;
        gather_words(g, cell->at, plain_number(g, table, cell->text), &values[i]);
    }
}

void gather_table(struct gathering *g, const struct value *file)
{
    struct flow *f = g->flow;
    size_t start;
    const struct value *x = g->box->x ? scope_value(f, g->scope, g->box->x) : NULL;
    const struct value *names = g->box->columns ? scope_list(f, g->scope, g->box->columns, &start) : NULL;
    uint32_t number = edition_picture(f->job->edition, file, MOST_BYTES);
    const struct csv_table *table = number ? csv_load(f->scratch, f->job->diags, number) : NULL;
    if (table == NULL || x == NULL || names == NULL) {
        if (table != NULL)
            gather_complain(g, file->at, _("a chart of '%.*s' needs the names of its columns: 'x' and 'columns'"),
                            file->as.string);
        g->good = false;
        return;
    }
    size_t column = column_of(g, table, x), count = names->as.list.count;
    if (column == table->column_count)
        return;
    read_categories(g, table, column);
    struct chart_series *series = gather_new_series(g, count);
    for (size_t i = 0; i < count; i++)
        read_series(g, table, &names->as.list.items[i], &series[i]);
}
