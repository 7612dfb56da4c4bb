/* What is wrong with a map of fields. */
#include <stdint.h>
#include <string.h>

#include "base/i18n.h"
#include "load/yaml_line.h"
#include "load/yaml_quotes.h"
#include "model/bind.h"

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

/* {edition} where a reference is meant. */
static bool is_lone_name(const struct node *found)
{
    return found->kind == NODE_MAP && found->as.map.count == 1 && found->as.map.pairs[0].value->kind == NODE_NULL;
}

/* A list or map where one value is meant: brackets, braces or a colon that YAML took for itself. */
static void advise_on_structure(struct diags *d, const struct node *found)
{
    struct buf quoted = {0};
    if (!yaml_quoted(&quoted, d, found->at)) {
        diag_hint(d, "%s",
                  found->kind == NODE_LIST ? _("write one value here, without '-' before it")
                                           : _("write one value here; text that contains ': ' needs quotes"));
    } else if (is_lone_name(found)) {
        struct str key = found->as.map.pairs[0].key->as.scalar.text;
        diag_hint(d, _("write ${%.*s} for a reference; if it is text, put it in quotes: %s"), STR_ARG(key),
                  buf_view(&quoted).at);
    } else {
        diag_hint(d, _("if it is text, put it in quotes: %s"), buf_view(&quoted).at);
    }
    buf_free(&quoted);
}

void bind_hint_help(struct binding *b, const struct field *f)
{
    if (f->help.len > 0) {
        diag_hint(b->diags, _("%.*s: %s"), STR_ARG(f->name), _(f->help.at));
    }
}

void bind_advise_on_record(struct binding *b, const struct schema *schema, const struct node *found)
{
    for (size_t i = 0; i < schema->count; i++) {
        if (schema->fields[i].required && found->kind == NODE_SCALAR) {
            struct buf fixed = {0};
            yaml_quote(&fixed, found->as.scalar.text);
            diag_hint(b->diags, _("write its fields, as in {%.*s: %s}"), STR_ARG(schema->fields[i].name),
                      buf_view(&fixed).at);
            buf_free(&fixed);
            return;
        }
    }
    diag_hint(b->diags, "%s", _("write 'key: value', one below the other"));
}

void bind_wrong_type(struct binding *b, const struct field *f, enum field_type type, const struct node *found)
{
    struct str what = found_name(found);
    diag_at(b->diags, DIAG_ERROR, found->at, "wrong-type",
            found->kind == NODE_SCALAR ? _("'%.*s' wants %s, not '%.*s'") : _("'%.*s' wants %s, not %.*s"),
            STR_ARG(f->name), expected(type), STR_ARG(what));
    bool scalar_wanted = type == FIELD_TEXT || type == FIELD_STRING;
    if (scalar_wanted && (found->kind == NODE_LIST || found->kind == NODE_MAP)) {
        advise_on_structure(b->diags, found);
        return;
    }
    bind_hint_help(b, f);
    if (type == FIELD_CHOICE) {
        diag_known(b->diags, STR(""), f->choices, f->choice_count);
    } else if (type == FIELD_RECORD && found->kind == NODE_SCALAR && f->of != NULL) {
        bind_advise_on_record(b, f->of, found);
    }
}

/* Where to point at for what is not there: the map's first key rather than all of its lines. */
static struct span map_place(const struct node *map)
{
    bool has_key = map->kind == NODE_MAP && map->as.map.count > 0;
    return has_key ? map->as.map.pairs[0].key->at : map->at;
}

/* The field's key, where it stands without a value: NULL, or "title: # 1 du réseau", all of which is comment. */
static const struct node *empty_key(const struct node *map, struct str name)
{
    for (size_t i = 0; map->kind == NODE_MAP && i < map->as.map.count; i++) {
        const struct node *key = map->as.map.pairs[i].key;
        if (str_eq(key->as.scalar.text, name)) {
            return key;
        }
    }
    return NULL;
}

static void report_empty(struct binding *b, const struct field *f, const struct node *key)
{
    struct str rest = str_slice(diags_file_bytes(b->diags, key->at.file), key->at.end, SIZE_MAX);
    rest.len = str_find(rest, '\n');
    size_t sign = str_find(rest, '#');
    diag_at(b->diags, DIAG_ERROR, key->at, "missing-field", _("'%.*s' has no value"), STR_ARG(f->name));
    if (sign < rest.len) {
        struct buf fixed = {0};
        yaml_quote(&fixed, str_trim(str_slice(rest, sign, rest.len)));
        diag_hint(b->diags, _("'#' starts a comment; if it is text, put it in quotes: %.*s: %s"), STR_ARG(f->name),
                  buf_view(&fixed).at);
        buf_free(&fixed);
    } else {
        bind_hint_help(b, f);
    }
}

