#include "load/csv.h"

#include <csv.h>
#include <string.h>

#include "base/i18n.h"
#include "load/characters.h"

enum { MOST_COLUMNS = 1000, MOST_CELLS = 4000000, MOST_RAGGED = 10 };

/* libcsv calls back without positions. It is fed up to and with each separator or line end, so that `at`, the offset of
 * the byte that ends the cell, is known when it does. */
struct reader {
    struct arena *tables; /* rows and cells */
    struct arena *texts;  /* what is not text of the file as it stands */
    struct diags *diags;
    uint32_t file;
    struct str bytes;
    size_t at;              /* where the cell ends */
    size_t cell_start;      /* where it starts, white space and empty lines before it included */
    struct csv_cell *cells; /* of the row being read */
    size_t cell_count;      /* cells seen in it, surplus ones included */
    size_t room;            /* cells there is room for */
    struct span surplus;    /* the first cell behind the last column */
    struct csv_cell *columns;
    struct csv_row *rows;
    size_t column_count, row_count, row_capacity;
    char separator;
    size_t ragged_count;
    struct span first_unsaid; /* of the ragged rows beyond MOST_RAGGED */
    bool too_many;
};

static struct span span_of(const struct reader *r, size_t start, size_t end)
{
    return (struct span){r->file, (uint32_t)start, (uint32_t)end};
}

/* The cell that ends at `at`, without white space around it. */
static struct span raw_cell(const struct reader *r)
{
    struct str raw = str_slice(r->bytes, r->cell_start, r->at);
    struct str trimmed = str_trim(raw);
    if (trimmed.len == 0) {
        return span_of(r, r->at, r->at);
    }
    size_t start = (size_t)(trimmed.at - r->bytes.at);
    return span_of(r, start, start + trimmed.len);
}

static struct span without_quotes(struct span at, struct str bytes)
{
    if (at.end - at.start >= 2 && bytes.at[at.start] == '"') {
        at.start++;
        at.end--;
    }
    return at;
}

static void grow_head(struct reader *r)
{
    size_t room = r->room == 0 ? 16 : r->room * 2 < MOST_COLUMNS ? r->room * 2 : MOST_COLUMNS;
    r->cells = arena_grow(r->tables, r->cells, r->room, room, sizeof *r->cells);
    r->room = room;
}

static void on_cell(void *text, size_t len, void *data)
{
    struct reader *r = data;
    struct span at = without_quotes(raw_cell(r), r->bytes);
    struct str cell = {text, len}, source = str_slice(r->bytes, at.start, at.end);
    if (r->columns == NULL && r->cell_count == r->room && r->room < MOST_COLUMNS) {
        grow_head(r);
    }
    if (r->cell_count < r->room) {
        r->cells[r->cell_count] = (struct csv_cell){str_eq(cell, source) ? source : str_copy(r->texts, cell), at};
    } else if (r->cell_count == r->room) {
        r->surplus = at;
    }
    r->cell_count++;
    r->cell_start = r->at + 1;
}

static void check_column(struct reader *r, size_t index)
{
    const struct csv_cell *column = &r->columns[index];
    if (column->text.len == 0) {
        diag_at(r->diags, DIAG_ERROR, column->at, "csv-column", _("column %zu has no name"), index + 1);
        diag_hint(r->diags, "%s", _("name it in the first row, or delete the column"));
        return;
    }
    for (size_t i = 0; i < index; i++) {
        if (str_eq(r->columns[i].text, column->text)) {
            diag_at(r->diags, DIAG_ERROR, column->at, "csv-column", _("column '%.*s' stands twice"),
                    STR_ARG(column->text));
            diag_hint(r->diags, "%s", _("keep one of the two, or rename one"));
            diag_also(r->diags, r->columns[i].at, "%s", _("first stated here"));
            return;
        }
    }
}

static void finish_head(struct reader *r)
{
    if (r->cell_count > r->room) {
        diag_at(r->diags, DIAG_ERROR, r->surplus, "csv-column", _("more than %zu columns"), r->room);
        diag_hint(r->diags, "%s", _("is the first line the one with the columns' names?"));
        r->too_many = true;
        return;
    }
    r->columns = r->cells;
    r->cells = NULL;
    r->column_count = r->cell_count;
    for (size_t i = 0; i < r->column_count; i++) {
        check_column(r, i);
    }
}

static bool is_empty(const struct csv_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (cells[i].text.len > 0) {
            return false;
        }
    }
    return true;
}

static void check_width(struct reader *r, struct span row)
{
    if (r->cell_count == r->column_count) {
        return;
    }
    struct span at = r->cell_count > r->column_count ? r->surplus : row;
    if (++r->ragged_count > MOST_RAGGED) {
        r->first_unsaid = r->ragged_count == MOST_RAGGED + 1 ? at : r->first_unsaid;
        return;
    }
    diag_at(r->diags, DIAG_ERROR, at, "csv-row", _("the row has %zu cells, the first row names %zu columns"),
            r->cell_count, r->column_count);
    if (r->cell_count > r->column_count) {
        diag_hint(r->diags, r->separator == ','
                                ? _("put a cell that contains a comma in quotes; the decimal mark is a point")
                                : _("put a cell that contains a semicolon in quotes"));
    } else {
        diag_hint(r->diags, _("add the separators of the empty cells: '%c'"), r->separator);
    }
}

/* Rows wrong in the same way are wrong once. */
static void report_unsaid(const struct reader *r)
{
    if (r->ragged_count <= MOST_RAGGED) {
        return;
    }
    size_t more = r->ragged_count - MOST_RAGGED;
    diag_at(r->diags, DIAG_ERROR, r->first_unsaid, "csv-row",
            P_("%zu more row has too many or too few cells", "%zu more rows have too many or too few cells", more),
            more);
    diag_hint(r->diags, "%s", _("correct those above first; it is often the same mistake in each row"));
}

