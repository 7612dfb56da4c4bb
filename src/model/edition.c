#include "model/edition.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "model/bind.h"
#include "model/collections.h"
#include "model/edition_path.h"
#include "model/schemas.h"

/* What is read of a data folder before anything in it has a meaning. */
struct trees {
    const char *root;
    const struct node *programme, *edition, *indicators, *services;
    bool indicators_failed, services_failed;
};

static struct binding *binding_new(struct arena *a, struct diags *d, struct sources *sources)
{
    struct binding *b = ARENA_NEW(a, struct binding);
    b->arena = a;
    b->scratch = arena_child(a);
    b->diags = d;
    b->sources = sources;
    b->figures = figures_new(a, d);
    b->edition = ARENA_NEW(a, struct edition);
    *b->edition = (struct edition){
        .figures = b->figures, .ledger = ledger_new(a), .arena = a, .diags = d, .binding = b, .published = {0, 0, 0}};
    return b;
}

/* A file that is there must give a map, unless it is empty. */
static const struct node *map_or_nothing(struct binding *b, const struct node *n, const char *name)
{
    if (n == NULL || n->kind == NODE_NULL) {
        return NULL;
    }
    if (n->kind == NODE_MAP) {
        return n;
    }
    diag_at(b->diags, DIAG_ERROR, n->at, "wrong-type", _("'%s' is no map of names to values"), name);
    if (strcmp(name, "criteria.yaml") == 0) {
        diag_hint(b->diags, "%s", _("put the list below the key 'criteria:'"));
    } else {
        diag_hint(b->diags, "%s",
                  _("write each name with a colon, without '-' before it, and what belongs to it below, indented"));
    }
    return NULL;
}

/* The map of a file that a data folder may do without. `*failed` when it is there and gives no map (recorded). */
static const struct node *load_map(struct binding *b, const char *root, const char *name, bool *failed)
{
    *failed = false;
    if (!file_exists(path_join(b->arena, root, name))) {
        return NULL;
    }
    const struct node *file = source_yaml(b->sources, name, 0, SPAN_NONE);
    const struct node *map = map_or_nothing(b, file, name);
    *failed = map == NULL && (file == NULL || file->kind != NODE_NULL);
    return map;
}

static struct trees load_trees(struct binding *b, const char *root, const char *path)
{
    struct trees t = {.root = root};
    t.programme = source_yaml(b->sources, "programme.yaml", 0, SPAN_NONE);
    const char *file = edition_file(b->arena, root, path);
    sources_tell(b->sources, path_folder(b->arena, file), edition_folder(b->arena, path));
    t.edition = source_yaml(b->sources, file, 0, SPAN_NONE);
    t.indicators = load_map(b, root, "indicators.yaml", &t.indicators_failed);
    t.services = load_map(b, root, "services.yaml", &t.services_failed);
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

/* The schema of a file that could not be read: nothing of it is missed. */
static const struct schema *without_required(struct arena *a, const struct schema *schema)
{
    struct schema *lenient = ARENA_NEW(a, struct schema);
    struct field *fields = ARENA_ARRAY(a, schema->count, struct field);
    for (size_t i = 0; i < schema->count; i++) {
        fields[i] = schema->fields[i];
        fields[i].required = false;
    }
    *lenient = (struct schema){schema->name, fields, schema->count};
    return lenient;
}

static void bind_programme(struct binding *b, const struct trees *t)
{
    struct programme *p = ARENA_NEW(b->arena, struct programme);
    const struct schema *lenient = without_required(b->arena, &schema_programme);
    p->record = bind_record(b, t->programme != NULL ? &schema_programme : lenient, t->programme, STR(""), NULL);
    b->entities_partial = t->programme == NULL;
    b->figures_partial = t->programme == NULL;
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
    bool failed;
    if (v->at.file == 0) {
        return load_map(b, root, name, &failed);
    }
    return map_or_nothing(b, source_yaml(b->sources, name, v->at.file, v->at), name);
}

static void bind_collections(struct binding *b, const struct trees *t)
{
    bool failed;
    indicators_bind(b, t->indicators);
    b->edition->services = services_bind(b, t->services);
    b->edition->criteria = criteria_bind(b, load_map(b, t->root, "criteria.yaml", &failed));
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
        figures_load_file(b, "indicators.csv", SPAN_NONE);
    }
    figures_load(b, b->edition->programme->record);
    if (b->edition->record != NULL) {
        figures_load(b, b->edition->record);
    }
    figures_check_names(b);
}

static void bind_names(struct binding *b, const struct trees *t)
{
    b->indicator_names = binding_names(b, t->indicators);
    b->indicator_names.partial = t->indicators_failed;
    b->service_names = binding_names(b, t->services);
    b->service_names.partial = t->services_failed;
}

/* Pages want an edition and its design; the other files are read and checked without. */
static const struct kinds *bind_pages(struct binding *b, const struct trees *t, const struct kind_source *kinds)
{
    struct edition *e = b->edition;
    if (t->edition == NULL || e->layout.len == 0) {
        return NULL;
    }
    const struct value *named = record_get(e->record, STR("layout"));
    struct span at = named->kind == VALUE_STRING && str_eq(named->as.string, e->layout) ? named->at : SPAN_NONE;
    const struct kinds *found = kinds->kinds(kinds->data, e->layout, at);
    if (found != NULL) {
        pages_bind(b, node_get(t->edition, "pages"), found, t->edition->at);
        bind_finish(b);
    }
    return found;
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
    find_language(b, &trees);
    find_year(b, &trees);
    bind_names(b, &trees);
    bind_programme(b, &trees);
    bind_collections(b, &trees);
    if (trees.edition != NULL) {
        bind_head(b, trees.edition, layout);
    }
    load_figures(b, &trees);
    const struct kinds *found = bind_pages(b, &trees, kinds);
    sources_end_trees(sources);
    return found != NULL && trees.programme != NULL && b->edition->year != 0 ? b->edition : NULL;
}
