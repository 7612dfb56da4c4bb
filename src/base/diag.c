#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/search.h"

/* Whoever makes more mistakes has made the same one many times. */
enum { MOST_FINDINGS = 10000 };

struct input {
    const char *name;
    struct str bytes;
    uint32_t *line_starts; /* NULL until a place is asked for */
    uint32_t line_count;
    uint32_t known_offset, known_column; /* the last place worked out, from which the next one in its line is counted */
};

/* The printing order, worked out when asked for and kept until something is recorded. */
struct order {
    const struct finding **findings;
    size_t count;
};

struct diags {
    struct arena *arena;
    struct input *inputs;
    size_t input_count, input_capacity;
    struct finding *findings;
    size_t count, capacity;
    size_t counts[DIAG_ERROR + 1];
    uint32_t *seen; /* hash table of index + 1 into findings */
    size_t seen_capacity;
    struct finding repeated; /* takes hint and second place of a finding that was recorded before */
    struct finding *last;
    struct order *order;
    size_t suggestions; /* names looked for so far */
    bool machine_failed;
};

struct diags *diags_new(struct arena *a)
{
    struct diags *d = ARENA_NEW(a, struct diags);
    d->arena = a;
    d->last = &d->repeated;
    d->order = ARENA_NEW(a, struct order);
    return d;
}

uint32_t diags_add_file(struct diags *d, const char *name, struct str bytes)
{
    d->inputs = ARENA_ROOM(d->arena, d->inputs, d->input_count, &d->input_capacity, 16);
    d->inputs[d->input_count++] = (struct input){arena_copy(d->arena, name, strlen(name)), bytes, NULL, 0, 0, 0};
    return (uint32_t)d->input_count;
}

static struct input *input_of(const struct diags *d, uint32_t file)
{
    return file == 0 || file > d->input_count ? NULL : &d->inputs[file - 1];
}

const char *diags_file_name(const struct diags *d, uint32_t file)
{
    const struct input *input = input_of(d, file);
    return input == NULL ? "" : input->name;
}

struct str diags_file_bytes(const struct diags *d, uint32_t file)
{
    const struct input *input = input_of(d, file);
    return input == NULL ? STR("") : input->bytes;
}

static void find_lines(struct arena *a, struct input *input)
{
    struct str rest = input->bytes;
    uint32_t count = 1;
    for (size_t i = 0; i < rest.len; i++) {
        count += rest.at[i] == '\n';
    }
    input->line_starts = ARENA_ARRAY(a, count, uint32_t);
    /* a byte order mark is no column */
    input->line_starts[input->line_count++] = str_starts(rest, "\xEF\xBB\xBF") ? 3 : 0;
    for (uint32_t i = 0; i < rest.len; i++) {
        if (rest.at[i] == '\n') {
            input->line_starts[input->line_count++] = i + 1;
        }
    }
}

/* In code points from 1. */
static uint32_t column_of(struct input *input, uint32_t line_start, uint32_t offset)
{
    bool goes_on = input->known_offset >= line_start && input->known_offset <= offset && input->known_column > 0;
    uint32_t from = goes_on ? input->known_offset : line_start, column = goes_on ? input->known_column : 1;
    if (offset > from) {
        column += (uint32_t)utf8_count(str_slice(input->bytes, from, offset));
    }
    input->known_offset = offset > from ? offset : from;
    input->known_column = column;
    return column;
}

/* The index of the line that `offset` is on. */
static uint32_t line_of(const struct diags *d, struct input *input, uint32_t offset)
{
    if (input->line_starts == NULL) {
        find_lines(d->arena, input);
    }
    return (uint32_t)search_start(input->line_starts, input->line_count, sizeof *input->line_starts, offset);
}

struct place diags_place(const struct diags *d, uint32_t file, uint32_t offset)
{
    struct input *input = input_of(d, file);
    if (input == NULL) {
        return (struct place){0, 0};
    }
    uint32_t line = line_of(d, input, offset);
    return (struct place){line + 1, column_of(input, input->line_starts[line], offset)};
}

struct str diags_line(const struct diags *d, uint32_t file, uint32_t offset, size_t *start)
{
    struct input *input = input_of(d, file);
    *start = 0;
    if (input == NULL) {
        return STR("");
    }
    uint32_t line = line_of(d, input, offset);
    size_t end = line + 1 < input->line_count ? input->line_starts[line + 1] - 1U : input->bytes.len;
    *start = input->line_starts[line];
    return str_slice(input->bytes, *start, end > *start && input->bytes.at[end - 1] == '\r' ? end - 1 : end);
}

static uint64_t hash_text(uint64_t hash, const char *text)
{
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * 0x100000001B3U;
    }
    return hash;
}

static bool same(const struct finding *a, const struct finding *b)
{
    return a->at.file == b->at.file && a->at.start == b->at.start && a->at.end == b->at.end &&
           a->severity == b->severity && strcmp(a->rule, b->rule) == 0 && strcmp(a->message, b->message) == 0;
}

