#include "model/binding.h"

#include "base/i18n.h"
#include "model/advice.h"

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

/* Whether it is the programme itself, a service or declared. */
static bool has_entity(const struct binding *b, struct str entity)
{
    uint32_t at = 0;
    return entity.len == 0 || names_find(&b->service_names.index, entity, &at) || names_find(&b->entities, entity, &at);
}

bool binding_lacks_entity(const struct binding *b, struct str entity)
{
    return !b->service_names.partial && !b->entities_partial && !has_entity(b, entity);
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

/* "nouveaux_agents2015": the longest indicator that the name starts with. */
static void advise_on_start(struct binding *b, struct str name)
{
    enum { SHORTEST = 4 };
    const struct name_list *known = &b->indicator_names;
    struct str best = STR("");
    for (size_t i = 0; i < known->count; i++) {
        struct str id = known->names[i];
        if (id.len >= SHORTEST && id.len > best.len && id.len < name.len && str_eq(str_slice(name, 0, id.len), id)) {
            best = id;
        }
    }
    for (size_t i = 0; i < b->service_names.count; i++) {
        struct str id = b->service_names.names[i], rest = str_slice(name, id.len, name.len);
        if (rest.len > 0 && str_eq(str_slice(name, 0, id.len), id) && binding_indicator(b, rest) != NULL) {
            diag_hint(b->diags, _("did you mean '%.*s.%.*s'?"), STR_ARG(id), STR_ARG(rest));
            return;
        }
    }
    if (best.len > 0) {
        diag_hint(b->diags, _("did you mean '%.*s'? '@' goes before a period, ':' before a form"), STR_ARG(best));
    }
}

void binding_advise_on_name(struct binding *b, struct str text)
{
    struct str name = str_slice(text, 0, str_find(text, '@'));
    size_t point = str_find(name, '.');
    if (point < name.len) {
        diag_nearest(b->diags, str_slice(name, 0, point), b->service_names.names, b->service_names.count);
        name = str_slice(name, point + 1, name.len);
    }
    diag_nearest(b->diags, name, b->indicator_names.names, b->indicator_names.count);
}

/* "me.mbres": the parts make up one indicator. */
static bool report_stray_point(struct binding *b, struct figure_name name, struct span indicator_at,
                               struct span entity_at)
{
    struct str joined = str_of(arena_printf(b->arena, "%.*s%.*s", STR_ARG(name.entity), STR_ARG(name.indicator)));
    if (binding_indicator(b, joined) == NULL) {
        return false;
    }
    struct span at = {entity_at.file, entity_at.start, indicator_at.end};
    diag_at(b->diags, DIAG_ERROR, at, "unknown-entity", _("unknown entity '%.*s'"), STR_ARG(name.entity));
    diag_hint(b->diags, _("did you mean '%.*s'?"), STR_ARG(joined));
    return true;
}

/* Services and what 'entities' declares. */
static void advise_on_entity(struct binding *b, struct str given)
{
    const struct programme *p = b->edition->programme;
    const struct value *list = p == NULL ? NULL : record_get(p->record, STR("entities"));
    size_t more = list != NULL && list->kind == VALUE_LIST ? list->as.list.count : 0;
    struct str *names = ARENA_ARRAY(b->arena, b->service_names.count + more, struct str);
    size_t count = 0;
    for (size_t i = 0; i < b->service_names.count; i++) {
        names[count++] = b->service_names.names[i];
    }
    for (size_t i = 0; i < more; i++) {
        names[count++] = list->as.list.items[i].as.string;
    }
    diag_nearest(b->diags, given, names, count);
}

bool binding_check_period(struct binding *b, struct str text, struct str bad, struct span at)
{
    if (bad.len == 0 || bad.at == text.at || bad.at[-1] != '@') {
        return true;
    }
    diag_at(b->diags, DIAG_ERROR, at, "bad-period", _("'%.*s' is no period"), STR_ARG(bad));
    diag_hint(b->diags, "%s", _("write @2023, @2024-11, @2024-T4, @2025-01-01, @previous or @next"));
    advise_on_period(b->diags, bad);
    return false;
}

bool binding_check_anchor(struct binding *b, struct str anchor, struct span at, uint32_t *index)
{
    if (names_find(&b->anchor_names.index, anchor, index)) {
        return true;
    }
    if (!b->anchor_names.partial) {
        diag_at(b->diags, DIAG_ERROR, at, "unknown-anchor", _("no page has the id '%.*s'"), STR_ARG(anchor));
        diag_hint(b->diags, _("give the page meant 'id: %.*s'"), STR_ARG(anchor));
        diag_nearest(b->diags, anchor, b->anchor_names.names, b->anchor_names.count);
    }
    return false;
}

bool binding_check_name(struct binding *b, struct figure_name name, struct span indicator_at, struct span entity_at)
{
    bool good = true;
    if (binding_lacks_entity(b, name.entity) && report_stray_point(b, name, indicator_at, entity_at)) {
        return false;
    }
    if (binding_lacks_entity(b, name.entity)) {
        diag_at(b->diags, DIAG_ERROR, entity_at, "unknown-entity", _("unknown entity '%.*s'"), STR_ARG(name.entity));
        diag_hint(b->diags, _("add it to services.yaml, or to 'entities' in programme.yaml"));
        advise_on_entity(b, name.entity);
        good = false;
    }
    if (binding_indicator(b, name.indicator) != NULL) {
        return good;
    }
    if (!b->indicator_names.partial) {
        diag_at(b->diags, DIAG_ERROR, indicator_at, "unknown-reference", _("unknown indicator '%.*s'"),
                STR_ARG(name.indicator));
        diag_hint(b->diags, _("define it in indicators.yaml"));
        advise_on_start(b, name.indicator);
        diag_nearest(b->diags, name.indicator, b->indicator_names.names, b->indicator_names.count);
    }
    return false;
}
