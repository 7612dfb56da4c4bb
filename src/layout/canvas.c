#include "layout/canvas.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ITEMS = 64, RUNS_A_PAGE = 64, MOST_RUNS = 16384 };

struct known_run {
    const struct font *font;
    const struct glyph *glyphs;
    size_t count;
    struct str text;
};

struct canvas canvas_new(struct arena *a, struct structure *structure, size_t page_count)
{
    struct canvas c = {.arena = a, .structure = structure, .known_count = RUNS_A_PAGE};
    while (c.known_count < MOST_RUNS && c.known_count < RUNS_A_PAGE * page_count)
        c.known_count *= 2;
    c.known = memory_alloc(c.known_count * sizeof *c.known);
    return c;
}

void canvas_free(struct canvas *c)
{
    buf_free(&c->spoken);
    free(c->items);
    free(c->drawn);
    free(c->known);
}

void canvas_page(struct canvas *c, element_id parent)
{
    c->count = c->drawn_count = 0;
    c->text_block = 0;
    canvas_enter(c, parent);
}

void canvas_enter(struct canvas *c, element_id parent)
{
    c->stack[0] = parent;
    c->depth = 1;
    c->artefact = 0;
    c->drawing_leaf = 0;
    c->speaking = c->has_heading = false;
}

struct item *canvas_add(struct canvas *c)
{
    if (c->count == c->capacity) {
        size_t capacity = c->capacity ? 2 * c->capacity : FIRST_ITEMS;
        struct item *items = memory_grow(c->items, capacity * sizeof *items);
        c->items = items;
        c->capacity = capacity;
    }
    struct item *item = &c->items[c->count++];
    memset(item, 0, sizeof *item);
    return item;
}

/* A copy of just the right size. */
struct item *canvas_items(struct canvas *c, size_t *count)
{
    *count = c->count;
    return ARENA_DUPLICATE(c->arena, c->items, c->count);
}

void canvas_drawn(struct canvas *c, uint32_t figure)
{
    if (c->drawn_count == c->drawn_capacity) {
        size_t capacity = c->drawn_capacity ? 2 * c->drawn_capacity : FIRST_ITEMS;
        uint32_t *drawn = memory_grow(c->drawn, capacity * sizeof *drawn);
        c->drawn = drawn;
        c->drawn_capacity = capacity;
    }
    c->drawn[c->drawn_count++] = figure;
}

const uint32_t *canvas_drawn_figures(const struct canvas *c)
{
    return ARENA_DUPLICATE(c->arena, c->drawn, c->drawn_count);
}

enum tag canvas_tag(const struct canvas *c)
{
    return structure_get(c->structure, c->stack[c->depth - 1])->tag;
}

bool canvas_inside(const struct canvas *c, enum tag tag)
{
    element_id id = c->stack[c->depth - 1];
    while (id && structure_get(c->structure, id)->tag != tag)
        id = structure_get(c->structure, id)->parent;
    return id != 0;
}

static element_id push(struct canvas *c, enum tag tag)
{
    element_id id = structure_add(c->structure, c->stack[c->depth - 1], tag);
    if (c->depth < CANVAS_DEPTH)
        c->stack[c->depth++] = id;
    return id;
}

static bool is_label_or_body(enum tag tag)
{
    return tag == TAG_LBL || tag == TAG_LBODY;
}

/* What ISO 32000-1 wants between an element and its parent. */
static void push_between(struct canvas *c, enum tag tag)
{
    if (canvas_tag(c) == TAG_L && tag != TAG_LI && tag != TAG_L && tag != TAG_CAPTION)
        push(c, TAG_LI);
    if (canvas_tag(c) == TAG_LI && !is_label_or_body(tag))
        push(c, TAG_LBODY);
    if (canvas_tag(c) == TAG_TOC && tag != TAG_TOCI && tag != TAG_TOC && tag != TAG_CAPTION)
        push(c, TAG_TOCI);
    if (canvas_tag(c) == TAG_TOCI && tag == TAG_LINK)
        push(c, TAG_REFERENCE);
}

/* Headings never skip a level. */
static enum tag settled_heading(struct canvas *c, enum tag tag)
{
    if (tag < TAG_H1 || tag > TAG_H4)
        return tag;
    int level = (int)tag - (int)TAG_H1 + 1;
    if (level > c->heading + 1)
        level = c->heading + 1;
    c->heading = level;
    return (enum tag)((int)TAG_H1 + level - 1);
}

size_t canvas_open(struct canvas *c, enum tag tag, element_id *id)
{
    size_t depth = c->depth;
    *id = 0;
    if (c->artefact > 0)
        return depth;
    push_between(c, tag);
    *id = push(c, settled_heading(c, tag));
    return depth;
}

size_t canvas_reopen(struct canvas *c, element_id id)
{
    size_t depth = c->depth;
    if (c->depth < CANVAS_DEPTH)
        c->stack[c->depth++] = id;
    return depth;
}

void canvas_close(struct canvas *c, size_t depth)
{
    c->depth = depth;
}

leaf_id canvas_leaf(struct canvas *c)
{
    if (c->artefact > 0)
        return LEAF_ARTEFACT;
    element_id parent = c->stack[c->depth - 1];
    enum tag tag = structure_get(c->structure, parent)->tag;
    if (tag == TAG_LI || tag == TAG_L || tag == TAG_TOC || tag == TAG_TOCI) {
        enum tag needed = tag == TAG_TOC || tag == TAG_TOCI ? TAG_P : TAG_LBODY;
        size_t depth = c->depth;
        push_between(c, needed);
        element_id inner = push(c, needed);
        c->depth = depth;
        return structure_leaf(c->structure, inner);
    }
    return structure_leaf(c->structure, parent);
}

