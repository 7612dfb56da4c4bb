/* Maps and lists. */
#include "model/bind.h"

#include <stdint.h>
#include <string.h>

#include "base/i18n.h"

static const char *expected(enum field_type type)
{
    switch (type) {
    case FIELD_TEXT:
        return _("text");
    case FIELD_STRING:
        return _("a word or words");
    case FIELD_NUMBER:
        return _("a number");
    case FIELD_INTEGER:
        return _("a whole number");
    case FIELD_BOOL:
        return _("true or false");
    case FIELD_DATE:
        return _("a day (YYYY-MM-DD)");
    case FIELD_URL:
        return _("an address (https:, http:, mailto: or #page)");
    case FIELD_ID:
        return _("a name of letters, digits, '-' and '_'");
    case FIELD_CHOICE:
        return _("one of its choices");
    case FIELD_IMAGE:
        return _("the name of a picture");
    case FIELD_FIGURE:
        return _("a figure ([entity.]indicator[@period])");
    case FIELD_SERVICE:
        return _("the id of a service");
    case FIELD_RECORD:
        return _("a map");
    case FIELD_LIST:
        return _("a list");
    }
    return "";
}

static struct str found_name(const struct node *n)
{
    switch (n->kind) {
    case NODE_NULL:
        return str_of(_("nothing"));
    case NODE_LIST:
        return str_of(_("a list"));
    case NODE_MAP:
        return str_of(_("a map"));
    case NODE_SCALAR:
        break;
    }
    return n->as.scalar.text;
}

/* {edition} and {a: b} where text is meant: braces that YAML took for itself. */
static bool advise_on_braces(struct diags *d, const struct node *found)
{
    if (found->kind == NODE_LIST) {
        diag_hint(d, _("text that starts with [ needs quotes"));
        return true;
    }
    if (found->kind != NODE_MAP || found->as.map.count == 0) {
        return false;
    }
    const struct node_pair *pair = &found->as.map.pairs[0];
    if (pair->value->kind == NODE_NULL) {
        struct str key = pair->key->as.scalar.text;
        diag_hint(d, _("put quotes around it, or write ${%.*s} for a reference"), STR_ARG(key));
    } else {
        diag_hint(d, _("text that contains ': ' or starts with { needs quotes"));
    }
    return true;
}

void bind_wrong_type(struct binding *b, const struct field *f, enum field_type type, const struct node *found)
{
    struct str what = found_name(found);
    const char *quote = found->kind == NODE_SCALAR ? "'" : "";
    diag_at(b->diags, DIAG_ERROR, found->at, "wrong-type", _("'%.*s' wants %s, not %s%.*s%s"), STR_ARG(f->name),
            expected(type), quote, STR_ARG(what), quote);
    bool scalar_wanted = type != FIELD_LIST && type != FIELD_RECORD;
    if (scalar_wanted && advise_on_braces(b->diags, found)) {
        return;
    }
    if (f->help.len > 0) {
        diag_hint(b->diags, "%.*s: %s", STR_ARG(f->name), _(f->help.at));
    }
}

static void push_text(struct binding *b, struct value *value, const struct node *scalar, const struct record *scope)
{
    if (b->text_count == b->text_capacity) {
        b->text_capacity = b->text_capacity == 0 ? 256 : b->text_capacity * 2;
        b->texts = arena_grow(b->arena, b->texts, b->text_count, b->text_capacity, sizeof *b->texts);
    }
    b->texts[b->text_count++] = (struct pending_text){value, scalar, scope};
}

static bool bind_one(struct binding *b, const struct field *f, enum field_type type, const struct node *node,
                     const struct record *scope, struct value *out)
{
    out->at = node->at;
    if (type == FIELD_RECORD && (node->kind == NODE_MAP)) {
        out->as.record = bind_record(b, f->of, node, STR(""), scope);
        out->kind = VALUE_RECORD;
        return true;
    }
    if (type == FIELD_RECORD || type == FIELD_LIST || node->kind != NODE_SCALAR) {
        bind_wrong_type(b, f, type, node);
        return false;
    }
    if (type == FIELD_TEXT) {
        out->kind = VALUE_TEXT;
        push_text(b, out, node, scope);
        return true;
    }
    return bind_scalar(b, f, type, node, out);
}

static void check_length(struct binding *b, const struct field *f, const struct node *list)
{
    size_t count = list->as.list.count;
    bool bounded = f->minimum != 0 || f->maximum != 0;
    if (bounded && (double)count < f->minimum) {
        diag_at(b->diags, DIAG_ERROR, list->at, "out-of-bounds",
                P_("'%.*s' has %zu entry, fewer than %.0f", "'%.*s' has %zu entries, fewer than %.0f", count),
                STR_ARG(f->name), count, f->minimum);
    } else if (bounded && (double)count > f->maximum) {
        diag_at(b->diags, DIAG_ERROR, list->at, "out-of-bounds",
                P_("'%.*s' has %zu entry, more than %.0f", "'%.*s' has %zu entries, more than %.0f", count),
                STR_ARG(f->name), count, f->maximum);
    }
}

