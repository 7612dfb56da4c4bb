#include "layout/maps.h"

#include "load/yaml.h"

/* A value that names a map. */
struct map_name {
    struct span at;
    uint32_t file;
    const struct map *map;
};
struct maps {
    struct arena *arena;
    struct map_name *names;
    size_t count, capacity;
};

struct maps *maps_new(struct arena *a)
{
    struct maps *m = ARENA_NEW(a, struct maps);
    m->arena = a;
    return m;
}

/* A file that another place has named is not read again. */
static const struct map *load(struct job *job, uint32_t file)
{
    for (size_t i = 0; i < job->maps->count; i++)
        if (job->maps->names[i].file == file)
            return job->maps->names[i].map;
    const struct node *tree = yaml_load(job->maps->arena, job->diags, file);
    return tree ? map_read(job->maps->arena, job->diags, tree) : NULL;
}

const struct map *maps_get(struct job *job, const struct value *name)
{
    struct maps *m = job->maps;
    for (size_t i = 0; i < m->count; i++)
        if (span_same_start(m->names[i].at, name->at))
            return m->names[i].map;
    uint32_t file = edition_picture(job->edition, name, MAP_MAX_BYTES);
    const struct map *map = file ? load(job, file) : NULL;
    m->names = ARENA_ROOM(m->arena, m->names, m->count, &m->capacity, 4);
    m->names[m->count++] = (struct map_name){name->at, file, map};
    return map;
}
