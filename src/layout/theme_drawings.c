/* Icons, marks, monogram tones and the look of a target's finding. */
#include <math.h>

#include "base/i18n.h"
#include "layout/outline.h"
#include "layout/theme.h"

static void read_path(const struct reading *r, const struct node *n, struct path *out)
{
    size_t stopped = 0;
    struct str data = read_text(r, n, "path");
    if (n == NULL || n->kind != NODE_SCALAR || svg_path(r->arena, data, out, &stopped))
        return;
    diag_at(r->diags, DIAG_ERROR, node_span(n, stopped, stopped < data.len ? stopped + 1 : stopped), "bad-path",
            _("this is no SVG path data from here on"));
    diag_hint(r->diags, "%s",
              _("write what the attribute 'd' of a <path> has, such as \"M1 10 L10 1\"; SVG files are not read"));
}

static void read_part(const struct reading *r, const struct theme *t, const struct node *map, struct icon_part *out)
{
    read_path(r, node_get(map, "path"), &out->path);
    out->filled = read_flag(r, map, "fill");
    out->stroke = read_number_or(r, map, "stroke", 0);
    if (node_get(map, "color"))
        out->own_color = theme_color(r, t, node_get(map, "color"), &out->color);
}

static void read_icon_parts(const struct reading *r, const struct theme *t, const struct node *map, struct icon *out)
{
    static const char *const keys[] = {"path", "fill", "stroke", "color", NULL};
    const struct node *list = read_list(r, node_get(map, "parts"), "parts");
    size_t count = list ? list->as.list.count : 1;
    struct icon_part *parts = ARENA_ARRAY(r->arena, count, struct icon_part);
    for (size_t i = 0; i < count; i++) {
        const struct node *part = list ? read_map(r, list->as.list.items[i], "parts") : map;
        if (list)
            read_known(r, part, keys, N_("a part of an icon"));
        if (part)
            read_part(r, t, part, &parts[i]);
    }
    out->parts = parts;
    out->part_count = count;
}

static void read_icon(const struct reading *r, const struct theme *t, const struct node *map, struct icon *out)
{
    static const char *const keys[] = {"size", "path", "fill", "stroke", "color", "parts", NULL};
    read_known(r, map, keys, N_("an icon"));
    if (node_get(map, "path") == NULL && node_get(map, "parts") == NULL) {
        diag_at(r->diags, DIAG_ERROR, map->at, "bad-path", "%s",
                _("an icon needs its 'path', or 'parts' with one each"));
        diag_hint(r->diags, "%s", _("as in path: \"M1 10 L10 1\""));
    }
    const struct node *size = read_list(r, node_get(map, "size"), "size");
    bool good = size && size->as.list.count == 2 && read_number(r, size->as.list.items[0], "size", &out->width) &&
                read_number(r, size->as.list.items[1], "size", &out->height) && out->width > 0 && out->height > 0;
    if (!good) {
        diag_at(r->diags, DIAG_ERROR, map->at, "design-value", _("an icon needs its 'size', as in [11, 11]"));
        diag_hint(r->diags, "%s", _("width and height of the drawing that the path is for"));
        out->width = out->height = 1;
    }
    read_icon_parts(r, t, map, out);
}

static void read_icons(const struct reading *r, const struct node *map, struct theme *t)
{
    size_t count = map ? map->as.map.count : 0;
    struct icon *icons = ARENA_ARRAY(r->arena, count + 1, struct icon);
    for (size_t i = 0; i < count; i++) {
        icons[i].name = map->as.map.pairs[i].key->as.scalar.text;
        const struct node *value = read_map(r, map->as.map.pairs[i].value, "icons");
        if (value)
            read_icon(r, t, value, &icons[i]);
    }
    t->icons = icons;
    t->icon_count = count;
}

static void read_marks(const struct reading *r, const struct node *map, struct theme *t)
{
    static const char *const keys[] = {"size", "ring", "color", NULL};
    size_t count = map ? map->as.map.count : 0;
    struct unit_mark *marks = ARENA_ARRAY(r->arena, count + 1, struct unit_mark);
    for (size_t i = 0; i < count; i++) {
        const struct node *value = read_map(r, map->as.map.pairs[i].value, "marks");
        marks[i].name = map->as.map.pairs[i].key->as.scalar.text;
        read_known(r, value, keys, N_("a mark"));
        if (value == NULL)
            continue;
        marks[i].size = read_number_or(r, value, "size", 10);
        marks[i].ring = read_number_or(r, value, "ring", 0);
        theme_color(r, t, node_get(value, "color"), &marks[i].color);
    }
    t->marks = marks;
    t->mark_count = count;
}

