/* The rules over a laid-out document, one function each. Private to the folder. */
#ifndef BILAN_CHECK_RULES_DOCUMENT_H
#define BILAN_CHECK_RULES_DOCUMENT_H

#include "page/document.h"

void check_headings(const struct document *doc, struct diags *d);
void check_alternatives(const struct document *doc, struct diags *d);
void check_contrast(const struct document *doc, struct diags *d);

#endif
