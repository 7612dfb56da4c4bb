#include "model/edition.h"

#include "base/file.h"
#include "base/i18n.h"
#include "model/abbreviations.h"
#include "model/bind.h"
#include "model/collections.h"
#include "model/edition_path.h"
#include "model/schemas.h"

/* What is read of a data folder before anything in it has a meaning. */
struct trees {
    const char *root;
    const struct node *programme, *edition, *indicators, *services;
};

static struct binding *binding_new(struct arena *a, struct diags *d, struct sources *sources)
{
    struct binding *b = ARENA_NEW(a, struct binding);
    b->arena = a;
    b->diags = d;
    b->sources = sources;
    b->figures = figures_new(a, d);
    b->edition = ARENA_NEW(a, struct edition);
    *b->edition = (struct edition){
        .figures = b->figures, .ledger = ledger_new(a), .arena = a, .diags = d, .binding = b, .published = {0, 0, 0}};
    return b;
}

/* A file that a data folder may do without. */
static const struct node *load_optional(struct binding *b, const char *root, const char *name)
{
    if (!file_exists(path_join(b->arena, root, name))) {
        return NULL;
    }
    return source_yaml(b->sources, name, 0, SPAN_NONE);
}

static const struct node *map_or_nothing(struct binding *b, const struct node *n, const char *name)
{
    if (n == NULL || n->kind == NODE_MAP || n->kind == NODE_NULL) {
        return n != NULL && n->kind == NODE_MAP ? n : NULL;
    }
    diag_at(b->diags, DIAG_ERROR, n->at, "wrong-type", _("'%s' is no map of names to values"), name);
    return NULL;
}

static const struct node *load_map(struct binding *b, const char *root, const char *name)
{
    return map_or_nothing(b, load_optional(b, root, name), name);
}

static struct trees load_trees(struct binding *b, const char *root, const char *path)
{
    struct trees t = {.root = root};
    t.programme = source_yaml(b->sources, "programme.yaml", 0, SPAN_NONE);
    t.edition = source_yaml(b->sources, edition_file(b->arena, root, path), 0, SPAN_NONE);
    t.indicators = load_map(b, root, "indicators.yaml");
    t.services = load_map(b, root, "services.yaml");
    return t;
}

/* Language and year must stand before the records that give them are bound: formatting and @previous rest on them. What is wrong with them is told when
 * the records are bound. */
static void find_language(struct binding *b, const struct trees *t)
{
    const struct node *n = node_get(t->edition, "language");
    if (n == NULL || n->kind != NODE_SCALAR) {
        n = node_get(t->programme, "language");
    }
    if (n != NULL && n->kind == NODE_SCALAR) {
        b->language = language_new(b->arena, n->as.scalar.text);
    }
    if (b->language == NULL) {
        b->language = language_new(b->arena, STR("fr"));
    }
}

static void find_year(struct binding *b, const struct trees *t)
{
    const struct field *f = schema_field(&schema_edition, STR("edition"));
    const struct node *n = node_get(t->edition, "edition");
    struct decimal year;
    if (n == NULL || n->kind != NODE_SCALAR || !decimal_parse(n->as.scalar.text, &year)) {
        return;
    }
    double value = decimal_to_double(year);
    if (value >= f->minimum && value <= f->maximum) {
        b->year = (int)value;
    }
}

static void declare_entities(struct binding *b, const struct record *programme)
{
    const struct value *list = record_get(programme, STR("entities"));
    for (size_t i = 0; list->kind == VALUE_LIST && i < list->as.list.count; i++) {
        uint32_t none = 0;
        names_add(&b->entities, b->arena, list->as.list.items[i].as.string, &none);
    }
}

static void bind_programme(struct binding *b, const struct trees *t)
{
    struct programme *p = ARENA_NEW(b->arena, struct programme);
    p->record = bind_record(b, &schema_programme, t->programme, STR(""), NULL);
    p->language = b->language;
    p->language_mutable = b->language;
    p->data_root = str_copy(b->arena, str_of(t->root));
    b->edition->programme = p;
    declare_entities(b, p->record);
}

