#include "text/rich.h"

#include <string.h>

#include "text/build.h"

struct rich_builder *rich_builder_start(struct arena *a, struct span at)
{
    struct rich_builder *b = ARENA_NEW(a, struct rich_builder);
    b->arena = a;
    b->rich.at = at;
    return b;
}

void rich_builder_style(struct rich_builder *b, uint8_t style, uint32_t link)
{
    b->style = style;
    b->link = link;
}

uint32_t rich_builder_link(struct rich_builder *b, struct str target, struct span at)
{
    b->links = ARENA_ROOM(b->arena, b->links, b->rich.link_count, &b->link_capacity, 2);
    b->links[b->rich.link_count++] = (struct rich_link){str_copy(b->arena, target), at};
    return (uint32_t)b->rich.link_count;
}

static uint32_t add_anchor(struct rich_builder *b, struct str anchor)
{
    b->anchors = ARENA_ROOM(b->arena, b->anchors, b->rich.anchor_count, &b->anchor_capacity, 2);
    b->anchors[b->rich.anchor_count++] = str_copy(b->arena, anchor);
    return (uint32_t)b->rich.anchor_count;
}

/* The source is about as long as the text: a first guess that spares most growing. */
static size_t first_capacity(const struct rich_builder *b)
{
    size_t source = b->rich.at.end - b->rich.at.start;
    return source < 4096 ? source + 16 : 4096;
}

void build_bytes(struct rich_builder *b, struct str text)
{
    size_t used = b->rich.text.len;
    if (used + text.len > b->text_capacity) {
        size_t grown = b->text_capacity == 0 ? first_capacity(b) : b->text_capacity * 2;
        b->text_capacity = grown > used + text.len ? grown : used + text.len;
        b->text = arena_grow(b->arena, b->text, used, b->text_capacity, 1);
    }
    if (text.len > 0)
        memcpy(b->text + used, text.at, text.len);
    b->rich.text.len += text.len;
}

static bool same_look(const struct rich_run *a, const struct rich_run *b)
{
    bool plain = a->figure == 0 && b->figure == 0 && a->open_page == 0 && b->open_page == 0;
    return plain && a->style == b->style && a->link == b->link;
}

void build_run(struct rich_builder *b, struct rich_run run)
{
    if (run.start == run.end)
        return;
    struct rich_run *last = b->rich.run_count > 0 ? &b->runs[b->rich.run_count - 1] : NULL;
    if (last != NULL && last->end == run.start && same_look(last, &run)) {
        last->end = run.end;
        return;
    }
    b->runs = ARENA_ROOM(b->arena, b->runs, b->rich.run_count, &b->run_capacity, 2);
    b->runs[b->rich.run_count++] = run;
}

/* Whether `next` only goes on with what the last origin says. */
static bool continues(const struct origin *last, const struct origin *next)
{
    return last->linear && next->linear && last->source.file == next->source.file &&
           last->source.end == next->source.start &&
           next->start - last->start == next->source.start - last->source.start;
}

void build_origin(struct rich_builder *b, struct origin origin)
{
    struct origin *last = b->rich.origin_count > 0 ? &b->origins[b->rich.origin_count - 1] : NULL;
    if (last != NULL && continues(last, &origin)) {
        last->source.end = origin.source.end;
        return;
    }
    b->origins = ARENA_ROOM(b->arena, b->origins, b->rich.origin_count, &b->origin_capacity, 2);
    b->origins[b->rich.origin_count++] = origin;
}

static void add_run(struct rich_builder *b, struct str text, struct rich_run run, struct span source, bool linear)
{
    if (text.len == 0)
        return;
    run.start = (uint32_t)b->rich.text.len;
    build_bytes(b, text);
    run.end = (uint32_t)b->rich.text.len;
    run.style |= b->style;
    run.link = b->link;
    build_run(b, run);
    build_origin(b, (struct origin){run.start, linear, source});
}

void rich_builder_text(struct rich_builder *b, struct str text, struct span source, bool linear)
{
    add_run(b, text, (struct rich_run){0}, source, linear);
}

