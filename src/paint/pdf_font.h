/* Fonts as Type 0 subsets with a code for each pair of glyph and text (ISO 32000-1, 9.7). */
#ifndef BILAN_PAINT_PDF_FONT_H
#define BILAN_PAINT_PDF_FONT_H

#include "page/font.h"
#include "paint/pdf_objects.h"

/* What one code stands for. */
struct pdf_code {
    uint32_t glyph;
    uint32_t hash;
    struct str text; /* empty: a further glyph of a cluster */
    double width;    /* thousandths of an em, as written to /W */
};

/* One face of the document and the codes used from it; index 0 of `codes` is .notdef. */
struct pdf_font {
    const struct font *font;
    pdf_dict *object;
    struct pdf_code *codes;
    size_t count, capacity;
    uint32_t *table; /* open addressing, 0 is free */
    size_t table_size;
    bool full;
};

void pdf_font_init(struct pdf_font *f, const struct font *font);
void pdf_font_free(struct pdf_font *f);
/* The code of a glyph that shows `text`, which is lent until the font is written. */
uint32_t pdf_font_code(struct pdf_font *f, uint32_t glyph, struct str text);
/* Writes the subset and all that describes it; false when the face cannot be subset. */
bool pdf_font_write(struct pdf *p, struct pdf_font *f);

#endif
