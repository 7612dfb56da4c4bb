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
    bool *used;
};

static bool is_word(uint32_t code_point)
{
    if (code_point < 0x80) {
        uint32_t letter = (code_point | 0x20) - 'a';
        return letter < 26 || code_point - '0' < 10;
    }
    return u_isalnum((UChar32)code_point) != 0;
}

static void search_text(struct search *s, struct str text)
{
    size_t at = 0;
    while (at < text.len) {
        size_t start = at, end = at;
        while (end < text.len && is_word(utf8_next(text, &at)))
            end = at;
        uint32_t found;
        if (end > start && names_find(&s->index, str_slice(text, start, end), &found))
            s->used[found] = true;
    }
}

static void search_record(struct search *s, const struct record *r);

/* A figure is printed with its unit. */
static void search_indicator(struct search *s, const struct indicator *i)
{
    search_text(s, i->unit);
    search_record(s, i->record);
}

static void search_value(struct search *s, const struct value *v)
{
    switch (v->kind) {
    case VALUE_TEXT:
        search_text(s, v->as.text->text);
        break;
    case VALUE_LIST:
        for (size_t i = 0; i < v->as.list.count; i++)
            search_value(s, &v->as.list.items[i]);
        break;
    case VALUE_RECORD:
        search_record(s, v->as.record);
        break;
    case VALUE_FIGURE: {
        const struct indicator *i = edition_indicator(s->edition, v->as.figure.indicator);
        if (i)
            search_indicator(s, i);
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

static void search_record(struct search *s, const struct record *r)
{
    const struct printing *p = s->printing;
    for (size_t i = 0; i < r->schema->count; i++) {
        const struct field *field = &r->schema->fields[i];
        if (r->values[i].kind == VALUE_NONE || !p->prints(p->data, s->page, field->name))
            continue;
        if (field->type == FIELD_STRING && r->values[i].kind == VALUE_STRING)
            search_text(s, r->values[i].as.string);
        else
            search_value(s, &r->values[i]);
    }
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
    struct search s = {.edition = e, .printing = printing, .used = ARENA_ARRAY(a, count, bool)};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = i;
        names_add(&s.index, a, all->as.list.items[i].as.record->id, &number);
    }
    for (s.page = 0; s.page < e->page_count; s.page++)
        search_record(&s, e->pages[s.page].fields);
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
