/* Number trees (ISO 32000-1, 7.9.7), balanced, in gathered objects. */
#ifndef BILAN_PAINT_PDF_TREE_H
#define BILAN_PAINT_PDF_TREE_H

#include "paint/pdf_file.h"

struct tree_node {
    uint32_t number, first_key, last_key;
};

struct number_tree {
    struct pdf_file *file;
    struct buf entries; /* of the leaf being filled */
    uint32_t first_key, last_key;
    size_t in_leaf;
    struct tree_node *nodes;
    size_t node_count, node_capacity;
};

void number_tree_begin(struct number_tree *t, struct pdf_file *file);
/* Adds a key, which must be above the last one, and returns the buffer that takes its value. */
struct buf *number_tree_add(struct number_tree *t, uint32_t key);
/* Writes what is left, with the root as object `root`. */
void number_tree_end(struct number_tree *t, uint32_t root);

#endif
