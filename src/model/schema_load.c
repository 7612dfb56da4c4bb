/* Schemas written in YAML: the `fields:` of page kinds. */
#include <float.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/advice.h"
#include "model/schema.h"

struct loader {
    struct arena *arena;
    struct diags *diags;
};

static const struct str property_names[] = {STR_INIT("type"),    STR_INIT("required"), STR_INIT("of"),
                                            STR_INIT("item"),    STR_INIT("min"),      STR_INIT("max"),
                                            STR_INIT("default"), STR_INIT("choices"),  STR_INIT("help")};
enum { PROPERTY_COUNT = sizeof property_names / sizeof property_names[0] };

static const struct node no_properties = {.kind = NODE_MAP};

static const struct node *scalar_of(struct loader *l, const struct node *map, const char *key)
{
    const struct node *n = node_get(map, key);
    if (n == NULL || n->kind == NODE_SCALAR) {
        return n;
    }
    diag_at(l->diags, DIAG_ERROR, n->at, "wrong-type", _("'%s' wants one value"), key);
    return NULL;
}

static enum field_type type_of(struct loader *l, const struct node *scalar)
{
    enum field_type type = FIELD_TEXT;
    if (scalar == NULL || field_type_find(scalar->as.scalar.text, &type)) {
        return type;
    }
    struct str names[FIELD_LIST + 1];
    for (size_t i = 0; i <= FIELD_LIST; i++) {
        names[i] = str_of(field_type_name((enum field_type)i));
    }
    diag_at(l->diags, DIAG_ERROR, scalar->at, "unknown-choice", _("unknown type '%.*s'"),
            STR_ARG(scalar->as.scalar.text));
    diag_known(l->diags, scalar->as.scalar.text, names, FIELD_LIST + 1);
    return FIELD_TEXT;
}

static bool truth_of(struct loader *l, const struct node *map, const char *key)
{
    const struct node *n = scalar_of(l, map, key);
    if (n == NULL || str_is(n->as.scalar.text, "false")) {
        return false;
    }
    if (!str_is(n->as.scalar.text, "true")) {
        diag_at(l->diags, DIAG_ERROR, n->at, "wrong-type", _("'%s' wants true or false"), key);
        diag_hint(l->diags, "%s", _("write true, or leave it out"));
    }
    return true;
}

static double bound_of(struct loader *l, const struct node *map, const char *key, double otherwise)
{
    const struct node *n = scalar_of(l, map, key);
    struct decimal bound;
    if (n == NULL) {
        return otherwise;
    }
    if (!decimal_parse(n->as.scalar.text, &bound)) {
        diag_at(l->diags, DIAG_ERROR, n->at, "wrong-type", _("'%s' wants a number"), key);
        advise_on_number(l->diags, n->as.scalar.text);
        return otherwise;
    }
    return decimal_to_double(bound);
}

static struct str text_of(struct loader *l, const struct node *map, const char *key)
{
    const struct node *n = scalar_of(l, map, key);
    return n == NULL ? STR("") : str_copy(l->arena, n->as.scalar.text);
}

static void load_choices(struct loader *l, const struct node *key, const struct node *list, struct field *f)
{
    if (list == NULL || list->kind != NODE_LIST) {
        diag_at(l->diags, DIAG_ERROR, list == NULL ? key->at : list->at, "wrong-type", _("'choices' wants a list"));
        diag_hint(l->diags, "%s", _("as in choices: [left, right]"));
        return;
    }
    struct str *choices = ARENA_ARRAY(l->arena, list->as.list.count, struct str);
    for (size_t i = 0; i < list->as.list.count; i++) {
        const struct node *n = list->as.list.items[i];
        if (n->kind == NODE_SCALAR) {
            choices[f->choice_count++] = str_copy(l->arena, n->as.scalar.text);
        }
    }
    f->choices = choices;
}

