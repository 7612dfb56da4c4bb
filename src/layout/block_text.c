/* Paragraphs. */
#include "layout/block.h"
#include "layout/fit.h"
#include "layout/portion.h"

struct text {
    const struct wording *wording;
    struct fit fit;
};

/* The first name that a string prints stands for it in messages. */
static void name_box(const struct text *t, struct box *box)
{
    for (size_t i = 0; t->wording && i < t->wording->count; i++) {
        const struct lookup *l = t->wording->segments[i].lookup;
        if (l) {
            box->label = l->text;
            return;
        }
    }
}

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    struct text *t = ARENA_NEW(c->reading.arena, struct text);
    t->wording = compile_wording(c, value, "text");
    t->fit = compile_fit(c, map, "body");
    box->detail = t;
    name_box(t, box);
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct text *t = frame->box->detail;
    const struct rich *rich = t->wording ? scope_wording(f, frame->scope, t->wording) : NULL;
    if (rich == NULL || rich_is_empty(rich)) {
        frame->gone = true;
        return (struct extent){0, 0};
    }
    struct setting *s = ARENA_NEW(f->scratch, struct setting);
    *s = fit_set(f, frame, &t->fit, rich, width, height);
    frame->state = s;
    frame->baseline = setting_baseline(s);
    return (struct extent){s->paragraph->width, s->paragraph->height};
}

/* The lines that are shown. */
static struct paragraph shown_lines(const struct frame *frame)
{
    const struct setting *s = frame->state;
    struct paragraph p = *s->paragraph;
    if (!frame->begun && !frame->goes_on)
        return p;
    p.lines += frame->from;
    p.line_count = frame->end - frame->from;
    p.height = (double)p.line_count * s->style->line;
    return p;
}

static bool arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct text *t = frame->box->detail;
    const struct setting *s = frame->state;
    if (s == NULL)
        return false;
    const struct paragraph p = shown_lines(frame);
    size_t lines = t->fit.lines;
    double high = lines && p.line_count > lines ? s->style->line * (double)lines : inner.height;
    if (p.overflow > 0) {
        flow_text_too_wide(f, frame, &p, p.overflow, inner.width);
        return true;
    }
    if (p.width > inner.width + 0.5) {
        flow_text_too_wide(f, frame, &p, p.width - inner.width, inner.width);
        return true;
    }
    if (p.height > high + 0.5) {
        flow_text_too_high(f, frame, &p, p.height - high, high);
        return true;
    }
    return flow_text_passes_bounds(f, frame, &p, inner);
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct setting *s = frame->state;
    if (s == NULL)
        return;
    const struct paragraph p = shown_lines(frame);
    double y = inner.y, spare = inner.height - p.height;
    if (frame->box->valign == VERTICAL_MIDDLE)
        y += spare / 2;
    else if (frame->box->valign == VERTICAL_BOTTOM)
        y += spare;
    size_t depth = f->canvas->depth;
    if (flow_wants_paragraph(f, frame->box)) {
        if (frame->begun)
            canvas_reopen(f->canvas, frame->element);
        else
            canvas_open(f->canvas, TAG_P, &frame->element);
    }
    y -= (double)frame->from * s->style->line; /* of a first line that stands elsewhere */
    flow_text(f, &(struct setting){&p, s->style}, inner.x, y, inner.width, frame->box->align);
    canvas_close(f->canvas, depth);
}

static bool ends_in_hyphen(const struct text_line *line)
{
    const struct str hyphen = STR("\u00ad");
    struct str text = line->piece_count ? line->pieces[line->piece_count - 1].run.text : STR("");
    return text.len >= hyphen.len && str_eq(str_slice(text, text.len - hyphen.len, text.len), hyphen);
}

/* No page ends or starts with a single line of a paragraph, or ends within a word. */
static bool divide(struct flow *f, struct frame *frame, double room)
{
    enum { LEAST_LINES = 2 };
    const struct text *t = frame->box->detail;
    const struct setting *s = frame->state;
    (void)f;
    if (s == NULL || t->fit.lines || room < 0)
        return false;
    size_t count = s->paragraph->line_count, end = frame->from + (size_t)((room + PORTION_TOLERANCE) / s->style->line);
    if (end + LEAST_LINES > count)
        end = count > LEAST_LINES ? count - LEAST_LINES : 0;
    while (end > frame->from && ends_in_hyphen(&s->paragraph->lines[end - 1]))
        end--;
    if (end < frame->from + LEAST_LINES)
        return false;
    frame->end = end;
    return true;
}

static void advance(struct frame *frame)
{
    const struct setting *s = frame->state;
    frame->from = frame->end;
    frame->end = s->paragraph->line_count;
}

static double shown(const struct frame *frame)
{
    return shown_lines(frame).height;
}

static const char *const attributes[] = {"style", "color", "fit", "lines", "together", NULL};
const struct block block_text = {.key = "text",
                                 .attributes = attributes,
                                 .compile = compile,
                                 .measure = measure,
                                 .arrange = arrange,
                                 .emit = emit,
                                 .divide = divide,
                                 .advance = advance,
                                 .shown = shown};
