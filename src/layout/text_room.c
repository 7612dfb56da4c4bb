/* Text that its place has no room for. */
#include <math.h>

#include "base/i18n.h"
#include "layout/flow.h"

static const double tolerance = 0.5;

void flow_text_too_wide(struct flow *f, const struct frame *frame, const struct paragraph *p, double missing,
                        double room)
{
    flow_overflow(
        f, frame, p->text->at,
        arena_printf(f->scratch,
                     _("a word needs %.0f pt more than the %.0f pt of width that '%.*s' of page kind '%.*s' has"),
                     ceil(missing), room, STR_ARG(frame->box->label), STR_ARG(f->entry->kind->name)),
        _("shorten the word, write it as two, or take a page kind with more room"));
}

void flow_text_too_high(struct flow *f, const struct frame *frame, const struct paragraph *p, double missing,
                        double room)
{
    flow_overflow(
        f, frame, p->text->at,
        arena_printf(f->scratch, _("the text needs %.0f pt more than the %.0f pt that '%.*s' of page kind '%.*s' has"),
                     ceil(missing), room, STR_ARG(frame->box->label), STR_ARG(f->entry->kind->name)),
        arena_printf(f->scratch, P_("it fills %zu line; shorten it", "it fills %zu lines; shorten it", p->line_count),
                     p->line_count));
}

bool flow_text_passes_bounds(struct flow *f, const struct frame *frame, const struct paragraph *p, struct rect place)
{
    const struct rect *bounds = &f->job->theme->bounds;
    if (f->bleeding > 0)
        return false;
    double below = place.y + p->height - (bounds->y + bounds->height);
    double behind = place.x + fmin(place.width, p->width) - (bounds->x + bounds->width);
    double high = fmax(below, bounds->y - place.y), wide = fmax(behind, bounds->x - place.x);
    if (high > tolerance)
        flow_text_too_high(f, frame, p, high, fmax(0, p->height - high));
    else if (wide > tolerance)
        flow_text_too_wide(f, frame, p, wide, fmax(0, place.width - wide));
    return high > tolerance || wide > tolerance;
}
