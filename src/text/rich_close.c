/* Open page numbers, filled in once layout knows them. */
#include "text/build.h"

struct closing {
    const struct rich *open;
    const char *(*number)(void *data, struct str anchor);
    void *data;
    struct rich_builder *out;
};

static struct str closed_text(const struct closing *c, const struct rich_run *run)
{
    if (run->open_page == 0)
        return str_slice(c->open->text, run->start, run->end);
    const char *number = c->number(c->data, c->open->anchors[run->open_page - 1]);
    return number != NULL ? str_of(number) : STR("0");
}

static void copy_run(struct closing *c, const struct rich_run *run)
{
    struct rich_run closed = *run;
    closed.open_page = 0;
    closed.start = (uint32_t)c->out->rich.text.len;
    build_bytes(c->out, closed_text(c, run));
    closed.end = (uint32_t)c->out->rich.text.len;
    build_run(c->out, closed);
}

/* Where byte `at` of the open text came to stand. Page numbers are the only bytes that changed, so it is enough to add up what they gained. */
static uint32_t closed_offset(const struct closing *c, uint32_t at)
{
    int64_t gained = 0;
    for (size_t i = 0; i < c->open->run_count && c->open->runs[i].end <= at; i++) {
        const struct rich_run *run = &c->open->runs[i];
        if (run->open_page != 0)
            gained += (int64_t)closed_text(c, run).len - (int64_t)(run->end - run->start);
    }
    return (uint32_t)((int64_t)at + gained);
}

const struct rich *rich_close(struct arena *a, const struct rich *r,
                              const char *(*number)(void *data, struct str anchor), void *data)
{
    if (!rich_is_open(r))
        return r;
    struct closing c = {r, number, data, rich_builder_start(a, r->at)};
    build_references(c.out, r);
    for (size_t i = 0; i < r->run_count; i++)
        copy_run(&c, &r->runs[i]);
    for (size_t i = 0; i < r->origin_count; i++) {
        struct origin origin = r->origins[i];
        origin.start = closed_offset(&c, origin.start);
        build_origin(c.out, origin);
    }
    return rich_builder_end(c.out);
}
