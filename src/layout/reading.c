#include "layout/reading.h"

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/advice.h"

enum { MAX_KNOWN = 96 };

static size_t gather(const char *const *names, struct str out[MAX_KNOWN])
{
    size_t count = 0;
    while (count < MAX_KNOWN && names[count] != NULL) {
        out[count] = str_of(names[count]);
        count++;
    }
    return count;
}

size_t index_among(struct str given, const char *const *names)
{
    size_t i = 0;
    while (names[i] != NULL && !str_is(given, names[i]))
        i++;
    return i;
}

bool is_among(struct str given, const char *const *names)
{
    return names[index_among(given, names)] != NULL;
}

void read_known(const struct reading *r, const struct node *map, const char *const *known, const char *what)
{
    if (map == NULL || map->kind != NODE_MAP)
        return;
    for (size_t i = 0; i < map->as.map.count; i++) {
        const struct node *key = map->as.map.pairs[i].key;
        if (is_among(key->as.scalar.text, known))
            continue;
        diag_at(r->diags, DIAG_ERROR, key->at, "unknown-key", _("'%.*s' is not known in %s"),
                STR_ARG(key->as.scalar.text), _(what));
        struct str names[MAX_KNOWN];
        diag_known(r->diags, key->as.scalar.text, names, gather(known, names));
    }
}

void read_known_names(const struct reading *r, const char *key, struct str given, const void *elements, size_t count,
                      size_t size)
{
    diag_hint(r->diags, _("add it under '%s' in theme.yaml"), key);
    struct str *names = ARENA_ARRAY(r->arena, count + 1, struct str);
    for (size_t i = 0; i < count; i++)
        memcpy(&names[i], (const char *)elements + i * size, sizeof names[i]);
    diag_known(r->diags, given, names, count);
}

struct str read_text(const struct reading *r, const struct node *n, const char *what)
{
    if (n == NULL || n->kind == NODE_NULL)
        return STR("");
    if (n->kind == NODE_SCALAR)
        return n->as.scalar.text;
    diag_at(r->diags, DIAG_ERROR, n->at, "design-value", _("'%s' must be text"), what);
    diag_hint(r->diags, "%s", _("text that starts with '[' or '{' or contains ': ' needs quotes"));
    return STR("");
}

struct str read_text_or(const struct reading *r, const struct node *map, const char *key, struct str fallback)
{
    const struct node *n = node_get(map, key);
    return n ? read_text(r, n, key) : fallback;
}

bool text_number(struct str text, double *out)
{
    struct decimal value;
    if (!decimal_parse(text, &value))
        return false;
    *out = decimal_to_double(value);
    return true;
}

bool read_number(const struct reading *r, const struct node *n, const char *what, double *out)
{
    if (n == NULL || n->kind == NODE_NULL)
        return false;
    if (n->kind == NODE_SCALAR && text_number(n->as.scalar.text, out))
        return true;
    diag_at(r->diags, DIAG_ERROR, n->at, "design-value", _("'%s' must be a number"), what);
    if (n->kind == NODE_SCALAR)
        advise_on_number(r->diags, n->as.scalar.text);
    return false;
}

double read_number_or(const struct reading *r, const struct node *map, const char *key, double fallback)
{
    double value = fallback;
    return read_number(r, node_get(map, key), key, &value) ? value : fallback;
}

bool read_truth(const struct reading *r, const struct node *n, const char *what)
{
    if (n == NULL || n->kind == NODE_NULL)
        return false;
    if (n->kind == NODE_SCALAR && str_is(n->as.scalar.text, "true"))
        return true;
    if (n->kind != NODE_SCALAR || !str_is(n->as.scalar.text, "false"))
        diag_at(r->diags, DIAG_ERROR, n->at, "design-value", _("'%s' must be true or false"), what);
    return false;
}

bool read_flag(const struct reading *r, const struct node *map, const char *key)
{
    return read_truth(r, node_get(map, key), key);
}

const struct node *read_list(const struct reading *r, const struct node *n, const char *what)
{
    if (n == NULL || n->kind == NODE_NULL)
        return NULL;
    if (n->kind == NODE_LIST)
        return n;
    diag_at(r->diags, DIAG_ERROR, n->at, "design-value", _("'%s' must be a list"), what);
    diag_hint(r->diags, "%s", _("write its entries in [ ], or each on a line of its own behind '- '"));
    return NULL;
}

const struct node *read_map(const struct reading *r, const struct node *n, const char *what)
{
    if (n == NULL || n->kind == NODE_NULL)
        return NULL;
    if (n->kind == NODE_MAP)
        return n;
    diag_at(r->diags, DIAG_ERROR, n->at, "design-value", _("'%s' must be a mapping"), what);
    diag_hint(r->diags, "%s", _("write 'key: value' in { }, or each on a line of its own"));
    return NULL;
}

int read_choice(const struct reading *r, const struct node *n, const char *const *names, const char *what)
{
    struct str given = read_text(r, n, what);
    for (int i = 0; names[i] != NULL; i++)
        if (str_is(given, names[i]))
            return i;
    if (n != NULL && n->kind == NODE_SCALAR) {
        diag_at(r->diags, DIAG_ERROR, n->at, "design-value", _("'%.*s' is no value of '%s'"), STR_ARG(given), what);
        struct str known[MAX_KNOWN];
        diag_known(r->diags, given, known, gather(names, known));
    }
    return -1;
}
