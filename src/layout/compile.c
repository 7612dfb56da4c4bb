#include "layout/compile.h"

#include "base/i18n.h"
#include "layout/block.h"
#include "layout/keys.h"

enum { MAX_NESTING = 48, MAX_KEYS = 80 };

const struct block *const blocks[] = {&block_stack,    &block_column, &block_row,    &block_grid,  &block_group,
                                      &block_list,     &block_table,  &block_line,   &block_field, &block_icon,
                                      &block_mark,     &block_bar,    &block_shares, &block_marks, &block_gauge,
                                      &block_monogram, &block_status, &block_link,   &block_image, &block_chart,
                                      &block_text,     NULL};

/* The first of the block kinds whose type key is there, which is at *index. */
static const struct block *find_block(const struct keyed *k, size_t *index)
{
    uint32_t first = KEY_OTHER;
    for (size_t i = 0; i < k->map->as.map.count; i++) {
        if (k->keys[i] >= ATTRIBUTES && k->keys[i] < first) {
            first = k->keys[i];
            *index = i;
        }
    }
    return first == KEY_OTHER ? NULL : blocks[first - ATTRIBUTES];
}

static void complain_of_keys(const struct compiler *c, const struct node *map, const struct block *block)
{
    const char *names[MAX_KEYS];
    size_t count = 0;
    for (size_t i = 0; box_attributes[i] != NULL; i++)
        names[count++] = box_attributes[i];
    names[count++] = block->key;
    for (size_t i = 0; block->attributes && block->attributes[i] != NULL && count < MAX_KEYS - 1; i++)
        names[count++] = block->attributes[i];
    names[count] = NULL;
    read_known(&c->reading, map, names, arena_printf(c->reading.arena, _("a '%s' box"), block->key));
}

static void check_keys(const struct compiler *c, const struct keyed *k, const struct block *block, size_t type)
{
    for (size_t i = 0; i < k->map->as.map.count; i++) {
        struct str key = k->map->as.map.pairs[i].key->as.scalar.text;
        bool known = i == type || k->keys[i] < ATTRIBUTES || (block->attributes && is_among(key, block->attributes));
        if (!known) {
            complain_of_keys(c, k->map, block);
            return;
        }
    }
}

static void complain_of_type(const struct compiler *c, const struct node *map)
{
    struct str names[sizeof blocks / sizeof *blocks];
    size_t count = 0;
    for (; blocks[count] != NULL; count++)
        names[count] = str_of(blocks[count]->key);
    diag_at(c->reading.diags, DIAG_ERROR, map->at, "no-box-type",
            _("this box has no type, such as 'text', 'row' or 'use'"));
    if (map->as.map.count > 0)
        diag_nearest(c->reading.diags, map->as.map.pairs[0].key->as.scalar.text, names, count);
}

static const struct box *compile_map(struct compiler *c, const struct node *map)
{
    struct keyed k = keys_read(c->reading.arena, c->keys, map);
    size_t type;
    const struct block *block = find_block(&k, &type);
    if (block == NULL) {
        complain_of_type(c, map);
        return NULL;
    }
    struct box *box = ARENA_NEW(c->reading.arena, struct box);
    box->block = block;
    box->at = map->as.map.pairs[type].key->at;
    box->label = str_of(block->key);
    check_keys(c, &k, block, type);
    compile_attributes(c, &k, box);
    block->compile(c, map, map->as.map.pairs[type].value, box);
    for (size_t i = 0; i < box->child_count; i++)
        box->carries |= box->children[i]->carries;
    box->carries |= box->runs;
    bool entry = box->runs && box->each;
    if (box->carries && !entry && (box->tagged || box->kept)) {
        box->kept = c->kept + 1;
        c->kept += 2; /* a table keeps two elements, the others one */
    }
    return box;
}

static struct part *find_part(const struct compiler *c, const struct node *name)
{
    struct str given = read_text(&c->reading, name, "use");
    struct part *part = part_named(c->parts, given);
    if (part != NULL)
        return part;
    size_t count = c->parts->count;
    struct str *names = ARENA_ARRAY(c->reading.arena, count + 1, struct str);
    for (size_t i = 0; i < count; i++)
        names[i] = c->parts->items[i].name;
    diag_at(c->reading.diags, DIAG_ERROR, name->at, "unknown-name", _("there is no part '%.*s'"), STR_ARG(given));
    diag_known(c->reading.diags, given, names, count);
    return NULL;
}

