#include "layout/pages.h"

#include "base/i18n.h"
#include "layout/fit.h"
#include "layout/flowing.h"

enum { MAX_ROUNDS = 6, MOST_KEPT = 64 /* pages laid out: so many take little memory */ };

static const struct value *continued_list(struct flow *f)
{
    const struct value *v = f->template->over ? scope_value(f, NULL, f->template->over) : NULL;
    if (v && v->kind != VALUE_LIST && v->kind != VALUE_NONE && flow_tells(f)) {
        diag_at(f->job->diags, DIAG_ERROR, f->template->over->at, "design-value", _("'%.*s' is no list"),
                STR_ARG(f->template->over->text));
        diag_hint(f->job->diags, "%s", _("name the list that may go on, on further pages"));
    }
    return v && v->kind == VALUE_LIST ? v : NULL;
}

void pages_share(struct flow *f, size_t first, size_t end)
{
    const struct value *list = continued_list(f);
    f->whole = list;
    if (list == NULL)
        return;
    f->share_start = first;
    f->share = *list;
    f->share.as.list.items = list->as.list.items + first;
    f->share.as.list.count = end - first;
}

static void take_share(struct flow *f, size_t part, size_t parts, const size_t *starts)
{
    f->part = part;
    f->parts = parts;
    f->whole = NULL;
    if (starts != NULL)
        pages_share(f, starts[part], starts[part + 1]);
}

struct flow pages_flow(struct job *job, size_t entry, size_t part, struct arena *scratch)
{
    const struct standing *s = &job->places[entry];
    struct flow f = {.job = job,
                     .scratch = scratch,
                     .template = job->templates[entry],
                     .entry = &job->edition->pages[entry],
                     .entry_index = entry,
                     .page = s->page + (uint32_t)part,
                     .first_steps = s->steps};
    take_share(&f, part, s->parts, s->starts);
    return f;
}

static struct frame *lay_body(struct flow *f)
{
    const struct theme *t = f->job->theme;
    struct frame *frame;
    fit_begin(f);
    do {
        fit_pass(f);
        frame = flow_frame(f, f->template->body, NULL);
        flow_measure(f, frame, t->width, t->height);
        flow_arrange(f, frame, (struct rect){0, 0, t->width, t->height});
    } while (fit_changed(f));
    flow_report(f);
    return frame;
}

/* As evenly as may be, the longer shares first. */
static size_t *even_starts(struct arena *a, size_t count, size_t parts)
{
    size_t *starts = ARENA_ARRAY(a, parts + 1, size_t);
    for (size_t p = 0; p < parts; p++)
        starts[p + 1] = starts[p] + count / parts + (p < count % parts);
    return starts;
}

/* One way to divide an entry. */
struct division {
    size_t parts;
    const size_t *starts;
    size_t *steps;      /* what the texts of all pages have come to, so that they have the same sizes */
    struct laid **laid; /* its pages; not one that is to be laid out again anyway */
};

static struct laid *lay_trial(struct job *job, size_t entry, size_t part, const struct division *d)
{
    struct arena *scratch = arena_child(job->arena);
    struct laid *l = ARENA_NEW(scratch, struct laid);
    l->flow = pages_flow(job, entry, 0, scratch);
    l->flow.page = job->places[entry].page + (uint32_t)part;
    take_share(&l->flow, part, d->parts, d->starts);
    l->flow.dividing = l->flow.fits = true;
    l->body = lay_body(&l->flow);
    return l;
}

static void drop(struct job *job, struct laid **laid, size_t parts)
{
    for (size_t p = 0; p < parts; p++) {
        if (laid[p] == NULL)
            continue;
        arena_free(laid[p]->flow.scratch);
        laid[p] = NULL;
        job->laid_count--;
    }
}

/* Whether laying it out once more comes to the same, whatever the numbers of pages, and tells nothing. */
static bool is_settled(const struct flow *f)
{
    return f->fits && !f->untold && !f->used_numbers;
}

static bool part_fits(struct job *job, size_t entry, size_t part, struct division *d)
{
    struct laid *l = lay_trial(job, entry, part, d);
    bool fits = l->flow.fits;
    fit_keep(&l->flow, d->steps);
    job->places[entry].uses_numbers |= l->flow.used_numbers;
    if (is_settled(&l->flow) && job->laid_count < MOST_KEPT) {
        d->laid[part] = l;
        job->laid_count++;
    } else {
        arena_free(l->flow.scratch);
    }
    return fits;
}

static bool all_fit(struct job *job, size_t entry, struct division *d)
{
    for (size_t p = 0; p < d->parts; p++)
        if (!part_fits(job, entry, p, d))
            return false;
    return true;
}

