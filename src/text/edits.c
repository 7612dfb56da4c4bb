/* Applies the edits of microtypography: text, runs and origins move together. */
#include <stdlib.h>
#include <string.h>

#include "text/build.h"
#include "text/typography.h"

void edits_free(struct edits *e)
{
    free(e->items);
    free(e->raises);
}

void edits_add(struct edits *e, size_t start, size_t end, const char *put)
{
    if (e->count > 0) {
        const struct edit *last = &e->items[e->count - 1];
        if (start < last->end || (start == last->start && end == last->end))
            return; /* two rules that ask for the same space */
    }
    if (e->count == e->capacity) {
        e->capacity = e->capacity == 0 ? 16 : e->capacity * 2;
        e->items = memory_grow(e->items, e->capacity * sizeof *e->items);
    }
    e->items[e->count++] = (struct edit){(uint32_t)start, (uint32_t)end, put};
}

void edits_raise(struct edits *e, size_t start, size_t end)
{
    if (e->raise_count == e->raise_capacity) {
        e->raise_capacity = e->raise_capacity == 0 ? 4 : e->raise_capacity * 2;
        e->raises = memory_grow(e->raises, e->raise_capacity * sizeof *e->raises);
    }
    e->raises[e->raise_count++] = (struct raise){(uint32_t)start, (uint32_t)end};
}

/* The rich text being rewritten; `next` is the first edit and raise not yet passed. */
struct rewriting {
    const struct rich *old;
    const struct edits *edits;
    struct rich_builder *out;
    size_t next_edit, next_raise, next_origin;
    int64_t gained; /* bytes, by the edits passed */
};

static void copy_text(struct rewriting *w)
{
    uint32_t at = 0;
    for (size_t i = 0; i < w->edits->count; i++) {
        const struct edit *edit = &w->edits->items[i];
        build_bytes(w->out, str_slice(w->old->text, at, edit->start));
        build_bytes(w->out, str_of(edit->put));
        at = edit->end;
    }
    build_bytes(w->out, str_slice(w->old->text, at, w->old->text.len));
}

/* Where the text before old byte `at` ends now; insertions at `at` itself count when `with_insertions`. Never asked for an earlier byte than
 * before. */
static uint32_t moved(struct rewriting *w, uint32_t at, bool with_insertions)
{
    for (; w->next_edit < w->edits->count; w->next_edit++) {
        const struct edit *edit = &w->edits->items[w->next_edit];
        if (edit->end > at || (edit->start == at && !with_insertions))
            break;
        w->gained += (int64_t)strlen(edit->put) - (int64_t)(edit->end - edit->start);
    }
    return (uint32_t)((int64_t)at + w->gained);
}

/* The end of the part of `run` from `at` on that is raised throughout or nowhere. */
static uint32_t part_end(struct rewriting *w, const struct rich_run *run, uint32_t at, bool *raised)
{
    const struct edits *e = w->edits;
    while (w->next_raise < e->raise_count && e->raises[w->next_raise].end <= at)
        w->next_raise++;
    *raised = false;
    if (w->next_raise == e->raise_count || e->raises[w->next_raise].start >= run->end)
        return run->end;
    const struct raise *raise = &e->raises[w->next_raise];
    *raised = raise->start <= at;
    uint32_t end = *raised ? raise->end : raise->start;
    return end < run->end ? end : run->end;
}

/* An inserted space belongs to the run before it, but never to a figure or page number. */
static void copy_run(struct rewriting *w, const struct rich_run *run, uint32_t *new_end)
{
    for (uint32_t at = run->start; at < run->end;) {
        bool raised;
        uint32_t end = part_end(w, run, at, &raised);
        bool takes_insertions = (run->figure == 0 && run->open_page == 0) || end == w->old->text.len;
        struct rich_run part = *run;
        part.start = *new_end;
        part.end = moved(w, end, takes_insertions);
        part.style |= raised ? RICH_RAISED : 0;
        build_run(w->out, part);
        *new_end = part.end;
        at = end;
    }
}

/* Origins of old bytes [start, end), which no edit touches. */
static void copy_origins(struct rewriting *w, uint32_t start, uint32_t end)
{
    const struct rich *old = w->old;
    while (w->next_origin < old->origin_count) {
        struct origin origin = old->origins[w->next_origin];
        bool last = w->next_origin + 1 == old->origin_count;
        uint32_t stop = last ? (uint32_t)old->text.len : old->origins[w->next_origin + 1].start;
        uint32_t from = origin.start > start ? origin.start : start;
        uint32_t to = stop < end ? stop : end;
        if (from < to) {
            if (origin.linear) {
                origin.source.start += from - origin.start;
                origin.source.end = origin.source.start + (to - from);
            }
            origin.start = (uint32_t)((int64_t)from + w->gained);
            build_origin(w->out, origin);
        }
        if (stop > end || last)
            return;
        w->next_origin++;
    }
}

static struct span edit_source(const struct rich *r, const struct edit *edit)
{
    uint32_t end = edit->end;
    if (edit->start == edit->end && end < r->text.len) {
        size_t next = end;
        utf8_next(r->text, &next);
        end = (uint32_t)next;
    }
    return origin_span(r->origins, r->origin_count, edit->start, end);
}

static void rewrite_origins(struct rewriting *w)
{
    uint32_t at = 0;
    for (size_t i = 0; i < w->edits->count; i++) {
        const struct edit *edit = &w->edits->items[i];
        copy_origins(w, at, edit->start);
        uint32_t start = (uint32_t)((int64_t)edit->start + w->gained);
        build_origin(w->out, (struct origin){start, false, edit_source(w->old, edit)});
        w->gained += (int64_t)strlen(edit->put) - (int64_t)(edit->end - edit->start);
        at = edit->end;
    }
    copy_origins(w, at, (uint32_t)w->old->text.len);
}

const struct rich *edits_apply(struct arena *a, const struct rich *r, const struct edits *e)
{
    struct rewriting w = {.old = r, .edits = e, .out = rich_builder_start(a, r->at)};
    build_references(w.out, r);
    copy_text(&w);
    uint32_t end = 0;
    for (size_t i = 0; i < r->run_count; i++)
        copy_run(&w, &r->runs[i], &end);
    w.gained = 0;
    rewrite_origins(&w);
    return rich_builder_end(w.out);
}
