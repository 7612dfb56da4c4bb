/* Faces and styles of a theme. */
#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "layout/theme.h"
#include "load/missing_file.h"

enum { NORMAL = 400, BOLD = 700 };

static const char *fault_text(enum font_fault fault)
{
    switch (fault) {
    case FONT_OK:
        return "";
    case FONT_LOST:
    case FONT_UNREADABLE:
        return _("it cannot be read as a font, or is cut off");
    case FONT_NOT_TRUETYPE:
        return _("it is no TrueType font");
    case FONT_VARIABLE:
        return _("it is a variable font; take its static faces");
    case FONT_NO_GLYPHS:
        return _("it holds no glyphs");
    case FONT_NOT_EMBEDDABLE:
        return _("its licence bits forbid embedding");
    }
    return "";
}

/* A file that is not there is the machine's lack: the design may be another's, and its fonts are installed apart. */
static void report_missing(const struct reading *r, const struct face_folders *folders, struct str name, struct span at)
{
    diag_at(r->diags, DIAG_ERROR, at, "missing-font", _("there is no font file '%.*s'"), STR_ARG(name));
    diag_hint(r->diags, "%s", _("put it into the folder 'fonts' beside the data folder, or correct the name"));
    for (size_t i = 0; i < folders->count; i++)
        missing_file_hint(r->diags, path_join(r->arena, folders->at[i], str_copy(r->arena, name).at), false);
    diag_machine(r->diags);
}

/* The face's file in the first folder that has it. NULL when none has it, or it is no file (recorded). */
static const char *find_face(const struct reading *r, const struct face_folders *folders, struct str name,
                             struct span at)
{
    for (size_t i = 0; i < folders->count; i++) {
        const char *path = path_join(r->arena, folders->at[i], str_copy(r->arena, name).at);
        if (file_is_regular(path))
            return path;
        if (file_exists(path)) {
            diag_at(r->diags, DIAG_ERROR, at, "not-a-file", _("'%s' is not a regular file"), path);
            diag_hint(r->diags, "%s", _("name a file, not a folder, pipe or device"));
            return NULL;
        }
    }
    report_missing(r, folders, name, at);
    return NULL;
}

static void report_lost(const struct reading *r, struct span at, struct str name, int error)
{
    diag_at(r->diags, DIAG_ERROR, at, "missing-font", _("cannot read '%.*s': %s"), STR_ARG(name), strerror(error));
    diag_machine(r->diags);
}

static bool read_face_key(struct str key, struct theme_face *out)
{
    size_t dash = str_find(key, '-');
    double weight;
    if (!text_number(str_slice(key, 0, dash), &weight) || weight < 1 || weight > 1000)
        return false;
    out->weight = (int)weight;
    out->italic = dash < key.len;
    return !out->italic || str_is(str_slice(key, dash + 1, key.len), "italic");
}

static bool read_face(const struct reading *r, const struct node_pair *pair, const struct face_folders *folders,
                      struct theme *t, struct theme_face *out)
{
    struct str key = pair->key->as.scalar.text;
    if (!read_face_key(key, out)) {
        diag_at(r->diags, DIAG_ERROR, pair->key->at, "design-value", _("'%.*s' is no weight of a face"), STR_ARG(key));
        diag_hint(r->diags, _("write 400 or 400-italic"));
        return false;
    }
    struct str name = read_text(r, pair->value, "faces");
    if (str_find(name, '/') < name.len) {
        diag_at(r->diags, DIAG_ERROR, pair->value->at, "design-value", _("'%.*s' is no name of a font file"),
                STR_ARG(name));
        diag_hint(r->diags, "%s", _("write the file's name alone; it is looked for in the folders 'fonts'"));
        return false;
    }
    const char *path = find_face(r, folders, name, pair->value->at);
    if (path == NULL)
        return false;
    enum font_fault fault = FONT_OK;
    out->font = fonts_open(t->fonts, path, &fault);
    if (out->font == NULL && fault == FONT_LOST) {
        report_lost(r, pair->value->at, name, errno);
    } else if (out->font == NULL) {
        diag_at(r->diags, DIAG_ERROR, pair->value->at, "bad-font", _("the font '%.*s' cannot be used: %s"),
                STR_ARG(name), fault_text(fault));
        diag_hint(r->diags, "%s", _("take a static TrueType face (.ttf) that may be embedded"));
    }
    return out->font != NULL;
}

