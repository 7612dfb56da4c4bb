/* Reading the geometry of a map. */
#include "base/i18n.h"
#include "layout/map_reading.h"

void map_complain(struct map_reading *m, struct span at, const char *what, struct str text)
{
    m->good = false;
    diag_at(m->r.diags, DIAG_ERROR, at, "bad-map", what, STR_ARG(text));
}

static struct point read_point(struct map_reading *m, const struct node *map, struct str code)
{
    const struct node *n = node_get(map, "at");
    struct point p = {0};
    if (n != NULL && n->kind == NODE_LIST && n->as.list.count == 2 &&
        read_number(&m->r, n->as.list.items[0], "at", &p.x) && read_number(&m->r, n->as.list.items[1], "at", &p.y))
        return p;
    map_complain(m, n ? n->at : map->at, _("'%.*s' of the map needs a place: at: [x, y]"), code);
    return p;
}

static struct str read_code(struct map_reading *m, const struct node *map)
{
    struct str code = read_text(&m->r, node_get(map, "code"), "code");
    if (code.len == 0)
        map_complain(m, map->at, "%.*s", str_of(_("an area of a map needs a 'code'")));
    return code;
}

static struct str read_name(struct map_reading *m, const struct node *map, struct str code)
{
    struct str name = read_text(&m->r, node_get(map, "name"), "name");
    return name.len > 0 ? name : code;
}

/* A list of mappings; empty when absent. */
static size_t count_of(struct map_reading *m, const struct node *map, const char *key, const struct node **list)
{
    *list = read_list(&m->r, node_get(map, key), key);
    size_t count = *list ? (*list)->as.list.count : 0;
    for (size_t i = 0; i < count; i++)
        if ((*list)->as.list.items[i]->kind != NODE_MAP) {
            map_complain(m, (*list)->as.list.items[i]->at, _("each entry of '%.*s' must be a mapping"), str_of(key));
            return 0;
        }
    return count;
}

static void read_groups(struct map_reading *m, const struct node *map)
{
    static const char *const keys[] = {"code", "name", "at", NULL};
    const struct node *list;
    size_t count = count_of(m, map, "groups", &list);
    struct map_group *groups = ARENA_ARRAY(m->r.arena, count + 1, struct map_group);
    for (size_t i = 0; i < count; i++) {
        const struct node *n = list->as.list.items[i];
        read_known(&m->r, n, keys, _("a group of a map"));
        groups[i].code = read_code(m, n);
        groups[i].name = read_name(m, n, groups[i].code);
        groups[i].at = read_point(m, n, groups[i].code);
    }
    m->map.groups = groups;
    m->map.group_count = count;
}

static size_t find_group(struct map_reading *m, const struct node *map)
{
    const struct node *n = node_get(map, "group");
    struct str code = read_text(&m->r, n, "group");
    for (size_t i = 0; i < m->map.group_count; i++)
        if (str_eq(m->map.groups[i].code, code))
            return i;
    if (m->map.group_count > 0)
        map_complain(m, n ? n->at : map->at, _("the map has no group '%.*s'"), code);
    return 0;
}

static void read_areas(struct map_reading *m, const struct node *map)
{
    static const char *const keys[] = {"code", "name", "group", "at", "shape", NULL};
    const struct node *list;
    size_t count = count_of(m, map, "areas", &list);
    if (count == 0 || count > MAP_MAX_AREAS)
        map_complain(m, map->at, "%.*s", str_of(_("a map needs 'areas', 1000 at most")));
    if (!m->good)
        return;
    struct map_area *areas = ARENA_ARRAY(m->r.arena, count, struct map_area);
    for (size_t i = 0; i < count; i++) {
        const struct node *n = list->as.list.items[i];
        read_known(&m->r, n, keys, _("an area of a map"));
        areas[i].code = read_code(m, n);
        for (size_t k = 0; k < i; k++)
            if (str_eq(areas[k].code, areas[i].code))
                map_complain(m, n->at, _("the map has two areas '%.*s'"), areas[i].code);
        areas[i].name = read_name(m, n, areas[i].code);
        areas[i].group = find_group(m, n);
        areas[i].at = read_point(m, n, areas[i].code);
        map_read_shape(m, n, &areas[i]);
    }
    m->map.areas = areas;
    m->map.area_count = count;
}

static void read_inset(struct map_reading *m, const struct node *n, struct map_inset *out)
{
    static const char *const keys[] = {"name", "areas", "enlarged", NULL};
    read_known(&m->r, n, keys, _("an inset of a map"));
    const struct node *list = read_list(&m->r, node_get(n, "areas"), "areas");
    size_t count = list ? list->as.list.count : 0;
    size_t *areas = ARENA_ARRAY(m->r.arena, count + 1, size_t);
    for (size_t i = 0; i < count; i++) {
        struct str code = read_text(&m->r, list->as.list.items[i], "areas");
        size_t k = 0;
        while (k < m->map.area_count && !str_eq(m->map.areas[k].code, code))
            k++;
        if (k == m->map.area_count)
            map_complain(m, list->as.list.items[i]->at, _("the map has no area '%.*s'"), code);
        areas[i] = k;
    }
    if (count == 0)
        map_complain(m, n->at, "%.*s", str_of(_("an inset of a map needs 'areas'")));
    *out = (struct map_inset){read_text(&m->r, node_get(n, "name"), "name"), areas, count,
                              read_flag(&m->r, n, "enlarged")};
}

static void read_insets(struct map_reading *m, const struct node *map)
{
    const struct node *list;
    size_t count = count_of(m, map, "insets", &list);
    struct map_inset *insets = ARENA_ARRAY(m->r.arena, count + 1, struct map_inset);
    for (size_t i = 0; i < count; i++)
        read_inset(m, list->as.list.items[i], &insets[i]);
    m->map.insets = insets;
    m->map.inset_count = count;
}

const struct map *map_read(struct arena *a, struct diags *d, const struct node *tree)
{
    static const char *const keys[] = {"source", "licence", "borders", "areas", "groups", "insets", NULL};
    struct map_reading m = {.r = {.arena = a, .diags = d}, .good = true};
    if (tree->kind != NODE_MAP) {
        map_complain(&m, tree->at, "%.*s",
                     str_of(_("a map is a mapping of 'borders', 'areas', 'groups' and 'insets'")));
        return NULL;
    }
    read_known(&m.r, tree, keys, _("the file of a map"));
    map_read_borders(&m, tree);
    read_groups(&m, tree);
    if (m.good)
        read_areas(&m, tree);
    if (m.good)
        read_insets(&m, tree);
    if (!m.good)
        return NULL;
    struct map *map = ARENA_NEW(a, struct map);
    *map = m.map;
    return map;
}
