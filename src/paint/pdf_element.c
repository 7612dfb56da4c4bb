#include "paint/pdf_element.h"

#include "paint/pdf_syntax.h"

/* The first mark at or below an element's direct leaves, whose page becomes the element's /Pg. */
static const struct mark *first_mark(const struct element_writer *w, const struct element *e)
{
    for (element_id c = e->first; c; c = structure_get(w->structure, c)->next)
        if (structure_get(w->structure, c)->tag == TAG_LEAF && w->numbers[c])
            return &w->sorted[w->first[c]];
    return NULL;
}

static void put_page(const struct element_writer *w, uint32_t page, struct buf *out)
{
    buf_add(out, "/Pg ", 4);
    put_reference(out, w->page_numbers[page]);
}

static void put_mark(const struct element_writer *w, const struct mark *m, uint32_t element_page, struct buf *out)
{
    if (m->object) {
        buf_text(out, "<</Type/OBJR/Obj ");
        put_reference(out, m->object);
    } else if (m->page == element_page) {
        put_integer(out, m->mcid);
        return;
    } else {
        buf_text(out, "<</Type/MCR/MCID ");
        put_integer(out, m->mcid);
    }
    put_page(w, m->page, out);
    buf_add(out, ">>", 2);
}

/* Everything below an element: marks of its leaves and references to its elements, in reading order. */
static void put_kids(const struct element_writer *w, const struct element *e, uint32_t page, struct buf *out)
{
    buf_add(out, "/K[", 3);
    size_t start = out->len;
    for (element_id c = e->first; c; c = structure_get(w->structure, c)->next) {
        if (!w->numbers[c])
            continue;
        if (structure_get(w->structure, c)->tag != TAG_LEAF) {
            put_reference(out, w->numbers[c]);
            buf_char(out, ' ');
            continue;
        }
        for (size_t i = w->first[c]; i < w->first[c + 1]; i++) {
            put_mark(w, &w->sorted[i], page, out);
            buf_char(out, ' ');
        }
    }
    if (out->len > start)
        out->len--;
    buf_char(out, ']');
}

static void put_text_entry(struct buf *out, const char *key, const char *text)
{
    if (!text)
        return;
    buf_text(out, key);
    put_text(out, text);
}

static void put_table_attributes(const struct element *e, struct buf *out)
{
    static const char *const scopes[] = {"", "/Scope/Column", "/Scope/Row", "/Scope/Both"};
    buf_text(out, "<</O/Table");
    if (e->tag == TAG_TH)
        buf_text(out, scopes[e->scope]);
    if (e->column_span > 1)
        buf_printf(out, "/ColSpan %u", e->column_span);
    if (e->row_span > 1)
        buf_printf(out, "/RowSpan %u", e->row_span);
    buf_text(out, ">>");
}

static void put_box(const struct element_writer *w, const struct element *e, struct buf *out)
{
    double height = w->page_heights[e->page];
    buf_text(out, "<</O/Layout/Placement/Block/BBox");
    const struct rect *box = e->box;
    put_corners(out, box->x, height - box->y - box->height, box->x + box->width, height - box->y);
    buf_text(out, ">>");
}

static void put_attributes(const struct element_writer *w, const struct element *e, struct buf *out)
{
    static const char *const numberings[] = {"None", "Disc", "Decimal"};
    bool is_cell = e->tag == TAG_TH || e->tag == TAG_TD;
    bool has_table = is_cell && ((e->tag == TAG_TH && e->scope) || e->column_span > 1 || e->row_span > 1);
    bool has_list = e->tag == TAG_L && e->marks != MARKS_NONE;
    bool has_box = e->box != NULL && e->page < w->page_count;
    if (!has_table && !has_list && !has_box)
        return;
    buf_text(out, "/A[");
    if (has_table)
        put_table_attributes(e, out);
    if (has_list)
        buf_printf(out, "<</O/List/ListNumbering/%s>>", numberings[e->marks]);
    if (has_box)
        put_box(w, e, out);
    buf_char(out, ']');
}

void element_identifier(struct buf *out, uint32_t number)
{
    buf_printf(out, "(note%08u)", number);
}

void element_write(const struct element_writer *w, element_id id)
{
    const struct element *e = structure_get(w->structure, id);
    const struct mark *mark = first_mark(w, e);
    struct buf *out = pdf_file_object(w->file, w->numbers[id]);
    buf_add(out, "<</S/", 5);
    buf_text(out, tag_name(e->tag));
    buf_add(out, "/P ", 3);
    put_reference(out, id == 0 ? w->root : w->numbers[e->parent]);
    if (mark)
        put_page(w, mark->page, out);
    put_kids(w, e, mark ? mark->page : 0, out);
    put_text_entry(out, "/Alt", e->alternative);
    put_text_entry(out, "/ActualText", e->actual);
    put_text_entry(out, "/E", e->expansion);
    put_text_entry(out, "/T", e->title);
    if (e->language) {
        buf_add(out, "/Lang", 5);
        put_literal(out, str_of(e->language));
    }
    put_attributes(w, e, out);
    if (e->tag == TAG_NOTE) {
        buf_add(out, "/ID", 3);
        element_identifier(out, w->numbers[id]);
    }
    buf_add(out, ">>", 2);
    pdf_file_object_end(w->file);
}
