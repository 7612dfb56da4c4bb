/* A small edition in a design of the tool's own, from its files to a PDF in memory. The mutator edits trees and tables, not bytes. */
#include <string.h>

#include "folder_target.h"
#include "fuzz.h"
#include "load/yaml.h"
#include "mutate.h"
#include "paint/paint.h"

static const char edition_file[] = "data/2024/bilan.yaml";

static void paint(const struct test_pipeline *p)
{
    struct buf pdf = {0}, text = {0};
    if (!p->document || diags_count(p->diags, DIAG_ERROR) > 0)
        return;
    struct paint_result painted = paint_pdf(p->document, &pdf);
    fuzz_require(painted.status == PAINT_OK && pdf.len > 0, "what has no error is painted");
    document_dump(p->document, &text);
    buf_free(&pdf);
    buf_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const below[] = {"data/", NULL};
    static const struct folder_target target = {edition_file, below, STAGE_LAYOUT, paint};
    folder_target_run(&target, data, size);
    return 0;
}

/* The edition's file half of the time. */
static struct input_file *any_file(struct chance *c, const struct input_files *files)
{
    size_t index = chance_below(c, files->count);
    bool edition = chance_below(c, 2);
    for (size_t i = 0; edition && i < files->count; i++)
        if (str_ends(files->items[i].name, "bilan.yaml"))
            index = i;
    return &files->items[index];
}

/* False when the file is no tree that can be changed. */
static bool mutate_yaml(struct chance *c, struct arena *a, struct input_file *file)
{
    struct diags *d = diags_new(a);
    const struct node *node = yaml_load(a, d, diags_add_file(d, "", file->bytes));
    struct tree *tree = node ? tree_of(a, node) : NULL;
    if (!tree)
        return false;
    struct buf out = {0};
    for (size_t i = 1 + chance_below(c, 3); i > 0; i--)
        mutate_tree(c, a, tree);
    tree_print(tree, &out);
    file->bytes = str_copy(a, buf_view(&out));
    buf_free(&out);
    return true;
}

static bool mutate_file(struct chance *c, struct arena *a, struct input_file *file)
{
    struct buf out = {0};
    if (!str_ends(file->name, ".csv"))
        return mutate_yaml(c, a, file);
    mutate_csv(c, file->bytes, &out);
    file->bytes = str_copy(a, buf_view(&out));
    buf_free(&out);
    return true;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
    struct chance c = {seed};
    struct arena *a = arena_new();
    struct buf out = {0};
    struct input_files files = files_parse(a, (struct str){(const char *)data, size}, edition_file);
    bool changed = files.count > 0 && chance_below(&c, 16) > 0 && mutate_file(&c, a, any_file(&c, &files));
    if (changed)
        files_write(&files, &out);
    if (changed && out.len > 0 && out.len <= max_size) {
        memcpy(data, out.at, out.len);
        size = out.len;
    } else {
        size = LLVMFuzzerMutate(data, size, max_size);
    }
    buf_free(&out);
    arena_free(a);
    return size;
}
