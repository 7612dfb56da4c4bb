#include "load/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "load/characters.h"
#include "load/yaml_loader.h"
#include "load/yaml_quotes.h"

/* The first byte from `at` on that is neither white space nor comment; the end without one. */
static size_t skip_comments(struct str bytes, size_t at)
{
    while (at < bytes.len && strchr(" \t\r\n#", bytes.at[at]) != NULL) {
        at += bytes.at[at] == '#' ? str_find(str_slice(bytes, at, bytes.len), '\n') : 1;
    }
    return at;
}

/* Nothing may follow the first document. Not left to the parser, which would have to read on for it. */
static bool check_end(struct loader *l)
{
    uint32_t end = loader_offset(l, l->event.end_mark.index);
    size_t at = skip_comments(l->bytes, end - l->skipped);
    if (at >= l->bytes.len) {
        return true;
    }
    uint32_t offset = (uint32_t)(at + l->skipped);
    diag_at(l->diags, DIAG_ERROR, (struct span){l->file, offset, offset + 1}, "several-documents",
            _("a second document starts here"));
    diag_hint(l->diags, "%s", _("put it into a file of its own"));
    return false;
}

static const struct node *build_document(struct loader *l)
{
    bool started = loader_next(l); /* the stream; then comes the document */
    if (!started || !loader_next(l)) {
        return NULL;
    }
    if (l->event.type == YAML_STREAM_END_EVENT) {
        struct node *nothing = ARENA_NEW(l->trees, struct node);
        nothing->at = (struct span){l->file, (uint32_t)l->skipped, (uint32_t)l->skipped};
        return nothing;
    }
    if (!loader_next(l)) {
        return NULL;
    }
    struct built root = loader_build(l, 1);
    if (root.node == NULL || !loader_next(l) || !check_end(l) || !loader_check_anchors(l) || l->failed) {
        return NULL;
    }
    return root.node;
}

/* %TAG and the like: of no use without custom tags, and slow to parse in great number. */
static bool check_directives(struct loader *l)
{
    size_t at = skip_comments(l->bytes, 0);
    struct str rest = str_slice(l->bytes, at, l->bytes.len);
    if (str_starts(rest, "%YAML ")) {
        at = skip_comments(l->bytes, at + str_find(rest, '\n'));
        rest = str_slice(l->bytes, at, l->bytes.len);
    }
    if (!str_starts(rest, "%")) {
        return true;
    }
    uint32_t offset = (uint32_t)(at + l->skipped);
    diag_at(l->diags, DIAG_ERROR, (struct span){l->file, offset, offset + 1}, "yaml-syntax",
            _("a value that starts with '%c' must be in quotes"), '%');
    yaml_hint_quotes(l->diags, l->file, offset);
    return false;
}

static bool check_size(struct diags *d, uint32_t file)
{
    if (diags_file_bytes(d, file).len <= YAML_MAX_BYTES) {
        return true;
    }
    diag_at(d, DIAG_ERROR, (struct span){file, 0, 0}, "too-large", _("larger than %d MB"),
            YAML_MAX_BYTES / (1024 * 1024));
    diag_hint(d, "%s", _("divide it: 'include: FILE' stands for the content of another file"));
    return false;
}

const struct node *yaml_load(struct arena *a, struct diags *d, uint32_t file)
{
    return yaml_load_apart(a, a, d, file);
}

const struct node *yaml_load_apart(struct arena *trees, struct arena *texts, struct diags *d, uint32_t file)
{
    if (!check_size(d, file) || !characters_check(d, file)) {
        return NULL;
    }
    struct loader *l = memory_alloc(sizeof *l);
    l->trees = trees;
    l->texts = texts;
    l->diags = d;
    l->file = file;
    l->whole = diags_file_bytes(d, file);
    l->skipped = str_starts(l->whole, "\xEF\xBB\xBF") ? 3 : 0;
    l->bytes = str_slice(l->whole, l->skipped, l->whole.len);
    const struct node *root = NULL;
    if (check_directives(l)) {
        if (!yaml_parser_initialize(&l->parser)) {
            memory_exhausted();
        }
        yaml_parser_set_encoding(&l->parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&l->parser, (const unsigned char *)l->bytes.at, l->bytes.len);
        root = build_document(l);
        yaml_event_delete(&l->event);
        yaml_parser_delete(&l->parser);
    }
    free(l->pending);
    free(l);
    return root;
}
