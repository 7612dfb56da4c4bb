/* Settled pages to a document: items, structure, bookmarks, labels. */
#include <math.h>

#include "base/i18n.h"
#include "layout/builtin.h"
#include "layout/compile.h"
#include "layout/contents.h"
#include "layout/design.h"
#include "layout/flowing.h"
#include "layout/maps.h"
#include "layout/overlap.h"
#include "layout/pages.h"
#include "layout/pictures.h"

struct assembly {
    struct job *job;
    struct canvas canvas;
    struct structure *structure;
    struct page *pages;
    struct item **items; /* of each page, for the links' targets */
    struct bookmark *bookmarks;
    size_t bookmark_count;
    uint32_t section; /* of the entry before */
    element_id element;
    bool annex;
    bool page_open;
    uint32_t page; /* the open one */
};

static bool is_white(struct color c)
{
    return c.red >= 1 && c.green >= 1 && c.blue >= 1;
}

static void emit_ground(struct flow *f)
{
    const struct theme *t = f->job->theme;
    if (is_white(f->template->fill))
        return;
    f->canvas->artefact++;
    flow_fill(f, (struct rect){0, 0, t->width, t->height}, NULL, &f->template->fill, 0, NULL);
    f->canvas->artefact--;
}

static void emit_header(struct flow *f)
{
    const struct theme *t = f->job->theme;
    if (f->template->header == NULL)
        return;
    size_t part = f->part;
    const struct value *continued = f->whole;
    struct fitting *fitting = f->fitting;
    f->part = 0; /* the same on all continued pages, of which it shows the whole list */
    f->whole = NULL;
    f->fitting = NULL; /* and none of the body's texts */
    struct frame *header = flow_frame(f, f->template->header->box, NULL);
    flow_measure(f, header, t->width, t->height);
    flow_arrange(f, header, (struct rect){0, 0, t->width, t->height});
    flow_emit(f, header);
    f->part = part;
    f->whole = continued;
    f->fitting = fitting;
}

static void close_page(struct assembly *s, struct arena *scratch)
{
    struct job *job = s->job;
    if (!s->page_open)
        return;
    struct page *page = &s->pages[s->page];
    *page = (struct page){.width = job->theme->width, .height = job->theme->height};
    page->label = arena_printf(job->arena, "%u", (unsigned)s->page + 1);
    s->items[s->page] = canvas_items(&s->canvas, &page->item_count);
    page->items = s->items[s->page];
    page->drawn = canvas_drawn_figures(&s->canvas);
    page->drawn_count = s->canvas.drawn_count;
    overlap_check(scratch, job->diags, page->items, page->item_count, s->page);
    s->page_open = false;
}

/* The flow's page, with the ground and header of the first entry on it. */
static void open_page(struct assembly *s, struct flow *f)
{
    if (s->page_open && s->page == f->page) {
        canvas_enter(&s->canvas, s->element);
        return;
    }
    close_page(s, f->scratch);
    canvas_page(&s->canvas, s->element);
    s->page = f->page;
    s->page_open = true;
    emit_ground(f);
    emit_header(f);
}

/* The pages that an entry shares with others. */
static void lay_shared(struct assembly *s, size_t entry, element_id *kept)
{
    struct arena *scratch = arena_new();
    const struct standing *standing = &s->job->places[entry];
    struct flow f = pages_flow(s->job, entry, 0, scratch);
    f.canvas = &s->canvas;
    f.kept = kept;
    struct frame *body = flowing_body(&f);
    for (size_t part = 0; part < standing->parts; part++) {
        f.page = standing->page + (uint32_t)part;
        open_page(s, &f);
        flowing_show(&f, body, part);
        flow_emit(&f, body);
    }
    arena_free(scratch);
}

static void lay_part(struct assembly *s, size_t entry, size_t part, element_id *kept)
{
    struct laid *laid = pages_take(s->job, entry, part);
    struct flow *f = &laid->flow;
    f->canvas = &s->canvas;
    f->kept = kept;
    open_page(s, f);
    flow_emit(f, pages_body(laid));
    struct standing *standing = &s->job->places[entry];
    if (part == 0 && s->canvas.has_heading) {
        standing->has_top = true;
        standing->top = s->canvas.heading_top;
    }
    arena_free(f->scratch);
}

