#include "chart/bands.h"

const struct rich *bands_text(const struct bands *b, size_t series, size_t category)
{
    const struct chart *c = b->plot->chart;
    const struct extent *e = extent_at(&b->extents, c, series, category);
    if (c->percent)
        return share_text(b->plot, e->to - e->from);
    return value_text(b->plot, &c->series[series].values[category]);
}

const struct rich *bands_total(const struct bands *b, size_t category)
{
    return category_total(b->plot, category, b->extents.low[category] + b->extents.high[category]);
}

static bool inner_label(struct bands *b, size_t series, size_t category, bool place)
{
    struct plot *p = b->plot;
    struct rect bar = bands_bar(b, series, category);
    const struct rich *text = bands_text(b, series, category);
    double width = text_width(p, text, CHART_VALUE), size = text_size(p, CHART_VALUE);
    bool fits = width + 6 <= bar.width && size + 2 <= bar.height;
    if (!fits || !place)
        return fits;
    struct label label = {.text = text,
                          .role = CHART_VALUE,
                          .color = color_on(p, bands_color(b, series, category)),
                          .x = bar.x + bar.width / 2,
                          .y = bar.y + bar.height / 2 + text_drop(p, CHART_VALUE),
                          .anchor = CHART_MIDDLE};
    if (!label_fits(p, &label))
        return false;
    if (series_pattern(p, series) > 0)
        pen_rect(&p->pen, rect_inset(label_box(p, &label), -1, -3, -1, -3), bands_color(b, series, category));
    return label_place(p, &label);
}

bool bands_inner_labels(struct bands *b, bool place)
{
    const struct chart *c = b->plot->chart;
    bool all = true;
    for (size_t i = 0; i < c->category_count; i++)
        for (size_t s = 0; s < c->series_count; s++) {
            const struct extent *e = extent_at(&b->extents, c, s, i);
            if (e->present && e->to != e->from)
                all = inner_label(b, s, i, place) && all;
        }
    return all;
}
