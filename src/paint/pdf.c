#include <stdlib.h>
#include <string.h>

#include "paint/paint.h"
#include "paint/pdf_painter.h"
#include "paint/pdf_syntax.h"

static void begin(struct pdf_painter *p, const struct document *doc, struct pdf *pdf)
{
    *p = (struct pdf_painter){.doc = doc, .pdf = pdf};
    tags_init(&p->tags, doc->structure);
    p->font_count = fonts_count(doc->fonts);
    p->fonts = memory_alloc((p->font_count + 1) * sizeof *p->fonts);
    for (size_t i = 0; i < p->font_count; i++)
        pdf_font_init(&p->fonts[i], fonts_get(doc->fonts, i));
    p->pages = memory_alloc((doc->page_count + 1) * sizeof(pdf_dict *));
    p->page_numbers = memory_alloc((doc->page_count + 1) * sizeof *p->page_numbers);
    p->page_heights = memory_alloc((doc->page_count + 1) * sizeof *p->page_heights);
}

static void end(struct pdf_painter *p)
{
    tags_free(&p->tags);
    for (size_t i = 0; i < p->font_count; i++)
        pdf_font_free(&p->fonts[i]);
    free(p->fonts);
    free(p->pages);
    free(p->page_numbers);
    free(p->page_heights);
    pdf_free(p->pdf);
}

/* Pages exist before their content, so that links and bookmarks can point at them. */
static void add_pages(struct pdf_painter *p, pdf_dict *resources)
{
    for (size_t i = 0; i < p->doc->page_count; i++) {
        const struct page *page = &p->doc->pages[i];
        pdf_dict *d = pdf_object(p->pdf);
        pdf_set_name(p->pdf, d, "Type", "Page");
        put_corners(pdf_set_raw(p->pdf, d, "MediaBox"), 0, 0, page->width, page->height);
        put_reference(pdf_set_raw(p->pdf, d, "Resources"), pdf_number(resources));
        put_integer(pdf_set_raw(p->pdf, d, "StructParents"), (long long)i);
        buf_text(pdf_set_raw(p->pdf, d, "Tabs"), "/S");
        pdf_add_page(p->pdf, d);
        p->pages[i] = d;
        p->page_numbers[i] = pdf_number(d);
        p->page_heights[i] = page->height;
    }
}

static void paint_pages(struct pdf_painter *p)
{
    struct buf out = {0};
    struct content c = {.doc = p->doc, .tags = &p->tags, .fonts = p->fonts, .out = &out};
    for (uint32_t i = 0; i < p->doc->page_count; i++) {
        out.len = 0;
        c.page = i;
        content_page(&c, &p->doc->pages[i]);
        pdf_dict *stream = pdf_object(p->pdf);
        pdf_stream(p->pdf, stream, buf_view(&out));
        put_reference(pdf_set_raw(p->pdf, p->pages[i], "Contents"), pdf_number(stream));
        paint_links(p, i);
    }
    buf_free(&out);
}

/* False when a face cannot be embedded. */
static bool paint_fonts(struct pdf_painter *p, pdf_dict *resources)
{
    bool all = true;
    struct buf *list = pdf_set_raw(p->pdf, resources, "Font");
    buf_text(list, "<<");
    for (size_t i = 0; i < p->font_count; i++) {
        if (p->fonts[i].count == 1)
            continue;
        p->fonts[i].object = pdf_object(p->pdf);
        buf_printf(list, "/F%zu ", i);
        put_reference(list, pdf_number(p->fonts[i].object));
        all = pdf_font_write(p->pdf, &p->fonts[i]) && all;
    }
    buf_text(list, ">>");
    return all;
}

static bool paint_document(struct pdf_painter *p)
{
    pdf_dict *resources = pdf_object(p->pdf);
    add_pages(p, resources);
    paint_images(p, resources);
    paint_pages(p);
    bool fonts = paint_fonts(p, resources);
    paint_metadata(p);
    paint_navigation(p);
    paint_attachments(p);
    if (!fonts || pdf_failure(p->pdf))
        return fonts;
    pdf_seal(p->pdf);
    tags_write(&p->tags, p->pdf, p->page_numbers, p->page_heights, p->doc->page_count);
    pdf_end(p->pdf);
    return true;
}

struct paint_result paint_pdf(const struct document *doc, struct buf *out)
{
    struct pdf *pdf = pdf_new(out);
    if (!pdf)
        return (struct paint_result){PAINT_LIBRARY, "libharu does not start"};
    struct pdf_painter p;
    begin(&p, doc, pdf);
    struct paint_result result = {PAINT_OK, NULL};
    if (!paint_document(&p))
        result = (struct paint_result){PAINT_BAD_FONT, "a font cannot be subset"};
    else if (pdf_failure(pdf))
        result = (struct paint_result){PAINT_LIBRARY, pdf_failure(pdf)};
    end(&p);
    if (result.status != PAINT_OK)
        buf_free(out);
    return result;
}
