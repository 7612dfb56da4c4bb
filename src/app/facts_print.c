#include <string.h>

#include "app/facts.h"
#include "app/json.h"

enum { COLUMN_COUNT = 13, CELL_LENGTH = 256 };
static const char *const columns[COLUMN_COUNT] = {"page",   "text",        "value",   "entity",    "indicator",
                                                  "period", "kind",        "form",    "qualifier", "derived",
                                                  "source", "observed_at", "asked_at"};

/* How places are written. */
struct places {
    const struct diags *diags;
    const struct sources *relative; /* NULL: files are named as the user did */
};

static const char *file_name(const struct places *places, uint32_t file)
{
    for (size_t i = 0; places->relative && i < sources_count(places->relative); i++) {
        struct source_file source = sources_get(places->relative, i);
        if (source.file == file)
            return source.name;
    }
    return diags_file_name(places->diags, file);
}

static struct str place_text(struct arena *a, const struct places *places, struct span at)
{
    if (at.file == 0)
        return STR("");
    struct place place = diags_place(places->diags, at.file, at.start);
    return str_of(arena_printf(a, "%s:%u:%u", file_name(places, at.file), place.line, place.column));
}

static struct str value_text(struct arena *a, const struct ledger_entry *entry)
{
    switch (entry->missing) {
    case NOT_APPLICABLE:
        return STR("N/A");
    case NOT_AVAILABLE:
        return STR("ND");
    case PRESENT:
        break;
    }
    char text[DECIMAL_TEXT];
    size_t len = decimal_text(entry->value, text);
    return str_copy(a, (struct str){text, len});
}

/* The cells of one fact, in the columns' order. */
static void fill_row(struct arena *a, const struct edition *edition, const struct sources *relative,
                     const struct fact *fact, struct str cells[COLUMN_COUNT])
{
    const struct places places = {edition->diags, relative};
    const struct ledger_entry *entry = ledger_get(edition->ledger, fact->figure);
    char period[16];
    period_text(entry->name.period, period);
    struct str row[COLUMN_COUNT] = {str_of(fact->page),
                                    fact->text,
                                    value_text(a, entry),
                                    entry->name.entity,
                                    entry->name.indicator,
                                    str_copy(a, str_of(period)),
                                    str_of(figure_kind_name(entry->kind)),
                                    entry->form,
                                    str_of(qualifier_name(entry->qualifier)),
                                    entry->derived ? STR("true") : STR("false"),
                                    entry->source,
                                    place_text(a, &places, entry->observed_at),
                                    place_text(a, &places, entry->asked_at)};
    memcpy(cells, row, sizeof row);
}

static void csv_cell(struct buf *out, struct str cell)
{
    bool quote = false;
    for (size_t i = 0; i < cell.len; i++)
        quote = quote || strchr(",\"\r\n", cell.at[i]);
    if (!quote) {
        buf_str(out, cell);
        return;
    }
    buf_char(out, '"');
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.at[i] == '"')
            buf_char(out, '"');
        buf_char(out, cell.at[i]);
    }
    buf_char(out, '"');
}

void facts_csv(const struct facts *facts, const struct edition *edition, const struct sources *relative,
               struct buf *out)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        buf_printf(out, "%s%s", i ? "," : "", columns[i]);
    buf_char(out, '\n');
    for (size_t i = 0; i < facts->count; i++) {
        struct str cells[COLUMN_COUNT];
        fill_row(a, edition, relative, &facts->items[i], cells);
        for (size_t j = 0; j < COLUMN_COUNT; j++) {
            if (j)
                buf_char(out, ',');
            csv_cell(out, cells[j]);
        }
        buf_char(out, '\n');
    }
    arena_free(a);
}

void facts_json(const struct facts *facts, const struct edition *edition, struct buf *out)
{
    struct arena *a = arena_new();
    cJSON *root = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(root, "facts");
    for (size_t i = 0; i < facts->count; i++) {
        struct str cells[COLUMN_COUNT];
        fill_row(a, edition, NULL, &facts->items[i], cells);
        cJSON *row = cJSON_CreateObject();
        for (size_t j = 0; j < COLUMN_COUNT; j++)
            cJSON_AddStringToObject(row, columns[j], arena_copy(a, cells[j].at, cells[j].len));
        cJSON_AddItemToArray(list, row);
    }
    json_print(root, out);
    arena_free(a);
}
