/* Bytes as a YAML file: a tree whose scalars all lie in the file, or a finding. */
#include "fuzz.h"
#include "load/yaml.h"

static void look(const struct node *n, size_t len);

static void look_at_all(const struct node *n, size_t len)
{
    for (size_t i = 0; n->kind == NODE_LIST && i < n->as.list.count; i++)
        look(n->as.list.items[i], len);
    for (size_t i = 0; n->kind == NODE_MAP && i < n->as.map.count; i++) {
        look(n->as.map.pairs[i].key, len);
        look(n->as.map.pairs[i].value, len);
    }
}

static void look(const struct node *n, size_t len)
{
    fuzz_require(n->at.file == 1 && n->at.start <= n->at.end && n->at.end <= len, "a node lies in its file");
    if (n->kind != NODE_SCALAR) {
        look_at_all(n, len);
        return;
    }
    struct str text = n->as.scalar.text;
    fuzz_require(utf8_valid(text) == text.len, "a scalar is UTF-8");
    for (size_t i = 0; i < text.len; i++) {
        struct span at = node_span(n, i, i + 1);
        fuzz_require(at.start <= at.end && at.end <= len, "a scalar's bytes lie in its file");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    uint32_t file = diags_add_file(d, "fuzz.yaml", (struct str){(const char *)data, size});
    const struct node *root = yaml_load(a, d, file);
    fuzz_require(root || diags_count(d, DIAG_ERROR) > 0, "a file without a tree has an error");
    if (root && size < 20000) /* aliases make a tree of a million nodes from little */
        look(root, size);
    fuzz_print(d);
    arena_free(a);
    return 0;
}
