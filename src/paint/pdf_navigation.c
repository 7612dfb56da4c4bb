#include <stdlib.h>
#include <string.h>

#include "paint/pdf_painter.h"
#include "paint/pdf_syntax.h"

/* One outline entry while the tree is tied together. Index 0 is the root, bookmark i is entry i + 1. */
struct entry {
    pdf_dict *object;
    size_t parent, first, last;
    int32_t descendants;
};

static size_t parent_of(const struct document *doc, const struct entry *entries, size_t index)
{
    /* Up from the entry before, until one is found that stands above. */
    size_t parent = index - 1;
    while (parent && doc->bookmarks[parent - 1].level >= doc->bookmarks[index - 1].level)
        parent = entries[parent].parent;
    return parent;
}

static void link_entry(struct pdf_painter *p, struct entry *entries, size_t index)
{
    struct entry *e = &entries[index];
    e->parent = parent_of(p->doc, entries, index);
    struct entry *parent = &entries[e->parent];
    pdf_set_object(p->pdf, e->object, "Parent", parent->object);
    if (parent->last) {
        pdf_set_object(p->pdf, e->object, "Prev", entries[parent->last].object);
        pdf_set_object(p->pdf, entries[parent->last].object, "Next", e->object);
    } else {
        parent->first = index;
    }
    parent->last = index;
    for (size_t above = e->parent;; above = entries[above].parent) {
        entries[above].descendants++;
        if (above == 0)
            break;
    }
}

static void describe_entry(struct pdf_painter *p, pdf_dict *object, const struct bookmark *b)
{
    pdf_set_text(p->pdf, object, "Title", b->title);
    if (b->page < p->doc->page_count)
        put_destination(pdf_set_raw(p->pdf, object, "Dest"), p->page_numbers[b->page], p->page_heights[b->page] - b->y);
}

static void paint_outline(struct pdf_painter *p)
{
    size_t count = p->doc->bookmark_count + 1;
    if (count == 1)
        return;
    struct entry *entries = memory_alloc(count * sizeof *entries);
    memset(entries, 0, count * sizeof *entries);
    for (size_t i = 0; i < count; i++)
        entries[i].object = pdf_object(p->pdf);
    pdf_set_name(p->pdf, entries[0].object, "Type", "Outlines");
    for (size_t i = 1; i < count; i++) {
        describe_entry(p, entries[i].object, &p->doc->bookmarks[i - 1]);
        link_entry(p, entries, i);
    }
    for (size_t i = 0; i < count; i++) {
        if (!entries[i].last)
            continue;
        pdf_set_object(p->pdf, entries[i].object, "First", entries[entries[i].first].object);
        pdf_set_object(p->pdf, entries[i].object, "Last", entries[entries[i].last].object);
        /* Positive: shown open. */
        pdf_set_integer(p->pdf, entries[i].object, "Count", entries[i].descendants);
    }
    pdf_set_object(p->pdf, pdf_catalog(p->pdf), "Outlines", entries[0].object);
    pdf_set_name(p->pdf, pdf_catalog(p->pdf), "PageMode", "UseOutlines");
    free(entries);
}

/* The label as a plain decimal number from 1, or 0. */
static long label_number(const char *label)
{
    if (!label || label[0] < '1' || label[0] > '9' || strspn(label, "0123456789") != strlen(label) || strlen(label) > 8)
        return 0;
    return strtol(label, NULL, 10);
}

/* One entry for each range of pages that count on from each other, else one for each page. */
static void paint_labels(struct pdf_painter *p)
{
    struct buf *out = pdf_set_raw(p->pdf, pdf_catalog(p->pdf), "PageLabels");
    buf_text(out, "<</Nums[");
    long before = -1;
    for (size_t i = 0; i < p->doc->page_count; i++) {
        const char *label = p->doc->pages[i].label;
        long number = label_number(label);
        if (!number || number != before + 1) {
            put_integer(out, (long long)i);
            buf_text(out, "<<");
            if (number) {
                buf_printf(out, "/S/D/St %ld", number);
            } else if (label) {
                buf_text(out, "/P");
                put_text(out, label);
            }
            buf_text(out, ">>");
        }
        before = number ? number : -1;
    }
    buf_text(out, "]>>");
}

void paint_navigation(struct pdf_painter *p)
{
    paint_outline(p);
    paint_labels(p);
}
