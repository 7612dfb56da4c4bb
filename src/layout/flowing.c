/* Entries to pages that they share. */
#include "layout/flowing.h"

#include <math.h>

#include "layout/fit.h"
#include "layout/pages.h"
#include "layout/portion.h"

enum { MAX_ROUNDS = 8 };

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

/* An entry on its way to the pages. */
struct passage {
    struct job *job;
    size_t entry, part;
    struct arena *scratch;
    struct flow flow;
    struct frame *body; /* what is left; NULL: not measured yet */
};

static void start_part(struct passage *l, double top)
{
    struct standing *s = &l->job->places[l->entry];
    if (l->part == 0) {
        s->top = top;
        s->has_top = true;
    }
    double *tops = ARENA_ARRAY(l->job->arena, l->part + 1, double);
    for (size_t i = 0; i < l->part; i++)
        tops[i] = s->tops[i];
    tops[l->part++] = top;
    s->tops = tops;
    s->parts = (uint32_t)l->part;
}

static struct frame *body_of(struct passage *l)
{
    if (l->body)
        return l->body;
    l->scratch = arena_new();
    l->flow = pages_flow(l->job, l->entry, 0, l->scratch);
    l->flow.dividing = true;
    l->body = flowing_body(&l->flow);
    return l->body;
}

/* Of what has no place yet; known from the round before when nothing in it can have changed. */
static double rest_height(struct passage *l)
{
    struct standing *s = &l->job->places[l->entry];
    if (l->body == NULL && s->height > 0 && !s->uses_numbers)
        return s->height;
    double height = body_of(l)->height;
    if (l->part == 0) {
        s->height = height;
        s->uses_numbers |= l->flow.used_numbers;
    }
    return height;
}

static double top_of(const struct filling *p)
{
    const struct theme *t = p->job->theme;
    return p->empty ? t->bounds.y : p->y + t->entry_gap;
}

static double room_below(const struct theme *t, double top)
{
    return t->bounds.y + t->bounds.height - top;
}

/* Puts as much of the rest on the page as it takes. False when all of it has found its place. */
static bool place_rest(struct filling *p, struct passage *l)
{
    const struct theme *t = p->job->theme;
    struct standing *s = &p->job->places[l->entry];
    double top = top_of(p), room = room_below(t, top), height = rest_height(l);
    bool high = height > room + PORTION_TOLERANCE;
    bool divisible = p->empty || !p->job->templates[l->entry]->keep;
    bool divided = high && divisible && portion_divide(&l->flow, body_of(l), room);
    if (high && !divided && !p->empty) {
        turn_page(p);
        return true;
    }
    if (l->part == 0)
        settle_page(p, s);
    start_part(l, top);
    p->y = top + height;
    p->empty = false;
    if (!divided)
        return false;
    portion_advance(l->body);
    turn_page(p);
    return true;
}

struct frame *flowing_body(struct flow *f)
{
    const struct rect *bounds = &f->job->theme->bounds;
    struct frame *body;
    f->part = 0;
    f->parts = 1; /* its boxes stand once, whatever pages they come to stand on */
    fit_begin(f);
    do {
        fit_pass(f);
        body = flow_frame(f, f->template->body, NULL);
        flow_measure(f, body, bounds->width, INFINITY);
        flow_arrange(f, body, (struct rect){bounds->x, 0, bounds->width, body->height});
    } while (fit_changed(f));
    fit_end(f); /* what is too high for a page is told where it has come to stand */
    return body;
}

void flowing_show(struct flow *f, struct frame *body, size_t part)
{
    const struct standing *s = &f->job->places[f->entry_index];
    const struct rect *bounds = &f->job->theme->bounds;
    double top = s->tops[part], room = room_below(f->job->theme, top);
    if (part > 0)
        portion_advance(body);
    if (part + 1 < s->parts)
        portion_divide(f, body, room);
    bool told = flow_arrange(f, body, (struct rect){bounds->x, top, bounds->width, body->height});
    if (!told && body->height > room + PORTION_TOLERANCE)
        flow_overflow_content(f, body, body->height - room, room);
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
    struct passage l = {.job = job, .entry = entry};
    while (place_rest(p, &l))
        ;
    if (l.scratch)
        arena_free(l.scratch);
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
