#include "chart/column_labels.h"

#include <math.h>

#include "chart/words.h"

/* "objectif 220" beside its line, or on it. */
static void name_target(struct bands *b, struct rect line, const struct chart_value *target)
{
    struct plot *p = b->plot;
    struct rich_builder *text = rich_builder_start(p->arena, target->at);
    rich_builder_text(text, str_of(word(p->chart->language, WORD_TARGET)), SPAN_NONE, false);
    rich_builder_text(text, STR(" "), SPAN_NONE, false);
    rich_builder_rich(text, value_text(p, target));
    struct label label = {.text = rich_builder_end(text), .role = CHART_KEY, .color = p->look->ink};
    struct {
        double x, y;
        enum chart_anchor anchor;
    } places[] = {{line.x - GAP, line.y + text_drop(p, CHART_KEY), CHART_END},
                  {line.x, line.y - 4, CHART_START},
                  {line.x + line.width, line.y - 4, CHART_END},
                  {line.x, line.y + text_size(p, CHART_KEY), CHART_START}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        label.x = places[i].x;
        label.y = places[i].y;
        label.anchor = places[i].anchor;
        if (label_place(p, &label))
            return;
    }
}

static bool find_single(const struct chart *c, size_t *category)
{
    size_t count = 0;
    for (size_t i = 0; i < c->target_count; i++)
        if (c->targets[i].present) {
            *category = i;
            count++;
        }
    return count == 1;
}

static struct rect target_extent(const struct bands *b, size_t category)
{
    struct rect line = bands_target(b, category);
    if (b->plot->chart->target_count == 1)
        line = (struct rect){b->start, line.y, b->pitch * (double)b->slots.count, 0};
    return line;
}

/* Labels of columns keep off the lines of targets. */
static void avoid_targets(struct bands *b)
{
    const struct chart *c = b->plot->chart;
    for (size_t i = 0; !c->percent && i < c->category_count && c->target_count > 0; i++)
        if (target_at(c, i))
            label_avoid(b->plot, rect_inset(bands_target(b, i), -1, 0, -1, 0));
}

bool target_is_single(const struct chart *c)
{
    size_t category;
    return find_single(c, &category);
}

void column_targets_label(struct bands *b)
{
    const struct chart *c = b->plot->chart;
    size_t category = 0;
    avoid_targets(b);
    if (!c->percent && find_single(c, &category))
        name_target(b, target_extent(b, category), &c->targets[category]);
}

struct series_ends column_ends_fit(const struct bands *b)
{
    const struct plot *p = b->plot;
    const struct chart *c = p->chart;
    bool stacked = extents_stacked(c) && c->series_count > 1;
    if (!stacked || !b->extents.whole[c->category_count - 1])
        return (struct series_ends){0};
    return series_ends_fit(p, 0.75 * p->frame.height, false);
}

void column_ends_place(struct bands *b, const struct series_ends *ends, struct rect in)
{
    struct plot *p = b->plot;
    size_t last = p->chart->category_count - 1;
    double *at = ARENA_ARRAY(p->arena, p->chart->series_count, double), right = 0;
    for (size_t s = 0; s < p->chart->series_count; s++) {
        struct rect bar = bands_bar(b, s, last);
        at[s] = bar.y + bar.height / 2;
        right = bar.x + bar.width;
    }
    series_ends_place(p, ends, at, right, in.y, in.y + in.height);
}
