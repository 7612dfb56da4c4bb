#include "layout/contents.h"

#include "layout/flow.h"

enum entry_field { ENTRY_TITLE, ENTRY_PAGE, ENTRY_ANCHOR, ENTRY_SUMMARY, ENTRY_FIELDS };
static const struct field entry_fields[] = {
    [ENTRY_TITLE] = {.name = STR_INIT("title"), .type = FIELD_TEXT},
    [ENTRY_PAGE] = {.name = STR_INIT("page"), .type = FIELD_TEXT},
    [ENTRY_ANCHOR] = {.name = STR_INIT("anchor"), .type = FIELD_STRING},
    [ENTRY_SUMMARY] = {.name = STR_INIT("summary"), .type = FIELD_TEXT},
};
static const struct schema entry_schema = {.name = STR_INIT("entry"), .fields = entry_fields, .count = ENTRY_FIELDS};

enum section_field {
    SECTION_TITLE,
    SECTION_PAGE,
    SECTION_ANCHOR,
    SECTION_SUMMARY,
    SECTION_NUMBER,
    SECTION_NAME,
    SECTION_ENTRIES,
    SECTION_CURRENT,
    SECTION_FIELDS
};
static const struct field section_fields[] = {
    [SECTION_TITLE] = {.name = STR_INIT("title"), .type = FIELD_TEXT},
    [SECTION_PAGE] = {.name = STR_INIT("page"), .type = FIELD_TEXT},
    [SECTION_ANCHOR] = {.name = STR_INIT("anchor"), .type = FIELD_STRING},
    [SECTION_SUMMARY] = {.name = STR_INIT("summary"), .type = FIELD_TEXT},
    [SECTION_NUMBER] = {.name = STR_INIT("number"), .type = FIELD_INTEGER},
    [SECTION_NAME] = {.name = STR_INIT("name"), .type = FIELD_TEXT},
    [SECTION_ENTRIES] = {.name = STR_INIT("entries"), .type = FIELD_LIST},
    [SECTION_CURRENT] = {.name = STR_INIT("current"), .type = FIELD_BOOL},
};
static const struct schema section_schema = {
    .name = STR_INIT("section"), .fields = section_fields, .count = SECTION_FIELDS};

bool contents_is_section(const struct record *r)
{
    return r->schema == &section_schema;
}

static const struct page_entry *entry_at(const struct job *job, size_t index)
{
    return &job->edition->pages[index];
}

static struct value field_or_none(const struct page_entry *entry, struct str name)
{
    const struct value *v = record_get(entry->fields, name);
    return v ? *v : (struct value){.kind = VALUE_NONE};
}

static bool opens(const struct page_entry *entry)
{
    struct value section = field_or_none(entry, STR("section"));
    return section.kind == VALUE_TEXT && !rich_is_empty(section.as.text);
}

static bool is_listed(const struct job *job, size_t index)
{
    struct value toc = field_or_none(entry_at(job, index), STR("toc"));
    struct value title = field_or_none(entry_at(job, index), STR("title"));
    bool wanted = toc.kind != VALUE_BOOL || toc.as.truth;
    return wanted && title.kind == VALUE_TEXT && !rich_is_empty(title.as.text);
}

static struct value anchor_value(struct job *job, size_t index)
{
    return (struct value){.kind = VALUE_STRING, .as.string = str_of(arena_printf(job->arena, "@%zu", index))};
}

static struct value page_value(struct job *job, struct str anchor, struct span at)
{
    struct rich_builder *b = rich_builder_start(job->arena, at);
    rich_builder_page(b, anchor, at);
    return (struct value){.kind = VALUE_TEXT, .at = at, .as.text = rich_builder_end(b)};
}

static struct value record_value(struct job *job, const struct schema *schema, const struct value *values,
                                 struct span at)
{
    struct record *r = ARENA_NEW(job->arena, struct record);
    *r = (struct record){.schema = schema, .values = values, .at = at};
    return (struct value){.kind = VALUE_RECORD, .at = at, .as.record = r};
}