/* "label:. x" or "amount x" with the field's name at its start: the name's length, or 0. */
static size_t starts_with_field(struct str key, const struct str *names, size_t count)
{
    size_t word = 0;
    while (word < key.len && is_id(str_slice(key, word, word + 1))) {
        word++;
    }
    struct str rest = str_slice(key, word, key.len);
    bool ends = rest.len > 1 && (strchr(" .:;,!=?`\"", rest.at[0]) != NULL || str_starts(rest, "\u00a0"));
    for (size_t i = 0; ends && i < count; i++) {
        if (str_eq(names[i], str_slice(key, 0, word))) {
            return word;
        }
    }
    return 0;
}

static struct str *field_names(struct binding *b, const struct schema *schema)
{
    struct str *names = ARENA_ARRAY(b->arena, schema->count, struct str);
    for (size_t i = 0; i < schema->count; i++) {
        names[i] = schema->fields[i].name;
    }
    return names;
}

/* A key that is no field is nearest to this one. */
static bool is_misspelt(struct binding *b, const struct schema *schema, const struct field *f, const struct node *map)
{
    const struct str *names = field_names(b, schema);
    for (size_t i = 0; map->kind == NODE_MAP && i < map->as.map.count; i++) {
        struct str key = map->as.map.pairs[i].key->as.scalar.text;
        size_t word = starts_with_field(key, names, schema->count);
        size_t nearest = schema_field(schema, key) != NULL ? schema->count : str_nearest(key, names, schema->count);
        if (word > 0 && str_eq(str_slice(key, 0, word), f->name)) {
            return true;
        }
        if (nearest < schema->count && str_eq(names[nearest], f->name)) {
            return true;
        }
    }
    return false;
}

void bind_missing(struct binding *b, const struct schema *schema, const struct field *f, const struct node *map)
{
    const struct node *empty = empty_key(map, f->name);
    if (is_misspelt(b, schema, f, map)) {
        return; /* told where it stands */
    }
    if (empty != NULL) {
        report_empty(b, f, empty);
        return;
    }
    struct span at = map_place(map);
    diag_at(b->diags, DIAG_ERROR, at, "missing-field", _("%s without '%.*s'"), schema_title(schema), STR_ARG(f->name));
    if (f->help.len > 0) {
        diag_hint(b->diags, _("add '%.*s': %s (%s)"), STR_ARG(f->name), _(f->help.at), expected(f->type));
    } else {
        diag_hint(b->diags, _("add '%.*s': %s"), STR_ARG(f->name), expected(f->type));
    }
}

/* What is no field: "title:Réseau" in braces, a merge key, an include beside others, or a name near to one. */
static void advise_on_key(struct diags *d, const struct node *key, const struct str *names, size_t count)
{
    struct str text = key->as.scalar.text;
    size_t word = starts_with_field(text, names, count), rest = word;
    bool odd = str_find(text, '"') < text.len && text.at[text.len - 1] != '"'; /* opens and never closes */
    while (rest + 1 < text.len && (strchr(" .:;,!=?`", text.at[rest]) != NULL || (odd && text.at[rest] == '"') ||
                                   (unsigned char)text.at[rest] == 0xC2 || (unsigned char)text.at[rest] == 0xA0)) {
        rest++;
    }
    if (str_is(text, "<<")) {
        diag_hint(d, "%s", _("fields of another entry are not merged in: write them out"));
    } else if (str_is(text, "include")) {
        diag_hint(d, "%s", _("'include' stands alone: put the other fields into the file that it names"));
    } else if (word > 0) {
        diag_hint(d, _("put a colon and a space behind the key: %.*s: %.*s"), (int)word, text.at,
                  STR_ARG(str_slice(text, rest, text.len)));
    } else {
        diag_known(d, text, names, count);
    }
}

void bind_unknown(struct binding *b, const struct schema *schema, const struct node *key)
{
    const struct str *names = field_names(b, schema);
    diag_at(b->diags, DIAG_ERROR, key->at, "unknown-field", _("%s has no field '%.*s'"), schema_title(schema),
            STR_ARG(key->as.scalar.text));
    advise_on_key(b->diags, key, names, schema->count);
}
