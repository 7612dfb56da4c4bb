#include "chart/alternative.h"
#include "chart/data.h"

static const char *tell_share(const struct telling *t, double share)
{
    return tell_text(t, share_words(t->chart->language, t->arena, share));
}

void tell_parts(struct telling *t)
{
    const struct chart *c = t->chart;
    const struct chart_value *v = c->series[0].values;
    double total = 0;
    for (size_t i = 0; i < c->category_count; i++)
        total += v[i].present ? v[i].number : 0;
    for (size_t i = 0; i < c->category_count && i < TOLD; i++) {
        tell_next(t, i);
        double share = v[i].present && total > 0 ? v[i].number / total : 0;
        buf_printf(&t->out, word(c->language, WORD_SHARE), tell_category(t, i), tell_value(t, &v[i]),
                   tell_share(t, share));
    }
    tell_rest(t, c->category_count);
    buf_char(&t->out, ' ');
    buf_printf(&t->out, word(c->language, WORD_TOTAL), tell_number(t, total));
    tell_series(t);
}

static void tell_reached(struct telling *t)
{
    const struct chart *c = t->chart;
    size_t reached = 0, of = 0;
    for (size_t i = 0; i < c->category_count; i++) {
        const struct chart_value *v = &c->series[0].values[i], *target = target_at(c, i);
        of += target && v->present ? 1 : 0;
        reached += target && v->present && v->number >= target->number ? 1 : 0;
    }
    buf_char(&t->out, ' ');
    buf_printf(&t->out, word(c->language, plural(c->language, WORD_REACHED, reached)),
               count_words(c->language, t->arena, reached), count_words(c->language, t->arena, of));
}

/* Results as shares of their targets, where there is one above zero. */
static const struct chart_value *attainments(const struct telling *t)
{
    const struct chart *c = t->chart;
    struct chart_value *out = ARENA_ARRAY(t->arena, c->category_count, struct chart_value);
    for (size_t i = 0; i < c->category_count; i++) {
        const struct chart_value *v = &c->series[0].values[i], *target = target_at(c, i);
        if (!target || !v->present || target->number <= 0)
            continue;
        double share = v->number / target->number;
        out[i] =
            (struct chart_value){.present = true, .number = share, .text = share_words(c->language, t->arena, share)};
    }
    return out;
}

void tell_targets(struct telling *t)
{
    const struct chart *c = t->chart;
    const struct chart_value *shares = attainments(t);
    for (size_t i = 0; i < c->category_count && i < TOLD; i++) {
        const struct chart_value *v = &c->series[0].values[i], *target = target_at(c, i);
        tell_next(t, i);
        buf_printf(&t->out, "%s%s", tell_category(t, i), word(c->language, WORD_COLON));
        if (target)
            buf_printf(&t->out, word(c->language, WORD_OF_TARGET), tell_value(t, v), tell_value(t, target));
        else
            buf_text(&t->out, tell_value(t, v));
        if (shares[i].present)
            buf_printf(&t->out, " (%s)", tell_value(t, &shares[i]));
    }
    tell_rest(t, c->category_count);
    tell_reached(t);
    tell_ranking(t, &(struct ranking){.names = c->categories,
                                      .values = shares,
                                      .count = c->category_count,
                                      .highest = WORD_HIGHEST_SHARE,
                                      .lowest = WORD_LOWEST_SHARE,
                                      .with_trend = true});
}

static size_t count_targets(const struct chart *c, size_t *last)
{
    size_t count = 0;
    for (size_t i = 0; i < c->target_count; i++)
        if (c->targets[i].present) {
            *last = i;
            count++;
        }
    return count;
}

void tell_target_marks(struct telling *t)
{
    const struct chart *c = t->chart;
    size_t at = 0, count = c->percent ? 0 : count_targets(c, &at);
    if (count == 0)
        return;
    if (count > 1) {
        tell_reached(t);
        return;
    }
    buf_char(&t->out, ' ');
    const char *target = tell_value(t, &c->targets[at]);
    if (c->target_count == 1 && c->category_count > 1)
        buf_printf(&t->out, word(c->language, WORD_ONE_TARGET), target);
    else
        buf_printf(&t->out, word(c->language, WORD_ONE_TARGET_HERE), target, tell_category(t, at));
}
