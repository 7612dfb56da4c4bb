/* The structure tree in the file (ISO 32000-1, 14.7): which content belongs to which leaf, elements, parent tree. */
#ifndef BILAN_PAINT_PDF_TAGS_H
#define BILAN_PAINT_PDF_TAGS_H

#include "page/document.h"
#include "paint/pdf_objects.h"

/* One marked-content sequence, or one annotation (object > 0), of a leaf. */
struct mark {
    leaf_id leaf;
    uint32_t page;
    uint32_t mcid;
    uint32_t object;
};

struct tags {
    const struct structure *structure;
    struct mark *marks; /* in painting order */
    size_t count, capacity;
    uint32_t annotation_count;
};

void tags_init(struct tags *t, const struct structure *structure);
void tags_free(struct tags *t);
/* Whether items may carry this leaf. */
bool tags_known(const struct tags *t, leaf_id leaf);
void tags_mark(struct tags *t, leaf_id leaf, uint32_t page, uint32_t mcid);
/* The same for an annotation; returns its place among the document's annotations. */
uint32_t tags_annotation(struct tags *t, leaf_id leaf, uint32_t page, uint32_t object);
/* Writes all elements that hold content, and the catalogue's entry, once the file is sealed. `page_numbers` are the
 * pages' object numbers. Keys of the parent tree: pages by index, then annotations. */
void tags_write(struct tags *t, struct pdf *p, const uint32_t *page_numbers, const double *page_heights,
                size_t page_count);

#endif
