/* A page kind's file to a template. */
#include <math.h>

#include "base/i18n.h"
#include "layout/block.h"
#include "layout/compile.h"
#include "layout/keys.h"

static const char *const kind_keys[] = {"kind",          "help",  "fields", "fill", "header", "continue", "palette",
                                        "section-title", "annex", "body",   "page", "keep",   NULL};

static struct box *whole_page(struct compiler *c, const struct node *boxes, bool artefact)
{
    struct box *box = ARENA_NEW(c->reading.arena, struct box);
    box->block = &block_stack;
    box->at = boxes ? boxes->at : SPAN_NONE;
    box->label = STR("body");
    box->artefact = artefact;
    box->children = boxes ? compile_boxes(c, boxes, &box->child_count) : NULL;
    for (size_t i = 0; box->children && i < box->child_count; i++)
        box->carries |= box->children[i]->carries;
    return box;
}

static const struct node *as_list(struct arena *a, const struct node *box)
{
    const struct node **items = ARENA_ARRAY(a, 1, const struct node *);
    struct node *list = ARENA_NEW(a, struct node);
    items[0] = box;
    *list = (struct node){.kind = NODE_LIST, .at = box->at, .as.list = {items, 1}};
    return list;
}

static struct part *header_part(const struct compilation *shared, const struct node *name)
{
    struct str given = name ? read_text(&shared->reading, name, "header") : STR("header");
    if (str_is(given, "none"))
        return NULL;
    struct part *part = part_named(&shared->parts, given);
    if (part == NULL && name) {
        struct diags *d = shared->reading.diags;
        diag_at(d, DIAG_ERROR, name->at, "unknown-name", _("there is no part '%.*s'"), STR_ARG(given));
        diag_hint(d, "%s", _("name a part of parts.yaml, or 'none'"));
    }
    return part;
}

static struct compiler start(const struct compilation *shared, const struct lookup **asked)
{
    struct compiler c = {.reading = shared->reading,
                         .theme = shared->theme,
                         .language = shared->language,
                         .parts = &shared->parts,
                         .keys = &shared->keys};
    c.reading.asked = asked;
    return c;
}

/* An artefact: page labels and bookmarks do its work for readers. Nothing in it depends on the page kind: it goes through no continued list
 * and its texts choose their styles alone. */
static const struct header *compile_header(struct compilation *shared, const struct node *name)
{
    struct part *part = header_part(shared, name);
    if (part == NULL)
        return NULL;
    if (part->header == NULL) {
        struct header *header = ARENA_NEW(shared->reading.arena, struct header);
        struct compiler c = start(shared, &header->asked);
        c.lenient = true;
        const struct node *n = part->node;
        header->box = whole_page(&c, n->kind == NODE_LIST ? n : as_list(shared->reading.arena, n), true);
        part->header = header;
    }
    return part->header;
}

/* One or more; `otherwise` without the key. */
static size_t read_count(const struct reading *r, const struct node *map, const char *key, size_t otherwise)
{
    const struct node *n = node_get(map, key);
    double count;
    if (!read_number(r, n, key, &count))
        return otherwise;
    if (count >= 1)
        return (size_t)fmin(count, 1e6);
    diag_at(r->diags, DIAG_ERROR, n->at, "design-value", _("'%s' must be one or more"), key);
    diag_hint(r->diags, _("leave '%s' out, or write a number from 1"), key);
    return otherwise;
}

static void read_continue(struct compiler *c, const struct node *n, struct template *t)
{
    static const char *const keys[] = {"over", "max", NULL};
    const struct node *map = read_map(&c->reading, n, "continue");
    if (map == NULL)
        return;
    read_known(&c->reading, map, keys, N_("'continue'"));
    t->over = c->over = compile_path(c, node_get(map, "over"), "over");
    t->most = read_count(&c->reading, map, "max", 0);
}

static void read_palette(struct compiler *c, const struct node *n, struct template *t)
{
    t->palette = c->theme->palette;
    t->palette_count = c->theme->palette_count;
    const struct node *list = read_list(&c->reading, n, "palette");
    if (list == NULL)
        return;
    struct color *colors = ARENA_ARRAY(c->reading.arena, list->as.list.count + 1, struct color);
    for (size_t i = 0; i < list->as.list.count; i++)
        theme_color(&c->reading, c->theme, list->as.list.items[i], &colors[i]);
    t->palette = colors;
    t->palette_count = list->as.list.count;
}

static void read_start(const struct reading *r, const struct theme *theme, const struct node *n, struct template *t)
{
    static const char *const starts[] = {"new", "whole", NULL};
    int start = n ? read_choice(r, n, starts, "page") : -1;
    t->start = !theme->flows || start == 1 ? PAGE_WHOLE : start == 0 ? PAGE_NEW : PAGE_FLOWS;
}

static const struct box *compile_body(struct compiler *c, const struct node *boxes, const struct template *t)
{
    struct box *body = whole_page(c, boxes, false);
    if (t->start == PAGE_WHOLE)
        return body;
    body->block = &block_column;
    body->gap = c->theme->body_gap;
    return body;
}

struct compilation compilation_new(const struct reading *r, const struct theme *theme, const struct language *language,
                                   const struct node *parts)
{
    return (struct compilation){.reading = *r,
                                .theme = theme,
                                .language = language,
                                .parts = parts_new(r->arena, parts),
                                .keys = keys_new(r->arena)};
}

const struct template *compile_template(struct compilation *shared, const struct kind *kind)
{
    const struct reading *r = &shared->reading;
    const struct node *file = kind->definition;
    struct template *t = ARENA_NEW(r->arena, struct template);
    struct compiler c = start(shared, &t->asked);
    t->kind = kind;
    t->fill = c.theme->fill;
    read_known(r, file, kind_keys, N_("a page kind"));
    struct paint fill = compile_paint(&c, node_get(file, "fill"));
    if (fill.given)
        t->fill = fill.color;
    t->annex = read_flag(r, file, "annex");
    t->section_title = compile_wording(&c, node_get(file, "section-title"), "section-title");
    t->opens_section = t->section_title != NULL;
    read_palette(&c, node_get(file, "palette"), t);
    read_continue(&c, node_get(file, "continue"), t);
    t->header = compile_header(shared, node_get(file, "header"));
    read_start(r, c.theme, node_get(file, "page"), t);
    t->keep = read_flag(r, file, "keep");
    t->body = compile_body(&c, read_list(r, node_get(file, "body"), "body"), t);
    t->kept_count = c.kept;
    t->fit_groups = c.fit_group_count;
    return t;
}
