/* A document as one file a page. */
#ifndef BILAN_APP_PAGE_FILES_H
#define BILAN_APP_PAGE_FILES_H

#include "app/pipeline.h"
#include "paint/paint.h"

/* Paints one page (from 0) to bytes. */
typedef struct paint_result paint_page_fn(const struct document *doc, size_t page, struct buf *out);

/* Writes the chosen pages into `folder`, which is made where there is none, as "page-01.EXTENSION" and so on: all or none. Other files in
 * it stay. What fails is said on standard error. */
enum exit_status page_files_write(struct arena *a, const struct document *doc, const bool *chosen, const char *folder,
                                  const char *extension, paint_page_fn *paint);

#endif
