#include "load/include.h"

#include "base/i18n.h"
#include "load/yaml.h"

struct resolver {
    struct arena *arena;
    struct diags *diags;
    include_load *load;
    void *context;
    size_t nodes;
    bool failed, full;
};

struct resolved {
    const struct node *node;
    unsigned height;
};

static struct resolved resolve(struct resolver *r, const struct node *node, unsigned depth);

static bool is_include(const struct node *node)
{
    return node->kind == NODE_MAP && node->as.map.count == 1 &&
           str_is(node->as.map.pairs[0].key->as.scalar.text, "include");
}

static struct resolved failure(struct resolver *r, const struct node *node)
{
    r->failed = true;
    return (struct resolved){node, 0};
}

static void count(struct resolver *r, struct span at, size_t nodes)
{
    r->nodes += nodes;
    if (r->nodes > YAML_MAX_NODES && !r->full) {
        diag_at(r->diags, DIAG_ERROR, at, "too-many-nodes", _("more than %d values, includes counted as copies"),
                (int)YAML_MAX_NODES);
        diag_hint(r->diags, "%s", _("include fewer files, or the same one less often"));
        r->failed = r->full = true;
    }
}

static struct resolved include(struct resolver *r, const struct node *node, unsigned depth)
{
    const struct node *name = node->as.map.pairs[0].value;
    struct include_tree tree;
    if (name->kind != NODE_SCALAR) {
        diag_at(r->diags, DIAG_ERROR, name->at, "bad-include", "%s", _("'include' takes the name of one file"));
        diag_hint(r->diags, "%s", _("as in 'include: pages.yaml'; give each file an include of its own"));
        return failure(r, node);
    }
    const char *file = arena_copy(r->arena, name->as.scalar.text.at, name->as.scalar.text.len);
    if (!r->load(r->context, file, name->at.file, name->at, &tree)) {
        return failure(r, node);
    }
    count(r, name->at, tree.nodes);
    if (depth - 1 + tree.height > YAML_MAX_DEPTH) {
        diag_at(r->diags, DIAG_ERROR, name->at, "too-deep", _("nested more than %d levels deep"), (int)YAML_MAX_DEPTH);
        diag_hint(r->diags, "%s", _("include files that include fewer others"));
        return failure(r, node);
    }
    return (struct resolved){tree.root, tree.height};
}

/* A list or map is copied when the first of its values turns out to be another. */
static struct resolved resolve_list(struct resolver *r, const struct node *node, unsigned depth)
{
    struct resolved result = {node, 1};
    const struct node **items = NULL;
    for (size_t i = 0; i < node->as.list.count && !r->full; i++) {
        struct resolved item = resolve(r, node->as.list.items[i], depth + 1);
        result.height = item.height + 1 > result.height ? item.height + 1 : result.height;
        if (item.node == node->as.list.items[i]) {
            continue;
        }
        if (items == NULL) {
            struct node *copy = ARENA_NEW(r->arena, struct node);
            *copy = *node;
            items = ARENA_DUPLICATE(r->arena, node->as.list.items, node->as.list.count);
            copy->as.list.items = items;
            result.node = copy;
        }
        items[i] = item.node;
    }
    return result;
}

static struct resolved resolve_map(struct resolver *r, const struct node *node, unsigned depth)
{
    struct resolved result = {node, 1};
    struct node_pair *pairs = NULL;
    for (size_t i = 0; i < node->as.map.count && !r->full; i++) {
        const struct node *old = node->as.map.pairs[i].value;
        struct resolved value = resolve(r, old, depth + 1);
        result.height = value.height + 1 > result.height ? value.height + 1 : result.height;
        if (value.node == old) {
            continue;
        }
        if (pairs == NULL) {
            struct node *copy = ARENA_NEW(r->arena, struct node);
            *copy = *node;
            pairs = ARENA_DUPLICATE(r->arena, node->as.map.pairs, node->as.map.count);
            copy->as.map.pairs = pairs;
            result.node = copy;
        }
        pairs[i].value = value.node;
    }
    return result;
}

static struct resolved resolve(struct resolver *r, const struct node *node, unsigned depth)
{
    if (is_include(node)) {
        return include(r, node, depth);
    }
    size_t keys = node->kind == NODE_MAP ? node->as.map.count : 0;
    count(r, node->at, 1 + keys);
    switch (node->kind) {
    case NODE_LIST:
        return resolve_list(r, node, depth);
    case NODE_MAP:
        return resolve_map(r, node, depth);
    case NODE_NULL:
    case NODE_SCALAR:
        break;
    }
    return (struct resolved){node, 0};
}

struct include_tree include_resolve(struct arena *a, struct diags *d, const struct node *root, include_load *load,
                                    void *context)
{
    struct resolver r = {a, d, load, context, 0, false, false};
    struct resolved result = resolve(&r, root, 1);
    return (struct include_tree){r.failed ? NULL : result.node, r.nodes, result.height};
}
