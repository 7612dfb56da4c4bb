/* A scalar made ready for the Markdown parser: what stands for blocks is out of its sight, references are one letter each. */
#ifndef BILAN_TEXT_MARKUP_H
#define BILAN_TEXT_MARKUP_H

#include "base/diag.h"
#include "load/node.h"

/* What a prepared byte is, beside a byte of the scalar. */
enum { MARK_SILENT = 1, MARK_REFERENCE = 2, MARK_LITERAL = 4 };

/* The letter that a reference looks like to the parser, so that mark-up around it opens and closes as around a word. */
#define REFERENCE_LETTER "\uE000"
enum { REFERENCE_LENGTH = 3 };

struct markup {
    const struct node *scalar;
    size_t start, end; /* the part to parse: of `seen`, or of the scalar's text when there is nothing to prepare */
    char *seen;        /* what the parser reads; NULL: the text itself */
    uint32_t *index;   /* byte of the scalar's text behind each byte of `seen`; owns the memory of all three */
    uint8_t *marks;
    bool needs_parser; /* there may be Markdown in it */
};

/* Ends with markup_free. Records unclosed references. */
struct markup markup_prepare(struct diags *d, const struct node *scalar);
void markup_free(struct markup *m);

/* Byte of the scalar's text behind prepared byte `at`, and whether it is silent and the like. */
static inline size_t markup_index(const struct markup *m, size_t at)
{
    if (m->index == NULL)
        return at;
    if (at < m->end)
        return m->index[at];
    return m->end > 0 ? m->index[m->end - 1] + 1 : 0;
}
static inline uint8_t markup_mark(const struct markup *m, size_t at)
{
    return m->marks != NULL ? m->marks[at] : 0;
}
/* Source place of prepared bytes [start, end). */
struct span markup_span(const struct markup *m, size_t start, size_t end);

/* Where the reference that starts at `start` ("${") ends, behind its brace; 0 when it does not. */
size_t reference_end(struct str text, size_t start);

/* Warns of what was evidently meant as a list or heading over several lines. */
void markup_warn_blocks(struct diags *d, const struct node *scalar);

#endif
