#include "load/yaml_keys.h"

#include <stdlib.h>

#include "base/i18n.h"

enum { FEW_KEYS = 12 };

static bool check_kinds(struct diags *d, const struct node_pair *pairs, size_t count)
{
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        const struct node *key = pairs[i].key;
        if (key->kind != NODE_SCALAR) {
            diag_at(d, DIAG_ERROR, key->at, "bad-key",
                    key->kind == NODE_NULL ? _("a key is missing here")
                                           : _("a key must be text, not a list or mapping"));
            diag_hint(d, "%s", _("if this is text, put it in quotes"));
            ok = false;
        }
    }
    return ok;
}

static int compare_keys(const void *left, const void *right)
{
    const struct node *a = *(const struct node *const *)left, *b = *(const struct node *const *)right;
    int order = str_cmp(a->as.scalar.text, b->as.scalar.text);
    return order != 0 ? order : (a->at.start > b->at.start) - (a->at.start < b->at.start);
}

static void report(struct diags *d, const struct node *first, const struct node *second)
{
    diag_at(d, DIAG_ERROR, second->at, "duplicate-key", _("key '%.*s' stands twice"), STR_ARG(second->as.scalar.text));
    diag_hint(d, "%s", _("keep one of the two, or rename one"));
    diag_also(d, first->at, "%s", _("first stated here"));
}

/* For the few keys that most mappings have; nothing is to be sorted then. */
static bool all_differ(const struct node_pair *pairs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (str_eq(pairs[i].key->as.scalar.text, pairs[j].key->as.scalar.text)) {
                return false;
            }
        }
    }
    return true;
}

bool yaml_check_keys(struct diags *d, const struct node_pair *pairs, size_t count)
{
    if (!check_kinds(d, pairs, count)) {
        return false;
    }
    if (count <= FEW_KEYS && all_differ(pairs, count)) {
        return true;
    }
    const struct node **keys = memory_alloc(count * sizeof(const struct node *));
    for (size_t i = 0; i < count; i++) {
        keys[i] = pairs[i].key;
    }
    qsort(keys, count, sizeof(const struct node *), compare_keys);
    bool ok = true;
    size_t first = 0;
    for (size_t i = 1; i < count; i++) {
        if (!str_eq(keys[i]->as.scalar.text, keys[first]->as.scalar.text)) {
            first = i;
            continue;
        }
        report(d, keys[first], keys[i]);
        ok = false;
    }
    free(keys);
    return ok;
}