void rich_builder_figure(struct rich_builder *b, struct str text, uint32_t figure, struct span source)
{
    add_run(b, text, (struct rich_run){.figure = figure}, source, false);
}

void rich_builder_page(struct rich_builder *b, struct str anchor, struct span source)
{
    add_run(b, STR("0"), (struct rich_run){.open_page = add_anchor(b, anchor)}, source, false);
}

void build_references(struct rich_builder *b, const struct rich *piece)
{
    for (size_t i = 0; i < piece->link_count; i++)
        rich_builder_link(b, piece->links[i].target, piece->links[i].at);
    for (size_t i = 0; i < piece->anchor_count; i++)
        add_anchor(b, piece->anchors[i]);
}

void rich_builder_rich(struct rich_builder *b, const struct rich *piece)
{
    uint32_t base = (uint32_t)b->rich.text.len;
    uint32_t first_link = (uint32_t)b->rich.link_count;
    uint32_t first_anchor = (uint32_t)b->rich.anchor_count;
    build_references(b, piece);
    build_bytes(b, piece->text);
    for (size_t i = 0; i < piece->run_count; i++) {
        struct rich_run run = piece->runs[i];
        run.start += base;
        run.end += base;
        run.style |= b->style;
        run.link = run.link != 0 ? run.link + first_link : b->link;
        run.open_page = run.open_page != 0 ? run.open_page + first_anchor : 0;
        build_run(b, run);
    }
    for (size_t i = 0; i < piece->origin_count; i++) {
        struct origin origin = piece->origins[i];
        origin.start += base;
        build_origin(b, origin);
    }
}

const struct rich *rich_builder_end(struct rich_builder *b)
{
    struct rich *r = &b->rich;
    r->text.at = b->text != NULL ? b->text : "";
    r->runs = b->runs;
    r->links = b->links;
    r->anchors = b->anchors;
    r->origins = b->origins;
    return r;
}

const struct rich *rich_plain(struct arena *a, struct str text, struct span at)
{
    struct rich_builder *b = rich_builder_start(a, at);
    rich_builder_text(b, text, at, at.end - at.start == text.len);
    return rich_builder_end(b);
}

static void *copy_array(struct arena *a, const void *array, size_t count, size_t size)
{
    return count == 0 ? NULL : arena_duplicate(a, array, count, size);
}

const struct rich *rich_copy(struct arena *a, const struct rich *r)
{
    struct rich *copy = ARENA_NEW(a, struct rich);
    *copy = *r;
    copy->text = str_copy(a, r->text);
    copy->runs = copy_array(a, r->runs, r->run_count, sizeof *r->runs);
    copy->origins = copy_array(a, r->origins, r->origin_count, sizeof *r->origins);
    struct rich_link *links = copy_array(a, r->links, r->link_count, sizeof *r->links);
    for (size_t i = 0; i < r->link_count; i++)
        links[i].target = str_copy(a, links[i].target);
    copy->links = links;
    struct str *anchors = copy_array(a, r->anchors, r->anchor_count, sizeof *r->anchors);
    for (size_t i = 0; i < r->anchor_count; i++)
        anchors[i] = str_copy(a, anchors[i]);
    copy->anchors = anchors;
    return copy;
}

struct str rich_one_line(struct arena *a, struct str text)
{
    static const char paragraph_end[] = "\u2029";
    char *line = arena_alloc(a, text.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < text.len; len++) {
        bool ends = str_starts(str_slice(text, at, text.len), paragraph_end);
        line[len] = ends || text.at[at] == '\n' ? ' ' : text.at[at];
        at += ends ? sizeof paragraph_end - 1 : 1;
    }
    return (struct str){line, len};
}

bool rich_is_empty(const struct rich *r)
{
    return r->text.len == 0;
}

bool rich_is_open(const struct rich *r)
{
    for (size_t i = 0; i < r->run_count; i++)
        if (r->runs[i].open_page != 0)
            return true;
    return false;
}