static bool is_use_key(const struct node *key)
{
    return str_is(key->as.scalar.text, "use") || str_is(key->as.scalar.text, "with");
}

/* Attributes beside `use` go on top of the part's; conditions of both hold. */
static const struct node *merged(struct arena *a, const struct node *part, const struct node *use)
{
    struct node_pair *pairs = ARENA_ARRAY(a, part->as.map.count + use->as.map.count, struct node_pair);
    size_t count = 0;
    for (size_t i = 0; i < part->as.map.count; i++) {
        struct str key = part->as.map.pairs[i].key->as.scalar.text;
        bool condition = str_is(key, "when") || str_is(key, "unless");
        bool replaced = false;
        for (size_t j = 0; j < use->as.map.count; j++)
            replaced |= str_eq(use->as.map.pairs[j].key->as.scalar.text, key);
        if (condition || !replaced)
            pairs[count++] = part->as.map.pairs[i];
    }
    for (size_t j = 0; j < use->as.map.count; j++)
        if (!is_use_key(use->as.map.pairs[j].key))
            pairs[count++] = use->as.map.pairs[j];
    struct node *out = ARENA_NEW(a, struct node);
    *out = *part;
    out->as.map.pairs = pairs;
    out->as.map.count = count;
    return out;
}

/* A part that is a list stands as a group, which takes the attributes beside `use`. */
static const struct node *grouped(struct arena *a, const struct node *part)
{
    struct node *key = ARENA_NEW(a, struct node), *map = ARENA_NEW(a, struct node);
    *key = (struct node){.kind = NODE_SCALAR, .at = part->at, .as.scalar.text = STR("group")};
    struct node_pair *pair = ARENA_NEW(a, struct node_pair);
    *pair = (struct node_pair){key, part};
    *map = (struct node){.kind = NODE_MAP, .at = part->at, .as.map = {pair, 1}};
    return map;
}

static const struct box *compile_use(struct compiler *c, const struct node *map, const struct node *name)
{
    struct part *found = find_part(c, name);
    if (found == NULL)
        return NULL;
    struct arena *a = c->reading.arena;
    const struct node *part = part_with(a, found, read_map(&c->reading, node_get(map, "with"), "with"));
    if (part->kind == NODE_LIST)
        part = grouped(a, part);
    if (part->kind != NODE_MAP) {
        diag_at(c->reading.diags, DIAG_ERROR, part->at, "design-value", _("a part must be a box or a list of boxes"));
        return NULL;
    }
    bool lenient = c->lenient;
    c->lenient = true;
    const struct box *box = compile_box(c, merged(a, part, map));
    c->lenient = lenient;
    return box;
}

const struct box *compile_box(struct compiler *c, const struct node *n)
{
    if (n->kind != NODE_MAP) {
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "design-value", _("a box must be a mapping"));
        diag_hint(c->reading.diags, "%s", _("as in {text: \"${title}\", style: body}"));
        return NULL;
    }
    if (c->depth >= MAX_NESTING) {
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "too-deep", _("boxes are nested more than %d levels deep"),
                MAX_NESTING);
        diag_hint(c->reading.diags, _("does a part use itself?"));
        return NULL;
    }
    const struct node *use = node_get(n, "use");
    c->depth++;
    const struct box *box = use ? compile_use(c, n, use) : compile_map(c, n);
    c->depth--;
    return box;
}

const struct box *const *compile_boxes(struct compiler *c, const struct node *list, size_t *count)
{
    *count = 0;
    list = read_list(&c->reading, list, "boxes");
    if (list == NULL)
        return NULL;
    const struct box **boxes = ARENA_ARRAY(c->reading.arena, list->as.list.count + 1, const struct box *);
    for (size_t i = 0; i < list->as.list.count; i++) {
        const struct box *box = compile_box(c, list->as.list.items[i]);
        if (box != NULL)
            boxes[(*count)++] = box;
    }
    return boxes;
}
