#include "page/dump.h"
#include "page/leaf_text.h"

static void dump_attributes(const struct element *e, struct buf *out)
{
    static const char *const scopes[] = {NULL, "column", "row", "both"};
    static const char *const marks[] = {NULL, "disc", "decimal"};
    dump_text_key(out, "alt", e->alternative);
    dump_text_key(out, "actual", e->actual);
    dump_text_key(out, "expansion", e->expansion);
    dump_text_key(out, "title", e->title);
    if (e->language)
        buf_printf(out, " lang=%s", e->language);
    if (scopes[e->scope])
        buf_printf(out, " scope=%s", scopes[e->scope]);
    if (marks[e->marks])
        buf_printf(out, " marks=%s", marks[e->marks]);
    if (e->column_span > 1)
        buf_printf(out, " columns=%u", e->column_span);
    if (e->row_span > 1)
        buf_printf(out, " rows=%u", e->row_span);
}

static void put_leaf(const struct leaf_runs *index, element_id id, struct buf *out)
{
    struct buf text = {0};
    leaf_runs_text(index, id, &text);
    dump_quoted(out, buf_view(&text));
    buf_free(&text);
}

static bool only_leaves(const struct structure *s, const struct element *e)
{
    for (element_id c = e->first; c; c = structure_get(s, c)->next)
        if (structure_get(s, c)->tag != TAG_LEAF)
            return false;
    return true;
}

static void put_indent(struct buf *out, int depth)
{
    for (int i = 0; i <= depth; i++)
        buf_text(out, "  ");
}

/* One element a line; leaves follow their element on its line when it holds nothing else. */
static void dump_element(const struct structure *s, const struct leaf_runs *index, element_id id, int depth,
                         struct buf *out)
{
    const struct element *e = structure_get(s, id);
    if (e->tag == TAG_LEAF) {
        if (!only_leaves(s, structure_get(s, e->parent))) {
            put_indent(out, depth);
            put_leaf(index, id, out);
            buf_char(out, '\n');
        }
        return;
    }
    put_indent(out, depth);
    buf_text(out, tag_name(e->tag));
    dump_attributes(e, out);
    if (only_leaves(s, e)) {
        for (element_id c = e->first; c; c = structure_get(s, c)->next) {
            buf_char(out, ' ');
            put_leaf(index, c, out);
        }
    }
    buf_char(out, '\n');
}

void dump_structure(const struct document *doc, struct buf *out)
{
    buf_text(out, "structure\n");
    struct leaf_runs index = leaf_runs_new(doc);
    int depth = 0;
    element_id id = 0;
    do {
        dump_element(doc->structure, &index, id, depth, out);
        id = structure_walk(doc->structure, 0, id, &depth);
    } while (id);
    leaf_runs_free(&index);
}

void dump_bookmarks(const struct document *doc, struct buf *out)
{
    if (doc->bookmark_count)
        buf_text(out, "bookmarks\n");
    for (size_t i = 0; i < doc->bookmark_count; i++) {
        const struct bookmark *b = &doc->bookmarks[i];
        put_indent(out, b->level - 1);
        dump_quoted(out, str_of(b->title));
        buf_printf(out, " page=%u", b->page + 1);
        dump_key(out, "y", b->y);
        buf_char(out, '\n');
    }
}
