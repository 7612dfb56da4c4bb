/* Every figure printed: what the ledger knows of the ids that glyph runs carry. */
#ifndef BILAN_APP_FACTS_H
#define BILAN_APP_FACTS_H

#include "model/edition.h"
#include "page/document.h"

/* One printing of one figure. */
struct fact {
    uint32_t figure;  /* ledger id */
    const char *page; /* printed page label */
    struct str text;  /* as printed, line breaks closed; empty: a mark of a chart shows it */
};

struct facts {
    struct fact *items;
    size_t count;
};

/* In the order of pages and of painting; a figure broken over lines or runs is one fact. */
struct facts facts_collect(struct arena *a, const struct document *doc);

/* One row a fact: page, text, value, entity, indicator, period, kind, form, qualifier, derived, source, observed_at, asked_at (RFC 4180). Places name files as the user did,
 * or from the data folder on when `relative` is given. */
void facts_csv(const struct facts *facts, const struct edition *edition, const struct sources *relative,
               struct buf *out);
/* {"facts":[{…}]} with the same names. */
void facts_json(const struct facts *facts, const struct edition *edition, struct buf *out);

#endif
