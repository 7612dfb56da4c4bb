/* What the parts of the PDF painter share while one document is written (private to the folder). */
#ifndef BILAN_PAINT_PDF_PAINTER_H
#define BILAN_PAINT_PDF_PAINTER_H

#include "paint/pdf_content.h"

struct pdf_painter {
    const struct document *doc;
    struct pdf *pdf;
    struct tags tags;
    struct pdf_font *fonts; /* by font id */
    size_t font_count;
    pdf_dict **pages;
    uint32_t *page_numbers;
    double *page_heights;
};

/* The catalogue's language, XMP, output intent, and the information dictionary (pdf_metadata.c). */
void paint_metadata(struct pdf_painter *p);
/* Bookmarks and page labels (pdf_navigation.c). */
void paint_navigation(struct pdf_painter *p);
/* The link areas of a page as annotations (pdf_links.c). */
void paint_links(struct pdf_painter *p, uint32_t page);
/* Pictures, once each, as resources of all pages (pdf_images.c). */
void paint_images(struct pdf_painter *p, pdf_dict *resources);
/* Associated files (pdf_attachments.c). */
void paint_attachments(struct pdf_painter *p);

#endif
