/* Where charts draw: their texts are set like any other, in the styles that the theme has for their roles. */
#include "layout/chart_data.h"

static const struct text_style *style_of(const struct chart_paper *paper, enum chart_role role)
{
    return paper->flow->job->theme->chart.styles[role];
}

static double measure(void *data, const struct rich *text, enum chart_role role)
{
    const struct chart_paper *paper = data;
    return typeset_natural_width(paper->flow->job->typesetter, text, style_of(paper, role));
}

static void note_printed(struct chart_paper *paper, const struct rich *text)
{
    for (size_t i = 0; i < text->run_count; i++) {
        if (text->runs[i].figure == 0)
            continue;
        paper->printed =
            ARENA_ROOM(paper->flow->scratch, paper->printed, paper->printed_count, &paper->printed_capacity, 32);
        paper->printed[paper->printed_count++] = text->runs[i].figure;
    }
}

/* Wide enough for a line to stay one. */
static const double ONE_LINE = 1e5;

static void put_text(void *data, const struct label *label)
{
    struct chart_paper *paper = data;
    struct flow *f = paper->flow;
    const struct text_style *style = style_in(f->scratch, style_of(paper, label->role), label->color);
    struct setting s = flow_set(f, label->text, style, ONE_LINE);
    double width = s.paragraph->width;
    if (s.paragraph->line_count == 0)
        return;
    size_t first = f->canvas->count;
    double x = label->x - chart_anchor_shift(label->anchor, width);
    flow_text(f, &s, x, label->y - setting_baseline(&s), width, HORIZONTAL_LEFT);
    if (label->anchor == CHART_UPWARDS)
        canvas_turn(f->canvas, first, (struct point){label->x, label->y});
    note_printed(paper, label->text);
}

static void put_drawing(void *data, const struct drawing *drawing, struct rect box)
{
    struct chart_paper *paper = data;
    struct canvas *canvas = paper->flow->canvas;
    canvas->artefact += !paper->content;
    canvas_drawing(canvas, drawing, box, paper->source);
    canvas->artefact -= !paper->content;
}

struct chart_canvas chart_paper_canvas(struct chart_paper *paper)
{
    struct chart_canvas canvas = {.data = paper, .measure = measure, .text = put_text, .draw = put_drawing};
    for (int i = 0; i < CHART_ROLE_COUNT; i++)
        canvas.size[i] = style_of(paper, (enum chart_role)i)->size;
    return canvas;
}
