/* Which abbreviations an edition uses. */
#include <stdlib.h>
#include <unicode/uchar.h>

#include "model/edition.h"
#include "model/names.h"

struct search {
    const struct edition *edition;
    const struct printing *printing;
    size_t page;
    struct names index; /* of the abbreviations, by their short form */
    bool initials[256]; /* bytes that these start with */
    bool *used;
    struct arena *arena;
    struct names derived; /* indicators of the page whose inputs are searched */
};

/* A field, and the one that its record stands in, or NULL. */
struct nesting {
    const struct nesting *outer;
    struct str field;
};

static bool is_word(uint32_t code_point)
{
    if (code_point < 0x80) {
        uint32_t letter = (code_point | 0x20) - 'a';
        return letter < 26 || code_point - '0' < 10;
    }
    return u_isalnum((UChar32)code_point) != 0;
}

static bool starts_word(struct str text, size_t at)
{
    return at == 0 || !is_word(utf8_previous(text, &at));
}

static struct str word_from(struct str text, size_t start)
{
    size_t end = start;
    for (size_t at = start; at < text.len && is_word(utf8_next(text, &at));)
        end = at;
    return str_slice(text, start, end);
}

static bool is_printed(const struct search *s, const struct nesting *place)
{
    for (const struct nesting *p = place; p != NULL; p = p->outer)
        if (!s->printing->prints(s->printing->data, s->page, p->field))
            return false;
    return true;
}

static void search_text(struct search *s, struct str text, const struct nesting *place)
{
    for (size_t at = 0; at < text.len; at++) {
        uint32_t found;
        if (s->initials[(unsigned char)text.at[at]] && starts_word(text, at) &&
            names_find(&s->index, word_from(text, at), &found) && !s->used[found])
            s->used[found] = is_printed(s, place);
    }
}

/* The fields of a record that are texts themselves. */
static void search_texts(struct search *s, const struct record *r, const struct nesting *outer)
{
    for (size_t i = 0; i < r->schema->count; i++) {
        const struct field *field = &r->schema->fields[i];
        const struct value *v = &r->values[i];
        struct nesting place = {outer, field->name};
        if (v->kind == VALUE_TEXT)
            search_text(s, v->as.text->text, &place);
        else if (field->type == FIELD_STRING && v->kind == VALUE_STRING)
            search_text(s, v->as.string, &place);
    }
}

static void search_record(struct search *s, const struct record *r, const struct nesting *outer);

/* The figures that it is derived from, once however many others rest on it. */
static void search_inputs(struct search *s, const struct indicator *i, const struct nesting *outer)
{
    const struct value *derive = record_get(i->record, STR("derive"));
    struct nesting place = {outer, STR("derive")};
    uint32_t none = 0;
    if (derive != NULL && derive->kind == VALUE_RECORD && is_printed(s, &place) &&
        names_add(&s->derived, s->arena, i->id, &none))
        search_record(s, derive->as.record, &place);
}

/* A figure is printed with its unit. */
static void search_indicator(struct search *s, const struct indicator *i, const struct nesting *place)
{
    search_text(s, i->unit, place);
    search_texts(s, i->record, place);
    search_inputs(s, i, place);
}

static void search_value(struct search *s, const struct value *v, const struct nesting *place)
{
    switch (v->kind) {
    case VALUE_TEXT:
        search_text(s, v->as.text->text, place);
        break;
    case VALUE_LIST:
        for (size_t i = 0; i < v->as.list.count; i++)
            search_value(s, &v->as.list.items[i], place);
        break;
    case VALUE_RECORD:
        search_record(s, v->as.record, place);
        break;
    case VALUE_FIGURE: {
        const struct indicator *i = edition_indicator(s->edition, v->as.figure.indicator);
        if (i)
            search_indicator(s, i, place);
        break;
    }
    case VALUE_NONE:
    case VALUE_STRING:
    case VALUE_NUMBER:
    case VALUE_BOOL:
    case VALUE_DATE:
        break;
    }
}

static void search_record(struct search *s, const struct record *r, const struct nesting *outer)
{
    search_texts(s, r, outer);
    for (size_t i = 0; i < r->schema->count; i++)
        if (r->values[i].kind != VALUE_TEXT)
            search_value(s, &r->values[i], &(struct nesting){outer, r->schema->fields[i].name});
}

static uint32_t next_letter(struct str s, size_t *at)
{
    return *at < s.len ? (uint32_t)u_tolower((UChar32)utf8_next(s, at)) : 0;
}

static int compare(const void *a, const void *b)
{
    struct str left = ((const struct value *)a)->as.record->id, right = ((const struct value *)b)->as.record->id;
    size_t i = 0, j = 0;
    while (i < left.len || j < right.len) {
        uint32_t x = next_letter(left, &i), y = next_letter(right, &j);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return str_cmp(left, right);
}

const struct value *edition_abbreviations(struct arena *a, const struct edition *e, const struct printing *printing)
{
    const struct value *all = e->abbreviations;
    size_t count = all->as.list.count;
    struct search s = {.edition = e, .printing = printing, .used = ARENA_ARRAY(a, count, bool), .arena = a};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = i;
        struct str abbreviation = all->as.list.items[i].as.record->id;
        names_add(&s.index, a, abbreviation, &number);
        if (abbreviation.len > 0)
            s.initials[(unsigned char)abbreviation.at[0]] = true;
    }
    for (s.page = 0; s.page < e->page_count; s.page++) {
        s.derived = (struct names){0};
        search_record(&s, e->pages[s.page].fields, NULL);
    }
    struct value *kept = ARENA_ARRAY(a, count, struct value);
    size_t kept_count = 0;
    for (size_t i = 0; i < count; i++)
        if (s.used[i])
            kept[kept_count++] = all->as.list.items[i];
    qsort(kept, kept_count, sizeof *kept, compare);
    struct value *list = ARENA_NEW(a, struct value);
    *list = *all;
    list->as.list.items = kept;
    list->as.list.count = kept_count;
    return list;
}
