/* Entries to pages that they share. */
#include "layout/flowing.h"

#include <math.h>

#include "base/i18n.h"
#include "layout/pages.h"

enum { MAX_ROUNDS = 8, FIRST_SLICES = 4 };
static const double TOLERANCE = 0.5;

/* The pages filled so far. */
struct filling {
    struct job *job;
    uint32_t page; /* the one being filled */
    double y;      /* where what stands on it ends */
    bool empty;
    bool moved; /* an entry stands on another page than in the round before */
};

static void turn_page(struct filling *p)
{
    p->page++;
    p->empty = true;
}

static void settle_page(struct filling *p, struct standing *s)
{
    p->moved |= s->page != p->page;
    s->page = p->page;
}

static void take_slice(struct arena *a, struct standing *s, const struct passage *p, const struct stretch *taken,
                       double top)
{
    if (p->part == 0) {
        s->top = top;
        s->has_top = true;
    }
    struct slice *slices = ARENA_ARRAY(a, p->part + 1, struct slice);
    size_t *starts = ARENA_ARRAY(a, p->part + 2, size_t);
    for (size_t i = 0; i < p->part; i++) {
        slices[i] = s->slices[i];
        starts[i] = s->starts[i];
    }
    slices[p->part] = (struct slice){taken->first_box, taken->end_box, top};
    starts[p->part] = taken->first_entry;
    starts[p->part + 1] = taken->end_entry;
    s->slices = slices;
    s->starts = starts;
    s->parts = (uint32_t)p->part + 1;
}

/* Of what has no place yet; INFINITY where that is more than `room` anyway. */
static double rest_height(const struct passage *p, double room)
{
    struct standing *s = &p->job->places[p->entry];
    if (p->part == 0 && s->height > 0 && !s->uses_numbers)
        return s->height;
    if (passage_exceeds(p, room))
        return INFINITY;
    double height = passage_height(p, &p->rest);
    if (p->part == 0)
        s->height = height;
    return height;
}

static double top_of(const struct filling *p)
{
    const struct theme *t = p->job->theme;
    return p->empty ? t->bounds.y : p->y + t->entry_gap;
}

/* Puts as much of the rest on the page as it takes. False when all of it has found its place. */
static bool place_rest(struct filling *p, struct passage *l)
{
    const struct theme *t = p->job->theme;
    struct standing *s = &p->job->places[l->entry];
    double top = top_of(p), room = t->bounds.y + t->bounds.height - top, height = rest_height(l, room);
    struct stretch taken;
    if (height > room + TOLERANCE) {
        bool divisible = p->empty || !p->job->templates[l->entry]->keep;
        if (divisible && passage_divide(l, room, &taken)) {
            if (l->part == 0)
                settle_page(p, s);
            take_slice(p->job->arena, s, l, &taken, top);
            l->rest = passage_after(l, &taken);
            l->part++;
            turn_page(p);
            return true;
        }
        if (!p->empty) {
            turn_page(p);
            return true;
        }
    }
    if (l->part == 0)
        settle_page(p, s);
    take_slice(p->job->arena, s, l, &l->rest, top);
    p->y = top + height;
    p->empty = false;
    return false;
}

static void place_whole(struct filling *p, size_t entry)
{
    struct job *job = p->job;
    settle_page(p, &job->places[entry]);
    if (job->templates[entry]->over)
        pages_divide(job, entry);
    p->page += job->places[entry].parts;
}

/* A section starts on a page of its own, and so does what says so. */
static bool starts_page(const struct job *job, size_t entry)
{
    uint32_t section = job->places[entry].section;
    bool opens = section != NO_SECTION && (entry == 0 || section != job->places[entry - 1].section);
    return opens || job->templates[entry]->start != PAGE_FLOWS;
}

static void place_entry(struct filling *p, size_t entry)
{
    struct job *job = p->job;
    if (starts_page(job, entry) && !p->empty)
        turn_page(p);
    if (job->templates[entry]->start == PAGE_WHOLE) {
        place_whole(p, entry);
        return;
    }
    struct passage l = {.job = job, .entry = entry, .boxes = job->templates[entry]->body->child_count, .part = 0};
    l.entries = job->templates[entry]->over ? pages_list_length(job, entry) : 0;
    l.rest = (struct stretch){0, l.boxes, 0, l.entries};
    while (place_rest(p, &l))
        ;
}

uint32_t flowing_settle(struct job *job)
{
    struct filling p = {.job = job, .moved = true};
    for (size_t i = 0; i < job->edition->page_count; i++)
        job->places[i].parts = 1;
    for (int round = 0; p.moved && round < MAX_ROUNDS; round++) {
        p = (struct filling){.job = job, .empty = true};
        for (size_t i = 0; i < job->edition->page_count; i++)
            place_entry(&p, i);
    }
    if (p.moved)
        pages_unsettled(job);
    return p.page + (p.empty ? 0 : 1);
}
