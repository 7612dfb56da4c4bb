/* Values of attributes that the block kinds share. */
#include <string.h>

#include "base/i18n.h"
#include "layout/compile.h"

const struct wording *compile_wording(struct compiler *c, const struct node *n, const char *what)
{
    if (n == NULL || n->kind == NODE_NULL)
        return NULL;
    if (n->kind != NODE_SCALAR) {
        read_text(&c->reading, n, what);
        return NULL;
    }
    return wording_compile(&c->reading, n, c->language, c->lenient);
}

const struct lookup *compile_path(struct compiler *c, const struct node *n, const char *what)
{
    return lookup_read(&c->reading, n, what, c->lenient);
}

const struct quantity *compile_quantity(struct compiler *c, const struct node *n, const char *what)
{
    return quantity_read(&c->reading, n, what, c->lenient);
}

struct paint compile_paint(struct compiler *c, const struct node *n)
{
    struct paint p = {0};
    if (n == NULL || n->kind == NODE_NULL)
        return p;
    if (n->kind == NODE_SCALAR && str_is(n->as.scalar.text, "series"))
        p.given = p.series = true;
    else
        p.given = theme_color(&c->reading, c->theme, n, &p.color);
    return p;
}

struct length compile_length(struct compiler *c, const struct node *n, const char *what)
{
    struct length l = {0};
    if (n == NULL || n->kind == NODE_NULL)
        return l;
    struct str text = read_text(&c->reading, n, what);
    if (str_is(text, "content"))
        l.unit = UNIT_CONTENT;
    else if (str_ends(text, "fr") && text_number(str_slice(text, 0, text.len - 2), &l.n))
        l.unit = UNIT_FRACTION;
    else if (str_ends(text, "%") && text_number(str_slice(text, 0, text.len - 1), &l.n))
        l.unit = UNIT_PERCENT;
    else if (text_number(text, &l.n))
        l.unit = UNIT_POINTS;
    else
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "design-value",
                _("'%s' must be points, 'content', a share such as '1fr' or a percentage"), what);
    return l;
}

struct length compile_size(struct compiler *c, const struct node *n, const char *what)
{
    struct length l = compile_length(c, n, what);
    if (l.n < 0) {
        diag_at(c->reading.diags, DIAG_ERROR, n->at, "design-value", _("a width or height is not negative"));
        diag_hint(c->reading.diags, "%s", _("a place is x, y, width, height, from the top left corner"));
        l.n = 0;
    }
    return l;
}

struct stripe compile_stripe(struct compiler *c, const struct node *n, const char *what)
{
    static const char *const keys[] = {"width", "color", NULL};
    struct stripe s = {0};
    const struct node *map = read_map(&c->reading, n, what);
    if (map == NULL)
        return s;
    read_known(&c->reading, map, keys, what);
    s.width = read_number_or(&c->reading, map, "width", 1);
    s.paint = compile_paint(c, node_get(map, "color"));
    return s;
}

const struct text_style *style_in(struct arena *a, const struct text_style *style, struct color color)
{
    struct text_style *s = ARENA_NEW(a, struct text_style);
    *s = *style;
    s->color = s->strong_color = s->link_color = color;
    return s;
}

/* What a layout without any style gets: it cannot be used, but what is wrong with it can still be told. */
static const struct text_style *first_style(struct compiler *c)
{
    if (c->theme->style_count > 0)
        return &c->theme->styles[0].text;
    const struct font *face = theme_face(c->theme, 400, false);
    struct text_style *s = ARENA_NEW(c->reading.arena, struct text_style);
    *s = (struct text_style){
        .regular = face, .strong = face, .emphasis = face, .strong_emphasis = face, .size = 16, .line = 24};
    return s;
}

static const struct text_style *style_named(struct compiler *c, const char *name)
{
    for (size_t i = 0; name && i < c->theme->style_count; i++)
        if (str_is(c->theme->styles[i].name, name))
            return &c->theme->styles[i].text;
    return first_style(c);
}

const struct text_style *compile_style(struct compiler *c, const struct node *map, const char *key,
                                       const char *color_key, const char *fallback)
{
    const struct node *name = node_get(map, key);
    const struct theme_style *found = name ? theme_style(&c->reading, c->theme, name) : NULL;
    const struct text_style *style = found ? &found->text : style_named(c, fallback);
    struct color color;
    const struct node *n = color_key ? node_get(map, color_key) : NULL;
    if (n != NULL && theme_color(&c->reading, c->theme, n, &color))
        return style_in(c->reading.arena, style, color);
    return style;
}

const struct node *compile_either(const struct node *map, const struct node *inner, const char *key)
{
    const struct node *n = node_get(map, key);
    return n == NULL && inner != NULL && inner->kind == NODE_MAP ? node_get(inner, key) : n;
}