/* Rich text on one line, with its page numbers. */
static const char *line_of(struct assembly *s, size_t entry, const struct rich *text)
{
    struct arena *scratch = arena_new();
    struct flow f = pages_flow(s->job, entry, 0, scratch);
    struct value v = {.kind = VALUE_TEXT, .as.text = text};
    struct str closed = str_trim(scope_text(&f, &v, STR(""), text->at)->text);
    const char *line = rich_one_line(s->job->arena, closed).at;
    arena_free(scratch);
    return line;
}

static void add_bookmark(struct assembly *s, size_t entry, const struct rich *title, int level)
{
    const struct standing *standing = &s->job->places[entry];
    int deepest = s->bookmark_count ? s->bookmarks[s->bookmark_count - 1].level + 1 : 1;
    s->bookmarks[s->bookmark_count++] = (struct bookmark){.title = line_of(s, entry, title),
                                                          .level = level > deepest ? deepest : level,
                                                          .page = standing->page,
                                                          .y = standing->top};
}

static void add_bookmarks(struct assembly *s, size_t entry, bool opens)
{
    struct job *job = s->job;
    const struct template *t = job->templates[entry];
    const struct value *title = record_get(job->edition->pages[entry].fields, STR("title"));
    uint32_t section = job->places[entry].section;
    if (opens)
        add_bookmark(s, entry, contents_title(job, section), 1);
    if (title == NULL || title->kind != VALUE_TEXT || rich_is_empty(title->as.text) || (opens && t->opens_section))
        return;
    add_bookmark(s, entry, title->as.text, section == NO_SECTION || t->annex ? 1 : 2);
}

/* Each section has an element of its own; what stands before the first, and the annexes, too. */
static bool enter_section(struct assembly *s, size_t entry)
{
    uint32_t section = s->job->places[entry].section;
    bool annex = s->job->templates[entry]->annex, opens = section != NO_SECTION && section != s->section;
    if (entry == 0 || opens || annex != s->annex)
        s->element = structure_add(s->structure, 0, TAG_SECT);
    s->section = section;
    s->annex = annex;
    return opens;
}

static void lay_entry(struct assembly *s, size_t entry)
{
    bool opens = enter_section(s, entry);
    const struct template *t = s->job->templates[entry];
    element_id *kept = ARENA_ARRAY(s->job->arena, t->kept_count + 1, element_id);
    if (s->job->places[entry].tops)
        lay_shared(s, entry, kept);
    else
        for (size_t part = 0; part < s->job->places[entry].parts; part++)
            lay_part(s, entry, part, kept);
    add_bookmarks(s, entry, opens);
}

/* Entries that share a page settled their tops before. */
static bool is_aimed(const struct item *item, const double *tops)
{
    return item->kind == ITEM_LINK && item->as.link.target.uri == NULL && !isnan(tops[item->as.link.target.page]);
}

/* Links lead to the top of their page's heading, known once all pages are laid out. */
static void aim_links(struct assembly *s, uint32_t page_count)
{
    double *tops = ARENA_ARRAY(s->job->arena, page_count + 1, double);
    for (size_t i = 0; i < s->job->edition->page_count; i++)
        tops[s->job->places[i].page] = s->job->places[i].tops ? NAN : s->job->places[i].top;
    for (uint32_t p = 0; p < page_count; p++)
        for (size_t i = 0; i < s->pages[p].item_count; i++)
            if (is_aimed(&s->items[p][i], tops))
                s->items[p][i].as.link.target.y = tops[s->items[p][i].as.link.target.page];
}

static const char *plain_field(struct assembly *s, const struct record *r, struct str name)
{
    const struct value *v = record_get(r, name);
    if (v == NULL || (v->kind != VALUE_TEXT && v->kind != VALUE_STRING))
        return NULL;
    const char *text = v->kind == VALUE_TEXT ? line_of(s, 0, v->as.text) : str_copy(s->job->arena, v->as.string).at;
    return text[0] ? text : NULL;
}

static const struct document *finish(struct assembly *s, const struct design *design, uint32_t page_count)
{
    struct job *job = s->job;
    const struct record *programme = job->edition->programme->record;
    struct document *doc = ARENA_NEW(job->arena, struct document);
    const char *title = plain_field(s, job->edition->record, STR("title"));
    const char *subject = plain_field(s, programme, STR("title"));
    *doc = (struct document){.title = title ? title : "",
                             .language = job->tag,
                             .author = plain_field(s, programme, STR("owner")),
                             .subject = subject ? subject : plain_field(s, programme, STR("name")),
                             .creator = "bilan " BILAN_VERSION,
                             .published = job->edition->published,
                             .pages = s->pages,
                             .page_count = page_count,
                             .structure = s->structure,
                             .bookmarks = s->bookmarks,
                             .bookmark_count = s->bookmark_count,
                             .fonts = design->fonts};
    return doc;
}

