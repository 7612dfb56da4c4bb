/* What travels inside the PDF: the files an edition was made from, and every figure it prints. */
#ifndef BILAN_APP_ATTACH_H
#define BILAN_APP_ATTACH_H

#include "app/pipeline.h"

/* The document with its attachments; names are relative to the data folder, so that no path of the machine is kept. In the pipeline's arena. */
const struct document *attach_sources(const struct pipeline *p, const struct document *doc);

#endif
