#include "page/structure.h"

/* Elements live in blocks that never move, so pointers to them stay good while the tree grows. */
enum { BLOCK_SIZE = 256 };

struct structure {
    struct arena *arena;
    struct element **blocks;
    size_t block_count, block_capacity;
    size_t count;
};

static const char *const tag_names[TAG_COUNT] = {
    [TAG_LEAF] = "leaf",
    [TAG_DOCUMENT] = "Document",
    [TAG_PART] = "Part",
    [TAG_SECT] = "Sect",
    [TAG_DIV] = "Div",
    [TAG_ART] = "Art",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_H3] = "H3",
    [TAG_H4] = "H4",
    [TAG_P] = "P",
    [TAG_L] = "L",
    [TAG_LI] = "LI",
    [TAG_LBL] = "Lbl",
    [TAG_LBODY] = "LBody",
    [TAG_TABLE] = "Table",
    [TAG_THEAD] = "THead",
    [TAG_TBODY] = "TBody",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_CAPTION] = "Caption",
    [TAG_FIGURE] = "Figure",
    [TAG_LINK] = "Link",
    [TAG_SPAN] = "Span",
    [TAG_NOTE] = "Note",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
    [TAG_REFERENCE] = "Reference",
};

const char *tag_name(enum tag tag)
{
    return tag_names[tag];
}

bool tag_find(struct str name, enum tag *out)
{
    for (int tag = TAG_LEAF + 1; tag < TAG_COUNT; tag++) {
        if (str_is(name, tag_names[tag])) {
            *out = (enum tag)tag;
            return true;
        }
    }
    return false;
}

static void add_block(struct structure *s)
{
    s->blocks = ARENA_ROOM(s->arena, s->blocks, s->block_count, &s->block_capacity, 16);
    s->blocks[s->block_count++] = ARENA_ARRAY(s->arena, BLOCK_SIZE, struct element);
}

static element_id new_element(struct structure *s, enum tag tag)
{
    if (s->count == s->block_count * BLOCK_SIZE)
        add_block(s);
    element_id id = (element_id)s->count++;
    structure_edit(s, id)->tag = tag;
    return id;
}

struct structure *structure_new(struct arena *a, const char *language)
{
    struct structure *s = ARENA_NEW(a, struct structure);
    s->arena = a;
    element_id root = new_element(s, TAG_DOCUMENT);
    structure_edit(s, root)->language = language;
    return s;
}

element_id structure_add(struct structure *s, element_id parent, enum tag tag)
{
    element_id id = new_element(s, tag);
    struct element *p = structure_edit(s, parent);
    structure_edit(s, id)->parent = parent;
    if (p->last)
        structure_edit(s, p->last)->next = id;
    else
        p->first = id;
    p->last = id;
    return id;
}

leaf_id structure_leaf(struct structure *s, element_id parent)
{
    return structure_add(s, parent, TAG_LEAF);
}

void structure_place(struct structure *s, element_id id, uint32_t page, struct rect box)
{
    struct rect *place = ARENA_NEW(s->arena, struct rect);
    *place = box;
    struct element *e = structure_edit(s, id);
    e->page = page;
    e->box = place;
}

struct element *structure_edit(struct structure *s, element_id id)
{
    return &s->blocks[id / BLOCK_SIZE][id % BLOCK_SIZE];
}

const struct element *structure_get(const struct structure *s, element_id id)
{
    return &s->blocks[id / BLOCK_SIZE][id % BLOCK_SIZE];
}

size_t structure_count(const struct structure *s)
{
    return s->count;
}

element_id structure_walk(const struct structure *s, element_id root, element_id id, int *depth)
{
    const struct element *e = structure_get(s, id);
    if (e->first) {
        ++*depth;
        return e->first;
    }
    while (id != root) {
        if (e->next)
            return e->next;
        --*depth;
        id = e->parent;
        e = structure_get(s, id);
    }
    return 0;
}
