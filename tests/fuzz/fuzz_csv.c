/* Bytes as a CSV file: rows of located cells, or a finding. */
#include "fuzz.h"
#include "load/csv.h"

static void look(const struct csv_table *t, size_t len)
{
    for (size_t i = 0; i < t->row_count; i++)
        for (size_t c = 0; c < t->column_count; c++) {
            const struct csv_cell *cell = &t->rows[i].cells[c];
            fuzz_require(cell->at.start <= cell->at.end && cell->at.end <= len, "a cell lies in its file");
            fuzz_require(utf8_valid(cell->text) == cell->text.len, "a cell is UTF-8");
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    uint32_t file = diags_add_file(d, "fuzz.csv", (struct str){(const char *)data, size});
    const struct csv_table *table = csv_load(a, d, file);
    fuzz_require(table || diags_count(d, DIAG_ERROR) > 0, "a file without a table has an error");
    if (table)
        look(table, size);
    fuzz_print(d);
    arena_free(a);
    return 0;
}
