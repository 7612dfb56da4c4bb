/* Where the categories of a map lie: items by their areas' codes, or classes with the codes of theirs. */
#include "base/i18n.h"
#include "layout/chart_gather.h"
#include "layout/maps.h"

#define UNPLACED SIZE_MAX

struct placing {
    struct gathering *g;
    const struct map *map;
    bool groups;
    struct chart_places *out;
};

static size_t place_count(const struct placing *p)
{
    return p->groups ? p->map->group_count : p->map->area_count;
}

static struct str code_at(const struct placing *p, size_t i)
{
    return p->groups ? p->map->groups[i].code : p->map->areas[i].code;
}

static struct str name_at(const struct placing *p, size_t i)
{
    return p->groups ? p->map->groups[i].name : p->map->areas[i].name;
}

/* What to write instead: the code of the area of that name, the nearest code, or all where they are few. */
static void advise_on_code(struct placing *p, struct str given)
{
    struct flow *f = p->g->flow;
    size_t count = place_count(p);
    struct str *codes = ARENA_ARRAY(f->scratch, count + 1, struct str);
    diag_hint(f->job->diags, _("take one of the codes that the map's file lists under '%s'"),
              p->groups ? "groups" : "areas");
    for (size_t i = 0; i < count; i++) {
        codes[i] = code_at(p, i);
        if (str_eq(name_at(p, i), given)) {
            diag_hint(f->job->diags, _("its code is '%.*s'"), STR_ARG(codes[i]));
            return;
        }
    }
    diag_known(f->job->diags, given, codes, count);
}

/* UNPLACED (recorded) when the map has no such area. */
static size_t find_place(struct placing *p, struct str code, struct span at)
{
    size_t count = place_count(p);
    for (size_t i = 0; i < count; i++)
        if (str_eq(code_at(p, i), code))
            return i;
    gather_complain(p->g, at, _("the map has no area '%.*s'"), code);
    if (flow_tells(p->g->flow))
        advise_on_code(p, code);
    return UNPLACED;
}

/* Each area once. */
static bool take_place(struct placing *p, bool *taken, size_t place, struct span at)
{
    if (place == UNPLACED)
        return false;
    if (taken[place]) {
        gather_complain(p->g, at, _("the area '%.*s' stands twice in the data of the map"), code_at(p, place));
        gather_hint(p->g, _("leave one of the two out"));
    }
    taken[place] = true;
    return true;
}

/* Where a category of the data stands, for findings. */
static struct span place_of(const struct placing *p, const struct rows *rows, size_t i)
{
    const struct chart *c = p->g->chart;
    if (rows != NULL && i < rows->count && rows->scopes[i].value->at.file)
        return rows->scopes[i].value->at;
    return c->series_count > 0 && i < c->series[0].value_count ? c->series[0].values[i].at : p->g->flow->entry->at;
}

static void place_categories(struct placing *p, const struct rows *rows)
{
    struct gathering *g = p->g;
    struct arena *a = g->flow->scratch;
    struct chart_category *categories = ARENA_ARRAY(a, g->chart->category_count + 1, struct chart_category);
    size_t *at = ARENA_ARRAY(a, g->chart->category_count + 1, size_t);
    bool *taken = ARENA_ARRAY(a, place_count(p) + 1, bool);
    for (size_t i = 0; i < g->chart->category_count; i++) {
        struct str label = g->chart->categories[i].label, code = STR("");
        if (rows != NULL && g->box->code)
            code = str_trim(gather_text(g, &rows->scopes[i], g->box->code));
        code = code.len > 0 ? code : str_trim(label);
        struct span span = place_of(p, rows, i);
        at[i] = find_place(p, code, span);
        categories[i] = g->chart->categories[i];
        if (take_place(p, taken, at[i], span) && (label.len == 0 || str_eq(str_trim(label), code)))
            categories[i].label = name_at(p, at[i]);
    }
    g->chart->categories = categories;
    g->chart->dated = false;
    p->out->at = at;
}

static struct chart_value bound(struct placing *p, const struct scope *scope, const struct lookup *path)
{
    struct chart_value out = {0};
    const struct value *v = path ? scope_value(p->g->flow, scope, path) : NULL;
    if (v != NULL)
        gather_value(p->g, v, path->forms, &out);
    return out;
}

/* Gives the areas that `path` lists the class. */
static void mark_codes(struct placing *p, const struct scope *scope, const struct lookup *path, size_t class,
                       size_t *classes, bool *taken)
{
    size_t start;
    const struct value *list = path ? scope_list(p->g->flow, scope, path, &start) : NULL;
    for (size_t i = 0; list != NULL && i < list->as.list.count; i++) {
        const struct value *v = &list->as.list.items[i];
        size_t place = find_place(p, scope_text(p->g->flow, v, STR(""), v->at)->text, v->at);
        if (take_place(p, taken, place, v->at))
            classes[place] = class;
    }
}

