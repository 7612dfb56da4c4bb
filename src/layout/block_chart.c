/* Charts: a figure drawn from data, with its caption and the words that stand for it. */
#include <math.h>

#include "base/i18n.h"
#include "layout/block.h"
#include "layout/chart_data.h"

static const char *const keys[] = {"kind",
                                   "alt",
                                   "title",
                                   "unit",
                                   "caption",
                                   "scope",
                                   "caption-style",
                                   "caption-gap",
                                   "data",
                                   "x",
                                   "columns",
                                   "over",
                                   "as",
                                   "label",
                                   "value",
                                   "day",
                                   "to",
                                   "highlight",
                                   "total",
                                   "target",
                                   "target-on",
                                   "series",
                                   "series-as",
                                   "series-label",
                                   "previous",
                                   "observations",
                                   "logarithmic",
                                   "map",
                                   "groups",
                                   "code",
                                   "missing",
                                   "classes",
                                   "class-as",
                                   "low",
                                   "high",
                                   "open",
                                   "codes",
                                   "rest",
                                   "none",
                                   NULL};

static const struct lookup *path_at(struct compiler *c, const struct node *map, const char *key)
{
    const struct node *n = node_get(map, key);
    return n && n->kind != NODE_NULL ? compile_path(c, n, key) : NULL;
}

/* `value: path`, or several of which the first given counts. */
static void compile_values(struct compiler *c, const struct node *n, struct chart_box *b)
{
    bool several = n && n->kind == NODE_LIST;
    size_t count = several ? n->as.list.count : n ? 1 : 0;
    const struct lookup **values = ARENA_ARRAY(c->reading.arena, count + 1, const struct lookup *);
    for (size_t i = 0; i < count; i++) {
        const struct lookup *l = compile_path(c, several ? n->as.list.items[i] : n, "value");
        if (l != NULL)
            values[b->value_count++] = l;
    }
    b->values = values;
}

static void compile_source(struct compiler *c, const struct node *n, struct chart_source *out)
{
    static const char *const source_keys[] = {"label", "value", "previous", NULL};
    const struct node *map = read_map(&c->reading, n, "series");
    if (map == NULL)
        return;
    read_known(&c->reading, map, source_keys, N_("a series of a chart"));
    out->label = compile_wording(c, node_get(map, "label"), "label");
    out->value = compile_path(c, node_get(map, "value"), "value");
    out->previous = read_flag(&c->reading, map, "previous");
}

static void compile_series(struct compiler *c, const struct node *map, struct chart_box *b)
{
    const struct node *n = node_get(map, "series");
    b->series_as = read_text_or(&c->reading, map, "series-as", STR("series"));
    b->series_label = compile_wording(c, node_get(map, "series-label"), "series-label");
    b->previous = path_at(c, map, "previous");
    b->observations = path_at(c, map, "observations");
    if (n == NULL || n->kind != NODE_LIST) {
        b->series = path_at(c, map, "series");
        return;
    }
    struct chart_source *sources = ARENA_ARRAY(c->reading.arena, n->as.list.count + 1, struct chart_source);
    for (size_t i = 0; i < n->as.list.count; i++) {
        compile_source(c, n->as.list.items[i], &sources[b->source_count]);
        b->source_count += sources[b->source_count].value != NULL;
    }
    b->sources = sources;
}

static void compile_caption(struct compiler *c, const struct node *map, const struct node *inner, struct chart_box *b)
{
    const struct node *styles = node_get(inner, "caption-style") ? inner : map;
    b->caption = compile_wording(c, compile_either(map, inner, "caption"), "caption");
    b->scope = compile_wording(c, compile_either(map, inner, "scope"), "scope");
    b->caption_style = compile_style(c, styles, "caption-style", NULL, "body");
    b->caption_gap = 8;
    read_number(&c->reading, compile_either(map, inner, "caption-gap"), "caption-gap", &b->caption_gap);
}

