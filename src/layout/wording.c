#include "layout/wording.h"

#include "base/i18n.h"
#include "text/markup.h"

enum { MAX_PARTS = 12 };

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '@';
}

static bool split(struct str dotted, struct str parts[MAX_PARTS], size_t *count)
{
    *count = 0;
    size_t start = 0;
    for (size_t i = 0; i <= dotted.len; i++) {
        if (i < dotted.len && is_name_char(dotted.at[i]))
            continue;
        if ((i < dotted.len && dotted.at[i] != '.') || i == start || *count == MAX_PARTS)
            return false;
        parts[(*count)++] = str_slice(dotted, start, i);
        start = i + 1;
    }
    return true;
}

const struct lookup *lookup_compile(const struct reading *r, struct str text, struct span at, bool lenient)
{
    text = str_trim(text);
    if (str_starts(text, "${") && str_ends(text, "}"))
        text = str_slice(text, 2, text.len - 1);
    size_t colon = str_find(text, ':');
    struct str parts[MAX_PARTS];
    struct lookup *l = ARENA_NEW(r->arena, struct lookup);
    if (!split(str_slice(text, 0, colon), parts, &l->count)) {
        diag_at(r->diags, DIAG_ERROR, at, "bad-name", _("'%.*s' is no name"), STR_ARG(text));
        diag_hint(r->diags, _("names are joined by points, as in 'item.label'; forms follow a colon"));
        return NULL;
    }
    const struct str *kept = ARENA_DUPLICATE(r->arena, parts, l->count);
    l->parts = kept;
    l->forms = colon < text.len ? str_slice(text, colon + 1, text.len) : STR("");
    l->text = text;
    l->at = at;
    l->lenient = lenient;
    if (r->asked) {
        l->before = *r->asked;
        *r->asked = l;
    }
    return l;
}

const struct lookup *lookup_read(const struct reading *r, const struct node *n, const char *what, bool lenient)
{
    if (n == NULL || n->kind != NODE_SCALAR) {
        if (n != NULL)
            read_text(r, n, what);
        return NULL;
    }
    return lookup_compile(r, n->as.scalar.text, n->at, lenient);
}

bool lookup_is(const struct lookup *l, struct str dotted)
{
    size_t at = 0;
    for (size_t i = 0; i < l->count; i++) {
        struct str part = l->parts[i];
        bool fits = at + part.len <= dotted.len && str_eq(str_slice(dotted, at, at + part.len), part);
        if (!fits)
            return false;
        at += part.len;
        if (i + 1 < l->count && (at >= dotted.len || dotted.at[at++] != '.'))
            return false;
    }
    return at == dotted.len;
}

bool lookups_ask(const struct lookup *last, struct str name)
{
    for (const struct lookup *l = last; l != NULL; l = l->before)
        for (size_t i = 0; i < l->count; i++)
            if (str_eq(l->parts[i], name))
                return true;
    return false;
}

/* Gathers the lookups of a string while it is parsed; each leaves an object replacement character as figure 1 + its index. */
struct gathering {
    const struct reading *reading;
    const struct lookup **items;
    size_t count, capacity;
    bool lenient;
};

static bool gather(void *data, struct str reference, struct span at, struct rich_builder *out)
{
    struct gathering *g = data;
    const struct lookup *l = lookup_compile(g->reading, reference, at, g->lenient);
    if (l == NULL)
        return false;
    g->items = ARENA_ROOM(g->reading->arena, g->items, g->count, &g->capacity, 4);
    g->items[g->count++] = l;
    rich_builder_figure(out, STR("\xEF\xBF\xBC"), (uint32_t)g->count, at);
    return true;
}

static const struct rich *literal(struct arena *a, const struct rich *all, const struct rich_run *run)
{
    struct span at = origin_span(all->origins, all->origin_count, run->start, run->end);
    struct rich_builder *b = rich_builder_start(a, at);
    rich_builder_style(b, run->style, 0);
    rich_builder_text(b, str_slice(all->text, run->start, run->end), at, false);
    return rich_builder_end(b);
}

