/* Frames that are divided over pages: whether they may be, and where those with children below each other are. */
#include "layout/portion.h"

#include <math.h>

#include "layout/block.h"

/* A list of four or more has no single entry alone before or behind the end of a page, unless it is as high as three lines. */
enum { LEAST_ENTRIES = 4 };
static const double LONE_HEIGHT = 48;

bool portion_is_lone(size_t count, double height)
{
    return count >= LEAST_ENTRIES && height < LONE_HEIGHT;
}

static bool is_heading(const struct frame *frame)
{
    if (frame->box->tagged && frame->box->tag >= TAG_H1 && frame->box->tag <= TAG_H4)
        return true;
    const struct frame *last = NULL;
    for (const struct frame *c = frame->first; c != NULL; c = c->next)
        last = c->gone ? last : c;
    return last != NULL && is_heading(last);
}

/* Whatever is seen or read as one thing stays one: grounds and frames, headings, figures, links, an entry that is more than a text, and
 * what is kept with something else. */
static bool is_divisible(const struct frame *frame)
{
    const struct box *box = frame->box;
    if (box->block->divide == NULL || box->artefact || box->to || box->fill.given || box->border.paint.given)
        return false;
    if (box->height.unit == UNIT_POINTS || box->height.unit == UNIT_PERCENT || box->min_height > 0)
        return false;
    if (box->stay != STAY_NONE || (box->each && box->block != &block_text))
        return false;
    return !box->tagged || !(box->tag == TAG_FIGURE || (box->tag >= TAG_H1 && box->tag <= TAG_H4));
}

static void settle_height(struct frame *frame)
{
    struct sides pad = frame_pad(frame);
    frame->height = frame->need.height = pad.top + frame->box->block->shown(frame) + pad.bottom;
}

bool portion_divide(struct flow *f, struct frame *frame, double room)
{
    double above = frame->begun ? 0 : frame->box->pad.top;
    if (!is_divisible(frame) || !frame->box->block->divide(f, frame, room - above))
        return false;
    frame->goes_on = true;
    settle_height(frame);
    return true;
}

void portion_advance(struct frame *frame)
{
    frame->begun = true;
    frame->goes_on = false;
    frame->box->block->advance(frame);
    settle_height(frame);
}

static bool is_absent(const struct frame *frame)
{
    return frame->gone || frame->elsewhere;
}

static struct frame *shown_from(struct frame *c)
{
    while (c != NULL && is_absent(c))
        c = c->next;
    return c;
}

double portion_gap_below(const struct frame *frame, const struct frame *child)
{
    return is_absent(child) || shown_from(child->next) == NULL ? 0 : frame->box->gap;
}

double portion_shown_down(const struct frame *frame)
{
    double height = 0;
    for (const struct frame *c = frame->first; c != NULL; c = c->next)
        if (!c->elsewhere)
            height += c->height + portion_gap_below(frame, c);
    return height;
}

/* A shown child, and where the ends of those before it leave it. */
struct stand {
    struct frame *child;
    double top, end_above; /* from the top of the content */
};

/* Those that start within `room`, and the one behind them. */
static size_t gather(struct flow *f, struct frame *frame, double room, struct stand **out)
{
    struct stand *stands = ARENA_ARRAY(f->scratch, frame->child_count + 1, struct stand);
    size_t count = 0;
    double y = 0, end = 0;
    for (struct frame *c = shown_from(frame->first); c != NULL; c = shown_from(c->next)) {
        stands[count++] = (struct stand){c, y, end};
        if (y > room + PORTION_TOLERANCE)
            break;
        end = y + c->height;
        y = end + portion_gap_below(frame, c);
    }
    *out = stands;
    return count;
}

/* Whether the page may end between the child at `i` and the one before it. */
static bool may_end_before(const struct frame *frame, const struct stand *stands, size_t i)
{
    const struct frame *above = stands[i - 1].child, *below = stands[i].child;
    bool is_list = frame->box->block == &block_list || (frame->box->tagged && frame->box->tag == TAG_L);
    if (above->box->stay == STAY_NEXT || below->box->stay == STAY_PREVIOUS || is_heading(above))
        return false;
    if (!is_list)
        return true;
    bool last = shown_from(below->next) == NULL;
    bool first_alone = i == 1 && !frame->begun && portion_is_lone(frame->child_count, above->height);
    return !first_alone && !(last && portion_is_lone(frame->child_count, below->height));
}

static void leave(struct frame *frame, struct frame *from)
{
    size_t index = 0;
    for (struct frame *c = frame->first; c != from; c = c->next)
        index++;
    frame->end = index;
    for (struct frame *c = from; c != NULL; c = c->next)
        c->elsewhere = true;
}

bool portion_divide_down(struct flow *f, struct frame *frame, double room)
{
    struct stand *stands;
    for (size_t i = gather(f, frame, room, &stands); i-- > 0;) {
        struct frame *child = stands[i].child;
        if (portion_divide(f, child, room - stands[i].top)) {
            leave(frame, child->next);
            return true;
        }
        if (i > 0 && stands[i].end_above <= room + PORTION_TOLERANCE && may_end_before(frame, stands, i)) {
            leave(frame, child);
            return true;
        }
    }
    return false;
}

void portion_advance_down(struct frame *frame)
{
    size_t index = 0;
    for (struct frame *c = frame->first; c != NULL; c = c->next, index++) {
        if (index >= frame->end)
            c->elsewhere = false;
        else if (c->goes_on)
            portion_advance(c);
        else
            c->elsewhere = true;
    }
}
