#include "chart/hatch.h"

struct color color_on(const struct plot *p, struct color fill)
{
    struct color on_dark = p->look->background, on_light = p->look->ink;
    return color_contrast(on_dark, fill) >= color_contrast(on_light, fill) ? on_dark : on_light;
}

/* Few parts take every second colour, which lie further apart. */
struct color part_color(const struct plot *p, size_t i, size_t count)
{
    size_t colors = p->look->palette_count;
    size_t apart = count <= 3 && colors >= 5 ? 2 : 1;
    return p->look->palette[i * apart % colors];
}

struct color series_color(const struct plot *p, size_t series)
{
    const struct chart *c = p->chart;
    if (c->series[series].previous)
        return p->look->previous;
    if (c->series_count == 1)
        return p->look->plain;
    if (c->series_count == 2 && c->series[1 - series].previous)
        return p->look->highlight;
    return part_color(p, series, c->series_count);
}

struct color series_line_color(const struct plot *p, size_t series)
{
    const struct chart_look *look = p->look;
    size_t usable = 0;
    for (size_t i = 0; i < look->palette_count; i++)
        usable += color_contrast(look->palette[i], look->background) >= 3 ? 1 : 0;
    size_t wanted = usable ? series % usable : 0;
    for (size_t i = 0; usable && i < look->palette_count; i++)
        if (color_contrast(look->palette[i], look->background) >= 3 && wanted-- == 0)
            return look->palette[i];
    return look->outline;
}

/* Beside a name of its own a mark needs a pattern only when its colour comes again. In a legend colour alone would have to tell it
 * from all that are filled, or outlined, as it is. */
static bool is_alike(const struct plot *p, size_t a, size_t b)
{
    struct color one = series_color(p, a), two = series_color(p, b), ground = p->look->background;
    if (p->named)
        return color_equal(one, two);
    return (color_contrast(one, ground) < 3) == (color_contrast(two, ground) < 3);
}

static size_t *find_patterns(const struct plot *p)
{
    size_t count = p->chart->series_count, *patterns = ARENA_ARRAY(p->arena, count, size_t);
    for (size_t i = 1; i < count; i++)
        for (size_t k = 0; k < i; k++)
            patterns[i] += is_alike(p, i, k);
    return patterns;
}

size_t series_pattern(struct plot *p, size_t series)
{
    if (p->patterns == NULL || p->patterns_named != p->named) {
        p->patterns = find_patterns(p);
        p->patterns_named = p->named;
    }
    return p->patterns[series];
}

void mark_rect(struct plot *p, struct rect r, struct color fill, size_t pattern)
{
    const struct chart_look *look = p->look;
    pen_rect(&p->pen, r, fill);
    if (pattern > 0)
        hatch_rect(p, r, hatch_of(pattern), hatch_line(p, fill));
    if (color_contrast(fill, look->background) < 3)
        pen_frame(&p->pen, r, (struct line_style){.color = look->outline, .width = 1.25});
}
