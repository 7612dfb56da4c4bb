/* The edition's pages: kinds, ids, fields. */
#include "base/i18n.h"
#include "model/collections.h"

enum { INCLUDE_MAX_DEPTH = 64 };

struct page_binder {
    struct binding *binding;
    const struct kinds *kinds;
    struct names kind_index;
    const struct schema **schemas; /* with the common fields; NULL until the kind is used */
    struct page_entry *pages;
    struct str *ids;
    struct span *id_places;
    size_t count;
};

/* Lists that stand in the list (from other files) are spliced in. */
static size_t count_pages(const struct node *list, int depth)
{
    size_t count = 0;
    for (size_t i = 0; i < list->as.list.count; i++) {
        const struct node *item = list->as.list.items[i];
        bool nested = item->kind == NODE_LIST && depth < INCLUDE_MAX_DEPTH;
        count += nested ? count_pages(item, depth + 1) : 1;
    }
    return count;
}

static const struct kind *find_kind(struct page_binder *p, const struct node *name)
{
    uint32_t at = 0;
    struct str text = name->as.scalar.text;
    if (names_find(&p->kind_index, text, &at)) {
        return p->kinds->use(p->kinds->data, at);
    }
    struct binding *b = p->binding;
    struct str *names = ARENA_ARRAY(b->arena, p->kinds->count, struct str);
    for (size_t i = 0; i < p->kinds->count; i++) {
        names[i] = p->kinds->items[i].name;
    }
    diag_at(b->diags, DIAG_ERROR, name->at, "unknown-kind", _("unknown page kind '%.*s'"), STR_ARG(text));
    diag_hint(b->diags, _("page kinds are files of the design: add %.*s.yaml, or correct the name"), STR_ARG(text));
    diag_known(b->diags, text, names, p->kinds->count);
    return NULL;
}

static const struct schema *schema_of(struct page_binder *p, const struct kind *kind)
{
    size_t at = (size_t)(kind - p->kinds->items);
    if (p->schemas[at] == NULL) {
        p->schemas[at] = schema_page(p->binding->arena, kind->schema);
    }
    return p->schemas[at];
}

/* "- cover", or a list of pages in one page's place. */
static void advise_on_page(struct diags *d, const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        diag_hint(d, _("write 'page: %.*s'"), STR_ARG(node->as.scalar.text));
    } else if (node->kind == NODE_LIST) {
        diag_hint(d, "%s", _("leave out one '-': a page's fields line up below 'page:'"));
    } else {
        diag_hint(d, "%s", _("delete this '-', or write 'page: KIND' behind it"));
    }
}

static void keep_id(struct page_binder *p, struct str id, struct span at)
{
    struct binding *b = p->binding;
    uint32_t index = (uint32_t)b->anchor_names.count;
    if (!names_add(&b->anchor_names.index, b->arena, id, &index)) {
        diag_at(b->diags, DIAG_ERROR, at, "duplicate-anchor", _("two pages have the id '%.*s'"), STR_ARG(id));
        diag_hint(b->diags, _("give one of them another id"));
        diag_also(b->diags, p->id_places[index], _("first given here"));
        return;
    }
    p->ids[b->anchor_names.count] = id;
    p->id_places[b->anchor_names.count++] = at;
}

static void report_no_kind(struct diags *d, const struct node *page)
{
    static const struct str wanted = STR_INIT("page");
    const struct node_pair *pairs = page->as.map.pairs;
    for (size_t i = 0; i < page->as.map.count; i++) {
        struct str key = pairs[i].key->as.scalar.text;
        if (str_nearest(key, &wanted, 1) == 0 && !str_eq(key, wanted)) {
            diag_at(d, DIAG_ERROR, pairs[i].key->at, "missing-field", "%s", _("page without 'page'"));
            diag_nearest(d, key, &wanted, 1);
            return;
        }
    }
    diag_at(d, DIAG_ERROR, page->as.map.count > 0 ? pairs[0].key->at : page->at, "missing-field", "%s",
            _("page without 'page'"));
    diag_hint(d, "%s", _("add 'page: KIND' with the page's kind"));
}

static void bind_page(struct page_binder *p, const struct node *node)
{
    struct binding *b = p->binding;
    const struct node *name = node_get(node, "page");
    if (node->kind != NODE_MAP) {
        diag_at(b->diags, DIAG_ERROR, node->at, "wrong-type", _("a page is a map that starts with 'page: KIND'"));
        advise_on_page(b->diags, node);
        return;
    }
    const struct node *id = node_get(node, "id");
    if (id != NULL && id->kind == NODE_SCALAR && is_id(id->as.scalar.text)) {
        keep_id(p, id->as.scalar.text, id->at);
    } else if (id != NULL && id->kind != NODE_NULL) {
        b->anchor_names.partial = true; /* told when the page is bound */
    }
    if (name != NULL && name->kind != NODE_SCALAR && name->kind != NODE_NULL) {
        diag_at(b->diags, DIAG_ERROR, name->at, "wrong-type", "%s", _("'page' wants the name of one page kind"));
        diag_hint(b->diags, "%s", _("as in 'page: cover'"));
        return;
    }
    if (name == NULL || name->kind == NODE_NULL) {
        report_no_kind(b->diags, node);
        return;
    }
    const struct kind *kind = find_kind(p, name);
    if (kind == NULL) {
        return;
    }
    struct page_entry *page = &p->pages[p->count++];
    page->kind = kind;
    page->at = name->at;
    page->fields = bind_record(b, schema_of(p, kind), node, STR(""), NULL);
    page->id = record_string(page->fields, "id");
}

static void bind_list(struct page_binder *p, const struct node *list, int depth)
{
    for (size_t i = 0; i < list->as.list.count; i++) {
        const struct node *item = list->as.list.items[i];
        if (item->kind == NODE_LIST && depth < INCLUDE_MAX_DEPTH) {
            bind_list(p, item, depth + 1);
        } else {
            bind_page(p, item);
        }
    }
}

void pages_bind(struct binding *b, const struct node *list, const struct kinds *kinds, struct span edition_at)
{
    if (list == NULL || list->kind != NODE_LIST) {
        diag_at(b->diags, DIAG_ERROR, list == NULL ? edition_at : list->at,
                list == NULL || list->kind == NODE_NULL ? "missing-field" : "wrong-type",
                _("an edition has a list of 'pages'"));
        diag_hint(b->diags, "%s",
                  list != NULL && list->kind == NODE_MAP
                      ? _("put a '-' before each 'page:', and line up its fields below")
                      : _("add 'pages:' with one '- page: KIND' a page"));
        return;
    }
    size_t count = count_pages(list, 0);
    struct page_binder p = {.binding = b,
                            .kinds = kinds,
                            .schemas = ARENA_ARRAY(b->arena, kinds->count, const struct schema *),
                            .pages = ARENA_ARRAY(b->arena, count, struct page_entry),
                            .ids = ARENA_ARRAY(b->arena, count, struct str),
                            .id_places = ARENA_ARRAY(b->arena, count, struct span)};
    for (size_t i = 0; i < kinds->count; i++) {
        uint32_t at = (uint32_t)i;
        names_add(&p.kind_index, b->arena, kinds->items[i].name, &at);
    }
    b->anchor_names = (struct name_list){.names = p.ids};
    bind_list(&p, list, 0);
    b->edition->pages = p.pages;
    b->edition->page_count = p.count;
}
