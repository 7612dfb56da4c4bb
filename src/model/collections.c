#include "model/collections.h"

#include "base/i18n.h"
#include "model/schemas.h"

static struct value *list_value(struct binding *b, const struct value *items, size_t count, struct span at)
{
    struct value *list = ARENA_NEW(b->arena, struct value);
    list->kind = VALUE_LIST;
    list->at = at;
    list->as.list.items = items;
    list->as.list.count = count;
    return list;
}

const struct value *services_bind(struct binding *b, const struct node *map)
{
    size_t count = map == NULL ? 0 : b->service_names.count;
    struct value *items = ARENA_ARRAY(b->arena, count, struct value);
    b->services = ARENA_ARRAY(b->arena, count, const struct record *);
    for (size_t i = 0; i < count; i++) {
        const struct node_pair *pair = &map->as.map.pairs[i];
        b->services[i] = bind_record(b, &schema_service, pair->value, b->service_names.names[i], NULL);
        items[i] = (struct value){.kind = VALUE_RECORD, .at = pair->key->at, .as.record = b->services[i]};
    }
    return list_value(b, items, count, map == NULL ? SPAN_NONE : map->at);
}

const struct value *criteria_bind(struct binding *b, const struct node *map)
{
    if (map == NULL) {
        return list_value(b, NULL, 0, SPAN_NONE);
    }
    const struct record *file = bind_record(b, &schema_criteria, map, STR(""), NULL);
    const struct value *list = record_get(file, STR("criteria"));
    return list->kind == VALUE_LIST ? list : list_value(b, NULL, 0, map->at);
}

/* "PLF: projet de loi de finances": the key is the first field, the value the second. */
static const struct record *abbreviation_of(struct binding *b, const struct node_pair *pair)
{
    struct node_pair *fields = ARENA_ARRAY(b->arena, 2, struct node_pair);
    struct node *keys = ARENA_ARRAY(b->arena, 2, struct node);
    struct node *map = ARENA_NEW(b->arena, struct node);
    for (size_t i = 0; i < 2; i++) {
        keys[i] = *pair->key;
        keys[i].as.scalar.text = schema_abbreviation.fields[i].name;
        keys[i].as.scalar.origin = NULL;
        fields[i] = (struct node_pair){&keys[i], i == 0 ? pair->key : pair->value};
    }
    *map = (struct node){.kind = NODE_MAP, .at = pair->key->at};
    map->as.map.pairs = fields;
    map->as.map.count = 2;
    return bind_record(b, &schema_abbreviation, map, pair->key->as.scalar.text, NULL);
}

const struct value *abbreviations_bind(struct binding *b, const struct node *map)
{
    size_t count = map == NULL ? 0 : map->as.map.count;
    struct value *items = ARENA_ARRAY(b->arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct node_pair *pair = &map->as.map.pairs[i];
        items[i] = (struct value){.kind = VALUE_RECORD, .at = pair->key->at, .as.record = abbreviation_of(b, pair)};
    }
    return list_value(b, items, count, map == NULL ? SPAN_NONE : map->at);
}

void figures_load_file(struct binding *b, const char *name, struct span at)
{
    const struct csv_table *table = source_csv(b->sources, name, at.file, at);
    if (table == NULL || !figures_add(b->figures, table)) {
        b->figures_partial = true;
    }
}

void figures_load(struct binding *b, const struct record *r)
{
    const struct value *files = record_get(r, STR("figures"));
    for (size_t i = 0; files->kind == VALUE_LIST && i < files->as.list.count; i++) {
        const struct value *name = &files->as.list.items[i];
        const char *path = arena_printf(b->arena, "%.*s", STR_ARG(name->as.string));
        figures_load_file(b, path, name->at);
    }
}

void figures_check_names(struct binding *b)
{
    struct names told = {.count = 0};
    for (size_t i = 0; i < figures_count(b->figures); i++) {
        const struct observation *o = figures_at(b->figures, i);
        uint32_t none = 0;
        if (!b->indicator_names.partial && binding_indicator(b, o->indicator) == NULL &&
            names_add(&told, b->arena, o->indicator, &none)) {
            diag_at(b->diags, DIAG_ERROR, o->indicator_at, "unknown-indicator", _("unknown indicator '%.*s'"),
                    STR_ARG(o->indicator));
            diag_hint(b->diags, "%s",
                      o->indicator.at[0] == '#' ? _("the spreadsheet's formula failed: put the value in its place")
                                                : _("define it in indicators.yaml"));
            diag_nearest(b->diags, o->indicator, b->indicator_names.names, b->indicator_names.count);
        }
        if (binding_lacks_entity(b, o->entity) &&
            names_add(&told, b->arena, str_of(arena_printf(b->arena, ".%.*s", STR_ARG(o->entity))), &none)) {
            diag_at(b->diags, DIAG_WARNING, o->entity_at, "unknown-entity", _("unknown entity '%.*s'"),
                    STR_ARG(o->entity));
            diag_hint(b->diags, _("add it to services.yaml, or to 'entities' in programme.yaml"));
            diag_nearest(b->diags, o->entity, b->service_names.names, b->service_names.count);
        }
    }
}