static bool is_bounded(struct job *job, size_t page_count)
{
    struct span at = job->edition->record->at;
    if (job->contents.section_count > MOST_SECTIONS) {
        diag_at(job->diags, DIAG_ERROR, at, "too-many-sections", _("more than %d sections"), (int)MOST_SECTIONS);
        diag_hint(job->diags, "%s", _("give 'section' only to the page that starts one"));
        return false;
    }
    if (page_count > MOST_PAGES) {
        diag_at(job->diags, DIAG_ERROR, at, "too-many-pages", _("more than %d pages"), (int)MOST_PAGES);
        diag_hint(job->diags, "%s", _("divide the edition into several"));
        return false;
    }
    return true;
}

static const struct document *assemble(struct job *job, const struct design *design)
{
    if (!is_bounded(job, job->edition->page_count))
        return NULL;
    uint32_t page_count = job->theme->flows ? flowing_settle(job) : pages_settle(job);
    if (!is_bounded(job, page_count))
        return NULL;
    struct assembly s = {.job = job, .section = NO_SECTION};
    s.structure = structure_new(job->arena, job->tag);
    s.canvas = canvas_new(job->arena, s.structure, page_count);
    s.pages = ARENA_ARRAY(job->arena, page_count, struct page);
    s.items = ARENA_ARRAY(job->arena, page_count, struct item *);
    s.bookmarks = ARENA_ARRAY(job->arena, 2 * job->edition->page_count, struct bookmark);
    for (size_t i = 0; i < job->edition->page_count; i++)
        lay_entry(&s, i);
    close_page(&s, job->arena);
    aim_links(&s, page_count);
    canvas_free(&s.canvas);
    return finish(&s, design, page_count);
}

/* Each kind that the edition uses is compiled once. */
static void compile_kinds(struct job *job, const struct design *design)
{
    const struct edition *e = job->edition;
    struct reading r = {.arena = job->arena, .diags = job->diags};
    struct compilation shared = compilation_new(&r, &design->theme, e->programme->language, design->parts);
    const struct template **compiled = ARENA_ARRAY(job->arena, design->kinds.count + 1, const struct template *);
    const struct template **templates = ARENA_ARRAY(job->arena, e->page_count, const struct template *);
    for (size_t i = 0; i < e->page_count; i++) {
        size_t kind = (size_t)(e->pages[i].kind - design->kinds.items);
        if (compiled[kind] == NULL)
            compiled[kind] = compile_template(&shared, e->pages[i].kind);
        templates[i] = compiled[kind];
    }
    job->templates = templates;
}

/* Titles and summaries are printed in contents, sections in headers. */
static bool is_printed(const void *data, size_t page, struct str field)
{
    static const char *const always[] = {"title", "section", "summary", NULL};
    const struct template *t = ((const struct job *)data)->templates[page];
    return is_among(field, always) || lookups_ask(t->asked, field) ||
           (t->header && lookups_ask(t->header->asked, field));
}

const struct document *layout_edition(struct arena *a, struct diags *d, const struct edition *edition,
                                      const struct design *design)
{
    if (edition->page_count == 0) {
        diag_at(d, DIAG_ERROR, edition->record->at, "no-pages", _("the edition has no pages"));
        return NULL;
    }
    struct job job = {.arena = a,
                      .diags = d,
                      .edition = edition,
                      .theme = &design->theme,
                      .language = edition->programme->language_mutable,
                      .tag = language_tag(edition->programme->language)};
    job.typesetter = typesetter_new(a, edition->programme->language, d);
    job.pictures = pictures_new(a);
    job.maps = maps_new(a);
    job.places = ARENA_ARRAY(a, edition->page_count, struct standing);
    compile_kinds(&job, design);
    job.abbreviations = edition_abbreviations(a, edition, &(struct printing){is_printed, &job});
    job_index_anchors(&job);
    builtin_prepare(&job);
    contents_prepare(&job);
    const struct document *doc = assemble(&job, design);
    typesetter_free(job.typesetter);
    return doc;
}