/* The fields that entries and sections share. */
static void fill_common(struct job *job, size_t index, struct value *values)
{
    const struct page_entry *entry = entry_at(job, index);
    values[ENTRY_TITLE] = field_or_none(entry, STR("title"));
    values[ENTRY_SUMMARY] = field_or_none(entry, STR("summary"));
    values[ENTRY_ANCHOR] = anchor_value(job, index);
    values[ENTRY_PAGE] = page_value(job, values[ENTRY_ANCHOR].as.string, entry->at);
}

static struct value entry_value(struct job *job, size_t index)
{
    struct value *values = ARENA_ARRAY(job->arena, ENTRY_FIELDS, struct value);
    fill_common(job, index, values);
    return record_value(job, &entry_schema, values, entry_at(job, index)->at);
}

/* A divider says how its section's title is made of its fields; elsewhere the section's name is its title. */
static const struct rich *section_title(struct job *job, size_t index)
{
    const struct template *t = job->templates[index];
    const struct page_entry *entry = entry_at(job, index);
    struct flow f = {
        .job = job, .scratch = job->arena, .template = t, .entry = entry, .entry_index = index, .parts = 1};
    const struct rich *title = t->section_title ? scope_wording(&f, NULL, t->section_title) : NULL;
    return title && !rich_is_empty(title) ? title : field_or_none(entry, STR("section")).as.text;
}

static struct value entries_between(struct job *job, size_t first, size_t end)
{
    struct value *items = ARENA_ARRAY(job->arena, end - first + 1, struct value);
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        bool divider = i == first && job->templates[i]->opens_section;
        if (!divider && !job->templates[i]->annex && is_listed(job, i))
            items[count++] = entry_value(job, i);
    }
    return (struct value){.kind = VALUE_LIST, .as.list = {items, count}};
}

static struct value section_value(struct job *job, size_t number, size_t first, size_t end)
{
    struct value *values = ARENA_ARRAY(job->arena, SECTION_FIELDS, struct value);
    fill_common(job, first, values);
    values[SECTION_TITLE] = (struct value){.kind = VALUE_TEXT, .as.text = section_title(job, first)};
    values[SECTION_NUMBER] = (struct value){.kind = VALUE_NUMBER, .as.number = decimal_from((int64_t)number)};
    values[SECTION_NAME] = field_or_none(entry_at(job, first), STR("section"));
    values[SECTION_ENTRIES] = entries_between(job, first, end);
    return record_value(job, &section_schema, values, entry_at(job, first)->at);
}

static struct value annexes(struct job *job)
{
    size_t total = job->edition->page_count, count = 0;
    struct value *items = ARENA_ARRAY(job->arena, total + 1, struct value);
    for (size_t i = 0; i < total; i++)
        if (job->templates[i]->annex && is_listed(job, i))
            items[count++] = entry_value(job, i);
    return (struct value){.kind = VALUE_LIST, .as.list = {items, count}};
}

void contents_prepare(struct job *job)
{
    size_t total = job->edition->page_count, count = 0;
    size_t *openers = ARENA_ARRAY(job->arena, total + 1, size_t);
    for (size_t i = 0; i < total; i++) {
        if (opens(entry_at(job, i)))
            openers[count++] = i;
        job->places[i].section = count ? (uint32_t)count - 1 : NO_SECTION;
    }
    openers[count] = total;
    struct value *sections = ARENA_ARRAY(job->arena, count + 1, struct value);
    for (size_t s = 0; s < count; s++)
        sections[s] = section_value(job, s + 1, openers[s], openers[s + 1]);
    job->contents.sections = (struct value){.kind = VALUE_LIST, .as.list = {sections, count}};
    job->contents.annexes = annexes(job);
    job->contents.section_count = count;
    job->contents.openers = openers;
}

const struct rich *contents_title(const struct job *job, size_t section)
{
    return job->contents.sections.as.list.items[section].as.record->values[SECTION_TITLE].as.text;
}
