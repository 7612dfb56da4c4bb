#include "layout/builtin.h"

#include "layout/contents.h"
#include "layout/flow.h"
#include "text/inline.h"

static const struct field edition_fields[] = {
    {.name = STR_INIT("title"), .type = FIELD_TEXT},     {.name = STR_INIT("year"), .type = FIELD_STRING},
    {.name = STR_INIT("next"), .type = FIELD_STRING},    {.name = STR_INIT("previous"), .type = FIELD_STRING},
    {.name = STR_INIT("published"), .type = FIELD_DATE}, {.name = STR_INIT("published_month"), .type = FIELD_STRING},
};
enum { EDITION_FIELDS = sizeof edition_fields / sizeof *edition_fields };
static const struct schema edition_schema = {
    .name = STR_INIT("edition"), .fields = edition_fields, .count = EDITION_FIELDS};

static struct value year_value(struct job *job, int year)
{
    const char *text = arena_printf(job->arena, "%d", year);
    return (struct value){.kind = VALUE_STRING, .as.string = str_of(text)};
}

static void prepare_edition(struct job *job)
{
    const struct edition *e = job->edition;
    struct value *values = ARENA_ARRAY(job->arena, EDITION_FIELDS, struct value);
    const struct value *title = record_get(e->record, STR("title"));
    if (title)
        values[0] = *title;
    values[1] = year_value(job, e->year);
    values[2] = year_value(job, e->year + 1);
    values[3] = year_value(job, e->year - 1);
    values[4] = (struct value){.kind = VALUE_DATE, .as.date = e->published};
    struct str month = language_month(job->language, job->arena, e->published.year, e->published.month);
    values[5] = (struct value){.kind = VALUE_STRING, .as.string = month};
    struct record *r = ARENA_NEW(job->arena, struct record);
    *r = (struct record){.schema = &edition_schema, .values = values};
    job->edition_value = (struct value){.kind = VALUE_RECORD, .as.record = r};
    job->programme_value = (struct value){.kind = VALUE_RECORD, .as.record = e->programme->record};
}

void builtin_prepare(struct job *job)
{
    prepare_edition(job);
    job->words = job->theme->words ? node_get(job->theme->words, job->tag) : NULL;
    if (job->words && job->words->kind != NODE_MAP)
        job->words = NULL;
    if (job->words)
        job->word_values = ARENA_ARRAY(job->arena, job->words->as.map.count + 1, struct value);
}

static struct value *fresh(struct flow *f, enum value_kind kind)
{
    struct value *v = ARENA_NEW(f->scratch, struct value);
    v->kind = kind;
    return v;
}

static const struct value *text_value(struct flow *f, const char *text)
{
    struct value *v = fresh(f, VALUE_STRING);
    v->as.string = str_of(text);
    return v;
}

static const struct value *counter(struct flow *f)
{
    return text_value(f, f->parts > 1 ? arena_printf(f->scratch, "%zu/%zu", f->part + 1, f->parts) : "");
}

static const struct value *section(struct flow *f)
{
    uint32_t index = f->job->places[f->entry_index].section;
    if (index != NO_SECTION && f->job->contents.sections.as.list.count > index)
        return &f->job->contents.sections.as.list.items[index];
    return fresh(f, VALUE_NONE);
}

const struct value *builtin_first(struct flow *f, const struct lookup *l, size_t *used)
{
    struct str name = l->parts[0];
    if (str_is(name, "section"))
        return section(f);
    if (str_is(name, "counter"))
        return counter(f);
    if (str_is(name, "page") && l->count > 1 && str_is(l->parts[1], "number")) {
        *used = 2;
        f->used_numbers = true;
        return text_value(f, arena_printf(f->scratch, "%u", (unsigned)f->page + 1));
    }
    return NULL;
}

