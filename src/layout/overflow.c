/* What has too little room. While a page's texts still choose their sizes nothing is settled, so it is only noted. */
#include "layout/flow.h"

struct overflow {
    struct overflow *next;
    struct span at;
    const char *message, *hint;
    bool fresh; /* in or around the continued list */
};

static void report(struct flow *f, const struct overflow *o)
{
    if (!flow_tells(f)) {
        f->fits &= !o->fresh;
        return;
    }
    diag_at(f->job->diags, DIAG_ERROR, o->at, "overflow", "%s", o->message);
    if (o->hint)
        diag_hint(f->job->diags, "%s", o->hint);
}

void flow_overflow(struct flow *f, const struct frame *frame, struct span at, const char *message, const char *hint)
{
    struct overflow *o = ARENA_NEW(f->scratch, struct overflow);
    *o = (struct overflow){.at = at.file ? at : f->entry->at,
                           .message = message,
                           .hint = hint,
                           .fresh = frame->box->carries || frame->fresh || f->fresh};
    if (f->fitting == NULL) {
        report(f, o);
        return;
    }
    struct overflow **last = &f->overflows;
    while (*last != NULL)
        last = &(*last)->next;
    *last = o;
}

void flow_report(struct flow *f)
{
    for (const struct overflow *o = f->overflows; o != NULL; o = o->next)
        report(f, o);
    f->overflows = NULL;
}