static void compile_map(struct compiler *c, const struct node *map, struct chart_box *b)
{
    b->map = path_at(c, map, "map");
    b->groups = path_at(c, map, "groups");
    b->code = compile_wording(c, node_get(map, "code"), "code");
    b->missing = compile_wording(c, node_get(map, "missing"), "missing");
    b->classes = path_at(c, map, "classes");
    b->class_as = read_text_or(&c->reading, map, "class-as", STR("class"));
    b->low = path_at(c, map, "low");
    b->high = path_at(c, map, "high");
    b->open = path_at(c, map, "open");
    b->codes = path_at(c, map, "codes");
    b->rest = path_at(c, map, "rest");
    b->none = path_at(c, map, "none");
}

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    struct chart_box *b = ARENA_NEW(c->reading.arena, struct chart_box);
    const struct node *inner = read_map(&c->reading, value, "chart");
    box->detail = b;
    if (inner == NULL)
        return;
    read_known(&c->reading, inner, keys, "'chart'");
    b->kind = compile_wording(c, node_get(inner, "kind"), "kind");
    b->title = compile_wording(c, node_get(inner, "title"), "title");
    b->unit = compile_wording(c, node_get(inner, "unit"), "unit");
    b->alt = compile_wording(c, node_get(inner, "alt"), "alt");
    b->label = compile_wording(c, node_get(inner, "label"), "label");
    b->data = path_at(c, inner, "data");
    b->x = path_at(c, inner, "x");
    b->columns = path_at(c, inner, "columns");
    b->over = path_at(c, inner, "over");
    b->as = read_text_or(&c->reading, inner, "as", STR("item"));
    b->day = path_at(c, inner, "day");
    b->to = path_at(c, inner, "to");
    b->highlight = path_at(c, inner, "highlight");
    b->total = path_at(c, inner, "total");
    b->target = path_at(c, inner, "target");
    b->target_on = path_at(c, inner, "target-on");
    b->logarithmic = path_at(c, inner, "logarithmic");
    compile_values(c, node_get(inner, "value"), b);
    compile_series(c, inner, b);
    compile_map(c, inner, b);
    compile_caption(c, map, inner, b);
    /* The figure is opened inside, with the table of its data beside it (chart_reading.c). */
    b->read = !box->artefact && (!box->tagged || box->tag == TAG_FIGURE);
    if (b->read) {
        box->tagged = true;
        box->tag = TAG_DIV;
    }
}

/* A chart on a page. */
struct drawn_chart {
    struct chart chart;
    bool good;
    struct setting caption;
};

static double caption_height(const struct chart_box *b, const struct drawn_chart *d)
{
    return d->caption.paragraph ? d->caption.paragraph->height + b->caption_gap : 0;
}

/* Whether nothing in the drawing says the unit: shares and amounts print it with each value, stacks and rings with their total. */
static bool wants_unit(const struct chart *c)
{
    bool with_values = str_is(c->unit, "%") || str_ends(c->unit, "€");
    bool with_total = c->kind == CHART_DONUT || (c->kind == CHART_AREA && !c->percent && c->series_count > 1);
    return c->unit.len > 0 && !with_values && !with_total;
}

/* What the chart shows, its unit and, behind a comma, where and when. */
static const struct rich *caption_text(struct flow *f, const struct frame *frame, const struct chart_box *b,
                                       const struct chart *c)
{
    const struct rich *caption = b->caption ? scope_wording(f, frame->scope, b->caption) : NULL;
    const struct rich *scope = b->scope ? scope_wording(f, frame->scope, b->scope) : NULL;
    if (caption == NULL || rich_is_empty(caption))
        return NULL;
    struct rich_builder *whole = rich_builder_start(f->scratch, caption->at);
    rich_builder_rich(whole, caption);
    if (wants_unit(c)) {
        const char *unit = arena_printf(f->scratch, " (%.*s)", STR_ARG(c->unit));
        rich_builder_text(whole, str_of(unit), SPAN_NONE, false);
    }
    if (scope != NULL && !rich_is_empty(scope)) {
        rich_builder_text(whole, STR(", "), SPAN_NONE, false);
        rich_builder_rich(whole, scope);
    }
    return rich_builder_end(whole);
}

/* Height for each point of width, where nothing else says how high it is. */
static const double PROPORTION = 0.5;

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct chart_box *b = frame->box->detail;
    struct drawn_chart *d = ARENA_NEW(f->scratch, struct drawn_chart);
    frame->state = d;
    d->good = f->job->theme->style_count > 0 && chart_gather(f, frame, b, &d->chart);
    const struct rich *caption = caption_text(f, frame, b, &d->chart);
    if (caption)
        d->caption = flow_set(f, caption, b->caption_style, width);
    double above = caption_height(b, d);
    if (!d->good || isfinite(height))
        return (struct extent){0, above};
    struct chart_paper paper = {.flow = f};
    struct chart_canvas canvas = chart_paper_canvas(&paper);
    double natural = chart_natural_height(&d->chart, &canvas);
    return (struct extent){0, above + (natural > 0 ? natural : PROPORTION * width)};
}

static struct chart_look look_of(const struct flow *f)
{
    struct chart_look look = f->job->theme->chart.look;
    bool own = f->template->palette != f->job->theme->palette;
    if (own && f->template->palette_count > 0) {
        look.palette = f->template->palette;
        look.palette_count = f->template->palette_count;
    }
    return look;
}

