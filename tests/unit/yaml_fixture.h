/* YAML loaded from text. */
#ifndef BILAN_TESTS_YAML_FIXTURE_H
#define BILAN_TESTS_YAML_FIXTURE_H

#include "findings.h"

#include "load/yaml.h"

struct fixture {
    struct arena *a;
    struct diags *d;
    const struct node *root;
};

static inline struct fixture load_bytes(struct str bytes)
{
    struct fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    f.root = yaml_load(f.a, f.d, diags_add_file(f.d, "x.yaml", bytes));
    return f;
}

static inline struct fixture load(const char *text)
{
    return load_bytes(str_of(text));
}

/* Without a finding. */
static inline struct fixture load_well(const char *text)
{
    struct fixture f = load(text);
    assert_findings(f.d, "");
    assert_non_null(f.root);
    return f;
}

/* `part` so many times between `head` and `tail`. The text lives until the next call. */
static inline struct fixture load_repeated(const char *head, const char *part, size_t times, const char *tail)
{
    static struct buf yaml;
    buf_free(&yaml);
    buf_text(&yaml, head);
    for (size_t i = 0; i < times; i++) {
        buf_text(&yaml, part);
    }
    buf_text(&yaml, tail);
    struct fixture f = load_bytes(buf_view(&yaml));
    return f;
}

#endif
