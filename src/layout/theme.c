#include "layout/theme.h"

#include "base/i18n.h"
#include "page/color.h"

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool parse_hex(struct str text, struct color *out)
{
    int part[3];
    if (text.len != 7 || text.at[0] != '#')
        return false;
    for (size_t i = 0; i < 3; i++) {
        int high = hex_digit(text.at[1 + 2 * i]), low = hex_digit(text.at[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        part[i] = 16 * high + low;
    }
    *out = (struct color){(float)part[0] / 255, (float)part[1] / 255, (float)part[2] / 255};
    return true;
}

static void read_colors(const struct reading *r, const struct node *map, struct theme *t)
{
    size_t count = map ? map->as.map.count : 0;
    struct theme_color *colors = ARENA_ARRAY(r->arena, count + 1, struct theme_color);
    for (size_t i = 0; i < count; i++) {
        const struct node *value = map->as.map.pairs[i].value;
        colors[i].name = map->as.map.pairs[i].key->as.scalar.text;
        if (value->kind != NODE_SCALAR || !parse_hex(value->as.scalar.text, &colors[i].color)) {
            diag_at(r->diags, DIAG_ERROR, value->at, "design-value", _("'%.*s' must be a colour"),
                    STR_ARG(colors[i].name));
            diag_hint(r->diags, _("write it as \"#000091\", in quotes"));
        }
    }
    t->colors = colors;
    t->color_count = count;
}

static void read_palette(const struct reading *r, const struct node *list, struct theme *t)
{
    size_t count = list ? list->as.list.count : 0;
    struct color *palette = ARENA_ARRAY(r->arena, count + 1, struct color);
    for (size_t i = 0; i < count; i++)
        theme_color(r, t, list->as.list.items[i], &palette[i]);
    t->palette = palette;
    t->palette_count = count;
}

static void read_page(const struct reading *r, const struct node *file, struct theme *t)
{
    static const char *const page_keys[] = {"width", "height", "fill", NULL};
    static const char *const bound_keys[] = {"left", "right", "top", "bottom", NULL};
    const struct node *page = read_map(r, node_get(file, "page"), "page");
    const struct node *bounds = read_map(r, node_get(file, "bounds"), "bounds");
    read_known(r, page, page_keys, N_("'page' of a theme"));
    read_known(r, bounds, bound_keys, N_("'bounds' of a theme"));
    t->width = page ? read_number_or(r, page, "width", 0) : 0;
    t->height = page ? read_number_or(r, page, "height", 0) : 0;
    t->fill = (struct color){1, 1, 1};
    if (page && node_get(page, "fill"))
        theme_color(r, t, node_get(page, "fill"), &t->fill);
    double left = bounds ? read_number_or(r, bounds, "left", 0) : 0;
    double top = bounds ? read_number_or(r, bounds, "top", 0) : 0;
    double right = bounds ? read_number_or(r, bounds, "right", t->width) : t->width;
    double bottom = bounds ? read_number_or(r, bounds, "bottom", t->height) : t->height;
    t->bounds = (struct rect){left, top, right - left, bottom - top};
}

static void read_flow(const struct reading *r, const struct node *n, struct theme *t)
{
    static const char *const keys[] = {"gap", "inner", NULL};
    const struct node *flow = read_map(r, n, "flow");
    if (flow == NULL)
        return;
    read_known(r, flow, keys, N_("'flow' of a theme"));
    t->flows = true;
    t->entry_gap = read_number_or(r, flow, "gap", 0);
    t->body_gap = read_number_or(r, flow, "inner", 0);
}

/* PDF 1.7, annex C: no page is longer than 14 400 units. */
static bool check_page(const struct reading *r, const struct node *file, const struct theme *t)
{
    enum { LONGEST_SIDE = 14400 };
    const struct node *page = node_get(file, "page"), *bounds = node_get(file, "bounds");
    struct span page_at = page ? page->at : file->at;
    if (!(t->width > 0) || !(t->height > 0)) {
        diag_at(r->diags, DIAG_ERROR, page_at, "design-value", _("a theme needs the width and height of its 'page'"));
        diag_hint(r->diags, "%s", _("in points, as in page: {width: 960, height: 540}"));
        return false;
    }
    if (t->width > LONGEST_SIDE || t->height > LONGEST_SIDE) {
        diag_at(r->diags, DIAG_ERROR, page_at, "design-value", _("a page has at most %d points a side"),
                (int)LONGEST_SIDE);
        diag_hint(r->diags, "%s", _("72 points are an inch, 28.35 a centimetre"));
        return false;
    }
    const struct rect *b = &t->bounds;
    if (!(b->width > 0) || !(b->height > 0) || b->x < 0 || b->y < 0 || b->x + b->width > t->width ||
        b->y + b->height > t->height) {
        diag_at(r->diags, DIAG_ERROR, bounds ? bounds->at : page_at, "design-value",
                _("the bounds leave nothing of the page, or lie outside it"));
        diag_hint(r->diags, _("left before right, top before bottom, within %g by %g points"), t->width, t->height);
        return false;
    }
    return true;
}

bool theme_read(const struct reading *r, const struct node *file, const struct face_folders *folders, struct theme *out)
{
    static const char *const keys[] = {"page",   "bounds", "legible", "faces", "colors", "palette",
                                       "styles", "like",   "outline", "icons", "marks",  "monogram",
                                       "status", "words",  "flow",    "chart", NULL};
    if (file->kind != NODE_MAP) {
        diag_at(r->diags, DIAG_ERROR, file->at, "design-value", _("a theme must be a mapping"));
        diag_hint(r->diags, "%s", _("write 'page:', 'faces:', 'colors:', 'styles:' …, each with what belongs to it"));
        return false;
    }
    read_known(r, file, keys, N_("a theme"));
    read_colors(r, read_map(r, node_get(file, "colors"), "colors"), out);
    read_page(r, file, out);
    read_flow(r, node_get(file, "flow"), out);
    read_palette(r, read_list(r, node_get(file, "palette"), "palette"), out);
    if (node_get(file, "outline"))
        out->has_outline = theme_color(r, out, node_get(file, "outline"), &out->outline);
    out->legible = read_number_or(r, file, "legible", 0);
    out->words = read_map(r, node_get(file, "words"), "words");
    if (!check_page(r, file, out))
        return false;
    if (!theme_read_faces(r, read_map(r, node_get(file, "faces"), "faces"), folders, out))
        return false;
    theme_read_styles(r, read_map(r, node_get(file, "styles"), "styles"), out);
    theme_read_drawings(r, file, out);
    theme_read_chart(r, node_get(file, "chart"), out);
    return true;
}

bool theme_color(const struct reading *r, const struct theme *t, const struct node *name, struct color *out)
{
    struct str given = read_text(r, name, "color");
    for (size_t i = 0; i < t->color_count; i++) {
        if (str_eq(t->colors[i].name, given)) {
            *out = t->colors[i].color;
            return true;
        }
    }
    if (name == NULL || name->kind != NODE_SCALAR)
        return false;
    diag_at(r->diags, DIAG_ERROR, name->at, "unknown-name", _("the theme has no colour '%.*s'"), STR_ARG(given));
    read_known_names(r, "colors", given, t->colors, t->color_count, sizeof *t->colors);
    return false;
}

bool color_is_light(struct color c)
{
    return 1.05 / (color_luminance(c) + 0.05) < 3;
}

bool color_is_dark(struct color c)
{
    return color_luminance(c) < 0.1791; /* where white and black contrast alike */
}
