#include "app/template_page.h"

#include <string.h>

/* How far entries of `pages:` and their fields are indented. */
enum { ENTRY_INDENT = 2, FIELD_INDENT = 4, STEP = 2 };

struct template
{
    struct arena *arena;
    const struct known_names *names;
    struct buf *out;
};

void template_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '"' || c == '\\')
            buf_char(out, '\\');
        if (c == '$' && i + 1 < text.len && text.at[i + 1] == '{')
            buf_char(out, '$');
        buf_char(out, c == '\n' || c == '\t' ? ' ' : c);
    }
}

static void put_quoted(struct buf *out, struct str text)
{
    buf_char(out, '"');
    template_text(out, text);
    buf_char(out, '"');
}

static struct str first_of(struct name_set names, struct str otherwise)
{
    return names.count > 0 ? names.items[0] : otherwise;
}

static void put_number(struct buf *out, const struct field *f)
{
    bool open = f->minimum == 0 && f->maximum == 0;
    buf_number(out, open || (f->minimum <= 1 && f->maximum >= 1) ? 1 : f->minimum, 6);
}

static void put_value(const struct template *t, const struct field *f, enum field_type type, int indent);

static void put_fields(const struct template *t, const struct schema *schema, int indent, bool first_in_line)
{
    bool in_line = first_in_line;
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *f = &schema->fields[i];
        if (!f->required || f->fallback.len > 0 || str_is(f->name, "page"))
            continue;
        buf_printf(t->out, "%*s%.*s:", in_line ? 0 : indent, "", STR_ARG(f->name));
        put_value(t, f, f->type, indent);
        in_line = false;
    }
    if (in_line)
        buf_text(t->out, "{}\n");
}

static void put_list(const struct template *t, const struct field *f, int indent)
{
    struct field item = *f;
    size_t count = f->minimum > 1 ? (size_t)f->minimum : 1;
    item.minimum = item.maximum = 0;
    buf_char(t->out, '\n');
    for (size_t i = 0; i < count; i++) {
        buf_printf(t->out, "%*s-", indent + STEP, "");
        if (f->item == FIELD_RECORD) {
            buf_char(t->out, ' ');
            put_fields(t, f->of, indent + 2 * STEP, true);
        } else {
            put_value(t, &item, f->item, indent + STEP);
        }
    }
}

static void put_scalar(const struct template *t, const struct field *f, enum field_type type)
{
    switch (type) {
    case FIELD_NUMBER:
    case FIELD_INTEGER:
        put_number(t->out, f);
        break;
    case FIELD_BOOL:
        buf_text(t->out, "true");
        break;
    case FIELD_DATE:
        buf_text(t->out, "2000-01-01");
        break;
    case FIELD_URL:
        buf_text(t->out, "https://example.org/");
        break;
    case FIELD_CHOICE:
        buf_str(t->out, f->choice_count > 0 ? f->choices[0] : f->name);
        break;
    case FIELD_FIGURE:
        buf_str(t->out, first_of(t->names->indicators, f->name));
        break;
    case FIELD_SERVICE:
        buf_str(t->out, first_of(t->names->services, f->name));
        break;
    case FIELD_ID:
    case FIELD_IMAGE:
        buf_str(t->out, f->name);
        break;
    case FIELD_TEXT:
    case FIELD_STRING:
    case FIELD_RECORD:
    case FIELD_LIST:
        put_quoted(t->out, f->help.len > 0 ? f->help : f->name);
        break;
    }
}

/* Behind the field's colon or the entry's dash, to the end of the line or lines. */
static void put_value(const struct template *t, const struct field *f, enum field_type type, int indent)
{
    if (type == FIELD_LIST) {
        put_list(t, f, indent);
    } else if (type == FIELD_RECORD) {
        buf_char(t->out, '\n');
        put_fields(t, f->of, indent + STEP, false);
    } else {
        buf_char(t->out, ' ');
        put_scalar(t, f, type);
        buf_char(t->out, '\n');
    }
}

void template_page(const struct kind *kind, const struct known_names *names, struct buf *out)
{
    struct arena *a = arena_new();
    struct template t = {a, names, out};
    const struct node *help = node_get(kind->definition, "help");
    buf_printf(out, "\n%*s# ", ENTRY_INDENT, "");
    for (size_t i = 0; help && help->kind == NODE_SCALAR && i < help->as.scalar.text.len; i++)
        buf_char(out, help->as.scalar.text.at[i] == '\n' ? ' ' : help->as.scalar.text.at[i]);
    buf_printf(out, "\n%*s- page: %.*s\n", ENTRY_INDENT, "", STR_ARG(kind->name));
    put_fields(&t, schema_page(a, kind->schema), FIELD_INDENT, false);
    arena_free(a);
}
