#include "findings.h"

#include "load/csv.h"

struct fixture {
    struct arena *a;
    struct diags *d;
    uint32_t file;
    const struct csv_table *table;
};

static struct fixture load_bytes(struct str bytes)
{
    struct fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    f.file = diags_add_file(f.d, "x.csv", bytes);
    f.table = csv_load(f.a, f.d, f.file);
    return f;
}

static struct fixture load(const char *text)
{
    return load_bytes(str_of(text));
}

static void assert_cell(const struct fixture *f, const struct csv_cell *cell, const char *text, const char *source)
{
    struct str at = str_slice(diags_file_bytes(f->d, f->file), cell->at.start, cell->at.end);
    assert_true(str_is(cell->text, text));
    assert_true(str_is(at, source));
}

static void assert_place(const struct fixture *f, const struct csv_cell *cell, uint32_t line, uint32_t column)
{
    struct place place = diags_place(f->d, f->file, cell->at.start);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void reads_located_cells(void **state)
{
    (void)state;
    struct fixture f = load("entity,period,value\n\n tchap , 2024,\"1,5\"\r\n\"a \"\"b\"\"\nc\",,  \n");
    assert_int_equal(diags_total(f.d), 0);
    assert_int_equal(f.table->column_count, 3);
    assert_int_equal(f.table->row_count, 2);
    assert_false(f.table->decimal_comma);
    const struct csv_cell *row = f.table->rows[0].cells;
    assert_cell(&f, &f.table->columns[1], "period", "period");
    assert_cell(&f, &row[0], "tchap", "tchap");
    assert_place(&f, &row[0], 3, 2);
    assert_cell(&f, &row[1], "2024", "2024");
    assert_cell(&f, &row[2], "1,5", "1,5");
    assert_place(&f, &row[2], 3, 16);
    row = f.table->rows[1].cells;
    assert_cell(&f, &row[0], "a \"b\"\nc", "a \"\"b\"\"\nc");
    assert_cell(&f, &row[1], "", "");
    assert_place(&f, &row[1], 5, 4);
    assert_cell(&f, &row[2], "", "");
    assert_place(&f, &row[2], 5, 7);
    struct str whole = str_slice(diags_file_bytes(f.d, f.file), f.table->rows[0].at.start, f.table->rows[0].at.end);
    assert_true(str_is(whole, "tchap , 2024,\"1,5\""));
    arena_free(f.a);
}

static void tells_semicolons_from_the_head(void **state)
{
    (void)state;
    struct fixture f = load("\xEF\xBB\xBF\"a,b,c,d\";valeur;note\nx;1,5;dernière");
    assert_int_equal(diags_total(f.d), 0);
    assert_true(f.table->decimal_comma);
    assert_cell(&f, &f.table->columns[0], "a,b,c,d", "a,b,c,d");
    assert_cell(&f, &f.table->rows[0].cells[1], "1,5", "1,5");
    assert_cell(&f, &f.table->rows[0].cells[2], "dernière", "dernière");
    arena_free(f.a);
}

static void leaves_out_rows_without_text(void **state)
{
    (void)state;
    struct fixture f = load("a,b\n1,2\n,\n \n3,4\n,\n\n");
    assert_int_equal(diags_total(f.d), 0);
    assert_int_equal(f.table->row_count, 2);
    assert_cell(&f, &f.table->rows[1].cells[1], "4", "4");
    arena_free(f.a);
}

static void reports_ragged_rows(void **state)
{
    (void)state;
    struct fixture f = load("a,b,c\n1,2\n1,2,3,4,5\n");
    assert_findings(f.d, "x.csv:2:1: error: the row has 2 cells, the first row names 3 columns [csv-row]\n"
                         "    2 | 1,2\n"
                         "      | ^~~ add the separators of the empty cells: ','\n"
                         "x.csv:3:7: error: the row has 5 cells, the first row names 3 columns [csv-row]\n"
                         "    3 | 1,2,3,4,5\n"
                         "      |       ^ put a cell that contains a comma in quotes; the decimal mark is a point\n");
    assert_int_equal(f.table->row_count, 2);
    assert_cell(&f, &f.table->rows[0].cells[2], "", "");
    assert_place(&f, &f.table->rows[0].cells[2], 2, 4);
    assert_cell(&f, &f.table->rows[1].cells[2], "3", "3");
    arena_free(f.a);
}

static void counts_ragged_rows_from_the_eleventh_on(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_text(&text, "a,b\n1\n");
    for (int i = 0; i < 12; i++)
        buf_text(&text, "1,2,3\n");
    struct fixture f = load_bytes(buf_view(&text));
    char *printed = findings_text(f.d);
    assert_int_equal(diags_count(f.d, DIAG_ERROR), 11);
    assert_non_null(strstr(printed, "x.csv:12:5: error: 3 more rows have too many or too few cells [csv-row]\n"));
    free(printed);
    arena_free(f.a);
    buf_free(&text);
}

static void reports_bad_columns(void **state)
{
    (void)state;
    struct fixture f = load("a,b,a,\n1,2,3,4\n");
    assert_findings(f.d, "x.csv:1:5: error: column 'a' stands twice [csv-column]\n"
                         "    1 | a,b,a,\n      |     ^ keep one of the two, or rename one\n"
                         "x.csv:1:1: note: first stated here\n"
                         "    1 | a,b,a,\n      | ^\n"
                         "x.csv:1:7: error: column 4 has no name [csv-column]\n"
                         "    1 | a,b,a,\n      |       ^ name it in the first row, or delete the column\n");
    arena_free(f.a);
    f = load("\n \n");
    assert_null(f.table);
    assert_one_finding(f.d, "csv-column", "");
    arena_free(f.a);
}

static void limits_columns(void **state)
{
    (void)state;
    char head[4001];
    for (size_t i = 0; i < 2000; i++) {
        memcpy(head + 2 * i, "a,", 2);
    }
    head[4000] = '\0';
    struct fixture f = load(head);
    assert_null(f.table);
    assert_int_equal(diags_total(f.d), 1);
    assert_string_equal(diags_finding(f.d, 0)->rule, "csv-column");
    arena_free(f.a);
}

static void reports_unbalanced_quotes(void **state)
{
    (void)state;
    struct fixture f = load("a,b\n1,projet \"FAST\"\n");
    assert_null(f.table);
    assert_one_finding(f.d, "csv-syntax", "projet \"FAST\"");
    arena_free(f.a);
    f = load("a,b\n1,\"FAST\" 2\n");
    assert_one_finding(f.d, "csv-syntax", "\"FAST\" 2");
    arena_free(f.a);
    f = load("a,b\n1,\"open\n2,3\n");
    assert_null(f.table);
    assert_int_equal(diags_total(f.d), 1);
    assert_int_equal(diags_place(f.d, f.file, diags_finding(f.d, 0)->at.start).column, 3);
    arena_free(f.a);
}

static void reports_encoding_and_characters(void **state)
{
    (void)state;
    struct fixture f = load("a,b\n1,\xE9t\xE9\n");
    assert_null(f.table);
    assert_one_finding(f.d, "bad-encoding", "\xE9");
    arena_free(f.a);
    f = load_bytes(STR("a,b\n1,\0\n"));
    assert_null(f.table);
    assert_int_equal(diags_total(f.d), 1);
    assert_string_equal(diags_finding(f.d, 0)->rule, "bad-character");
    arena_free(f.a);
}

static void limits_size(void **state)
{
    (void)state;
    struct str large = {memory_alloc(CSV_MAX_BYTES + 1), CSV_MAX_BYTES + 1};
    struct fixture f = load_bytes(large);
    assert_null(f.table);
    assert_string_equal(diags_finding(f.d, 0)->rule, "too-large");
    arena_free(f.a);
    free((char *)large.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_located_cells),
        cmocka_unit_test(tells_semicolons_from_the_head),
        cmocka_unit_test(leaves_out_rows_without_text),
        cmocka_unit_test(reports_ragged_rows),
        cmocka_unit_test(counts_ragged_rows_from_the_eleventh_on),
        cmocka_unit_test(reports_bad_columns),
        cmocka_unit_test(limits_columns),
        cmocka_unit_test(reports_unbalanced_quotes),
        cmocka_unit_test(reports_encoding_and_characters),
        cmocka_unit_test(limits_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
