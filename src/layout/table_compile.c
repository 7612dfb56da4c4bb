#include "base/i18n.h"
#include "layout/keys.h"
#include "layout/table.h"

/* A map of the keys that a text takes, from the table's and the column's. */
static const struct node *text_map(struct compiler *c, const struct node *style, const struct node *color,
                                   struct span at)
{
    struct arena *a = c->reading.arena;
    struct node_pair *pairs = ARENA_ARRAY(a, 2, struct node_pair);
    struct node *keys = ARENA_ARRAY(a, 2, struct node), *map = ARENA_NEW(a, struct node);
    size_t count = 0;
    keys[0] = (struct node){.kind = NODE_SCALAR, .at = at, .as.scalar.text = STR("style")};
    keys[1] = (struct node){.kind = NODE_SCALAR, .at = at, .as.scalar.text = STR("color")};
    if (style)
        pairs[count++] = (struct node_pair){&keys[0], style};
    if (color)
        pairs[count++] = (struct node_pair){&keys[1], color};
    *map = (struct node){.kind = NODE_MAP, .at = at, .as.map = {pairs, count}};
    return map;
}

struct cell_source {
    const struct box *column; /* with the column's attributes */
    const struct node *content, *style, *color;
    enum vertical valign;
};

/* A string becomes a text, a list of boxes a column of them. */
static const struct box *compile_cell(struct compiler *c, const struct cell_source *s)
{
    if (s->content == NULL || s->content->kind == NODE_NULL)
        return NULL;
    struct box *box = ARENA_NEW(c->reading.arena, struct box);
    *box = *s->column;
    box->width = box->height = (struct length){0};
    box->conditions = NULL;
    box->condition_count = 0;
    box->at = s->content->at;
    if (box->valign == VERTICAL_NONE)
        box->valign = s->valign;
    if (s->content->kind == NODE_LIST) {
        box->block = &block_column;
        box->align = HORIZONTAL_NONE;
        box->label = STR("cell");
        box->children = compile_boxes(c, s->content, &box->child_count);
        return box;
    }
    box->block = &block_text;
    box->plain = true;
    box->label = STR("cell");
    block_text.compile(c, text_map(c, s->style, s->color, s->content->at), s->content, box);
    return box;
}

static const struct node *first_of(const struct node *a, const struct node *b)
{
    return a ? a : b;
}

static void compile_column(struct compiler *c, const struct node *table, const struct node *map, const struct box *box,
                           const struct node *total, struct column *out)
{
    static const char *const keys[] = {"width",      "head",  "cell", "align", "valign", "row-head", "style",
                                       "head-style", "color", "pad",  "when",  "unless", NULL};
    read_known(&c->reading, map, keys, N_("a column of a table"));
    out->width = compile_size(c, node_get(map, "width"), "width");
    out->row_head = read_flag(&c->reading, map, "row-head");
    const struct node *style = first_of(node_get(map, "style"), node_get(table, "style"));
    const struct node *head_style =
        first_of(node_get(map, "head-style"), first_of(node_get(table, "head-style"), style));
    const struct node *total_style = first_of(node_get(table, "total-style"), style);
    struct cell_source head = {box, node_get(map, "head"), head_style, NULL, VERTICAL_BOTTOM};
    struct cell_source cell = {box, node_get(map, "cell"), style, node_get(map, "color"), VERTICAL_MIDDLE};
    struct cell_source last = {box, total, total_style, NULL, VERTICAL_MIDDLE};
    out->head = compile_cell(c, &head);
    out->cell = compile_cell(c, &cell);
    out->total = compile_cell(c, &last);
}

static void compile_columns(struct compiler *c, const struct node *value, struct table *t)
{
    const struct node *list = read_list(&c->reading, node_get(value, "columns"), "columns");
    const struct node *total = read_list(&c->reading, node_get(value, "total"), "total");
    size_t count = list ? list->as.list.count : 0;
    struct column *columns = ARENA_ARRAY(c->reading.arena, count + 1, struct column);
    const struct box **conditions = ARENA_ARRAY(c->reading.arena, count + 1, const struct box *);
    for (size_t i = 0; i < count; i++) {
        const struct node *map = read_map(&c->reading, list->as.list.items[i], "columns");
        struct box *box = ARENA_NEW(c->reading.arena, struct box);
        conditions[i] = box;
        if (map == NULL)
            continue;
        struct keyed k = keys_read(c->reading.arena, c->keys, map);
        compile_attributes(c, &k, box);
        const struct node *last = total && i < total->as.list.count ? total->as.list.items[i] : NULL;
        compile_column(c, value, map, box, last, &columns[i]);
        t->has_head |= columns[i].head != NULL;
        t->has_total |= columns[i].total != NULL;
    }
    t->columns = columns;
    t->conditions = conditions;
    t->column_count = count;
}

void table_compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const keys[] = {"rows",  "as",         "row-height",  "columns",     "total",
                                       "style", "head-style", "head-height", "total-style", "gap",
                                       "rule",  "separator",  NULL};
    struct table *t = ARENA_NEW(c->reading.arena, struct table);
    (void)map;
    box->detail = t;
    value = read_map(&c->reading, value, "table");
    if (value == NULL)
        return;
    read_known(&c->reading, value, keys, "'table'");
    t->rows = compile_path(c, node_get(value, "rows"), "rows");
    t->as = read_text_or(&c->reading, value, "as", STR("row"));
    t->row_height = read_number_or(&c->reading, value, "row-height", 0);
    t->head_height = read_number_or(&c->reading, value, "head-height", 0);
    t->rule = compile_stripe(c, node_get(value, "rule"), "rule");
    t->separator = compile_stripe(c, node_get(value, "separator"), "separator");
    box->gap = read_number_or(&c->reading, value, "gap", box->gap);
    compile_columns(c, value, t);
    box->runs = t->rows && c->over && lookup_is(t->rows, c->over->text);
    box->kept = box->runs; /* numbered when the box is done */
    if (t->rows)
        box->label = t->rows->text;
}
