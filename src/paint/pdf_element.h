/* One structure element as a PDF object. */
#ifndef BILAN_PAINT_PDF_ELEMENT_H
#define BILAN_PAINT_PDF_ELEMENT_H

#include "paint/pdf_tags.h"

struct element_writer {
    const struct structure *structure;
    struct pdf_file *file;
    const uint32_t *page_numbers;
    const double *page_heights;
    size_t page_count;
    uint32_t root;     /* StructTreeRoot */
    uint32_t *numbers; /* by element; 0: not in the file */
    size_t *first;     /* by leaf, into `sorted` */
    struct mark *sorted;
};

void element_write(const struct element_writer *w, element_id id);
/* The identifier of an element with that number, as a string. */
void element_identifier(struct buf *out, uint32_t number);

#endif