static void check_properties(struct loader *l, const struct node *map)
{
    for (size_t i = 0; i < map->as.map.count; i++) {
        const struct node *key = map->as.map.pairs[i].key;
        bool known = false;
        for (size_t k = 0; k < PROPERTY_COUNT; k++) {
            known = known || str_eq(key->as.scalar.text, property_names[k]);
        }
        if (!known) {
            diag_at(l->diags, DIAG_ERROR, key->at, "unknown-field", _("a field has no '%.*s'"),
                    STR_ARG(key->as.scalar.text));
            diag_known(l->diags, key->as.scalar.text, property_names, PROPERTY_COUNT);
        }
    }
}

static void load_bounds(struct loader *l, const struct node *map, struct field *f)
{
    if (node_get(map, "min") == NULL && node_get(map, "max") == NULL) {
        return;
    }
    f->minimum = bound_of(l, map, "min", f->type == FIELD_LIST ? 0 : -DBL_MAX);
    f->maximum = bound_of(l, map, "max", DBL_MAX);
}

static void load_parts(struct loader *l, const struct node *key, const struct node *map, struct field *f)
{
    const struct node *of = node_get(map, "of");
    if (of != NULL) {
        f->of = schema_load(l->arena, l->diags, str_of(arena_printf(l->arena, "'%.*s'", STR_ARG(f->name))), of);
    }
    if (f->type == FIELD_LIST) {
        f->item = of != NULL ? FIELD_RECORD : type_of(l, scalar_of(l, map, "item"));
    }
    bool record = f->type == FIELD_RECORD || (f->type == FIELD_LIST && f->item == FIELD_RECORD);
    if (record && of == NULL) {
        diag_at(l->diags, DIAG_ERROR, key->at, "missing-field", _("'%.*s' does not say its fields"), STR_ARG(f->name));
        diag_hint(l->diags, _("list them under 'of:'"));
        f->of = schema_load(l->arena, l->diags, f->name, NULL);
    }
    if (f->type == FIELD_LIST && f->item == FIELD_LIST) {
        diag_at(l->diags, DIAG_ERROR, key->at, "wrong-type", _("'%.*s' is a list of lists"), STR_ARG(f->name));
        diag_hint(l->diags, _("make it a list of records that hold a list"));
        f->item = FIELD_TEXT;
    }
}

static void load_field(struct loader *l, const struct node_pair *pair, struct field *f)
{
    const struct node *value = pair->value;
    f->name = str_copy(l->arena, pair->key->as.scalar.text);
    if (value->kind == NODE_SCALAR) {
        f->type = type_of(l, value);
        load_parts(l, pair->key, &no_properties, f);
        return;
    }
    if (value->kind != NODE_MAP) {
        diag_at(l->diags, DIAG_ERROR, pair->key->at, "wrong-type", _("'%.*s' wants a type, or a map with 'type:'"),
                STR_ARG(f->name));
        diag_hint(l->diags, _("as in %.*s: text"), STR_ARG(f->name));
        return;
    }
    check_properties(l, value);
    f->type = type_of(l, scalar_of(l, value, "type"));
    f->required = truth_of(l, value, "required");
    f->fallback = text_of(l, value, "default");
    f->help = text_of(l, value, "help");
    load_bounds(l, value, f);
    load_parts(l, pair->key, value, f);
    if (f->type == FIELD_CHOICE || node_get(value, "choices") != NULL) {
        load_choices(l, pair->key, node_get(value, "choices"), f);
    }
}

const struct schema *schema_load(struct arena *a, struct diags *d, struct str name, const struct node *fields)
{
    struct loader l = {a, d};
    struct schema *schema = ARENA_NEW(a, struct schema);
    schema->name = name;
    if (fields == NULL || fields->kind == NODE_NULL) {
        return schema;
    }
    if (fields->kind != NODE_MAP) {
        diag_at(d, DIAG_ERROR, fields->at, "wrong-type", _("%.*s: its fields are no map of names to types"),
                STR_ARG(name));
        diag_hint(d, "%s", _("write each as 'name: {type: text}', without '-' before it"));
        return schema;
    }
    struct field *table = ARENA_ARRAY(a, fields->as.map.count, struct field);
    for (size_t i = 0; i < fields->as.map.count; i++) {
        load_field(&l, &fields->as.map.pairs[i], &table[i]);
    }
    schema->fields = table;
    schema->count = fields->as.map.count;
    return schema;
}