/* The file that the programme names must be there; the usual one need not. */
static const struct node *load_abbreviations(struct binding *b, const char *root)
{
    const struct value *v = record_get(b->edition->programme->record, STR("abbreviations"));
    if (v->kind != VALUE_STRING) {
        return NULL;
    }
    const char *name = arena_printf(b->arena, "%.*s", STR_ARG(v->as.string));
    if (v->at.file == 0) {
        return load_map(b, root, name);
    }
    return map_or_nothing(b, source_yaml(b->sources, name, v->at.file, v->at), name);
}

static void bind_collections(struct binding *b, const struct trees *t)
{
    indicators_bind(b, t->indicators);
    b->edition->services = services_bind(b, t->services);
    b->edition->criteria = criteria_bind(b, load_map(b, t->root, "criteria.yaml"));
    b->edition->abbreviations = abbreviations_bind(b, load_abbreviations(b, t->root));
}

static const struct node *without(struct arena *a, const struct node *map, const char *key)
{
    if (map->kind != NODE_MAP) {
        return map;
    }
    struct node *copy = ARENA_NEW(a, struct node);
    struct node_pair *pairs = ARENA_ARRAY(a, map->as.map.count, struct node_pair);
    size_t count = 0;
    for (size_t i = 0; i < map->as.map.count; i++) {
        if (!str_is(map->as.map.pairs[i].key->as.scalar.text, key)) {
            pairs[count++] = map->as.map.pairs[i];
        }
    }
    *copy = *map;
    copy->as.map.pairs = pairs;
    copy->as.map.count = count;
    return copy;
}

static void bind_head(struct binding *b, const struct node *node, struct str layout)
{
    struct edition *e = b->edition;
    e->record = bind_record(b, &schema_edition, without(b->arena, node, "pages"), STR(""), NULL);
    e->year = b->year;
    e->layout = layout.len > 0 ? layout : record_string(e->record, "layout");
    const struct value *published = record_get(e->record, STR("published"));
    if (published->kind == VALUE_DATE) {
        e->published = published->as.date;
    }
}

static void load_figures(struct binding *b, const struct trees *t)
{
    if (file_exists(path_join(b->arena, t->root, "indicators.csv"))) {
        const struct csv_table *table = source_csv(b->sources, "indicators.csv", 0, SPAN_NONE);
        if (table != NULL) {
            figures_add(b->figures, table);
        }
    }
    figures_load(b, b->edition->programme->record);
    figures_load(b, b->edition->record);
    figures_check_names(b);
}

const struct edition *edition_bind(struct arena *a, struct diags *d, struct sources *sources, const char *path,
                                   struct str layout, const struct kind_source *kinds)
{
    const char *root = edition_root(a, path);
    if (root == NULL) {
        diag_at(d, DIAG_ERROR, SPAN_NONE, "no-programme", _("no programme.yaml in '%s' nor in a folder above it"),
                path);
        diag_hint(d, _("an edition lies in a data folder with programme.yaml"));
        return NULL;
    }
    struct binding *b = binding_new(a, d, sources);
    struct trees trees = load_trees(b, root, path);
    if (trees.edition == NULL || trees.programme == NULL) {
        return NULL;
    }
    find_language(b, &trees);
    find_year(b, &trees);
    b->indicator_names = binding_names(b, trees.indicators);
    b->service_names = binding_names(b, trees.services);
    bind_programme(b, &trees);
    bind_collections(b, &trees);
    bind_head(b, trees.edition, layout);
    load_figures(b, &trees);
    struct edition *e = b->edition;
    const struct value *named = record_get(e->record, STR("layout"));
    const struct kinds *found = e->layout.len > 0 ? kinds->kinds(kinds->data, e->layout, named->at) : NULL;
    if (found != NULL) {
        pages_bind(b, node_get(trees.edition, "pages"), found, trees.edition->at);
        bind_finish(b);
        e->abbreviations = abbreviations_used(b, e->abbreviations);
    }
    return found != NULL && e->year != 0 ? e : NULL;
}
