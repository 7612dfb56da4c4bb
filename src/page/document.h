/* What layout makes and painters paint. Knows nothing of the content it came from. */
#ifndef BILAN_PAGE_DOCUMENT_H
#define BILAN_PAGE_DOCUMENT_H

#include <stdio.h>

#include "page/display.h"
#include "page/structure.h"

struct bookmark {
    const char *title;
    int level; /* from 1; at most one deeper than the one before */
    uint32_t page;
    double y;
};

/* A calendar day (Gregorian). */
struct day {
    int year, month, day;
};

/* A file that travels inside the PDF (ISO 32000-1, 7.11.4; PDF/A-3 associated file). */
struct attachment {
    const char *name, *media_type, *description;
    const char *relationship; /* "Source", "Data" or "Supplement" */
    struct str bytes;
};

struct document {
    const char *title, *language, *author, *subject, *creator; /* creator: "bilan 0.1.0"; author, subject may be NULL */
    struct day published;
    const struct page *pages;
    size_t page_count;
    const struct structure *structure;
    const struct bookmark *bookmarks;
    size_t bookmark_count;
    const struct fonts *fonts;
    const struct attachment *attachments;
    size_t attachment_count;
};

/* Pages (one item a line, fixed decimals) and the structure tree with the text of its leaves, for tests and for `--to text`. */
void document_dump(const struct document *doc, struct buf *out);
/* The text of one leaf: its glyph runs in painting order over all pages, which keep the space that a line ends in. */
void document_leaf_text(const struct document *doc, leaf_id leaf, struct buf *out);

#endif