bool theme_read_faces(const struct reading *r, const struct node *map, const struct face_folders *folders,
                      struct theme *t)
{
    size_t count = map ? map->as.map.count : 0, good = 0;
    struct theme_face *faces = ARENA_ARRAY(r->arena, count + 1, struct theme_face);
    for (size_t i = 0; i < count; i++)
        good += read_face(r, &map->as.map.pairs[i], folders, t, &faces[good]);
    t->faces = faces;
    t->face_count = good;
    if (theme_face(t, NORMAL, false) == NULL && good == count) {
        diag_at(r->diags, DIAG_ERROR, map ? map->at : SPAN_NONE, "design-value",
                _("a theme needs a face of weight 400"));
        diag_hint(r->diags, "%s", _("add '400: FILE.ttf'"));
        return false;
    }
    return good == count;
}

const struct font *theme_face(const struct theme *t, int weight, bool italic)
{
    for (size_t i = 0; i < t->face_count; i++)
        if (t->faces[i].weight == weight && t->faces[i].italic == italic)
            return t->faces[i].font;
    return NULL;
}

static const struct font *face_or(const struct theme *t, int weight, bool italic, const struct font *other)
{
    const struct font *face = theme_face(t, weight, italic);
    return face ? face : other;
}

static void set_faces(const struct theme *t, struct theme_style *s)
{
    struct text_style *text = &s->text;
    const struct font *upright = face_or(t, s->weight, false, theme_face(t, NORMAL, false));
    text->regular = face_or(t, s->weight, s->italic, upright);
    text->strong = face_or(t, s->strong_weight, s->italic, text->regular);
    text->emphasis = face_or(t, s->weight, true, face_or(t, NORMAL, true, text->regular));
    text->strong_emphasis = face_or(t, s->strong_weight, true, text->strong);
}

static void read_weight(const struct reading *r, const struct theme *t, const struct node *map, const char *key,
                        int *out)
{
    double weight;
    const struct node *n = node_get(map, key);
    if (!read_number(r, n, key, &weight))
        return;
    *out = (int)fmin(fmax(weight, 0), 1000);
    if (theme_face(t, *out, false) == NULL) {
        diag_at(r->diags, DIAG_ERROR, n->at, "unknown-name", _("the theme has no face of weight %d"), *out);
        diag_hint(r->diags, _("take the weight of one of its 'faces', or add '%d: FILE.ttf' there"), *out);
    }
}

static void read_features(const struct reading *r, const struct node *n, struct text_style *text)
{
    static const char *const names[] = {"default", "tabular", "proportional", NULL};
    static const unsigned bits[] = {0, SHAPE_TABULAR, SHAPE_PROPORTIONAL};
    int choice = n ? read_choice(r, n, names, "figures") : -1;
    if (choice >= 0)
        text->features = bits[choice];
}

static void read_style_flag(const struct reading *r, const struct node *map, const char *key, bool *out)
{
    if (node_get(map, key))
        *out = read_flag(r, map, key);
}

static void read_style_colors(const struct reading *r, const struct theme *t, const struct node *map,
                              struct text_style *text)
{
    if (node_get(map, "color") && theme_color(r, t, node_get(map, "color"), &text->color))
        text->strong_color = text->link_color = text->color;
    if (node_get(map, "strong-color") && theme_color(r, t, node_get(map, "strong-color"), &text->strong_color))
        text->link_color = text->strong_color;
    if (node_get(map, "link-color"))
        theme_color(r, t, node_get(map, "link-color"), &text->link_color);
}

static void check_size(const struct reading *r, const struct theme *t, const struct node *map,
                       const struct theme_style *s)
{
    const struct node *n = node_get(map, "size");
    struct span at = n ? n->at : map->at;
    if (!(s->text.size > 0) || !(s->text.line > 0)) {
        diag_at(r->diags, DIAG_ERROR, at, "design-value", _("style '%.*s' needs a size and a line height above 0"),
                STR_ARG(s->name));
        diag_hint(r->diags, "%s", _("as in {size: 16, line: 24}"));
    } else if (s->text.size < t->legible) {
        diag_at(r->diags, DIAG_ERROR, at, "illegible",
                _("style '%.*s' is %g pt, smaller than the least legible size, %g pt"), STR_ARG(s->name), s->text.size,
                t->legible);
        diag_hint(r->diags, _("make it %g pt or more"), t->legible);
    }
}

