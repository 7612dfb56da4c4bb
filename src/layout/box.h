/* A page kind's body, compiled: a tree of boxes (private to the folder). */
#ifndef BILAN_LAYOUT_BOX_H
#define BILAN_LAYOUT_BOX_H

#include "layout/theme.h"
#include "layout/wording.h"
#include "model/names.h"
#include "page/structure.h"

enum unit { UNIT_NONE, UNIT_CONTENT, UNIT_POINTS, UNIT_FRACTION, UNIT_PERCENT };
struct length {
    enum unit unit;
    double n;
};
struct sides {
    double top, right, bottom, left;
};

/* A colour by name; `series`: the palette's, by the index of the innermost item. */
struct paint {
    bool given, series;
    struct color color;
};
struct stripe {
    double width;
    struct paint paint;
};

enum horizontal { HORIZONTAL_NONE, HORIZONTAL_LEFT, HORIZONTAL_CENTER, HORIZONTAL_RIGHT };
enum vertical { VERTICAL_NONE, VERTICAL_TOP, VERTICAL_MIDDLE, VERTICAL_BOTTOM, VERTICAL_BASELINE };
enum turn { TURN_ANY, TURN_FIRST, TURN_LAST };
enum stay { STAY_NONE, STAY_NEXT, STAY_PREVIOUS };

enum condition_kind { CONDITION_GIVEN, CONDITION_IS, CONDITION_NUMBER, CONDITION_COUNT, CONDITION_ANY };
struct condition {
    enum condition_kind kind;
    bool negated;
    const struct lookup *path;
    struct str is;
    bool has_is, has_min, has_max, has_below;
    double min, max, below;
};

struct block;

struct box {
    const struct block *block;
    struct span at;   /* its type key */
    struct str label; /* how messages name it: the first name it prints, else its type */
    const struct box *const *children;
    size_t child_count;
    const void *detail; /* the block's own */

    bool placed, from_baseline;
    struct length x, y; /* points or percent of the stack; y not given: from the baseline */
    double baseline;
    struct length width, height;
    double min_height;
    struct sides pad;
    double gap, cross_gap;
    struct paint fill;
    struct stripe border, top, bottom;
    bool rounded;
    double radius[4];
    enum horizontal align;
    enum vertical valign;
    const struct lookup *each;
    struct str as;
    struct condition *conditions;
    size_t condition_count;
    enum turn turn;
    enum stay stay; /* where entries flow: no page ends between it and that box */
    bool tagged, artefact, plain, bleed;
    enum tag tag;
    const struct wording *alt, *to;
    bool carries;  /* it or a box in it goes through the continued list */
    bool runs;     /* it goes through the continued list itself */
    uint32_t kept; /* 1 + its first element kept over the continued pages; 0: none */
};

/* A part as the header of pages. */
struct header {
    const struct box *box;      /* a stack over the whole page */
    const struct lookup *asked; /* as of a template */
};

/* Where entries flow: how a page kind's entry starts. */
enum page_start { PAGE_FLOWS, PAGE_NEW, PAGE_WHOLE };

/* A compiled page kind. */
struct template
{
    const struct kind *kind;
    const struct box *body;      /* a stack over the whole page; where it flows, a column */
    const struct header *header; /* or NULL */
    enum page_start start;
    bool keep; /* not divided while a page holds it */
    struct color fill;
    const struct lookup *over; /* the continued list, or NULL */
    size_t most;               /* entries a page; 0: no limit */
    bool opens_section, annex;
    const struct wording *section_title;
    const struct color *palette;
    size_t palette_count;
    uint32_t kept_count;
    const struct lookup *asked; /* the last of its lookups, which lead to each other */
    size_t fit_groups;          /* of texts that choose their style together */
};

#endif
