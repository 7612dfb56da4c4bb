#include <math.h>

#include "chart/rows.h"

static const double most = 0.4; /* of the frame's width, for names */
static const double leading = 1.25;
enum { MOST_LINES = 3 };

struct rows rows_of_categories(const struct plot *p)
{
    size_t n = p->chart->category_count;
    struct str *names = ARENA_ARRAY(p->arena, n, struct str);
    bool *strong = ARENA_ARRAY(p->arena, n, bool);
    for (size_t i = 0; i < n; i++) {
        names[i] = p->chart->categories[i].label;
        strong[i] = p->chart->categories[i].highlighted;
    }
    return (struct rows){.names = names, .strong = strong, .count = n};
}

struct rows rows_of_series(const struct plot *p)
{
    size_t n = p->chart->series_count;
    struct str *names = ARENA_ARRAY(p->arena, n, struct str);
    for (size_t i = 0; i < n; i++)
        names[i] = p->chart->series[i].label;
    return (struct rows){.names = names, .strong = ARENA_ARRAY(p->arena, n, bool), .count = n};
}

static enum chart_role role_of(const struct rows *rows, size_t i)
{
    return rows->strong[i] && rows->role == CHART_LABEL ? CHART_LABEL_STRONG : rows->role;
}

static struct wrapped wrap_name(const struct plot *p, const struct rows *rows, size_t i)
{
    return text_wrap(p, rows->names[i], role_of(rows, i), most * p->frame.width, rows->lines);
}

void rows_fit(const struct plot *p, struct rows *rows, double top, double pitch)
{
    rows->top = top;
    rows->pitch = pitch;
    rows->role = text_size(p, CHART_LABEL) <= pitch ? CHART_LABEL : CHART_TICK;
    double size = text_size(p, rows->role);
    rows->every = (size_t)fmax(ceil(size / pitch), 1);
    rows->lines = (size_t)fmin(fmax(floor(pitch / (leading * size)), 1), MOST_LINES);
    rows->width = 0;
    for (size_t i = 0; i < rows->count; i++)
        rows->width = fmax(rows->width, wrap_name(p, rows, i).width);
}

double rows_middle(const struct rows *rows, size_t i)
{
    return rows->top + ((double)i + 0.5) * rows->pitch;
}

void rows_name(struct plot *p, const struct rows *rows, size_t i, double right, double middle)
{
    if (i % rows->every != 0)
        return;
    struct wrapped name = wrap_name(p, rows, i);
    double line = leading * text_size(p, rows->role), first = middle - line * ((double)name.count - 1) / 2;
    for (size_t n = 0; n < name.count; n++) {
        struct label label = {.text = name.lines[n],
                              .role = role_of(rows, i),
                              .color = rows->strong[i] ? p->look->strong : p->look->ink,
                              .x = right,
                              .y = first + (double)n * line + text_drop(p, rows->role),
                              .anchor = CHART_END};
        struct rect box = label_box(p, &label);
        double lowest = p->frame.y + p->frame.height - box.height;
        label.y += fmax(p->frame.y - box.y, 0) - fmax(box.y - lowest, 0);
        label_place(p, &label);
    }
}