/* The slot of the hash table that holds an equal finding, or the free one where it belongs. */
static uint32_t *slot_of(const struct diags *d, const struct finding *f)
{
    uint64_t hash =
        hash_text(hash_text(0xCBF29CE484222325U ^ f->at.start ^ (uint64_t)f->at.file << 32, f->rule), f->message);
    size_t at = (size_t)(hash ^ hash >> 32) & (d->seen_capacity - 1);
    while (d->seen[at] != 0 && !same(&d->findings[d->seen[at] - 1], f)) {
        at = (at + 1) & (d->seen_capacity - 1);
    }
    return &d->seen[at];
}

static void make_room(struct diags *d)
{
    if (d->count < d->capacity) {
        return;
    }
    d->capacity = d->capacity == 0 ? 16 : d->capacity * 2;
    d->findings = arena_grow(d->arena, d->findings, d->count, d->capacity, sizeof *d->findings);
    d->seen_capacity = d->capacity * 2;
    d->seen = ARENA_ARRAY(d->arena, d->seen_capacity, uint32_t);
    for (size_t i = 0; i < d->count; i++) {
        *slot_of(d, &d->findings[i]) = (uint32_t)i + 1;
    }
}

/* Says once that findings are left out: an error, as one of them may be. */
static void note_surplus(struct diags *d)
{
    if (d->count > MOST_FINDINGS) {
        return;
    }
    d->findings[d->count++] = (struct finding){DIAG_ERROR,
                                               SPAN_NONE,
                                               "too-many-findings",
                                               arena_printf(d->arena, _("more than %d findings"), (int)MOST_FINDINGS),
                                               _("correct these first; the others are left out"),
                                               SPAN_NONE,
                                               NULL};
    d->counts[DIAG_ERROR]++;
}

void diag_at(struct diags *d, enum severity severity, struct span at, const char *rule, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(d->arena, format, args);
    va_end(args);
    struct finding finding = {severity, at, rule, message, NULL, SPAN_NONE, NULL};
    make_room(d);
    uint32_t *slot = slot_of(d, &finding);
    d->last = &d->repeated;
    if (*slot == 0 && d->count < MOST_FINDINGS) {
        d->findings[d->count] = finding;
        d->last = &d->findings[d->count++];
        *slot = (uint32_t)d->count;
        d->counts[severity]++;
    } else if (*slot == 0) {
        note_surplus(d);
    }
}

void diag_hint(struct diags *d, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    d->last->hint = arena_vprintf(d->arena, format, args);
    va_end(args);
}

void diag_also(struct diags *d, struct span at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    d->last->also = arena_vprintf(d->arena, format, args);
    d->last->also_at = at;
    va_end(args);
}

void diag_machine(struct diags *d)
{
    d->machine_failed = true;
}

bool diags_machine_failed(const struct diags *d)
{
    return d->machine_failed;
}

void diag_nearest(struct diags *d, struct str given, const struct str *names, size_t count)
{
    enum { MOST_SUGGESTIONS = 1000 }; /* whoever makes more mistakes than that makes the same one */
    size_t nearest = d->suggestions++ < MOST_SUGGESTIONS ? str_nearest(given, names, count) : count;
    if (nearest < count && !str_eq(given, names[nearest])) {
        diag_hint(d, _("did you mean '%.*s'?"), STR_ARG(names[nearest]));
    }
}

void diag_known(struct diags *d, struct str given, const struct str *names, size_t count)
{
    enum { MOST_LISTED = 24 };
    if (str_nearest(given, names, count) < count || count == 0 || count > MOST_LISTED) {
        diag_nearest(d, given, names, count);
        return;
    }
    struct buf list = {0};
    for (size_t i = 0; i < count; i++) {
        bool named = names[i].len > 0;
        buf_text(&list, named && list.len > 0 ? ", " : "");
        buf_str(&list, names[i]);
    }
    diag_hint(d, _("one of: %s"), buf_view(&list).at);
    buf_free(&list);
}

size_t diags_count(const struct diags *d, enum severity severity)
{
    return d->counts[severity];
}

size_t diags_total(const struct diags *d)
{
    return d->count;
}

struct sort_key {
    const char *name;
    const struct finding *finding;
};

static int compare_places(const void *left, const void *right)
{
    const struct sort_key *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    if (order != 0) {
        return order;
    }
    if (a->finding->at.start != b->finding->at.start) {
        return a->finding->at.start < b->finding->at.start ? -1 : 1;
    }
    return a->finding < b->finding ? -1 : a->finding > b->finding; /* one array: order of recording */
}

static void sort(const struct diags *d)
{
    struct sort_key *keys = ARENA_ARRAY(d->arena, d->count, struct sort_key);
    for (size_t i = 0; i < d->count; i++) {
        keys[i] = (struct sort_key){diags_file_name(d, d->findings[i].at.file), &d->findings[i]};
    }
    qsort(keys, d->count, sizeof *keys, compare_places);
    d->order->findings = arena_array(d->arena, d->count, sizeof(const struct finding *));
    for (size_t i = 0; i < d->count; i++) {
        d->order->findings[i] = keys[i].finding;
    }
    d->order->count = d->count;
}

const struct finding *diags_finding(const struct diags *d, size_t index)
{
    if (d->order->count != d->count) {
        sort(d);
    }
    return d->order->findings[index];
}
