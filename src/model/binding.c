#include "model/binding.h"

#include "base/i18n.h"

const struct indicator *binding_indicator(const struct binding *b, struct str id)
{
    uint32_t at = 0;
    return names_find(&b->indicator_names.index, id, &at) ? &b->indicators[at] : NULL;
}

const struct derivation *binding_derivation(const struct binding *b, struct str id)
{
    uint32_t at = 0;
    return names_find(&b->indicator_names.index, id, &at) ? &b->derivations[at] : NULL;
}

bool binding_has_entity(const struct binding *b, struct str entity)
{
    uint32_t at = 0;
    return entity.len == 0 || names_find(&b->service_names.index, entity, &at) || names_find(&b->entities, entity, &at);
}

bool binding_lacks_entity(const struct binding *b, struct str entity)
{
    return !b->service_names.partial && !b->entities_partial && !binding_has_entity(b, entity);
}

struct name_list binding_names(struct binding *b, const struct node *map)
{
    struct name_list list = {.count = 0};
    if (map == NULL || map->kind != NODE_MAP) {
        return list;
    }
    struct str *names = ARENA_ARRAY(b->arena, map->as.map.count, struct str);
    for (size_t i = 0; i < map->as.map.count; i++) {
        const struct node *key = map->as.map.pairs[i].key;
        struct figure_name name;
        struct str bad;
        uint32_t at = (uint32_t)i;
        names[i] = key->as.scalar.text;
        if (!figure_name_parse(names[i], 0, &name, &bad) || name.indicator.len != names[i].len) {
            diag_at(b->diags, DIAG_ERROR, key->at, "wrong-type",
                    _("'%.*s' is no id: it takes letters, digits, '-' and '_'"), STR_ARG(names[i]));
            diag_hint(b->diags, "%s", _("what is printed stands in its 'label' or 'name'; the id is for references"));
        } else {
            names_add(&list.index, b->arena, names[i], &at);
        }
    }
    list.names = names;
    list.count = map->as.map.count;
    return list;
}

struct figure_name binding_fill_period(const struct binding *b, struct figure_name name)
{
    if (name.period.kind == PERIOD_NONE) {
        name.period = (struct period){.kind = PERIOD_YEAR, .year = b->year};
    }
    return name;
}

bool binding_check_name(struct binding *b, struct figure_name name, struct span indicator_at, struct span entity_at)
{
    bool good = true;
    if (binding_lacks_entity(b, name.entity)) {
        diag_at(b->diags, DIAG_ERROR, entity_at, "unknown-entity", _("unknown entity '%.*s'"), STR_ARG(name.entity));
        diag_hint(b->diags, _("add it to services.yaml, or to 'entities' in programme.yaml"));
        diag_nearest(b->diags, name.entity, b->service_names.names, b->service_names.count);
        good = false;
    }
    if (binding_indicator(b, name.indicator) != NULL) {
        return good;
    }
    if (!b->indicator_names.partial) {
        diag_at(b->diags, DIAG_ERROR, indicator_at, "unknown-reference", _("unknown indicator '%.*s'"),
                STR_ARG(name.indicator));
        diag_hint(b->diags, _("define it in indicators.yaml"));
        diag_nearest(b->diags, name.indicator, b->indicator_names.names, b->indicator_names.count);
    }
    return false;
}
