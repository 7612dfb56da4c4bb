/* The parts of document_dump (private to the folder). */
#ifndef BILAN_PAGE_DUMP_H
#define BILAN_PAGE_DUMP_H

#include "page/document.h"

void dump_number(struct buf *out, double value);
/* " key=1.5" */
void dump_key(struct buf *out, const char *key, double value);
void dump_quoted(struct buf *out, struct str text);
/* " key=\"text\"", nothing for NULL */
void dump_text_key(struct buf *out, const char *key, const char *text);

/* The tree with the text of its leaves. */
void dump_structure(const struct document *doc, struct buf *out);
void dump_bookmarks(const struct document *doc, struct buf *out);

#endif
