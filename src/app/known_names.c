#include "app/known_names.h"

#include "base/file.h"
#include "model/figure.h"

static struct name_set keys_of(struct arena *a, const struct node *map)
{
    if (!map || map->kind != NODE_MAP)
        return (struct name_set){NULL, 0};
    struct str *names = ARENA_ARRAY(a, map->as.map.count, struct str);
    size_t count = 0;
    for (size_t i = 0; i < map->as.map.count; i++) {
        struct str key = map->as.map.pairs[i].key->as.scalar.text;
        if (is_id(key)) /* others are reported when the edition is bound */
            names[count++] = key;
    }
    return (struct name_set){names, count};
}

static struct name_set with_entities(struct arena *a, struct name_set services, const struct node *list)
{
    size_t more = list && list->kind == NODE_LIST ? list->as.list.count : 0, count = services.count;
    struct str *names = ARENA_ARRAY(a, count + more, struct str);
    if (count > 0)
        memcpy(names, services.items, count * sizeof *names);
    for (size_t i = 0; i < more; i++) {
        const struct node *entry = list->as.list.items[i];
        if (entry->kind == NODE_SCALAR && is_id(entry->as.scalar.text))
            names[count++] = entry->as.scalar.text;
    }
    return (struct name_set){names, count};
}

/* A file that a data folder may do without. */
static const struct node *load_optional(struct arena *a, struct sources *s, const char *root, const char *name)
{
    return file_exists(path_join(a, root, name)) ? source_yaml(s, name, 0, SPAN_NONE) : NULL;
}

struct known_names known_names_read(struct arena *a, struct sources *s, const char *root)
{
    const struct node *programme = source_yaml(s, "programme.yaml", 0, SPAN_NONE);
    bool is_map = programme && programme->kind == NODE_MAP;
    const struct node *entities = is_map ? node_get(programme, "entities") : NULL;
    const struct node *name = is_map ? node_get(programme, "name") : NULL;
    struct known_names names = {.programme = name && name->kind == NODE_SCALAR ? name->as.scalar.text : STR(""),
                                .indicators = keys_of(a, load_optional(a, s, root, "indicators.yaml")),
                                .services = keys_of(a, load_optional(a, s, root, "services.yaml"))};
    names.entities = with_entities(a, names.services, entities);
    return names;
}
