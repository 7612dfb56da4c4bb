#include "chart/legend.h"
#include "chart/stroke.h"
#include "chart/words.h"

enum { KEY = 12, KEY_LINE = 22, KEY_GAP = 6, ENTRY_GAP = 20 };

static double key_width(const struct legend_entry *e)
{
    return e->mark == LEGEND_FILL ? KEY : KEY_LINE;
}

static void draw_key(struct plot *p, const struct legend_entry *e, double x, double middle)
{
    struct point from = {x, middle}, to = {x + KEY_LINE, middle};
    switch (e->mark) {
    case LEGEND_FILL:
        mark_rect(p, (struct rect){x, middle - KEY / 2.0, KEY, KEY}, e->color, e->pattern);
        break;
    case LEGEND_LINE:
        pen_line(&p->pen, from, to, series_line(e->color, e->pattern));
        series_marker(p, (struct point){x + KEY_LINE / 2.0, middle}, e->pattern, e->color);
        break;
    case LEGEND_TARGET:
        pen_line(&p->pen, from, to, target_line(p));
        break;
    }
}

static struct label entry_label(const struct plot *p, const struct rich *text, double x, double y)
{
    return (struct label){.text = text,
                          .role = CHART_KEY,
                          .color = p->look->ink,
                          .x = x,
                          .y = y + text_rise(p, CHART_KEY),
                          .anchor = CHART_START};
}

static void draw_rest(struct plot *p, size_t count, double x, double y)
{
    struct str rest = word_count(p->chart->language, WORD_OTHERS, p->arena, count);
    struct label label = entry_label(p, plain_text(p, rest), x, y);
    label_place(p, &label);
}

double legend_draw(struct plot *p, const struct legend_entry *entries, size_t count)
{
    double line = 1.5 * text_size(p, CHART_KEY), right = p->frame.x + p->frame.width;
    double x = p->frame.x, y = p->frame.y;
    for (size_t i = 0; i < count; i++) {
        double key = key_width(&entries[i]) + KEY_GAP;
        double room = p->frame.width - key;
        struct wrapped name = text_wrap(p, entries[i].label, CHART_KEY, room, 1);
        if (x > p->frame.x && x + key + name.width > right) {
            x = p->frame.x;
            y += line;
        }
        if (y + 2 * line > p->frame.y + p->frame.height / 3 && i + 1 < count && y > p->frame.y) {
            draw_rest(p, count - i, x, y);
            break;
        }
        if (name.count == 0)
            continue;
        struct label label = entry_label(p, name.lines[0], x + key, y);
        draw_key(p, &entries[i], x, label.y - text_drop(p, CHART_KEY));
        label_place(p, &label);
        x += key + name.width + ENTRY_GAP;
    }
    return y + line + GAP - p->frame.y;
}

double legend_series(struct plot *p, enum legend_mark mark, bool targets)
{
    const struct chart *c = p->chart;
    struct legend_entry *entries = ARENA_ARRAY(p->arena, c->series_count + 1, struct legend_entry);
    size_t count = 0;
    for (size_t i = 0; !p->named && c->series_count > 1 && i < c->series_count; i++) {
        bool line = mark == LEGEND_LINE;
        entries[count++] =
            (struct legend_entry){c->series[i].label, mark, line ? series_line_color(p, i) : series_color(p, i),
                                  line ? i : series_pattern(p, i)};
    }
    if (targets)
        entries[count++] =
            (struct legend_entry){.label = str_of(word(c->language, WORD_TARGET)), .mark = LEGEND_TARGET};
    return count > 0 ? legend_draw(p, entries, count) : 0;
}
