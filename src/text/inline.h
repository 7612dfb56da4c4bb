/* Inline CommonMark and references: YAML scalar -> Markdown -> references -> microtypography. */
#ifndef BILAN_TEXT_INLINE_H
#define BILAN_TEXT_INLINE_H

#include "base/diag.h"
#include "load/node.h"
#include "text/language.h"
#include "text/rich.h"

/* What `${…}` stands for. `reference` is what stands between the braces, `at` the whole with its braces. Puts text, a figure, a page or rich
 * text into `out`; on failure records a finding, puts nothing and returns false. Called in order of the text. */
struct reference_resolver {
    void *data;
    bool (*resolve)(void *data, struct str reference, struct span at, struct rich_builder *out);
};

/* The scalar as rich text: strong, emphasis, links, code as plain text, backslash escapes, entities, `$${` for a literal `${`, `[98]{literal}`. Block markup is
 * neutralised ("+ 170 services", "* ETPT", "2024. Une", "# 1", "> 50 %" stay as typed), with a warning [block-markup] only for what is evidently meant as a list
 * or heading over several lines. Images and raw HTML are errors [markup]. An unclosed `${` is an error [open-reference]. Blank lines part paragraphs (U+2029).
 * Values put in by the resolver are never parsed again. Never NULL. */
const struct rich *inline_parse(struct arena *a, struct diags *d, const struct node *scalar,
                                const struct language *language, const struct reference_resolver *resolver);

/* Microtypography of finished text (idempotent): apostrophes, quotes, no-break and narrow no-break spaces, 1er raised, n° , ellipsis, minus before digits, in French; curly quotes and
 * dashes in English. Leaves link targets alone; text of RICH_LITERAL too. */
const struct rich *typography_apply(struct arena *a, const struct rich *r, const struct language *language);

#endif