static void add_row(struct reader *r, struct span at)
{
    if (r->row_count * r->column_count > MOST_CELLS) {
        diag_at(r->diags, DIAG_ERROR, at, "too-large", _("more than %d cells"), (int)MOST_CELLS);
        diag_hint(r->diags, "%s", _("divide it into several files"));
        r->too_many = true;
        return;
    }
    r->rows = ARENA_ROOM(r->tables, r->rows, r->row_count, &r->row_capacity, 64);
    r->rows[r->row_count++] = (struct csv_row){r->cells, at};
    r->cells = NULL;
}

/* Rows without any text are what spreadsheets leave at the end: no rows. */
static void finish_row(struct reader *r)
{
    size_t filled = r->cell_count < r->column_count ? r->cell_count : r->column_count;
    if (r->cell_count <= r->column_count && is_empty(r->cells, filled)) {
        return;
    }
    struct span row = span_of(r, r->cells[0].at.start, r->at);
    for (size_t i = filled; i < r->column_count; i++) {
        r->cells[i] = (struct csv_cell){STR(""), span_of(r, r->at, r->at)};
    }
    check_width(r, row);
    add_row(r, row);
}

static void on_row(int end, void *data)
{
    (void)end;
    struct reader *r = data;
    if (r->columns == NULL) {
        finish_head(r);
    } else {
        finish_row(r);
    }
    r->room = r->column_count;
    if (r->cells == NULL) {
        r->cells = ARENA_ARRAY(r->tables, r->room, struct csv_cell);
    }
    r->cell_count = 0;
}

/* Whichever of comma and semicolon the first line has more of, outside quotes. */
static char separator_of(struct str bytes)
{
    size_t commas = 0, semicolons = 0;
    bool quoted = false;
    for (size_t i = 0; i < bytes.len && (quoted || bytes.at[i] != '\n'); i++) {
        quoted ^= bytes.at[i] == '"';
        commas += !quoted && bytes.at[i] == ',';
        semicolons += !quoted && bytes.at[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/* "sep=;", which some spreadsheets put on a line before the head. */
static void skip_separator_line(struct reader *r)
{
    struct str rest = str_slice(r->bytes, r->cell_start, r->bytes.len);
    size_t end = str_find(rest, '\n');
    struct str line = str_trim(str_slice(rest, 0, end));
    if (line.len == 5 && str_starts(line, "sep=") && (line.at[4] == ',' || line.at[4] == ';')) {
        r->separator = line.at[4];
        r->cell_start += end < rest.len ? end + 1 : end;
    }
}

static bool report_syntax(struct reader *r, struct csv_parser *parser)
{
    if (csv_error(parser) != CSV_EPARSE) {
        memory_exhausted();
    }
    struct span at = raw_cell(r);
    diag_at(r->diags, DIAG_ERROR, at, "csv-syntax", "%s", _("the quotes of this cell are not balanced"));
    diag_hint(r->diags, "%s", _("put the whole cell in quotes and double the quotes inside it"));
    return false;
}

static bool parse(struct reader *r, struct csv_parser *parser)
{
    size_t start = r->cell_start;
    while (start < r->bytes.len && !r->too_many) {
        size_t end = start;
        while (end < r->bytes.len && r->bytes.at[end] != r->separator && r->bytes.at[end] != '\n' &&
               r->bytes.at[end] != '\r') {
            end++;
        }
        r->at = end;
        size_t len = end - start + (end < r->bytes.len);
        if (csv_parse(parser, r->bytes.at + start, len, on_cell, on_row, r) != len) {
            return report_syntax(r, parser);
        }
        start += len;
    }
    r->at = r->bytes.len;
    if (!r->too_many && csv_fini(parser, on_cell, on_row, r) != 0) {
        return report_syntax(r, parser);
    }
    return !r->too_many;
}

static bool run(struct reader *r)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        memory_exhausted();
    }
    csv_set_delim(&parser, (unsigned char)r->separator);
    bool ok = parse(r, &parser);
    report_unsaid(r);
    csv_free(&parser);
    return ok;
}

const struct csv_table *csv_load(struct arena *a, struct diags *d, uint32_t file)
{
    return csv_load_apart(a, a, d, file);
}

const struct csv_table *csv_load_apart(struct arena *tables, struct arena *texts, struct diags *d, uint32_t file)
{
    struct str bytes = diags_file_bytes(d, file);
    if (bytes.len > CSV_MAX_BYTES) {
        diag_at(d, DIAG_ERROR, (struct span){file, 0, 0}, "too-large", _("larger than %d MB"),
                CSV_MAX_BYTES / (1024 * 1024));
        diag_hint(d, "%s", _("divide it into several files"));
        return NULL;
    }
    if (!characters_check(d, file)) {
        return NULL;
    }
    struct reader r = {.tables = tables, .texts = texts, .diags = d, .file = file, .bytes = bytes};
    r.cell_start = str_starts(bytes, "\xEF\xBB\xBF") ? 3 : 0;
    r.separator = separator_of(bytes);
    skip_separator_line(&r);
    if (!run(&r)) {
        return NULL;
    }
    if (r.columns == NULL) {
        diag_at(d, DIAG_ERROR, (struct span){file, 0, 0}, "csv-column", "%s",
                _("the first row with the column names is missing"));
        diag_hint(d, "%s", _("the file is empty: write the columns' names, then one row for each entry"));
        return NULL;
    }
    struct csv_table *table = ARENA_NEW(tables, struct csv_table);
    *table = (struct csv_table){r.columns, r.column_count, r.rows, r.row_count, r.separator == ';'};
    return table;
}
