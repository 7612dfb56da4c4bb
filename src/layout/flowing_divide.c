/* Where the body of an entry may be divided. */
#include <math.h>

#include "base/i18n.h"
#include "layout/flowing.h"
#include "layout/pages.h"

static const double TOLERANCE = 0.5;
enum { MANY = 64 }; /* entries of a list that hardly a page holds */

static const struct box *body_of(const struct passage *p)
{
    return p->job->templates[p->entry]->body;
}

static struct frame *slice_frame(struct flow *f)
{
    const struct box *whole = f->template->body;
    struct box *body = ARENA_NEW(f->scratch, struct box);
    *body = *whole;
    if (f->slice->first_box > 0)
        body->children = whole->children + f->slice->first_box;
    body->child_count = f->slice->end_box - f->slice->first_box;
    struct frame *frame = flow_frame(f, body, NULL);
    flow_measure(f, frame, f->job->theme->bounds.width, INFINITY);
    return frame;
}

static void too_high(struct flow *f, const struct frame *frame, double missing, double room)
{
    flow_overflow(f, frame, SPAN_NONE,
                  _("the content needs %.0f pt more than the %.0f pt that '%.*s' of page kind '%.*s' has"),
                  ceil(missing), room);
    diag_hint(f->job->diags, _("shorten it, or have fewer entries"));
}

struct frame *flowing_body(struct flow *f)
{
    const struct rect *bounds = &f->job->theme->bounds;
    struct frame *frame = slice_frame(f);
    /* What does not go through the list stands on one page only, so nothing in it is a repetition. */
    for (struct frame *c = frame->first; c != NULL; c = c->next)
        c->fresh = !c->box->carries;
    bool told = flow_arrange(f, frame, (struct rect){bounds->x, f->slice->top, bounds->width, frame->height});
    double room = bounds->y + bounds->height - f->slice->top;
    if (!told && frame->height > room + TOLERANCE)
        too_high(f, frame, frame->height - room, room);
    return frame;
}

static bool ends(const struct passage *p, const struct stretch *s)
{
    return s->end_box == p->boxes && s->end_entry == p->entries;
}

double passage_height(const struct passage *p, const struct stretch *s)
{
    struct arena *scratch = arena_new();
    struct slice slice = {s->first_box, s->end_box, 0};
    struct flow f = pages_flow(p->job, p->entry, 0, scratch);
    f.page = p->job->places[p->entry].page + (uint32_t)p->part;
    f.part = p->part;
    f.parts = p->part + (ends(p, s) ? 1 : 2);
    f.slice = &slice;
    f.dividing = true;
    pages_share(&f, s->first_entry, s->end_entry);
    double height = slice_frame(&f)->height;
    p->job->places[p->entry].uses_numbers |= f.used_numbers;
    arena_free(scratch);
    return height;
}

/* A long list is not measured whole when its first entries are too high already. */
static bool exceeds(const struct passage *p, const struct stretch *s, double room)
{
    struct stretch some = *s;
    if (s->end_entry - s->first_entry <= MANY)
        return false;
    some.end_entry = s->first_entry + MANY;
    return passage_height(p, &some) > room + TOLERANCE;
}

bool passage_exceeds(const struct passage *p, double room)
{
    return exceeds(p, &p->rest, room);
}

static bool fits(const struct passage *p, const struct stretch *s, double room)
{
    if (exceeds(p, s, room))
        return false;
    double height = passage_height(p, s);
    return height > 0 && height <= room + TOLERANCE;
}

static bool is_heading(const struct box *box)
{
    if (box->tagged && box->tag >= TAG_H1 && box->tag <= TAG_H4)
        return true;
    return box->child_count > 0 && is_heading(box->children[box->child_count - 1]);
}

static bool may_end_before(const struct box *body, size_t box)
{
    const struct box *above = body->children[box - 1];
    return above->stay != STAY_NEXT && body->children[box]->stay != STAY_PREVIOUS && !is_heading(above);
}

/* How many steps of the list may stand on the page: as many as leave no few entries alone before or after its end. */
static bool allowed_steps(const struct passage *p, size_t *low, size_t *high)
{
    const struct template *t = p->job->templates[p->entry];
    size_t count = p->rest.end_entry - p->rest.first_entry, steps = (count + t->step - 1) / t->step;
    size_t least = (t->least + t->step - 1) / t->step;
    if (least < 1 || steps < 2 * least)
        least = 1;
    *low = least;
    *high = steps - least;
    return steps > least && *low <= *high;
}

/* As many entries as have room, when the page ends in the last box of `s`. */
static bool divide_list(const struct passage *p, double room, struct stretch *s)
{
    size_t step = p->job->templates[p->entry]->step, low, high;
    if (p->rest.end_entry == p->rest.first_entry || !allowed_steps(p, &low, &high))
        return false;
    s->end_entry = p->rest.first_entry + low * step;
    if (!fits(p, s, room))
        return false;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        s->end_entry = p->rest.first_entry + middle * step;
        if (fits(p, s, room))
            low = middle;
        else
            high = middle - 1;
    }
    s->end_entry = p->rest.first_entry + low * step;
    return true;
}

static bool carries_between(const struct box *body, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (body->children[i]->carries)
            return true;
    return false;
}

bool passage_divide(const struct passage *p, double room, struct stretch *out)
{
    const struct box *body = body_of(p);
    for (size_t box = p->rest.end_box; box-- > p->rest.first_box;) {
        *out = p->rest;
        out->end_box = box + 1;
        if (body->children[box]->carries && divide_list(p, room, out))
            return true;
        if (box == p->rest.first_box || !may_end_before(body, box))
            continue;
        out->end_box = box;
        out->end_entry = carries_between(body, p->rest.first_box, box) ? p->entries : p->rest.first_entry;
        if (fits(p, out, room))
            return true;
    }
    return false;
}

struct stretch passage_after(const struct passage *p, const struct stretch *s)
{
    bool inside = s->end_entry < p->entries && body_of(p)->children[s->end_box - 1]->carries;
    return (struct stretch){inside ? s->end_box - 1 : s->end_box, p->boxes, s->end_entry, p->entries};
}