static struct division divide_evenly(struct job *job, size_t entry, size_t count, size_t parts)
{
    size_t groups = job->templates[entry]->fit_groups;
    return (struct division){.parts = parts,
                             .starts = even_starts(job->arena, count, parts),
                             .steps = ARENA_ARRAY(job->arena, groups + 1, size_t),
                             .laid = ARENA_ARRAY(job->arena, parts, struct laid *)};
}

size_t pages_list_length(struct job *job, size_t entry)
{
    struct arena *scratch = arena_new();
    struct flow f = pages_flow(job, entry, 0, scratch);
    const struct value *list = continued_list(&f);
    size_t count = list ? list->as.list.count : 0;
    arena_free(scratch);
    return count;
}

/* How many pages to try next. When many have been laid out in vain, so many that the shares are shorter: an entry that fits nowhere is not
 * to be tried at every place of every page. */
static size_t next_parts(size_t count, size_t parts, size_t tried)
{
    enum { PATIENCE = 500 };
    size_t longest = (count + parts - 1) / parts;
    size_t shorter = longest > 1 ? (count + longest - 2) / (longest - 1) : parts + 1;
    return tried <= PATIENCE || shorter <= parts ? parts + 1 : shorter;
}

/* Texts that got smaller on one of several pages are to be so on all of them. */
static bool has_steps(const struct job *job, size_t entry, const struct division *d)
{
    for (size_t i = 0; i < job->templates[entry]->fit_groups; i++)
        if (d->steps[i] > 0)
            return d->parts > 1;
    return false;
}

static void take_division(struct job *job, size_t entry, const struct division *d)
{
    struct standing *s = &job->places[entry];
    if (has_steps(job, entry, d))
        drop(job, d->laid, d->parts);
    s->steps = d->parts > 1 ? d->steps : NULL;
    s->parts = (uint32_t)d->parts;
    s->starts = d->starts;
    s->laid = d->laid;
}

/* The fewest pages that hold the list. Where none do, the fewest that are allowed: what does not fit is then told. */
void pages_divide(struct job *job, size_t entry)
{
    struct standing *s = &job->places[entry];
    size_t count = pages_list_length(job, entry), most = job->templates[entry]->most;
    size_t fewest = most && count > most ? (count + most - 1) / most : 1;
    if (s->laid != NULL)
        drop(job, s->laid, s->parts);
    s->laid = NULL;
    s->uses_numbers = false;
    s->steps = NULL;
    size_t tried = 0;
    for (size_t parts = fewest; parts <= count && parts <= MOST_PAGES; parts = next_parts(count, parts, tried)) {
        tried += parts;
        struct division d = divide_evenly(job, entry, count, parts);
        if (all_fit(job, entry, &d)) {
            take_division(job, entry, &d);
            return;
        }
        drop(job, d.laid, parts);
    }
    s->parts = (uint32_t)fewest;
    s->starts = count ? even_starts(job->arena, count, fewest) : NULL;
}

struct laid *pages_take(struct job *job, size_t entry, size_t part)
{
    const struct standing *s = &job->places[entry];
    struct laid *kept = s->laid ? s->laid[part] : NULL;
    if (kept != NULL) {
        s->laid[part] = NULL;
        job->laid_count--;
        kept->flow.page = s->page + (uint32_t)part;
        kept->flow.dividing = false;
        return kept;
    }
    struct arena *scratch = arena_new();
    struct laid *l = ARENA_NEW(scratch, struct laid);
    l->flow = pages_flow(job, entry, part, scratch);
    return l;
}

struct frame *pages_body(struct laid *laid)
{
    if (laid->body == NULL)
        laid->body = lay_body(&laid->flow);
    return laid->body;
}

static bool number_pages(struct job *job, uint32_t *total)
{
    bool moved = false;
    uint32_t page = 0;
    for (size_t i = 0; i < job->edition->page_count; i++) {
        moved |= job->places[i].page != page;
        job->places[i].page = page;
        page += job->places[i].parts;
    }
    *total = page;
    return moved;
}

static void divide_all(struct job *job, bool only_dependent)
{
    for (size_t i = 0; i < job->edition->page_count; i++)
        if (job->templates[i]->over && (!only_dependent || job->places[i].uses_numbers))
            pages_divide(job, i);
}

void pages_unsettled(struct job *job)
{
    diag_at(job->diags, DIAG_ERROR, job->edition->record->at, "unsettled",
            _("the page numbers do not settle: what they refer to moves each time they are filled in"));
    diag_hint(job->diags, _("give the texts near the bottom of continued pages more room"));
}

uint32_t pages_settle(struct job *job)
{
    uint32_t total = 0;
    for (size_t i = 0; i < job->edition->page_count; i++)
        job->places[i].parts = 1;
    number_pages(job, &total);
    divide_all(job, false);
    bool moved = number_pages(job, &total);
    for (int round = 0; moved && round < MAX_ROUNDS; round++) {
        divide_all(job, true);
        moved = number_pages(job, &total);
    }
    if (moved)
        pages_unsettled(job);
    return total;
}
