/* Reading the geometry of a map. */
#include "base/i18n.h"
#include "layout/map_reading.h"

void map_complain(struct map_reading *m, struct span at, const char *what, struct str text)
{
    m->good = false;
    diag_at(m->r.diags, DIAG_ERROR, at, "bad-map", what, STR_ARG(text));
}

/* The fields of a line. */
enum { AREA_CODE, AREA_GROUP, AREA_X, AREA_Y, AREA_OUTLINE, AREA_NAME, AREA_FIELDS };
enum { GROUP_CODE, GROUP_X, GROUP_Y, GROUP_NAME, GROUP_FIELDS };

/* Two fields. */
static struct point read_place(struct map_reading *m, const struct map_lines *l, struct str x, struct str y,
                               struct str code)
{
    struct point p = {0};
    bool has_x = text_number(x, &p.x);
    if (!has_x || !text_number(y, &p.y))
        map_complain_part(m, l, has_x ? y : x, _("'%.*s' of the map needs a place, x and y"), code);
    return p;
}

static struct str read_code(struct map_reading *m, const struct map_lines *l, struct str code)
{
    if (code.len == 0)
        map_complain_part(m, l, code, "%.*s", str_of(_("an area of a map needs a code")));
    return code;
}

static struct str read_name(struct str name, struct str code)
{
    return name.len > 0 ? name : code;
}

static void read_groups(struct map_reading *m, const struct node *map)
{
    struct map_lines l = map_lines_of(m, map, "groups", GROUP_FIELDS, _("a line of 'groups' is: code, x, y, name"));
    struct map_group *groups = ARENA_ARRAY(m->r.arena, map_count_lines(l) + 1, struct map_group);
    while (map_next_line(m, &l)) {
        struct str code = read_code(m, &l, l.fields[GROUP_CODE]);
        struct point at = read_place(m, &l, l.fields[GROUP_X], l.fields[GROUP_Y], code);
        groups[m->map.group_count++] = (struct map_group){code, read_name(l.fields[GROUP_NAME], code), at};
    }
    m->map.groups = groups;
}

static size_t find_group(struct map_reading *m, const struct map_lines *l, struct str code)
{
    for (size_t i = 0; i < m->map.group_count; i++)
        if (str_eq(m->map.groups[i].code, code))
            return i;
    if (m->map.group_count > 0)
        map_complain_part(m, l, code, _("the map has no group '%.*s'"), code);
    return 0;
}

static void check_code(struct map_reading *m, const struct map_lines *l, const struct map_area *areas, size_t count,
                       struct str code)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(areas[i].code, code))
            map_complain(m, map_part(l, code), _("the map has two areas '%.*s'"), code);
}

static struct map_area read_area(struct map_reading *m, const struct map_lines *l)
{
    struct str outline = l->fields[AREA_OUTLINE];
    struct map_area area = {.code = read_code(m, l, l->fields[AREA_CODE])};
    area.name = read_name(l->fields[AREA_NAME], area.code);
    area.group = find_group(m, l, l->fields[AREA_GROUP]);
    area.at = read_place(m, l, l->fields[AREA_X], l->fields[AREA_Y], area.code);
    map_read_outline(m, outline, map_part(l, outline), &area);
    return area;
}

static void read_areas(struct map_reading *m, const struct node *map)
{
    struct map_lines l =
        map_lines_of(m, map, "areas", AREA_FIELDS, _("a line of 'areas' is: code, group, x, y, outline, name"));
    size_t count = map_count_lines(l);
    if (m->good && (count == 0 || count > MAP_MAX_AREAS))
        map_complain(m, l.of ? l.of->at : map->at, "%.*s", str_of(_("a map needs 'areas', 1000 at most")));
    if (!m->good)
        return;
    struct map_area *areas = ARENA_ARRAY(m->r.arena, count, struct map_area);
    for (count = 0; map_next_line(m, &l); count++) {
        areas[count] = read_area(m, &l);
        check_code(m, &l, areas, count, areas[count].code);
    }
    m->map.areas = areas;
    m->map.area_count = count;
}

static void read_inset(struct map_reading *m, const struct node *n, struct map_inset *out)
{
    static const char *const keys[] = {"name", "areas", "enlarged", NULL};
    read_known(&m->r, n, keys, N_("an inset of a map"));
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

static bool is_mapping(struct map_reading *m, const struct node *n)
{
    if (n->kind != NODE_MAP)
        map_complain(m, n->at, _("each entry of '%.*s' must be a mapping"), STR("insets"));
    return n->kind == NODE_MAP;
}

static void read_insets(struct map_reading *m, const struct node *map)
{
    const struct node *list = read_list(&m->r, node_get(map, "insets"), "insets");
    size_t count = list ? list->as.list.count : 0;
    struct map_inset *insets = ARENA_ARRAY(m->r.arena, count + 1, struct map_inset);
    for (size_t i = 0; i < count; i++)
        if (is_mapping(m, list->as.list.items[i]))
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
    read_known(&m.r, tree, keys, N_("the file of a map"));
    map_read_borders(&m, tree);
    read_groups(&m, tree);
    read_areas(&m, tree);
    if (m.good)
        read_insets(&m, tree);
    if (!m.good)
        return NULL;
    struct map *map = ARENA_NEW(a, struct map);
    *map = m.map;
    return map;
}
