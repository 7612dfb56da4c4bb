/* Frames to items and structure. */
#include "base/i18n.h"
#include "layout/block.h"
#include "layout/outline.h"

void flow_fill(struct flow *f, struct rect r, const double radius[4], const struct color *fill, double stroke,
               const struct color *border)
{
    struct outline o = {.arena = f->scratch};
    double inset = border ? stroke / 2 : 0;
    struct rect inner = rect_inset(r, inset, inset, inset, inset);
    if (radius) {
        double corner[4];
        for (int i = 0; i < 4; i++)
            corner[i] = radius[i] > inset ? radius[i] - inset : 0;
        outline_rounded(&o, inner, corner);
    } else {
        outline_rect(&o, inner);
    }
    struct drawing d = {.path = outline_path(&o), .stroke_width = stroke};
    if (fill) {
        d.filled = true;
        d.fill = *fill;
    }
    if (border) {
        d.stroked = true;
        d.stroke = *border;
    }
    canvas_drawing(f->canvas, &d, r, SPAN_NONE);
}

void flow_paint(struct flow *f, const struct frame *frame, struct rect r, const double radius[4],
                const struct paint *paint)
{
    struct color fill = flow_color(f, frame->scope, paint);
    bool outlined = paint->series && f->job->theme->has_outline && color_is_light(fill);
    flow_fill(f, r, radius, &fill, 1.25, outlined ? &f->job->theme->outline : NULL);
}

static void emit_stripe(struct flow *f, const struct frame *frame, const struct stripe *stripe, double y)
{
    if (!stripe->paint.given)
        return;
    struct color color = flow_color(f, frame->scope, &stripe->paint);
    flow_fill(f, (struct rect){frame->rect.x, y, frame->rect.width, stripe->width}, NULL, &color, 0, NULL);
}

static void emit_ground(struct flow *f, const struct frame *frame)
{
    const struct box *box = frame->box;
    const double *radius = box->rounded ? box->radius : NULL;
    if (box->border.paint.given) {
        struct color border = flow_color(f, frame->scope, &box->border.paint);
        struct color fill = flow_color(f, frame->scope, &box->fill);
        flow_fill(f, frame->rect, radius, box->fill.given ? &fill : NULL, box->border.width, &border);
    } else if (box->fill.given) {
        flow_paint(f, frame, frame->rect, radius, &box->fill);
    }
    if (!frame->begun)
        emit_stripe(f, frame, &box->top, frame->rect.y);
    if (!frame->goes_on)
        emit_stripe(f, frame, &box->bottom, frame->rect.y + frame->rect.height - box->bottom.width);
}

/* What goes through the continued list goes on from page to page. What stands before it is read on the first page, what stands behind it on
 * the last, and on the other pages both are repeated as artefacts: so all is read in the order of the page. */
static bool is_repeated(const struct flow *f, const struct frame *frame)
{
    if (f->fresh || frame->fresh || frame->box->carries || frame->box->turn != TURN_ANY)
        return false;
    return f->behind ? f->part + 1 < f->parts : f->part > 0;
}

/* A figure that has no `alt` was told when its kind was compiled. */
struct str flow_alternative(struct flow *f, const struct frame *frame)
{
    const struct wording *alt = frame->box->alt;
    struct str text = alt ? str_trim(scope_wording(f, frame->scope, alt)->text) : STR("");
    if (alt && text.len == 0) {
        diag_at(f->job->diags, DIAG_ERROR, alt->at, "missing-alternative",
                _("the text that stands for this figure is empty on page %u"), (unsigned)f->page + 1);
        diag_also(f->job->diags, f->entry->at, _("the page"));
    }
    return text;
}

void flow_fill_figure(struct flow *f, element_id id, struct rect box, struct str text)
{
    struct element *e = structure_edit(f->canvas->structure, id);
    e->alternative = rich_one_line(f->canvas->arena, text).at;
    structure_place(f->canvas->structure, id, f->page, box);
    f->canvas->drawing_leaf = structure_leaf(f->canvas->structure, id);
}

static void note_heading(struct flow *f, const struct frame *frame)
{
    enum tag tag = frame->box->tag;
    if (f->canvas->has_heading || tag < TAG_H1 || tag > TAG_H4)
        return;
    f->canvas->has_heading = true;
    f->canvas->heading_top = frame->rect.y;
}

/* Opens the box's element, or goes on in the one kept from the page before. */
static size_t open_element(struct flow *f, struct frame *frame)
{
    const struct box *box = frame->box;
    struct canvas *c = f->canvas;
    element_id id;
    if (!box->tagged || c->artefact > 0)
        return c->depth;
    note_heading(f, frame);
    if (frame->begun)
        return canvas_reopen(c, frame->element);
    if (box->kept && f->kept[box->kept - 1])
        return canvas_reopen(c, f->kept[box->kept - 1]);
    size_t depth = canvas_open(c, box->tag, &id);
    frame->element = id;
    if (box->kept)
        f->kept[box->kept - 1] = id;
    if (box->tag == TAG_FIGURE)
        flow_fill_figure(f, id, frame->rect, flow_alternative(f, frame));
    return depth;
}

static void emit_inside(struct flow *f, struct frame *frame)
{
    const struct box *box = frame->box;
    leaf_id drawing_leaf = f->canvas->drawing_leaf;
    size_t depth = open_element(f, frame);
    emit_ground(f, frame);
    const struct rich *to = box->to ? scope_wording(f, frame->scope, box->to) : NULL;
    struct open_link link = {0};
    if (to)
        link = flow_open_link(f, to);
    box->block->emit(f, frame, frame_inner(frame));
    flow_close_link(f, &link, frame->rect);
    canvas_close(f->canvas, depth);
    f->canvas->drawing_leaf = drawing_leaf;
}

void flow_emit(struct flow *f, struct frame *frame)
{
    if (frame->elsewhere)
        return;
    if (frame->box->block == &block_text && frame->state == NULL && !frame->box->fill.given)
        return;
    bool artefact = frame->box->artefact || is_repeated(f, frame), was_fresh = f->fresh;
    f->fresh |= frame->fresh || (f->part > 0 && frame->box->turn == TURN_LAST);
    f->canvas->artefact += artefact;
    emit_inside(f, frame);
    f->canvas->artefact -= artefact;
    f->fresh = was_fresh;
    f->behind |= frame->box->runs || frame->fresh;
}