/* As most strings of a layout are: nothing is left to parse. */
static bool is_reference(struct str text)
{
    return str_starts(text, "${") && reference_end(text, 0) == text.len;
}

static const struct wording *reference_alone(const struct reading *r, const struct node *scalar, bool lenient)
{
    struct wording *p = ARENA_NEW(r->arena, struct wording);
    struct segment *segment = ARENA_NEW(r->arena, struct segment);
    *p = (struct wording){.segments = segment, .at = scalar->at};
    struct str text = scalar->as.scalar.text;
    struct span at = node_span(scalar, 0, text.len);
    segment->lookup = lookup_compile(r, str_slice(text, 2, text.len - 1), at, lenient);
    if (segment->lookup)
        p->count = 1;
    else
        p->constant = rich_plain(r->arena, STR(""), scalar->at);
    return p;
}

const struct wording *wording_compile(const struct reading *r, const struct node *scalar,
                                      const struct language *language, bool lenient)
{
    if (is_reference(scalar->as.scalar.text))
        return reference_alone(r, scalar, lenient);
    struct gathering g = {.reading = r, .lenient = lenient};
    struct reference_resolver resolver = {&g, gather};
    const struct rich *all = inline_parse(r->arena, r->diags, scalar, language, &resolver);
    all = typography_apply(r->arena, all, language);
    struct wording *p = ARENA_NEW(r->arena, struct wording);
    *p = (struct wording){.links = all->links, .link_count = all->link_count, .at = scalar->at};
    if (g.count == 0)
        p->constant = all;
    struct segment *segments = ARENA_ARRAY(r->arena, all->run_count + 1, struct segment);
    for (size_t i = 0; i < all->run_count; i++) {
        const struct rich_run *run = &all->runs[i];
        segments[i] = (struct segment){.style = run->style, .link = run->link};
        if (run->figure > 0 && run->figure <= g.count)
            segments[i].lookup = g.items[run->figure - 1];
        else
            segments[i].literal = literal(r->arena, all, run);
    }
    p->segments = segments;
    p->count = all->run_count;
    return p;
}

static bool aggregate(struct quantity *q)
{
    const struct lookup *l = q->path;
    if (l->count < 2)
        return false;
    if (str_is(l->parts[0], "max"))
        q->kind = QUANTITY_MAX;
    else if (str_is(l->parts[0], "sum"))
        q->kind = QUANTITY_SUM;
    else
        return false;
    return true;
}

static bool fill_quantity(const struct reading *r, const struct node *n, const char *what, bool lenient,
                          struct quantity *q)
{
    if (n->kind != NODE_SCALAR) {
        read_text(r, n, what);
        return false;
    }
    if (text_number(n->as.scalar.text, &q->number))
        return true;
    q->kind = QUANTITY_PATH;
    q->path = lookup_read(r, n, what, lenient);
    if (q->path == NULL)
        return false;
    if (aggregate(q)) {
        struct lookup *list = ARENA_NEW(r->arena, struct lookup);
        *list = *q->path;
        list->parts++;
        list->count--;
        q->path = list;
    }
    return true;
}

const struct quantity *quantity_read(const struct reading *r, const struct node *n, const char *what, bool lenient)
{
    if (n == NULL || n->kind == NODE_NULL)
        return NULL;
    struct quantity *q = ARENA_NEW(r->arena, struct quantity);
    if (n->kind != NODE_LIST)
        return fill_quantity(r, n, what, lenient, q) ? q : NULL;
    struct quantity *items = ARENA_ARRAY(r->arena, n->as.list.count + 1, struct quantity);
    for (size_t i = 0; i < n->as.list.count; i++)
        if (!fill_quantity(r, n->as.list.items[i], what, lenient, &items[i]))
            return NULL;
    *q = (struct quantity){.kind = QUANTITY_LARGEST, .items = items, .count = n->as.list.count};
    return q;
}
