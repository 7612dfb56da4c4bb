/* Loaded text data: a tree in which every scalar keeps its place. No meaning yet. */
#ifndef BILAN_LOAD_NODE_H
#define BILAN_LOAD_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

enum node_kind { NODE_NULL, NODE_SCALAR, NODE_LIST, NODE_MAP };
enum scalar_style { SCALAR_PLAIN, SCALAR_QUOTED, SCALAR_BLOCK };

struct node;
struct node_pair {
    const struct node *key; /* always a scalar */
    const struct node *value;
};

struct node {
    enum node_kind kind;
    enum scalar_style style;
    struct span at; /* the value itself: without quotes and block indicator for scalars */
    union {
        struct {
            struct str text;
            /* Source offset of each byte of text, and one for its end (text.len + 1 entries), where the source is not the text
             * itself (folded, escaped, indented). NULL: byte i stands at at.start + i. */
            const uint32_t *origin;
        } scalar;
        struct {
            const struct node *const *items;
            size_t count;
        } list;
        struct {
            const struct node_pair *pairs; /* in source order, keys unique */
            size_t count;
        } map;
    } as;
};

/* The value of `key`, or NULL. Lent. */
const struct node *node_get(const struct node *map, const char *key);
/* Source place of bytes [start, end) of a scalar's text. */
struct span node_span(const struct node *scalar, size_t start, size_t end);

#endif