/* The class of each area; UNPLACED: no value. Classes are listed from the lowest or the highest. */
static size_t *read_classes(struct placing *p, const struct value *list)
{
    struct gathering *g = p->g;
    struct arena *a = g->flow->scratch;
    size_t count = list->as.list.count, areas = place_count(p), rest = UNPLACED;
    struct chart_class *classes = ARENA_ARRAY(a, count + 1, struct chart_class);
    struct scope *scopes = ARENA_ARRAY(a, count + 1, struct scope);
    for (size_t i = 0; i < count; i++) {
        scopes[i] = scope_entry(g->scope, g->box->class_as, list, i, 0);
        classes[i] = (struct chart_class){bound(p, &scopes[i], g->box->low), bound(p, &scopes[i], g->box->high),
                                          gather_holds(g, &scopes[i], g->box->open)};
    }
    bool down = count > 1 && classes[0].low.number > classes[count - 1].low.number;
    size_t *of = ARENA_ARRAY(a, areas + 1, size_t);
    bool *taken = ARENA_ARRAY(a, areas + 1, bool);
    struct chart_class *ordered = ARENA_ARRAY(a, count + 1, struct chart_class);
    for (size_t i = 0; i < areas; i++)
        of[i] = UNPLACED;
    for (size_t i = 0; i < count; i++) {
        size_t class = down ? count - 1 - i : i;
        ordered[class] = classes[i];
        mark_codes(p, &scopes[i], g->box->codes, class, of, taken);
        rest = gather_holds(g, &scopes[i], g->box->rest) ? class : rest;
    }
    mark_codes(p, g->scope, g->box->none, UNPLACED, of, taken);
    for (size_t i = 0; i < areas; i++)
        of[i] = taken[i] ? of[i] : rest;
    p->out->classes = ordered;
    p->out->class_count = count;
    return of;
}

/* Every area is a category, its value the index of its class. */
static void place_classes(struct placing *p, const struct value *list)
{
    struct gathering *g = p->g;
    struct arena *a = g->flow->scratch;
    size_t count = place_count(p);
    const size_t *of = read_classes(p, list);
    struct chart_category *categories = ARENA_ARRAY(a, count + 1, struct chart_category);
    struct chart_series *series = gather_new_series(g, 1);
    struct chart_value *values = gather_new_values(g, series, count);
    size_t *at = ARENA_ARRAY(a, count + 1, size_t);
    series->label = g->chart->title;
    for (size_t i = 0; i < count; i++) {
        at[i] = i;
        categories[i].label = name_at(p, i);
        if (of[i] == UNPLACED)
            continue;
        values[i].present = true;
        values[i].number = (double)of[i];
        values[i].text = chart_class_text(g->flow->job->language, a, &p->out->classes[of[i]])->text;
    }
    g->chart->categories = categories;
    g->chart->category_count = count;
    p->out->at = at;
}

static const struct value *gather_classes(struct gathering *g)
{
    size_t start;
    const struct value *list = g->box->classes ? scope_list(g->flow, g->scope, g->box->classes, &start) : NULL;
    return list != NULL && list->as.list.count > 0 ? list : NULL;
}

void gather_places(struct gathering *g, const struct rows *rows)
{
    const struct value *file = g->box->map ? scope_value(g->flow, g->scope, g->box->map) : NULL;
    if (file == NULL || file->kind != VALUE_STRING) {
        gather_complain(g, g->flow->entry->at, _("a chart of kind '%.*s' needs 'map', the file of its areas"),
                        gather_text(g, g->scope, g->box->kind));
        gather_hint(g, _("name it from the folder of the edition, as in ../maps/country.yaml"));
        return;
    }
    struct chart_places *places = ARENA_NEW(g->flow->scratch, struct chart_places);
    struct placing p = {g, maps_get(g->flow->job, file), gather_holds(g, g->scope, g->box->groups), places};
    g->chart->places = places;
    if (p.map == NULL) {
        g->good = false;
        return;
    }
    *places =
        (struct chart_places){.map = p.map, .groups = p.groups, .missing = gather_text(g, g->scope, g->box->missing)};
    const struct value *classes = gather_classes(g);
    if (classes != NULL && g->chart->kind == CHART_MAP)
        place_classes(&p, classes);
    else
        place_categories(&p, rows);
}
