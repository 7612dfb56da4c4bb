#include "layout/pages.h"

#include "base/i18n.h"
#include "layout/fit.h"
#include "layout/flowing.h"

enum { MAX_ROUNDS = 6 };

static const struct value *continued_list(struct flow *f)
{
    const struct value *v = f->template->over ? scope_value(f, NULL, f->template->over) : NULL;
    if (v && v->kind != VALUE_LIST && v->kind != VALUE_NONE && !f->dividing) {
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

struct frame *pages_body(struct flow *f)
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

static bool part_fits(struct job *job, size_t entry, size_t part, size_t parts, const size_t *starts, size_t *steps)
{
    struct arena *scratch = arena_new();
    struct flow f = pages_flow(job, entry, 0, scratch);
    f.page = job->places[entry].page + (uint32_t)part;
    take_share(&f, part, parts, starts);
    f.dividing = f.fits = true;
    pages_body(&f);
    fit_keep(&f, steps);
    job->places[entry].uses_numbers |= f.used_numbers;
    arena_free(scratch);
    return f.fits;
}

/* `steps`: what the texts of all pages have come to, so that they have the same sizes. */
static bool all_fit(struct job *job, size_t entry, size_t parts, const size_t *starts, size_t *steps)
{
    for (size_t p = 0; p < parts; p++)
        if (!part_fits(job, entry, p, parts, starts, steps))
            return false;
    return true;
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

/* The fewest pages that hold the list. Where none do, the fewest that are allowed: what does not fit is then told. */
void pages_divide(struct job *job, size_t entry)
{
    struct standing *s = &job->places[entry];
    size_t count = pages_list_length(job, entry), most = job->templates[entry]->most;
    size_t fewest = most && count > most ? (count + most - 1) / most : 1;
    s->uses_numbers = false;
    s->steps = NULL;
    size_t tried = 0;
    for (size_t parts = fewest; parts <= count && parts <= MOST_PAGES; parts = next_parts(count, parts, tried)) {
        tried += parts;
        size_t *starts = even_starts(job->arena, count, parts);
        size_t *steps = ARENA_ARRAY(job->arena, job->templates[entry]->fit_groups + 1, size_t);
        if (!all_fit(job, entry, parts, starts, steps))
            continue;
        s->steps = parts > 1 ? steps : NULL;
        s->parts = (uint32_t)parts;
        s->starts = starts;
        return;
    }
    s->parts = (uint32_t)fewest;
    s->starts = count ? even_starts(job->arena, count, fewest) : NULL;
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
