/* Names and strings of a layout, compiled once: what is looked up for each page (private to the folder). */
#ifndef BILAN_LAYOUT_WORDING_H
#define BILAN_LAYOUT_WORDING_H

#include "layout/reading.h"
#include "text/inline.h"

/* `row.figure:previous`: where to look, and in which forms a figure is printed. */
struct lookup {
    const struct str *parts;
    size_t count;
    struct str forms; /* joined by ':', may be empty */
    struct str text;  /* the whole, for the author's references */
    struct span at;
    bool lenient;                /* in a part: an unknown name is an empty value */
    const struct lookup *before; /* compiled for the same template, or NULL */
};

/* NULL (recorded) when it is no path. `${…}` around it is taken off. */
const struct lookup *lookup_compile(const struct reading *r, struct str text, struct span at, bool lenient);
const struct lookup *lookup_read(const struct reading *r, const struct node *n, const char *what, bool lenient);
/* Whether the lookup is just this dotted name. */
bool lookup_is(const struct lookup *l, struct str dotted);
/* Whether one of the lookups compiled up to `last` (NULL: none) has a part of that name. */
bool lookups_ask(const struct lookup *last, struct str name);

/* Literal text, or a lookup. */
struct segment {
    const struct rich *literal;
    const struct lookup *lookup;
    uint8_t style;
    uint32_t link; /* 1 + index in the string's links */
};

/* A layout string. */
struct wording {
    const struct segment *segments;
    size_t count;
    const struct rich_link *links;
    size_t link_count;
    const struct rich *constant; /* all of it, when nothing is looked up */
    struct span at;
};

const struct wording *wording_compile(const struct reading *r, const struct node *scalar,
                                      const struct language *language, bool lenient);

/* A length to draw: a number, a path, the largest or the sum over a list, the largest of several. */
enum quantity_kind { QUANTITY_NUMBER, QUANTITY_PATH, QUANTITY_MAX, QUANTITY_SUM, QUANTITY_LARGEST };
struct quantity {
    enum quantity_kind kind;
    double number;
    const struct lookup *path;
    const struct quantity *items;
    size_t count;
};

/* NULL when absent or no quantity (recorded). */
const struct quantity *quantity_read(const struct reading *r, const struct node *n, const char *what, bool lenient);

#endif
