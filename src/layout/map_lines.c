/* Texts of the geometry of a map that have one area or group a line. */
#include "base/i18n.h"
#include "layout/map_reading.h"

void map_complain_part(struct map_reading *m, const struct map_lines *l, struct str part, const char *what,
                       struct str text)
{
    map_complain(m, map_part(l, part), what, text);
    diag_hint(m->r.diags, "%s", l->form);
}

/* False when commas are missing. */
static bool divide(struct map_lines *l)
{
    struct str rest = l->line;
    for (size_t i = 0; i + 1 < l->field_count; i++) {
        size_t comma = str_find(rest, ',');
        if (comma == rest.len)
            return false;
        l->fields[i] = str_trim(str_slice(rest, 0, comma));
        rest = str_slice(rest, comma + 1, rest.len);
    }
    l->fields[l->field_count - 1] = str_trim(rest);
    return true;
}

static bool next_line(struct map_lines *l)
{
    do {
        if (l->next >= l->text.len)
            return false;
        struct str rest = str_slice(l->text, l->next, l->text.len);
        size_t end = str_find(rest, '\n');
        l->line = str_trim(str_slice(rest, 0, end));
        l->next += end + 1;
    } while (l->line.len == 0);
    return true;
}

bool map_next_line(struct map_reading *m, struct map_lines *l)
{
    while (next_line(l)) {
        if (divide(l))
            return true;
        map_complain_part(m, l, l->line, "%.*s", str_of(_("a field is missing in this line, or a comma")));
    }
    return false;
}

struct map_lines map_lines_of(struct map_reading *m, const struct node *map, const char *key, size_t field_count,
                              const char *form)
{
    const struct node *n = node_get(map, key);
    struct map_lines l = {.of = n, .field_count = field_count, .form = form};
    if (n == NULL || n->kind == NODE_NULL)
        return l;
    if (n->kind == NODE_SCALAR) {
        l.text = n->as.scalar.text;
        return l;
    }
    map_complain(m, n->at, _("'%.*s' of a map is text with one entry a line"), str_of(key));
    diag_hint(m->r.diags, _("write '%s: |' and the lines below it"), key);
    return l;
}

size_t map_count_lines(struct map_lines lines)
{
    size_t count = 0;
    while (next_line(&lines))
        count++;
    return count;
}

struct span map_part(const struct map_lines *l, struct str part)
{
    size_t start = (size_t)(part.at - l->text.at);
    return part.len > 0 ? node_span(l->of, start, start + part.len) : map_part(l, l->line);
}
