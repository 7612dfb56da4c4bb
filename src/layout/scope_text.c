/* Values and strings as text. */
#include "base/i18n.h"
#include "layout/builtin.h"
#include "layout/flow.h"

static const char *page_number(void *data, struct str anchor)
{
    struct flow *f = data;
    size_t entry;
    f->used_numbers = true;
    if (!job_anchor(f->job, anchor, &entry))
        return NULL;
    return arena_printf(f->scratch, "%u", (unsigned)f->job->places[entry].page + 1);
}

static const struct rich *closed(struct flow *f, const struct rich *r)
{
    return rich_is_open(r) ? rich_close(f->scratch, r, page_number, f) : r;
}

static const struct rich *plain(struct flow *f, struct str text, struct span at)
{
    return rich_plain(f->scratch, text, at);
}

static const struct rich *figure_text(struct flow *f, const struct value *v, struct str forms)
{
    struct printed_figure figure = edition_figure(f->job->edition, v->as.figure, forms, v->at);
    return figure.text ? figure.text : plain(f, STR(""), v->at);
}

const struct rich *scope_text(struct flow *f, const struct value *v, struct str forms, struct span at)
{
    struct language *language = f->job->language;
    switch (v->kind) {
    case VALUE_TEXT:
        return closed(f, v->as.text);
    case VALUE_STRING:
        return plain(f, v->as.string, v->at);
    case VALUE_NUMBER:
        return plain(f, language_number(language, f->scratch, v->as.number, SIGN_NEGATIVE), v->at);
    case VALUE_DATE:
        return plain(f, language_date(language, f->scratch, v->as.date), v->at);
    case VALUE_FIGURE:
        return figure_text(f, v, forms);
    case VALUE_LIST:
    case VALUE_RECORD:
        if (flow_tells(f))
            diag_at(f->job->diags, DIAG_ERROR, at, "design-value", _("this is no text: ask for one of its fields"));
        return plain(f, STR(""), at);
    case VALUE_NONE:
    case VALUE_BOOL:
        return plain(f, STR(""), at);
    }
    return plain(f, STR(""), at);
}

/* Whether a name that the scope does not have is an author's reference (to a page, a list or a figure) rather than a mistyped field. */
static bool is_reference(struct flow *f, const struct scope *scope, const struct lookup *l)
{
    static const char *const heads[] = {"edition", "page", "count", "sum", NULL};
    for (size_t i = 0; heads[i] != NULL; i++)
        if (str_is(l->parts[0], heads[i]))
            return true;
    struct str last = l->parts[l->count - 1];
    bool known = edition_indicator(f->job->edition, str_slice(last, 0, str_find(last, '@'))) != NULL;
    return known || !scope_resembles(f, scope, l->parts[0]);
}

static const struct rich *reference_text(struct flow *f, const struct lookup *l)
{
    struct reference_resolver resolver = edition_resolver(f->job->edition, f->entry->fields);
    struct rich_builder *b = rich_builder_start(f->scratch, l->at);
    resolver.resolve(resolver.data, l->text, l->at, b);
    return closed(f, typography_apply(f->scratch, rich_builder_end(b), f->job->edition->programme->language));
}

static const struct rich *segment_text(struct flow *f, const struct scope *scope, const struct segment *s)
{
    if (s->literal)
        return s->literal;
    bool known = builtin_knows(f, scope, s->lookup);
    if (!known && !s->lookup->lenient && is_reference(f, scope, s->lookup))
        return reference_text(f, s->lookup);
    if (!known) {
        scope_unknown(f, scope, s->lookup);
        return plain(f, STR(""), s->lookup->at);
    }
    const struct value *v = scope_value(f, scope, s->lookup);
    return v ? scope_text(f, v, s->lookup->forms, s->lookup->at) : plain(f, STR(""), s->lookup->at);
}

/* Nothing at all when none of its names has a value. */
static const struct rich *put_together(struct flow *f, const struct scope *scope, const struct wording *w)
{
    struct rich_builder *b = rich_builder_start(f->scratch, w->at);
    uint32_t *links = ARENA_ARRAY(f->scratch, w->link_count + 1, uint32_t);
    bool some = false;
    for (size_t i = 0; i < w->count; i++) {
        const struct segment *s = &w->segments[i];
        const struct rich *text = segment_text(f, scope, s);
        some |= s->lookup && !rich_is_empty(text);
        if (s->link && links[s->link] == 0)
            links[s->link] = rich_builder_link(b, w->links[s->link - 1].target, w->links[s->link - 1].at);
        rich_builder_style(b, s->style, s->link ? links[s->link] : 0);
        rich_builder_rich(b, text);
    }
    return some ? rich_builder_end(b) : plain(f, STR(""), w->at);
}

static bool is_blank(struct str s)
{
    return str_trim(s).len == 0;
}

const struct rich *scope_wording(struct flow *f, const struct scope *scope, const struct wording *w)
{
    if (w->constant)
        return closed(f, w->constant);
    if (w->count == 1 && w->segments[0].style == 0 && w->segments[0].link == 0)
        return segment_text(f, scope, &w->segments[0]);
    const struct rich *r = put_together(f, scope, w);
    return is_blank(r->text) ? plain(f, STR(""), w->at) : r;
}
