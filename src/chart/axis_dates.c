#include <math.h>

#include "chart/axis.h"
#include "chart/days.h"

enum { YEAR = 12, TICK_LENGTH = 5 };

/* What a date axis counts in: so many months a step, or days where the whole is shorter than that. */
struct calendar {
    const struct scale *scale;
    double top;
    long months;
};

static void tick(struct plot *p, double x, double top)
{
    pen_line(&p->pen, (struct point){x, top}, (struct point){x, top + TICK_LENGTH},
             (struct line_style){.color = p->look->axis, .width = 1});
}

static void date_label(struct plot *p, struct str text, double x, double top, enum chart_anchor anchor)
{
    struct label label = {.text = plain_text(p, text),
                          .role = CHART_TICK,
                          .color = p->look->quiet,
                          .x = x,
                          .y = top + TICK_LENGTH + 1.2 * text_size(p, CHART_TICK),
                          .anchor = anchor};
    label_place(p, &label);
}

static struct str month_text(const struct plot *p, long month)
{
    if (month % YEAR == 0)
        return str_of(arena_printf(p->arena, "%ld", month / YEAR));
    return language_month(p->chart->language, p->arena, (int)(month / YEAR), (int)(month % YEAR) + 1);
}

/* Years are named in the middle of what they cover, parted by ticks. */
static void year_names(struct plot *p, const struct calendar *c)
{
    const struct scale *s = c->scale;
    for (long month = days_month(s->low) / YEAR * YEAR; month_start(month) <= s->high; month += YEAR) {
        double start = fmax(scale_place(s, month_start(month)), s->from);
        double end = fmin(scale_place(s, month_start(month + YEAR)), s->to);
        if (start > s->from)
            tick(p, start, c->top);
        struct str year = str_of(arena_printf(p->arena, "%ld", month / YEAR));
        if (end - start > text_width(p, plain_text(p, year), CHART_TICK))
            date_label(p, year, (start + end) / 2, c->top, CHART_MIDDLE);
    }
}

/* Longer or shorter steps are named at their ticks. */
static void step_names(struct plot *p, const struct calendar *c)
{
    const struct scale *s = c->scale;
    long first = days_month(s->low) / c->months * c->months;
    for (long month = first; month_start(month) <= s->high; month += c->months) {
        double x = scale_place(s, month_start(month));
        if (x < s->from - 0.01)
            continue;
        tick(p, x, c->top);
        date_label(p, month_text(p, month), x, c->top, CHART_MIDDLE);
    }
}

/* Two days at the ends: of a single day, or where no step falls in between. */
static void end_names(struct plot *p, const struct calendar *c)
{
    const struct scale *s = c->scale;
    struct language *l = p->chart->language;
    if (s->high > s->low + 1)
        date_label(p, language_date(l, p->arena, chart_day_date(s->high)), s->to, c->top, CHART_END);
    date_label(p, language_date(l, p->arena, chart_day_date(s->low)), s->from, c->top, CHART_START);
}

/* The finest step whose names do not meet. */
static long step_months(const struct plot *p, const struct scale *s)
{
    static const long steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};
    double year = text_width(p, plain_text(p, STR("2000")), CHART_TICK);
    double month = text_width(p, plain_text(p, month_text(p, 2000L * YEAR + 8)), CHART_TICK);
    double a_month = (s->to - s->from) / (s->high - s->low) * 365.2425 / YEAR;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (a_month * (double)steps[i] > GAP + (steps[i] < YEAR ? month : year))
            return steps[i];
    return 12000;
}

void axis_dates(struct plot *p, const struct scale *scale, double top)
{
    struct calendar c = {scale, top, step_months(p, scale)};
    double months = (scale->high - scale->low) / 30.44;
    if (months < 2 * (double)c.months && c.months != YEAR)
        end_names(p, &c);
    else if (c.months == YEAR)
        year_names(p, &c);
    else
        step_names(p, &c);
}
