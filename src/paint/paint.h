/* Painters: a document to bytes, one function a format. They know no content. */
#ifndef BILAN_PAINT_PAINT_H
#define BILAN_PAINT_PAINT_H

#include "page/document.h"

enum paint_status { PAINT_OK, PAINT_NO_MEMORY, PAINT_BAD_FONT, PAINT_LIBRARY };
struct paint_result {
    enum paint_status status;
    const char *detail; /* what the library said; static text, or NULL */
};

/* Tagged PDF 1.7, PDF/UA-1 and PDF/A-3a. The bytes are the caller's (buf_free); on failure `out` is empty. */
struct paint_result paint_pdf(const struct document *doc, struct buf *out);
/* One page through cairo; scale is pixels a point for PNG. */
struct paint_result paint_png(const struct document *doc, size_t page, double scale, struct buf *out);
struct paint_result paint_svg(const struct document *doc, size_t page, struct buf *out);

#endif
