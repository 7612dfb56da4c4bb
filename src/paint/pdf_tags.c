#include "paint/pdf_tags.h"

#include <stdlib.h>
#include <string.h>

#include "paint/pdf_element.h"
#include "paint/pdf_syntax.h"
#include "paint/pdf_tree.h"

void tags_init(struct tags *t, const struct structure *structure)
{
    *t = (struct tags){.structure = structure};
}

void tags_free(struct tags *t)
{
    free(t->marks);
}

bool tags_known(const struct tags *t, leaf_id leaf)
{
    return leaf != LEAF_ARTEFACT && leaf < structure_count(t->structure) &&
           structure_get(t->structure, leaf)->tag == TAG_LEAF;
}

static void add_mark(struct tags *t, struct mark mark)
{
    if (t->count == t->capacity) {
        t->capacity = t->capacity ? 2 * t->capacity : 1024;
        t->marks = memory_grow(t->marks, t->capacity * sizeof *t->marks);
    }
    t->marks[t->count++] = mark;
}

void tags_mark(struct tags *t, leaf_id leaf, uint32_t page, uint32_t mcid)
{
    add_mark(t, (struct mark){leaf, page, mcid, 0});
}

uint32_t tags_annotation(struct tags *t, leaf_id leaf, uint32_t page, uint32_t object)
{
    add_mark(t, (struct mark){leaf, page, 0, object});
    return t->annotation_count++;
}

/* Marks sorted by leaf, painting order kept: those of leaf l are sorted[first[l]] to sorted[first[l + 1]]. */
static void sort_marks(const struct tags *t, struct element_writer *w)
{
    size_t leaves = structure_count(t->structure);
    w->first = memory_alloc((leaves + 2) * sizeof *w->first);
    memset(w->first, 0, (leaves + 2) * sizeof *w->first);
    for (size_t i = 0; i < t->count; i++)
        w->first[t->marks[i].leaf + 2]++;
    for (size_t l = 1; l < leaves + 2; l++)
        w->first[l] += w->first[l - 1];
    w->sorted = memory_alloc((t->count + 1) * sizeof *w->sorted);
    for (size_t i = 0; i < t->count; i++)
        w->sorted[w->first[t->marks[i].leaf + 1]++] = t->marks[i];
}

static bool stays_empty(enum tag tag)
{
    return tag == TAG_TD || tag == TAG_TH || tag == TAG_DOCUMENT;
}

/* Gives a number to each element with content below it. Children come after their parents in the tree's order, so one
 * pass from the end settles all. Leaves that are kept have 1, which is never an element's number. */
static void number_elements(const struct tags *t, struct element_writer *w)
{
    size_t count = structure_count(t->structure);
    w->numbers = memory_alloc(count * sizeof *w->numbers);
    memset(w->numbers, 0, count * sizeof *w->numbers);
    uint32_t kept = 0;
    for (size_t i = count; i-- > 0;) {
        const struct element *e = structure_get(t->structure, (element_id)i);
        bool is_leaf = e->tag == TAG_LEAF;
        if (is_leaf ? w->first[i] < w->first[i + 1] : stays_empty(e->tag))
            w->numbers[i] = 1;
        if (!w->numbers[i])
            continue;
        w->numbers[e->parent] = 1;
        kept += !is_leaf;
    }
    uint32_t number = pdf_file_numbers(w->file, kept);
    for (size_t i = 0; i < count; i++)
        if (w->numbers[i] && structure_get(t->structure, (element_id)i)->tag != TAG_LEAF)
            w->numbers[i] = number++;
}

static uint32_t owner_of(const struct tags *t, const struct element_writer *w, leaf_id leaf)
{
    return w->numbers[structure_get(t->structure, leaf)->parent];
}

static void write_parent_tree(const struct tags *t, const struct element_writer *w, size_t page_count, uint32_t root)
{
    struct number_tree tree;
    number_tree_begin(&tree, w->file);
    size_t i = 0;
    for (uint32_t page = 0; page < page_count; page++) {
        struct buf *out = number_tree_add(&tree, page);
        buf_char(out, '[');
        for (; i < t->count && t->marks[i].page == page; i++) {
            if (t->marks[i].object)
                continue;
            put_reference(out, owner_of(t, w, t->marks[i].leaf));
            buf_char(out, ' ');
        }
        buf_char(out, ']');
    }
    uint32_t key = (uint32_t)page_count;
    for (i = 0; i < t->count; i++) {
        if (!t->marks[i].object)
            continue;
        struct buf *out = number_tree_add(&tree, key++);
        put_reference(out, owner_of(t, w, t->marks[i].leaf));
        buf_char(out, ' ');
    }
    number_tree_end(&tree, root);
}

/* Notes alone carry an identifier; their numbers ascend, and so do their names. */
static void put_identifiers(const struct tags *t, const struct element_writer *w, struct buf *out)
{
    struct buf names = {0};
    for (size_t i = 0; i < structure_count(t->structure); i++) {
        if (structure_get(t->structure, (element_id)i)->tag != TAG_NOTE || !w->numbers[i])
            continue;
        element_identifier(&names, w->numbers[i]);
        put_reference(&names, w->numbers[i]);
        buf_char(&names, ' ');
    }
    if (names.len) {
        buf_text(out, "/IDTree<</Names[");
        buf_str(out, buf_view(&names));
        buf_text(out, "]>>");
    }
    buf_free(&names);
}

static void write_root(const struct tags *t, const struct element_writer *w, uint32_t parents, uint32_t next_key)
{
    struct buf *out = pdf_file_object(w->file, w->root);
    buf_text(out, "<</Type/StructTreeRoot/K ");
    put_reference(out, w->numbers[0]);
    buf_text(out, "/ParentTree ");
    put_reference(out, parents);
    buf_text(out, "/ParentTreeNextKey ");
    put_integer(out, next_key);
    put_identifiers(t, w, out);
    buf_text(out, ">>");
    pdf_file_object_end(w->file);
}

void tags_write(struct tags *t, struct pdf *p, const uint32_t *page_numbers, const double *page_heights,
                size_t page_count)
{
    struct element_writer w = {.structure = t->structure,
                               .file = pdf_file_of(p),
                               .page_numbers = page_numbers,
                               .page_heights = page_heights,
                               .page_count = page_count};
    w.root = pdf_file_numbers(w.file, 1);
    uint32_t parents = pdf_file_numbers(w.file, 1);
    sort_marks(t, &w);
    number_elements(t, &w);
    for (size_t i = 0; i < structure_count(t->structure); i++)
        if (w.numbers[i] && structure_get(t->structure, (element_id)i)->tag != TAG_LEAF)
            element_write(&w, (element_id)i);
    write_parent_tree(t, &w, page_count, parents);
    write_root(t, &w, parents, (uint32_t)page_count + t->annotation_count);
    put_reference(pdf_set_raw(p, pdf_catalog(p), "StructTreeRoot"), w.root);
    free(w.first);
    free(w.sorted);
    free(w.numbers);
}
