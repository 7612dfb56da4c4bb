/* Maps and lists. */
#include "model/bind.h"

#include <stdint.h>
#include <string.h>

#include "base/i18n.h"

static void push_text(struct binding *b, struct value *value, const struct node *scalar, const struct record *scope)
{
    b->texts = ARENA_ROOM(b->arena, b->texts, b->text_count, &b->text_capacity, 256);
    b->texts[b->text_count++] = (struct pending_text){value, scalar, scope};
}

/* What a text costs grows faster than its length. */
static bool check_size(struct binding *b, const struct node *scalar)
{
    enum { MOST_BYTES = 20000 };
    if (scalar->as.scalar.text.len <= MOST_BYTES) {
        return true;
    }
    diag_at(b->diags, DIAG_ERROR, scalar->at, "too-long", _("a text of more than %d bytes"), (int)MOST_BYTES);
    diag_hint(b->diags, "%s", _("divide it into several texts, a paragraph each"));
    return false;
}

static bool bind_one(struct binding *b, const struct field *f, enum field_type type, const struct node *node,
                     const struct record *scope, struct value *out)
{
    out->at = node->at;
    if (type == FIELD_RECORD && node->kind == NODE_MAP) {
        out->as.record = bind_record(b, f->of, node, STR(""), scope);
        out->kind = VALUE_RECORD;
        return true;
    }
    if (type == FIELD_RECORD || type == FIELD_LIST || node->kind != NODE_SCALAR) {
        bind_wrong_type(b, f, type, node);
        return false;
    }
    if (!check_size(b, node)) {
        return false;
    }
    if (type == FIELD_TEXT) {
        out->kind = VALUE_TEXT;
        push_text(b, out, node, scope);
        return true;
    }
    return bind_scalar(b, f, type, node, out);
}

/* [12,5 %] has two entries. */
static void advise_on_commas(struct diags *d, const struct node *list)
{
    struct str source = diags_file_bytes(d, list->at.file);
    if (list->at.start < source.len && source.at[list->at.start] == '[') {
        diag_hint(d, "%s", _("a comma ends an entry here: put text that contains one in quotes"));
    }
}

static void check_length(struct binding *b, const struct field *f, const struct node *list)
{
    size_t count = list->as.list.count;
    bool bounded = f->minimum != 0 || f->maximum != 0;
    if (bounded && (double)count < f->minimum) {
        diag_at(b->diags, DIAG_ERROR, list->at, "out-of-bounds",
                P_("'%.*s' has %zu entry, fewer than %.0f", "'%.*s' has %zu entries, fewer than %.0f", count),
                STR_ARG(f->name), count, f->minimum);
        bind_hint_help(b, f);
    } else if (bounded && (double)count > f->maximum) {
        diag_at(b->diags, DIAG_ERROR, list->at, "out-of-bounds",
                P_("'%.*s' has %zu entry, more than %.0f", "'%.*s' has %zu entries, more than %.0f", count),
                STR_ARG(f->name), count, f->maximum);
        bind_hint_help(b, f);
        advise_on_commas(b->diags, list);
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

/* Nothing behind the colon; or "" where something must be. */
static bool is_empty(const struct field *f, const struct node *value)
{
    return value->kind == NODE_NULL ||
           (f->required && value->kind == NODE_SCALAR && str_trim(value->as.scalar.text).len == 0);
}

static void bind_pairs(struct binding *b, const struct schema *schema, const struct node *map,
                       const struct record *scope, struct value *values, bool *given)
{
    for (size_t i = 0; i < map->as.map.count; i++) {
        const struct node_pair *pair = &map->as.map.pairs[i];
        const struct field *f = schema_field(schema, pair->key->as.scalar.text);
        if (f == NULL) {
            bind_unknown(b, schema, pair->key);
        } else if (!is_empty(f, pair->value)) {
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
        diag_at(b->diags, DIAG_ERROR, map->at, "wrong-type", _("%s wants a map of its fields"), schema_title(schema));
        bind_advise_on_record(b, schema, map);
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
            bind_missing(b, schema, f, map);
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