static void read_style(const struct reading *r, const struct theme *t, const struct node *map, struct theme_style *s)
{
    static const char *const keys[] = {"like",        "size",         "line",       "weight",    "strong",  "italic",
                                       "color",       "strong-color", "link-color", "underline", "figures", "tracking",
                                       "digit-space", "optical",      "balance",    "hyphenate", NULL};
    read_known(r, map, keys, N_("a style"));
    struct text_style *text = &s->text;
    text->size = read_number_or(r, map, "size", text->size);
    text->line = read_number_or(r, map, "line", text->line);
    text->tracking = read_number_or(r, map, "tracking", text->tracking);
    text->digit_space = read_number_or(r, map, "digit-space", text->digit_space);
    read_weight(r, t, map, "weight", &s->weight);
    read_weight(r, t, map, "strong", &s->strong_weight);
    read_features(r, node_get(map, "figures"), text);
    read_style_flag(r, map, "italic", &s->italic);
    read_style_flag(r, map, "underline", &text->link_underline);
    read_style_flag(r, map, "optical", &text->optical_left);
    read_style_flag(r, map, "balance", &text->balance);
    read_style_flag(r, map, "hyphenate", &text->hyphenate);
    read_style_colors(r, t, map, text);
    set_faces(t, s);
}

/* The style that this one is like: one of those above it, so that none is like itself. */
static const struct theme_style *read_like(const struct reading *r, const struct theme *t, const struct node *map,
                                           size_t index)
{
    const struct node *name = node_get(map->as.map.pairs[index].value, "like");
    if (name == NULL)
        return NULL;
    for (size_t i = index; name->kind == NODE_SCALAR && i < map->as.map.count; i++) {
        if (!str_eq(map->as.map.pairs[i].key->as.scalar.text, name->as.scalar.text))
            continue;
        if (i == index)
            diag_at(r->diags, DIAG_ERROR, name->at, "design-value", _("style '%.*s' is like itself"),
                    STR_ARG(name->as.scalar.text));
        else
            diag_at(r->diags, DIAG_ERROR, name->at, "design-value", _("style '%.*s' stands further down"),
                    STR_ARG(name->as.scalar.text));
        diag_hint(r->diags, "%s", _("a style is like one that stands above it"));
        return NULL;
    }
    return theme_style(r, t, name);
}

void theme_read_styles(const struct reading *r, const struct node *map, struct theme *t)
{
    size_t count = map ? map->as.map.count : 0;
    struct theme_style *styles = ARENA_ARRAY(r->arena, count + 1, struct theme_style);
    t->styles = styles;
    for (size_t i = 0; i < count; i++) {
        const struct node *value = read_map(r, map->as.map.pairs[i].value, "styles");
        if (value == NULL)
            continue;
        const struct theme_style *like = read_like(r, t, map, i);
        struct theme_style style = {.weight = NORMAL, .strong_weight = BOLD, .text.link_underline = true};
        if (like)
            style = *like;
        style.name = map->as.map.pairs[i].key->as.scalar.text;
        read_style(r, t, value, &style);
        if (like || node_get(value, "like") == NULL) /* else that is told */
            check_size(r, t, value, &style);
        uint32_t number = (uint32_t)t->style_count;
        names_add(&t->style_names, r->arena, style.name, &number);
        styles[t->style_count++] = style;
    }
}

const struct theme_style *theme_style(const struct reading *r, const struct theme *t, const struct node *name)
{
    struct str given = read_text(r, name, "style");
    uint32_t index;
    if (names_find(&t->style_names, given, &index))
        return &t->styles[index];
    if (name == NULL || name->kind != NODE_SCALAR)
        return NULL;
    diag_at(r->diags, DIAG_ERROR, name->at, "unknown-name", _("the theme has no style '%.*s'"), STR_ARG(given));
    read_known_names(r, "styles", given, t->styles, t->style_count, sizeof *t->styles);
    return NULL;
}
