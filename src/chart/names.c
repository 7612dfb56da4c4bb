/* Names of categories below columns: they wrap; where that does not do they turn, or every so many is left. */
#include <math.h>

#include "chart/axis.h"
#include "chart/summary.h"

enum { NAME_LINES = 3, NAME_GAP = 6, TURNED_LEAST = 6 }; /* TURNED_LEAST: em */
static const double TURNED_SHARE = 0.5;

/* Wraps every so many names; false at the first that is cut. */
static bool wrap_names(const struct plot *p, const struct names *names, double width, size_t lines, struct wrapped *out)
{
    for (size_t i = 0; i < p->chart->category_count; i += names->every) {
        out[i] = text_wrap(p, p->chart->categories[i].label, names->role, width, lines);
        if (out[i].cut)
            return false;
    }
    return true;
}

static enum chart_role name_role(const struct plot *p, const struct names *names, size_t i)
{
    bool strong = p->chart->categories[i].highlighted && names->role == CHART_LABEL;
    return strong ? CHART_LABEL_STRONG : names->role;
}

/* Whether the strong face, which is wider, still fits. */
static bool strong_fits(const struct plot *p, const struct wrapped *name, double width)
{
    for (size_t i = 0; i < name->count; i++)
        if (text_width(p, name->lines[i], CHART_LABEL_STRONG) > width)
            return false;
    return true;
}

static bool all_strong_fit(const struct plot *p, const struct wrapped *names, double width)
{
    for (size_t i = 0; i < p->chart->category_count; i++)
        if (p->chart->categories[i].highlighted && !strong_fits(p, &names[i], width))
            return false;
    return true;
}

/* Names without an order, which nobody can fill in between those that are left, turn when there is room for all; those longer than half
 * of the frame are cut. */
static bool turn_names(const struct plot *p, double pitch, struct names *names, struct wrapped *of)
{
    double size = text_size(p, CHART_TICK), room = TURNED_SHARE * p->frame.height, longest = 0;
    if (has_order(p->chart) || pitch < size + 2 || room < TURNED_LEAST * size)
        return false;
    for (size_t i = 0; i < p->chart->category_count; i++) {
        of[i] = text_wrap(p, p->chart->categories[i].label, CHART_TICK, room, 1);
        longest = fmax(longest, of[i].width);
    }
    names->turned = true;
    names->every = 1;
    names->height = longest + NAME_GAP;
    return true;
}

struct names names_fit(const struct plot *p, double pitch)
{
    size_t n = p->chart->category_count, most = p->frame.height < 160 ? 1 : NAME_LINES;
    struct wrapped *of = ARENA_ARRAY(p->arena, n, struct wrapped);
    struct names names = {.role = CHART_LABEL, .every = 1, .of = of};
    bool roomy = pitch > text_size(p, CHART_LABEL) + NAME_GAP;
    if (!roomy || !wrap_names(p, &names, pitch - NAME_GAP, most, of) || !all_strong_fit(p, of, pitch)) {
        names.role = CHART_TICK;
        names.every = (size_t)fmax(ceil((text_size(p, CHART_TICK) + NAME_GAP) / pitch), 1);
        names.every = names.every > n ? n : names.every;
        bool whole = names.every == 1 && wrap_names(p, &names, pitch - NAME_GAP, most, of);
        if (!whole && turn_names(p, pitch, &names, of))
            return names;
        while (!wrap_names(p, &names, pitch * (double)names.every - NAME_GAP, most, of) && names.every < n)
            names.every += 1 + names.every / 8;
    }
    size_t lines = 0;
    for (size_t i = 0; i < n; i += names.every)
        lines = of[i].count > lines ? of[i].count : lines;
    names.height = lines ? (double)lines * 1.25 * text_size(p, names.role) + NAME_GAP : 0;
    return names;
}

static struct color name_color(const struct plot *p, size_t i)
{
    return p->chart->categories[i].highlighted ? p->look->strong : p->look->quiet;
}

/* Its end below the column. */
static void place_turned(struct plot *p, const struct wrapped *name, enum chart_role role, size_t i, double x,
                         double top)
{
    if (name->count == 0)
        return;
    struct label label = {name->lines[0],         role,           name_color(p, i),
                          x + text_drop(p, role), top + NAME_GAP, CHART_UPWARDS};
    label_place(p, &label);
}

void names_place(struct plot *p, const struct names *names, size_t i, double x, double top)
{
    if (i % names->every != 0)
        return;
    enum chart_role role = name_role(p, names, i);
    double size = text_size(p, role);
    const struct wrapped *name = &names->of[i];
    if (names->turned) {
        place_turned(p, name, role, i, x, top);
        return;
    }
    for (size_t line = 0; line < name->count; line++) {
        struct label label = {.text = name->lines[line],
                              .role = role,
                              .color = name_color(p, i),
                              .x = x,
                              .y = top + NAME_GAP + size + (double)line * 1.25 * size,
                              .anchor = CHART_MIDDLE};
        label_keep_inside(p, &label);
        label_place(p, &label);
    }
}
