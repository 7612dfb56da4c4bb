/* What every document must be, whatever it was made from. Looks at the document alone, not at how layout came to it. */
#ifndef BILAN_PROPERTY_RULES_H
#define BILAN_PROPERTY_RULES_H

#include "base/diag.h"
#include "page/document.h"
#include "words.h"

struct ruling {
    const struct document *document;
    const struct diags *diags;
    const struct words *words;
    struct rect bounds; /* of the design */
    bool bleeds;        /* a page kind of the edition lets text pass them */
    struct buf *broken; /* one line for each rule that does not hold */
};

/* No text lies over another, unless an [overlap] says so. */
void rule_overlap(const struct ruling *r);
/* Nothing stands off its page, and no text that is read outside the bounds, unless an [overflow] says so. */
void rule_inside(const struct ruling *r);
/* Every item has a leaf of the tree or is an artefact. */
void rule_leaves(const struct ruling *r);
/* Every text that shows at all shows whole, in order and letter by letter; what a page must have shows. */
void rule_text(const struct ruling *r);

#endif
