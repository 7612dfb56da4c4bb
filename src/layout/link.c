/* Links: where they lead, and what is said of them. */
#include "base/i18n.h"
#include "layout/flow.h"

/* An address, or an anchor of this document. */
static bool find_target(struct flow *f, const struct rich *to, struct open_link *link)
{
    struct str text = str_trim(to->text);
    if (text.len == 0)
        return false;
    if (text.at[0] != '#') {
        link->target.uri = str_copy(f->canvas->arena, text).at;
        return true;
    }
    struct str anchor = str_slice(text, 1, text.len);
    if (job_anchor(f->job, anchor, &link->entry)) {
        const struct standing *s = &f->job->places[link->entry];
        link->target = (struct link_target){.page = s->page, .y = s->top};
        return true;
    }
    diag_at(f->job->diags, DIAG_ERROR, to->at, "unknown-anchor", _("no page has the id '%.*s'"), STR_ARG(anchor));
    size_t count = f->job->edition->page_count;
    struct str *names = ARENA_ARRAY(f->scratch, count + 1, struct str);
    for (size_t i = 0; i < count; i++)
        names[i] = f->job->edition->pages[i].id;
    diag_nearest(f->job->diags, anchor, names, count);
    return false;
}

struct open_link flow_open_link(struct flow *f, const struct rich *to)
{
    struct open_link link = {.to = to};
    element_id id;
    if (f->linked > 0 || f->canvas->artefact > 0 || !find_target(f, to, &link))
        return link;
    link.depth = canvas_open(f->canvas, TAG_LINK, &id);
    link.element = id;
    link.first_item = f->canvas->count;
    link.open = true;
    f->linked++;
    f->canvas->speaking = true;
    f->canvas->spoken.len = 0;
    return link;
}

/* "https://www.tchap.gouv.fr/x" -> "www.tchap.gouv.fr"; addresses of other kinds as they are. */
static struct str host(struct str uri)
{
    size_t at = 0;
    while (at + 2 < uri.len && !(uri.at[at] == ':' && uri.at[at + 1] == '/' && uri.at[at + 2] == '/'))
        at++;
    if (at + 2 >= uri.len)
        return uri;
    struct str rest = str_slice(uri, at + 3, uri.len);
    return str_slice(rest, 0, str_find(rest, '/'));
}

static const char *joined(struct arena *a, struct str said, struct str where)
{
    return arena_printf(a, "%.*s%s%.*s", STR_ARG(said), said.len ? ", " : "", STR_ARG(where));
}

/* For comparing: spaces of all widths as one, capitals of ASCII as small letters. */
static struct str plain_letters(struct arena *a, struct str text)
{
    struct buf out = {0};
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        char bytes[4];
        c = c == 0xA0 || c == 0x202F ? ' ' : c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
        buf_add(&out, bytes, utf8_put(bytes, c));
    }
    struct str copy = str_copy(a, buf_view(&out));
    buf_free(&out);
    return copy;
}

/* Whether `text` holds `part` and no digit behind it: "page 3" is not in "page 31". */
static bool names(struct str text, struct str part)
{
    for (size_t i = 0; i + part.len <= text.len; i++) {
        size_t end = i + part.len;
        bool longer = end < text.len && text.at[end] >= '0' && text.at[end] <= '9';
        if (!longer && str_eq(str_slice(text, i, end), part))
            return true;
    }
    return false;
}

/* What is said of a link to a page: its text and the page, once. */
static const char *page_description(struct flow *f, struct str said, uint32_t page)
{
    struct str number = str_of(arena_printf(f->scratch, "%u", (unsigned)page + 1));
    struct str where = phrase_fill(f->scratch, language_phrase(f->job->language, PHRASE_PAGE), number);
    if (names(plain_letters(f->scratch, said), plain_letters(f->scratch, where)))
        return str_copy(f->canvas->arena, said).at;
    struct str spoken = buf_view(&f->canvas->spoken);
    size_t last = said.len ? f->canvas->last_spoken : 0;
    if (str_eq(str_trim(str_slice(spoken, last, spoken.len)), number)) /* the number alone, as in a table of contents */
        said = str_trim(str_slice(spoken, 0, last));
    return joined(f->canvas->arena, said, where);
}

static const char *description(struct flow *f, const struct open_link *link)
{
    struct str said = str_trim(buf_view(&f->canvas->spoken));
    if (link->target.uri)
        return joined(f->canvas->arena, said, host(str_of(link->target.uri)));
    return page_description(f, said, link->target.page);
}

void flow_describe_link(struct flow *f, const struct open_link *link)
{
    const char *text = description(f, link);
    for (size_t i = link->first_item; i < f->canvas->count; i++)
        if (f->canvas->items[i].kind == ITEM_LINK && f->canvas->items[i].as.link.description == NULL)
            f->canvas->items[i].as.link.description = text;
    f->canvas->speaking = false;
}

/* A leaf of the link itself, so that the area belongs to it. */
static leaf_id own_leaf(struct flow *f, element_id element)
{
    struct structure *s = f->canvas->structure;
    for (element_id c = structure_get(s, element)->first; c; c = structure_get(s, c)->next)
        if (structure_get(s, c)->tag == TAG_LEAF)
            return c;
    return structure_leaf(s, element);
}

void flow_close_link(struct flow *f, struct open_link *link, struct rect box)
{
    if (!link->open)
        return;
    canvas_link(f->canvas, own_leaf(f, link->element), box, link->target, NULL, link->to->at);
    flow_describe_link(f, link);
    canvas_close(f->canvas, link->depth);
    f->linked--;
    link->open = false;
}
