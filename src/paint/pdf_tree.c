#include "paint/pdf_tree.h"

#include <stdlib.h>

#include "paint/pdf_syntax.h"

enum { FAN_OUT = 64 };

void number_tree_begin(struct number_tree *t, struct pdf_file *file)
{
    *t = (struct number_tree){.file = file};
}

static void add_node(struct number_tree *t, struct tree_node node)
{
    if (t->node_count == t->node_capacity) {
        t->node_capacity = t->node_capacity ? 2 * t->node_capacity : 64;
        t->nodes = memory_grow(t->nodes, t->node_capacity * sizeof *t->nodes);
    }
    t->nodes[t->node_count++] = node;
}

static void put_limits(struct buf *out, const struct tree_node *node)
{
    buf_text(out, "<</Limits[");
    put_integer(out, node->first_key);
    buf_char(out, ' ');
    put_integer(out, node->last_key);
    buf_char(out, ']');
}

static void flush_leaf(struct number_tree *t)
{
    if (t->in_leaf == 0)
        return;
    struct tree_node node = {pdf_file_numbers(t->file, 1), t->first_key, t->last_key};
    struct buf *out = pdf_file_object(t->file, node.number);
    put_limits(out, &node);
    buf_text(out, "/Nums[");
    buf_str(out, buf_view(&t->entries));
    buf_text(out, "]>>");
    pdf_file_object_end(t->file);
    add_node(t, node);
    t->entries.len = 0;
    t->in_leaf = 0;
}

struct buf *number_tree_add(struct number_tree *t, uint32_t key)
{
    if (t->in_leaf == FAN_OUT)
        flush_leaf(t);
    if (t->in_leaf++ == 0)
        t->first_key = key;
    t->last_key = key;
    put_integer(&t->entries, key);
    buf_char(&t->entries, ' ');
    return &t->entries;
}

static void put_kids(struct buf *out, const struct tree_node *nodes, size_t count)
{
    buf_text(out, "/Kids[");
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_char(out, ' ');
        put_reference(out, nodes[i].number);
    }
    buf_text(out, "]>>");
}

/* Puts a layer of nodes above the present one; the new nodes overwrite those they gather. */
static void add_layer(struct number_tree *t)
{
    size_t made = 0;
    for (size_t i = 0; i < t->node_count; i += FAN_OUT) {
        size_t count = t->node_count - i < FAN_OUT ? t->node_count - i : FAN_OUT;
        struct tree_node node = {pdf_file_numbers(t->file, 1), t->nodes[i].first_key, t->nodes[i + count - 1].last_key};
        struct buf *out = pdf_file_object(t->file, node.number);
        put_limits(out, &node);
        put_kids(out, t->nodes + i, count);
        pdf_file_object_end(t->file);
        t->nodes[made++] = node;
    }
    t->node_count = made;
}

void number_tree_end(struct number_tree *t, uint32_t root)
{
    flush_leaf(t);
    while (t->node_count > FAN_OUT)
        add_layer(t);
    struct buf *out = pdf_file_object(t->file, root);
    buf_text(out, "<<");
    if (t->node_count == 0)
        buf_text(out, "/Nums[]>>");
    else
        put_kids(out, t->nodes, t->node_count);
    pdf_file_object_end(t->file);
    buf_free(&t->entries);
    free(t->nodes);
}