static void bind_list(struct binding *b, const struct field *f, const struct node *list, const struct record *scope,
                      struct value *out)
{
    size_t kept = 0;
    struct value *items = ARENA_ARRAY(b->arena, list->as.list.count, struct value);
    for (size_t i = 0; i < list->as.list.count; i++) {
        kept += bind_one(b, f, f->item, list->as.list.items[i], scope, &items[kept]) ? 1 : 0;
    }
    out->kind = VALUE_LIST;
    out->as.list.items = items;
    out->as.list.count = kept;
    check_length(b, f, list);
}

static void bind_field(struct binding *b, const struct field *f, const struct node *node, const struct record *scope,
                       struct value *out)
{
    out->at = node->at;
    if (f->type == FIELD_LIST && node->kind == NODE_LIST) {
        bind_list(b, f, node, scope, out);
    } else if (!bind_one(b, f, f->type, node, scope, out)) {
        out->kind = VALUE_NONE;
    }
}

/* A default is bound like input that has no place. */
static void bind_default(struct binding *b, const struct field *f, const struct record *scope, struct value *out)
{
    struct node *scalar = ARENA_NEW(b->arena, struct node);
    scalar->kind = NODE_SCALAR;
    scalar->style = SCALAR_QUOTED;
    scalar->as.scalar.text = f->fallback;
    bind_field(b, f, scalar, scope, out);
}

/* Where to point at for what is not there: the map's first key rather than all of its lines. */
static struct span map_place(const struct node *map)
{
    bool has_key = map->kind == NODE_MAP && map->as.map.count > 0;
    return has_key ? map->as.map.pairs[0].key->at : map->at;
}

static void report_missing(struct binding *b, const struct schema *schema, const struct field *f, struct span at)
{
    diag_at(b->diags, DIAG_ERROR, at, "missing-field", _("%.*s without '%.*s'"), STR_ARG(schema->name),
            STR_ARG(f->name));
    if (f->help.len > 0) {
        diag_hint(b->diags, _("add '%.*s': %s (%s)"), STR_ARG(f->name), _(f->help.at), expected(f->type));
    } else {
        diag_hint(b->diags, _("add '%.*s': %s"), STR_ARG(f->name), expected(f->type));
    }
}

static void report_unknown(struct binding *b, const struct schema *schema, const struct node *key)
{
    struct str *names = ARENA_ARRAY(b->arena, schema->count, struct str);
    for (size_t i = 0; i < schema->count; i++) {
        names[i] = schema->fields[i].name;
    }
    diag_at(b->diags, DIAG_ERROR, key->at, "unknown-field", _("%.*s has no field '%.*s'"), STR_ARG(schema->name),
            STR_ARG(key->as.scalar.text));
    diag_nearest(b->diags, key->as.scalar.text, names, schema->count);
}

static void bind_pairs(struct binding *b, const struct schema *schema, const struct node *map,
                       const struct record *scope, struct value *values, bool *given)
{
    for (size_t i = 0; i < map->as.map.count; i++) {
        const struct node_pair *pair = &map->as.map.pairs[i];
        const struct field *f = schema_field(schema, pair->key->as.scalar.text);
        if (f == NULL) {
            report_unknown(b, schema, pair->key);
        } else if (pair->value->kind != NODE_NULL) {
            size_t at = (size_t)(f - schema->fields);
            given[at] = true;
            bind_field(b, f, pair->value, scope, &values[at]);
        }
    }
}

const struct record *bind_record(struct binding *b, const struct schema *schema, const struct node *node, struct str id,
                                 const struct record *scope)
{
    static const struct node nothing = {.kind = NODE_NULL};
    const struct node *map = node == NULL ? &nothing : node;
    struct record *r = ARENA_NEW(b->arena, struct record);
    struct value *values = ARENA_ARRAY(b->arena, schema->count, struct value);
    bool *given = ARENA_ARRAY(b->arena, schema->count, bool);
    const struct record *within = scope == NULL ? r : scope;
    *r = (struct record){.schema = schema, .values = values, .id = id, .at = map->at};
    if (map->kind == NODE_MAP) {
        bind_pairs(b, schema, map, within, values, given);
    } else if (map->kind != NODE_NULL) {
        diag_at(b->diags, DIAG_ERROR, map->at, "wrong-type", _("%.*s wants a map of its fields"),
                STR_ARG(schema->name));
        return r;
    }
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *f = &schema->fields[i];
        if (given[i]) {
            continue;
        }
        values[i].at = map->at;
        if (f->fallback.len > 0) {
            bind_default(b, f, within, &values[i]);
        } else if (f->required) {
            report_missing(b, schema, f, map_place(map));
        }
    }
    return r;
}

struct str record_string(const struct record *r, const char *name)
{
    const struct value *v = record_get(r, str_of(name));
    return v != NULL && v->kind == VALUE_STRING ? v->as.string : STR("");
}

int record_integer(const struct record *r, const char *name, int otherwise)
{
    const struct value *v = record_get(r, str_of(name));
    return v != NULL && v->kind == VALUE_NUMBER ? (int)decimal_to_double(v->as.number) : otherwise;
}
