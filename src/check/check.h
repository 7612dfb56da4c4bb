/* Rules over a bound edition and over a laid-out document. They look and tell; they change nothing. */
#ifndef BILAN_CHECK_CHECK_H
#define BILAN_CHECK_CHECK_H

#include "model/edition.h"
#include "page/document.h"

/* Sums, shares, targets, revisions and dates of the edition's figures. */
void check_edition(const struct edition *e, struct diags *d);

/* What a document must hold to be read by everyone: text for drawings, headings without gaps, text that stands out from its
 * ground. */
void check_document(const struct document *doc, struct diags *d);

#endif