/* A word of the theme is a layout string without names. */
static const struct value *word(struct flow *f, struct str name)
{
    struct job *job = f->job;
    size_t count = job->words ? job->words->as.map.count : 0;
    for (size_t i = 0; i < count; i++) {
        const struct node_pair *pair = &job->words->as.map.pairs[i];
        if (!str_eq(pair->key->as.scalar.text, name) || pair->value->kind != NODE_SCALAR)
            continue;
        struct value *v = &job->word_values[i];
        if (v->kind == VALUE_NONE) {
            struct reading r = {.arena = job->arena, .diags = job->diags};
            const struct wording *w = wording_compile(&r, pair->value, job->edition->programme->language, true);
            *v = (struct value){.kind = VALUE_TEXT, .at = pair->value->at};
            v->as.text = w->constant ? w->constant : rich_plain(job->arena, STR(""), pair->value->at);
        }
        return v;
    }
    return NULL;
}

const struct value *builtin_last(struct flow *f, const struct lookup *l, size_t *used)
{
    struct job *job = f->job;
    struct str name = l->parts[0];
    if (str_is(name, "word") && l->count > 1) {
        *used = 2;
        return word(f, l->parts[1]);
    }
    if (str_is(name, "edition"))
        return &job->edition_value;
    if (str_is(name, "programme"))
        return &job->programme_value;
    if (str_is(name, "sections"))
        return &job->contents.sections;
    if (str_is(name, "annexes"))
        return &job->contents.annexes;
    if (str_is(name, "services"))
        return job->edition->services;
    if (str_is(name, "criteria"))
        return job->edition->criteria;
    return str_is(name, "abbreviations") ? job->abbreviations : NULL;
}

bool builtin_knows(struct flow *f, const struct scope *scope, const struct lookup *l)
{
    static const char *const names[] = {"word",     "programme",     "sections", "annexes", "services",
                                        "criteria", "abbreviations", "section",  "counter", NULL};
    struct str name = l->parts[0];
    for (const struct scope *s = scope; s != NULL; s = s->outer)
        if (str_eq(s->name, name))
            return true;
    if (str_is(name, "page"))
        return l->count > 1 && str_is(l->parts[1], "number");
    if (record_get(f->entry->fields, name) != NULL)
        return true;
    if (str_is(name, "edition"))
        return l->count > 1;
    for (size_t i = 0; names[i] != NULL; i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

/* The state as the service says it, or the theme's word for it. */
static const struct value *phase(struct flow *f, const struct record *r)
{
    const struct value *label = record_get(r, STR("state_label")), *state = record_get(r, STR("state"));
    if (label && label->kind != VALUE_NONE)
        return label;
    const struct value *v = state && state->kind == VALUE_STRING ? word(f, state->as.string) : NULL;
    return v ? v : fresh(f, VALUE_NONE);
}

const struct value *builtin_of_record(struct flow *f, const struct record *r, struct str name)
{
    if (str_is(name, "current") && contents_is_section(r)) {
        const struct value *here = section(f);
        struct value *v = fresh(f, VALUE_BOOL);
        v->as.truth = here->kind == VALUE_RECORD && here->as.record == r;
        return v;
    }
    if (str_is(name, "phase") && record_get(r, STR("state")) != NULL && record_get(r, name) == NULL)
        return phase(f, r);
    return NULL;
}

static const struct value *entity(struct flow *f, struct str id)
{
    const struct value *services = f->job->edition->services;
    for (size_t i = 0; services && i < services->as.list.count; i++)
        if (str_eq(services->as.list.items[i].as.record->id, id))
            return &services->as.list.items[i];
    return fresh(f, VALUE_NONE);
}

const struct value *builtin_of_figure(struct flow *f, const struct value *figure, struct str name, bool *known,
                                      const struct schema **schema)
{
    if (str_is(name, "service"))
        return entity(f, figure->as.figure.entity);
    const struct indicator *indicator = edition_indicator(f->job->edition, figure->as.figure.indicator);
    if (indicator == NULL)
        return NULL;
    *schema = indicator->record->schema;
    const struct value *v = record_get(indicator->record, name);
    *known = v != NULL;
    return v;
}