static uint64_t hash_run(const struct glyph_run *run)
{
    uint64_t font = run->font->id, size = (uint64_t)(run->size * 16), width = (uint64_t)(int64_t)(run->width * 64);
    return str_hash(run->text) ^ font * 2654435761u ^ size * 40503u ^ width;
}

static bool same_glyphs(const struct known_run *known, const struct glyph_run *run)
{
    return known->font == run->font && known->count == run->glyph_count && str_eq(known->text, run->text) &&
           run->glyph_count > 0 && memcmp(known->glyphs, run->glyphs, run->glyph_count * sizeof *run->glyphs) == 0;
}

/* Headers, labels and titles come again on page after page: their glyphs are kept once. */
static void copy_glyphs(struct canvas *c, struct glyph_run *run)
{
    struct known_run **slot = &c->known[hash_run(run) & (c->known_count - 1)], *known = *slot;
    if (known == NULL || !same_glyphs(known, run)) {
        const struct glyph *glyphs = ARENA_DUPLICATE(c->arena, run->glyphs, run->glyph_count);
        if (known == NULL)
            *slot = known = ARENA_NEW(c->arena, struct known_run);
        *known = (struct known_run){run->font, glyphs, run->glyph_count, str_copy(c->arena, run->text)};
    }
    run->glyphs = known->glyphs;
    run->text = known->text;
}

static void copy_annotations(struct canvas *c, struct glyph_run *run)
{
    if (run->figure_count)
        run->figures = ARENA_DUPLICATE(c->arena, run->figures, run->figure_count);
    if (run->origin_count)
        run->origins = ARENA_DUPLICATE(c->arena, run->origins, run->origin_count);
}

void canvas_speak(struct canvas *c, struct str text)
{
    if (!c->speaking || text.len == 0)
        return;
    if (c->spoken.len > 0)
        buf_char(&c->spoken, ' ');
    c->last_spoken = c->spoken.len;
    buf_str(&c->spoken, rich_one_line(c->arena, text));
}

void canvas_piece(struct canvas *c, leaf_id leaf, const struct text_piece *piece, double x, double y)
{
    struct item *item = canvas_add(c);
    struct glyph_run run = piece->run;
    run.origin = (struct point){x + run.origin.x, y + run.origin.y};
    copy_glyphs(c, &run);
    copy_annotations(c, &run);
    *item = (struct item){.kind = ITEM_GLYPHS, .leaf = leaf, .as.glyphs = run};
    item->box = glyph_run_box(&run, run.font->ascender, -run.font->descender);
    item->source = origin_span(run.origins, run.origin_count, 0, (uint32_t)run.text.len);
    if (leaf != LEAF_ARTEFACT)
        c->text_item = c->count;
}

void canvas_turn(struct canvas *c, size_t first, struct point pivot)
{
    for (size_t i = first; i < c->count; i++) {
        struct item *item = &c->items[i];
        if (item->kind != ITEM_GLYPHS)
            continue;
        struct glyph_run *run = &item->as.glyphs;
        double x = run->origin.x - pivot.x, y = run->origin.y - pivot.y;
        run->origin = (struct point){pivot.x + y, pivot.y - x};
        run->turned = true;
        item->box = glyph_run_box(run, run->font->ascender, -run->font->descender);
    }
}

/* A box has the same verbs as the box before it. */
static const enum path_verb *copy_verbs(struct canvas *c, const struct path *path)
{
    size_t size = path->verb_count * sizeof *path->verbs;
    if (c->verbs == NULL || c->verb_count != path->verb_count || memcmp(c->verbs, path->verbs, size) != 0) {
        c->verbs = ARENA_DUPLICATE(c->arena, path->verbs, path->verb_count);
        c->verb_count = path->verb_count;
    }
    return c->verbs;
}

static struct path copy_path(struct canvas *c, const struct path *path)
{
    const struct point *points = ARENA_DUPLICATE(c->arena, path->points, path->point_count);
    return (struct path){copy_verbs(c, path), path->verb_count, points, path->point_count};
}

void canvas_drawing(struct canvas *c, const struct drawing *drawing, struct rect box, struct span source)
{
    if (drawing->path.verb_count == 0)
        return;
    struct item *item = canvas_add(c);
    *item = (struct item){.kind = ITEM_PATH, .box = box, .source = source, .as.drawing = *drawing};
    item->leaf = c->artefact > 0 ? LEAF_ARTEFACT : c->drawing_leaf;
    item->as.drawing.path = copy_path(c, &drawing->path);
}

void canvas_image(struct canvas *c, leaf_id leaf, const struct image *image, struct rect box, const struct path *clip,
                  struct span source)
{
    struct path *kept = NULL;
    if (clip) {
        kept = ARENA_NEW(c->arena, struct path);
        *kept = copy_path(c, clip);
    }
    *canvas_add(c) =
        (struct item){.kind = ITEM_IMAGE, .leaf = leaf, .box = box, .clip = kept, .source = source, .as.image = image};
}

struct item *canvas_link(struct canvas *c, leaf_id leaf, struct rect box, struct link_target target,
                         const char *description, struct span source)
{
    struct item *item = canvas_add(c);
    *item = (struct item){.kind = ITEM_LINK, .leaf = leaf, .box = box, .source = source};
    item->as.link.target = target;
    item->as.link.description = description;
    return item;
}
