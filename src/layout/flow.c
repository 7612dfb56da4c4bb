/* Measuring and arranging frames. */
#include "layout/flow.h"

#include <math.h>

#include "base/i18n.h"
#include "layout/block.h"
#include "layout/fit.h"

static const double TOLERANCE = 0.5;

struct frame *flow_frame(struct flow *f, const struct box *box, const struct scope *scope)
{
    struct frame *frame = ARENA_NEW(f->scratch, struct frame);
    frame->box = box;
    frame->scope = scope;
    frame->baseline = NAN;
    return frame;
}

static void append(struct frame *parent, struct frame *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->child_count++;
}

static bool wanted(struct flow *f, const struct box *box, const struct scope *scope)
{
    if ((box->turn == TURN_FIRST && f->part > 0) || (box->turn == TURN_LAST && f->part + 1 < f->parts))
        return false;
    for (size_t i = 0; i < box->condition_count; i++)
        if (!scope_holds(f, scope, &box->conditions[i]))
            return false;
    return true;
}

static void place_one(struct flow *f, struct frame *parent, const struct box *box, const struct scope *scope,
                      bool fresh)
{
    if (!wanted(f, box, scope))
        return;
    if (box->block->grouping) {
        struct frame *before = parent->last;
        flow_expand(f, parent, box->children, box->child_count, scope);
        for (struct frame *c = before ? before->next : parent->first; fresh && c != NULL; c = c->next)
            c->fresh = true;
        return;
    }
    struct frame *frame = flow_frame(f, box, scope);
    frame->fresh = fresh;
    append(parent, frame);
}

static void repeat(struct flow *f, struct frame *parent, const struct box *box, const struct scope *scope)
{
    size_t start;
    const struct value *list = scope_list(f, scope, box->each, &start);
    for (size_t i = 0; i < list->as.list.count; i++) {
        struct scope *item = ARENA_NEW(f->scratch, struct scope);
        *item = scope_entry(scope, box->as, list, i, start);
        place_one(f, parent, box, item, list == &f->share);
    }
}

void flow_expand(struct flow *f, struct frame *parent, const struct box *const *boxes, size_t count,
                 const struct scope *scope)
{
    for (size_t i = 0; i < count; i++) {
        if (boxes[i]->each)
            repeat(f, parent, boxes[i], scope);
        else
            place_one(f, parent, boxes[i], scope, false);
    }
}

static double given_or(struct length length, double other)
{
    if (length.unit == UNIT_POINTS)
        return length.n;
    return length.unit == UNIT_PERCENT && isfinite(other) ? length.n * other / 100 : other;
}

static bool is_settled(struct length length)
{
    return length.unit == UNIT_POINTS || length.unit == UNIT_PERCENT;
}

void flow_measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct box *box = frame->box;
    frame->first = frame->last = NULL;
    frame->child_count = 0;
    frame->first_text = fit_count(f);
    double across = box->pad.left + box->pad.right, down = box->pad.top + box->pad.bottom;
    double outer_width = given_or(box->width, width), outer_height = given_or(box->height, height);
    struct extent e = box->block->measure(f, frame, fmax(0, outer_width - across), outer_height - down);
    frame->end_text = fit_count(f);
    if (frame->gone && !is_settled(box->height) && box->min_height <= 0)
        return;
    frame->gone = false;
    frame->need = (struct extent){e.width + across, e.height + down};
    frame->width = is_settled(box->width) ? outer_width : frame->need.width;
    bool fixed = is_settled(box->height) && isfinite(outer_height);
    frame->height = fixed ? outer_height : fmax(box->min_height, frame->need.height);
    frame->baseline += box->pad.top;
}

struct sides frame_pad(const struct frame *frame)
{
    struct sides pad = frame->box->pad;
    if (frame->begun)
        pad.top = 0;
    if (frame->goes_on)
        pad.bottom = 0;
    return pad;
}

struct rect frame_inner(const struct frame *frame)
{
    struct sides pad = frame_pad(frame);
    return rect_inset(frame->rect, pad.top, pad.right, pad.bottom, pad.left);
}

void flow_overflow_content(struct flow *f, const struct frame *frame, double missing, double room)
{
    flow_overflow(f, frame, SPAN_NONE,
                  arena_printf(f->scratch,
                               _("the content needs %.0f pt more than the %.0f pt that '%.*s' of page kind '%.*s' has"),
                               ceil(missing), room, STR_ARG(frame->box->label), STR_ARG(f->entry->kind->name)),
                  _("shorten it, or have fewer entries"));
}

static void overflow_across(struct flow *f, const struct frame *frame, double missing, double room)
{
    flow_overflow(
        f, frame, SPAN_NONE,
        arena_printf(f->scratch,
                     _("the content needs %.0f pt more than the %.0f pt of width that '%.*s' of page kind '%.*s' has"),
                     ceil(missing), room, STR_ARG(frame->box->label), STR_ARG(f->entry->kind->name)),
        NULL);
}

/* A box without room for its content: first the texts in it get smaller, then it is told. */
static bool is_too_small(struct flow *f, const struct frame *frame, struct rect rect)
{
    double down = frame->need.height - rect.height, across = frame->need.width - rect.width;
    return (down > TOLERANCE || across > TOLERANCE) && fit_give_way(f, frame);
}

static bool arrange_content(struct flow *f, struct frame *frame, struct rect rect)
{
    const struct block *block = frame->box->block;
    if (is_too_small(f, frame, rect))
        return true;
    bool told = block->arrange && block->arrange(f, frame, frame_inner(frame));
    /* What else is in the box of a continued list may be told already; whether there are too many entries is not. */
    if (told && !(f->dividing && frame->box->carries))
        return true;
    double down = frame->need.height - rect.height, across = frame->need.width - rect.width;
    if (down > TOLERANCE)
        flow_overflow_content(f, frame, down, rect.height);
    else if (across > TOLERANCE)
        overflow_across(f, frame, across, rect.width);
    return told || down > TOLERANCE || across > TOLERANCE;
}

bool flow_arrange(struct flow *f, struct frame *frame, struct rect rect)
{
    const struct box *box = frame->box;
    bool was_fresh = f->fresh;
    frame->rect = rect;
    f->fresh |= frame->fresh;
    f->bleeding += box->bleed || box->artefact;
    bool told = arrange_content(f, frame, rect);
    f->bleeding -= box->bleed || box->artefact;
    f->fresh = was_fresh;
    return told;
}

struct color flow_color(const struct flow *f, const struct scope *scope, const struct paint *paint)
{
    if (!paint->series || f->template->palette_count == 0)
        return paint->color;
    return f->template->palette[scope_index(scope) % f->template->palette_count];
}
