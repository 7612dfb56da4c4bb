/* Some of a document's pages as a document of its own. */
#ifndef BILAN_PAGE_SELECT_H
#define BILAN_PAGE_SELECT_H

#include "page/document.h"

/* The pages for which chosen[i] is true, in the arena. Bookmarks and inner links to pages left out go; the structure tree is shared: painters pass over
 * leaves without items. Page labels keep the printed numbers. */
const struct document *document_select(struct arena *a, const struct document *doc, const bool *chosen);

#endif
