/* CSV (RFC 4180) to located cells. The only user of libcsv. */
#ifndef BILAN_LOAD_CSV_H
#define BILAN_LOAD_CSV_H

#include "base/arena.h"
#include "base/diag.h"

struct csv_cell {
    struct str text; /* unquoted, trimmed */
    struct span at;  /* in the file, without quotes */
};
struct csv_row {
    const struct csv_cell *cells; /* as many as the table has columns; absent ones are empty, placed at the row's end */
    struct span at;
};
struct csv_table {
    const struct csv_cell *columns; /* the head */
    size_t column_count;
    const struct csv_row *rows;
    size_t row_count;
    bool decimal_comma; /* the separator is a semicolon */
};
enum { CSV_MAX_BYTES = 64 * 1024 * 1024 };

/* Comma or semicolon, told from the head. Records ragged rows, repeated columns, ill-formed UTF-8; returns NULL when nothing can be used. */
const struct csv_table *csv_load(struct arena *a, struct diags *d, uint32_t file);
/* The same with rows and cells in `tables`, which may end before the texts of the cells. */
const struct csv_table *csv_load_apart(struct arena *tables, struct arena *texts, struct diags *d, uint32_t file);

#endif
