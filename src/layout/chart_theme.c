/* How a design's charts look: colours and styles by what they are for. */
#include "base/i18n.h"
#include "layout/theme.h"

static void read_role_colors(const struct reading *r, const struct node *map, struct theme *t)
{
    struct chart_look *look = &t->chart.look;
    const struct {
        const char *key;
        struct color *out;
    } roles[] = {{"highlight", &look->highlight},
                 {"plain", &look->plain},
                 {"previous", &look->previous},
                 {"background", &look->background},
                 {"outline", &look->outline},
                 {"grid", &look->grid},
                 {"axis", &look->axis},
                 {"track", &look->track},
                 {"ink", &look->ink},
                 {"quiet", &look->quiet},
                 {"strong", &look->strong},
                 {"alert", &look->alert}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (map && node_get(map, roles[i].key))
            theme_color(r, t, node_get(map, roles[i].key), roles[i].out);
}

/* Colours in order; those of the theme's palette when the charts have none of their own. */
static void read_colors(const struct reading *r, const struct node *list, const struct theme *t,
                        const struct color **out, size_t *count)
{
    *out = t->palette;
    *count = t->palette_count;
    if (list == NULL || list->as.list.count == 0)
        return;
    struct color *colors = ARENA_ARRAY(r->arena, list->as.list.count, struct color);
    for (size_t i = 0; i < list->as.list.count; i++)
        theme_color(r, t, list->as.list.items[i], &colors[i]);
    *out = colors;
    *count = list->as.list.count;
}

static void read_role_styles(const struct reading *r, const struct node *map, struct theme *t)
{
    static const char *const roles[CHART_ROLE_COUNT + 1] = {"tick",  "key",          "label",  "label-strong",
                                                            "value", "value-strong", "figure", NULL};
    read_known(r, map, roles, N_("'styles' of charts"));
    for (int i = 0; i < CHART_ROLE_COUNT; i++) {
        const struct node *name = map ? node_get(map, roles[i]) : NULL;
        const struct theme_style *style = name ? theme_style(r, t, name) : NULL;
        t->chart.styles[i] = style ? &style->text : t->style_count ? &t->styles[0].text : NULL;
    }
}

void theme_read_chart(const struct reading *r, const struct node *n, struct theme *t)
{
    static const char *const keys[] = {"highlight", "plain",    "previous", "background", "outline", "grid",
                                       "axis",      "track",    "ink",      "quiet",      "strong",  "alert",
                                       "palette",   "sequence", "styles",   NULL};
    const struct node *map = read_map(r, n, "chart");
    struct color dark = t->has_outline ? t->outline : (struct color){0, 0, 0}, grey = {0.75F, 0.75F, 0.75F};
    struct color first = t->palette_count ? t->palette[0] : dark;
    t->chart.look = (struct chart_look){.highlight = first,
                                        .plain = first,
                                        .previous = grey,
                                        .background = t->fill,
                                        .outline = dark,
                                        .grid = grey,
                                        .axis = dark,
                                        .track = grey,
                                        .alert = dark};
    if (map)
        read_known(r, map, keys, N_("'chart' of a theme"));
    read_role_colors(r, map, t);
    struct chart_look *look = &t->chart.look;
    const struct node *palette = map ? read_list(r, node_get(map, "palette"), "palette") : NULL;
    const struct node *sequence = map ? read_list(r, node_get(map, "sequence"), "sequence") : NULL;
    read_colors(r, palette, t, &look->palette, &look->palette_count);
    read_colors(r, sequence, t, &look->sequence, &look->sequence_count);
    read_role_styles(r, map ? read_map(r, node_get(map, "styles"), "styles") : NULL, t);
}