static void emit_caption(struct flow *f, const struct drawn_chart *d, struct rect inner)
{
    element_id id;
    if (d->caption.paragraph == NULL)
        return;
    size_t depth = canvas_open(f->canvas, TAG_CAPTION, &id);
    flow_text(f, &d->caption, inner.x, inner.y, inner.width, HORIZONTAL_LEFT);
    canvas_close(f->canvas, depth);
}

/* The layout's text, the author's, else the chart's own. */
static struct str words_of(struct flow *f, const struct frame *frame, const struct drawn_chart *d)
{
    const struct chart_box *b = frame->box->detail;
    if (frame->box->alt)
        return flow_alternative(f, frame);
    const struct rich *own = b->alt ? scope_wording(f, frame->scope, b->alt) : NULL;
    return own && !rich_is_empty(own) ? own->text : chart_alternative(&d->chart, f->scratch);
}

static size_t open_figure(struct flow *f, const struct frame *frame, const struct drawn_chart *d)
{
    const struct chart_box *b = frame->box->detail;
    element_id id;
    if (!b->read || f->canvas->artefact > 0)
        return f->canvas->depth;
    size_t depth = canvas_open(f->canvas, TAG_FIGURE, &id);
    flow_fill_figure(f, id, frame->rect, words_of(f, frame, d));
    return depth;
}

static bool was_printed(const struct chart_paper *paper, uint32_t figure)
{
    for (size_t i = 0; i < paper->printed_count; i++)
        if (paper->printed[i] == figure)
            return true;
    return false;
}

static void note_values(struct flow *f, const struct chart_value *values, size_t count, const struct chart_paper *paper)
{
    for (size_t i = 0; i < count; i++)
        if (values[i].present && values[i].figure && !was_printed(paper, values[i].figure))
            canvas_drawn(f->canvas, values[i].figure);
}

/* Figures that only a mark shows are on record too. Category by category, as they are read. */
static void note_drawn(struct flow *f, const struct chart *chart, const struct chart_paper *paper)
{
    for (size_t i = 0; i < chart->category_count; i++) {
        for (size_t s = 0; s < chart->series_count; s++)
            if (i < chart->series[s].value_count)
                note_values(f, &chart->series[s].values[i], 1, paper);
        if (i < chart->target_count)
            note_values(f, &chart->targets[i], 1, paper);
        if (chart->totals)
            note_values(f, &chart->totals[i], 1, paper);
    }
    for (size_t s = 0; s < chart->series_count; s++)
        if (chart->series[s].value_count > chart->category_count)
            note_values(f, &chart->series[s].values[chart->category_count],
                        chart->series[s].value_count - chart->category_count, paper);
}

static bool draw(struct flow *f, const struct frame *frame, const struct drawn_chart *d, struct rect room)
{
    /* Only a sparkline is without words: there the mark itself is what the figure holds. */
    struct chart_paper paper = {.flow = f, .content = d->chart.kind == CHART_SPARKLINE, .source = frame->box->at};
    struct chart_canvas canvas = chart_paper_canvas(&paper);
    struct chart_look look = look_of(f);
    enum chart_fault fault = chart_draw(&d->chart, &look, room, &canvas);
    if (fault == CHART_TOO_SMALL) {
        diag_at(f->job->diags, DIAG_ERROR, f->entry->at, "overflow",
                _("the chart needs more room than the %.0f by %.0f pt that it has"), room.width, room.height);
        diag_hint(f->job->diags, _("shorten its labels, or have fewer entries"));
        return false;
    }
    note_drawn(f, &d->chart, &paper);
    return true;
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct chart_box *b = frame->box->detail;
    const struct drawn_chart *d = frame->state;
    if (!d->good)
        return;
    struct rect room = rect_inset(inner, caption_height(b, d), 0, 0, 0);
    leaf_id drawing_leaf = f->canvas->drawing_leaf;
    size_t depth = open_figure(f, frame, d);
    emit_caption(f, d, inner);
    bool drawn = draw(f, frame, d, room);
    canvas_close(f->canvas, depth);
    f->canvas->drawing_leaf = drawing_leaf;
    /* Tables do not stand in each other: a sparkline in a cell has its alternative text alone. */
    if (drawn && b->read && !canvas_inside(f->canvas, TAG_TABLE))
        chart_reading_emit(f, &d->chart, room);
}

static const char *const attributes[] = {"caption", "scope", "caption-style", "caption-gap", NULL};
const struct block block_chart = {
    .key = "chart", .attributes = attributes, .compile = compile, .measure = measure, .emit = emit};
