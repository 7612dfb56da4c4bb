/* The structure tree in reading order (ISO 32000-1, 14.7 and 14.8): elements, and leaves that items carry. */
#ifndef BILAN_PAGE_STRUCTURE_H
#define BILAN_PAGE_STRUCTURE_H

#include "base/arena.h"
#include "page/display.h"

/* Standard structure types of PDF 1.7. TAG_LEAF is content: a place in reading order for the items that carry its id. */
enum tag {
    TAG_LEAF,
    TAG_DOCUMENT,
    TAG_PART,
    TAG_SECT,
    TAG_DIV,
    TAG_ART,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_P,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TABLE,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_CAPTION,
    TAG_FIGURE,
    TAG_LINK,
    TAG_SPAN,
    TAG_NOTE,
    TAG_TOC,
    TAG_TOCI,
    TAG_REFERENCE,
    TAG_COUNT
};
enum table_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_BOTH };
enum list_marks { MARKS_NONE, MARKS_DISC, MARKS_DECIMAL };

typedef uint32_t
    element_id; /* index into the tree; 0 is the Document root. A leaf_id is an element_id > 0 of tag TAG_LEAF. */

struct element {
    enum tag tag;
    element_id parent, first, last, next; /* 0 for none (the root is nobody's child) */
    const char *alternative;              /* /Alt: spoken instead of a drawing. Required on figures. */
    const char *actual;                   /* /ActualText */
    const char *expansion;                /* /E: an abbreviation in full */
    const char *language;                 /* BCP 47, where it differs from the parent's */
    const char *title;                    /* /T */
    enum table_scope scope;
    enum list_marks marks;
    uint16_t column_span, row_span; /* 0 and 1 mean 1 */
    uint32_t page;
    const struct rect *box; /* figures and tables: /BBox on `page`; NULL for none */
};

struct structure;
struct structure *structure_new(struct arena *a, const char *language);
/* A new last child of `parent`. */
element_id structure_add(struct structure *s, element_id parent, enum tag tag);
/* A new leaf as last child of `parent`. */
leaf_id structure_leaf(struct structure *s, element_id parent);
/* The place of a figure or table on a page. */
void structure_place(struct structure *s, element_id id, uint32_t page, struct rect box);
struct element *structure_edit(struct structure *s, element_id id);
const struct element *structure_get(const struct structure *s, element_id id);
size_t structure_count(const struct structure *s);
const char *tag_name(enum tag tag); /* "H1", "LBody" */
bool tag_find(struct str name, enum tag *out);
/* Enter and leave without recursion: the next element in document order after `id` below `root`, 0 at the end; *depth follows. */
element_id structure_walk(const struct structure *s, element_id root, element_id id, int *depth);

#endif
