/* The data of a chart as a table for assistive readers, which stands in the structure tree and not before the eyes.
 *
 * A chart is a Div of two: its Figure, then this Table. The table cannot be part of the figure: a figure's alternative text replaces
 * everything below it (ISO 32000-1, 14.9.3), and readers that follow it never come to what it holds. Side by side, the figure is
 * told in a sentence or two, and who wants the values goes on into a table with heads, row by row.
 *
 * Its text is painted in the rendering mode that leaves no ink, small, in the figure's lower left corner: inside the frame, where
 * viewers that point at what they read point at the chart, and apart from the lines of its labels, so that text taken
 * from the page by its looks keeps the two apart. */
#include <math.h>

#include "layout/chart_data.h"

enum { MOST_ROWS = 120, FEWEST_ROWS = 10, MOST_CELLS = 2000 };
static const double SIZE = 1;

struct reading_table {
    struct flow *flow;
    struct chart_table table;
    struct unseen_type type;
    struct rect frame;
    double pitch, y; /* of rows; baseline of the next */
};

static size_t most_rows(const struct chart *chart)
{
    size_t rows = MOST_CELLS / (1 + chart->series_count);
    return rows > MOST_ROWS ? MOST_ROWS : rows < FEWEST_ROWS ? FEWEST_ROWS : rows;
}

/* So small that every row and the longest text of a cell stay in the frame; letters are seldom wider than this. */
static const double LETTER = 0.65;

static double fitting_size(const struct chart_table *table, struct rect frame)
{
    size_t longest = 1;
    for (size_t i = 0; i < table->rows * table->columns; i++)
        longest = table->cells[i].text.len > longest ? table->cells[i].text.len : longest;
    double wide = frame.width / (double)table->columns / (LETTER * (double)longest);
    return fmin(fmin(SIZE, frame.height / (double)(table->rows + 2)), wide);
}

static void put_text(struct reading_table *t, enum tag tag, enum table_scope scope, struct str text, double x)
{
    struct canvas *c = t->flow->canvas;
    element_id id;
    size_t depth = canvas_open(c, tag, &id);
    structure_edit(c->structure, id)->scope = scope;
    canvas_unseen(c, t->type, text, x, t->y);
    canvas_close(c, depth);
}

static void put_row(struct reading_table *t, size_t row)
{
    const struct chart_table *table = &t->table;
    double step = t->frame.width / (double)table->columns;
    element_id id;
    size_t depth = canvas_open(t->flow->canvas, TAG_TR, &id);
    for (size_t i = 0; i < table->columns; i++) {
        enum table_scope scope = row == 0 ? SCOPE_COLUMN : i == 0 ? SCOPE_ROW : SCOPE_NONE;
        put_text(t, scope == SCOPE_NONE ? TAG_TD : TAG_TH, scope, table->cells[row * table->columns + i].text,
                 t->frame.x + (double)i * step);
    }
    canvas_close(t->flow->canvas, depth);
    t->y += t->pitch;
}

/* The last row says what is left out, and where it is. */
static void put_rest(struct reading_table *t)
{
    struct canvas *c = t->flow->canvas;
    element_id row, cell;
    size_t outer = canvas_open(c, TAG_TR, &row);
    put_text(t, TAG_TH, SCOPE_ROW, t->table.rest, t->frame.x);
    size_t inner = canvas_open(c, TAG_TD, &cell);
    structure_edit(c->structure, cell)->column_span = (uint16_t)(t->table.columns - 1);
    canvas_unseen(c, t->type, t->table.where, t->frame.x + t->frame.width / 2, t->y);
    canvas_close(c, inner);
    canvas_close(c, outer);
}

void chart_reading_emit(struct flow *f, const struct chart *chart, struct rect frame)
{
    struct canvas *c = f->canvas;
    element_id id;
    if (c->artefact > 0)
        return;
    struct reading_table t = {.flow = f, .table = chart_table(chart, f->scratch, most_rows(chart)), .frame = frame};
    t.pitch = fitting_size(&t.table, frame);
    t.type = (struct unseen_type){f->job->theme->chart.styles[CHART_TICK]->regular, t.pitch, f->job->tag};
    t.y = frame.y + frame.height - (double)(t.table.rows + 1) * t.pitch;
    size_t depth = canvas_open(c, TAG_TABLE, &id);
    put_text(&t, TAG_CAPTION, SCOPE_NONE, t.table.caption, frame.x);
    t.y += t.pitch;
    for (size_t i = 0; i < t.table.rows; i++)
        put_row(&t, i);
    if (t.table.rest.len > 0)
        put_rest(&t);
    canvas_close(c, depth);
}