static void read_tone(const struct reading *r, const struct theme *t, const struct node *map, struct tone *out)
{
    static const char *const keys[] = {"fill", "border", "color", NULL};
    read_known(r, map, keys, N_("a tone"));
    theme_color(r, t, node_get(map, "fill"), &out->fill);
    theme_color(r, t, node_get(map, "color"), &out->text);
    if (node_get(map, "border"))
        out->outlined = theme_color(r, t, node_get(map, "border"), &out->border);
}

static void read_monogram(const struct reading *r, const struct node *map, struct theme *t)
{
    static const char *const keys[] = {"weight", "border", "tones", NULL};
    read_known(r, map, keys, N_("'monogram' of a theme"));
    t->monogram_weight = map ? (int)fmin(fmax(read_number_or(r, map, "weight", 700), 0), 1000) : 700;
    t->monogram_border = map ? read_number_or(r, map, "border", 1.5) : 1.5;
    const struct node *list = map ? read_list(r, node_get(map, "tones"), "tones") : NULL;
    size_t count = list ? list->as.list.count : 0;
    struct tone *tones = ARENA_ARRAY(r->arena, count + 1, struct tone);
    for (size_t i = 0; i < count; i++) {
        const struct node *tone = read_map(r, list->as.list.items[i], "tones");
        if (tone)
            read_tone(r, t, tone, &tones[i]);
    }
    t->tones = tones;
    t->tone_count = count;
}

static void read_status(const struct reading *r, const struct node *map, struct theme *t)
{
    static const char *const names[] = {"reached", "nearly", "missed", NULL};
    static const char *const keys[] = {"icon", "color", "word", NULL};
    read_known(r, map, names, N_("'status' of a theme"));
    for (int i = 0; i < STATUS_COUNT; i++) {
        struct status_look *look = &t->status[i];
        const struct node *value = map ? read_map(r, node_get(map, names[i]), names[i]) : NULL;
        *look = (struct status_look){.icon = str_of(names[i]), .word = str_of(names[i])};
        if (value == NULL)
            continue;
        read_known(r, value, keys, N_("a status"));
        if (node_get(value, "icon"))
            look->icon = read_text(r, node_get(value, "icon"), "icon");
        if (node_get(value, "word"))
            look->word = read_text(r, node_get(value, "word"), "word");
        theme_color(r, t, node_get(value, "color"), &look->color);
    }
}

void theme_read_drawings(const struct reading *r, const struct node *file, struct theme *t)
{
    read_icons(r, read_map(r, node_get(file, "icons"), "icons"), t);
    read_marks(r, read_map(r, node_get(file, "marks"), "marks"), t);
    read_monogram(r, read_map(r, node_get(file, "monogram"), "monogram"), t);
    read_status(r, read_map(r, node_get(file, "status"), "status"), t);
}

const struct icon *theme_icon(const struct reading *r, const struct theme *t, struct str name, struct span at)
{
    for (size_t i = 0; i < t->icon_count; i++)
        if (str_eq(t->icons[i].name, name))
            return &t->icons[i];
    diag_at(r->diags, DIAG_ERROR, at, "unknown-name", _("the theme has no icon '%.*s'"), STR_ARG(name));
    read_known_names(r, "icons", name, t->icons, t->icon_count, sizeof *t->icons);
    return NULL;
}

const struct unit_mark *theme_mark(const struct reading *r, const struct theme *t, struct str name, struct span at)
{
    for (size_t i = 0; i < t->mark_count; i++)
        if (str_eq(t->marks[i].name, name))
            return &t->marks[i];
    diag_at(r->diags, DIAG_ERROR, at, "unknown-name", _("the theme has no mark '%.*s'"), STR_ARG(name));
    read_known_names(r, "marks", name, t->marks, t->mark_count, sizeof *t->marks);
    return NULL;
}
