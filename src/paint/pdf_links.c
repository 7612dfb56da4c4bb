#include "paint/pdf_painter.h"
#include "paint/pdf_syntax.h"

enum { FLAG_PRINT = 4 };

/* An address holds ASCII only (RFC 3986): anything else goes percent-encoded. */
static void put_address(struct buf *out, const char *uri)
{
    struct buf ascii = {0};
    for (const char *c = uri; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if (byte > ' ' && byte < 0x7f)
            buf_char(&ascii, *c);
        else
            buf_printf(&ascii, "%%%02X", byte);
    }
    put_literal(out, buf_view(&ascii));
    buf_free(&ascii);
}

static void set_target(struct pdf_painter *p, pdf_dict *d, const struct link_target *target)
{
    if (target->uri) {
        struct buf *out = pdf_set_raw(p->pdf, d, "A");
        buf_text(out, "<</S/URI/URI");
        put_address(out, target->uri);
        buf_text(out, ">>");
    } else if (target->page < p->doc->page_count) {
        put_destination(pdf_set_raw(p->pdf, d, "Dest"), p->page_numbers[target->page],
                        p->page_heights[target->page] - target->y);
    }
}

static pdf_dict *add_link(struct pdf_painter *p, uint32_t page, const struct item *item)
{
    pdf_dict *d = pdf_object(p->pdf);
    double top = p->page_heights[page] - item->box.y;
    pdf_set_name(p->pdf, d, "Type", "Annot");
    pdf_set_name(p->pdf, d, "Subtype", "Link");
    put_corners(pdf_set_raw(p->pdf, d, "Rect"), item->box.x, top - item->box.height, item->box.x + item->box.width,
                top);
    buf_text(pdf_set_raw(p->pdf, d, "Border"), "[0 0 0]");
    pdf_set_integer(p->pdf, d, "F", FLAG_PRINT);
    pdf_set_text(p->pdf, d, "Contents", item->as.link.description);
    set_target(p, d, &item->as.link.target);
    uint32_t key = tags_annotation(&p->tags, item->leaf, page, pdf_number(d));
    pdf_set_integer(p->pdf, d, "StructParent", (int32_t)(p->doc->page_count + key));
    return d;
}

void paint_links(struct pdf_painter *p, uint32_t page)
{
    const struct page *source = &p->doc->pages[page];
    struct buf list = {0};
    for (size_t i = 0; i < source->item_count; i++) {
        const struct item *item = &source->items[i];
        /* PDF/UA allows no link outside the structure: areas on artefacts are left out. */
        if (item->kind != ITEM_LINK || !tags_known(&p->tags, item->leaf))
            continue;
        buf_char(&list, list.len ? ' ' : '[');
        put_reference(&list, pdf_number(add_link(p, page, item)));
    }
    if (list.len) {
        buf_char(&list, ']');
        buf_str(pdf_set_raw(p->pdf, p->pages[page], "Annots"), buf_view(&list));
    }
    buf_free(&list);
}
