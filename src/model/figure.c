#include "model/figure_store.h"

#include "base/str.h"

const char *figure_kind_name(enum figure_kind kind)
{
    static const char *const names[] = {"result", "target", "forecast"};
    return names[kind];
}

const char *qualifier_name(enum qualifier q)
{
    static const char *const names[] = {"", "more-than", "less-than", "about"};
    return names[q];
}

struct figures *figures_new(struct arena *a, struct diags *d)
{
    struct figures *f = ARENA_NEW(a, struct figures);
    f->arena = a;
    f->diags = d;
    return f;
}

size_t figures_count(const struct figures *f)
{
    return f->count;
}

const struct observation *figures_at(const struct figures *f, size_t index)
{
    return &f->rows[index].observation;
}

/* The parts stand apart by a byte that no name holds. */
void figure_series_key(struct buf *key, struct str entity, struct str indicator, enum figure_kind kind)
{
    buf_str(key, entity);
    buf_char(key, '\x1f');
    buf_str(key, indicator);
    buf_char(key, '\x1f');
    buf_text(key, figure_kind_name(kind));
}

void figure_key(struct buf *key, struct str entity, struct str indicator, enum figure_kind kind, struct period period)
{
    char text[16];
    figure_series_key(key, entity, indicator, kind);
    buf_char(key, '\x1f');
    period_text(period, text);
    buf_text(key, text);
}

/* Heads of chains are kept as index + 1, so that 0 ends a chain. */
static uint32_t chain_of(const struct names *names, const struct buf *key)
{
    uint32_t head = 0;
    return names_find(names, buf_view(key), &head) ? head : 0;
}

static uint32_t chain_push(struct figures *f, struct names *names, const struct buf *key, uint32_t head)
{
    uint32_t before = head;
    if (names_add(names, f->arena, buf_view(key), &before)) {
        return 0;
    }
    names_set(names, buf_view(key), head);
    return before;
}

static struct buf kept_copy(struct figures *f, struct buf *key)
{
    struct buf kept = {.at = arena_copy(f->arena, key->at, key->len), .len = key->len};
    buf_free(key);
    return kept;
}

const struct observation *figures_twin(const struct figures *f, const struct observation *o)
{
    struct buf key = {0};
    figure_key(&key, o->entity, o->indicator, o->kind, o->period);
    uint32_t at = chain_of(&f->exact, &key);
    buf_free(&key);
    while (at != 0 && f->rows[at - 1].observation.stated_in != o->stated_in) {
        at = f->rows[at - 1].next_exact;
    }
    return at == 0 ? NULL : &f->rows[at - 1].observation;
}

void figures_push(struct figures *f, const struct observation *o)
{
    f->rows = ARENA_ROOM(f->arena, f->rows, f->count, &f->capacity, 256);
    struct figure_row *row = &f->rows[f->count++];
    row->observation = *o;
    uint32_t head = (uint32_t)f->count;
    struct buf key = {0};
    figure_key(&key, o->entity, o->indicator, o->kind, o->period);
    struct buf kept = kept_copy(f, &key);
    row->next_exact = chain_push(f, &f->exact, &kept, head);
    key = (struct buf){0};
    figure_series_key(&key, o->entity, o->indicator, o->kind);
    kept = kept_copy(f, &key);
    row->next_in_series = chain_push(f, &f->series, &kept, head);
    uint32_t none = 0;
    names_add(&f->entities, f->arena, o->entity, &none);
}

static bool later(const struct observation *candidate, const struct observation *best)
{
    if (best == NULL) {
        return true;
    }
    int order = period_compare(candidate->period, best->period);
    return order > 0 || (order == 0 && candidate->stated_in > best->stated_in);
}

static bool day_closes_year(struct period day, int year)
{
    bool new_year = day.part == 1 && day.day == 1;
    return day.kind == PERIOD_DAY && ((day.year == year && !new_year) || (day.year == year + 1 && new_year));
}

static const struct observation *find_exact(const struct figures *f, const struct buf *key, int edition)
{
    const struct observation *best = NULL;
    for (uint32_t at = chain_of(&f->exact, key); at != 0; at = f->rows[at - 1].next_exact) {
        const struct observation *o = &f->rows[at - 1].observation;
        if (o->stated_in <= edition && later(o, best)) {
            best = o;
        }
    }
    return best;
}

static const struct observation *find_last_day(const struct figures *f, const struct buf *key, int year, int edition)
{
    const struct observation *best = NULL;
    for (uint32_t at = chain_of(&f->series, key); at != 0; at = f->rows[at - 1].next_in_series) {
        const struct observation *o = &f->rows[at - 1].observation;
        if (o->stated_in <= edition && day_closes_year(o->period, year) && later(o, best)) {
            best = o;
        }
    }
    return best;
}

const struct observation *figures_find(const struct figures *f, struct str entity, struct str indicator,
                                       struct period period, enum figure_kind kind, int edition)
{
    struct buf key = {0};
    figure_key(&key, entity, indicator, kind, period);
    const struct observation *found = find_exact(f, &key, edition);
    if (found == NULL && period.kind == PERIOD_YEAR) {
        key.len = 0;
        figure_series_key(&key, entity, indicator, kind);
        found = find_last_day(f, &key, period.year, edition);
    }
    buf_free(&key);
    return found;
}

bool figures_has_entity(const struct figures *f, struct str entity)
{
    uint32_t none;
    return names_find(&f->entities, entity, &none);
}

/* Puts a period among those kept in order, dropping the earliest when there is no room. */
static size_t keep_period(struct period *out, size_t count, size_t capacity, struct period p)
{
    size_t i = count;
    while (i > 0 && period_compare(out[i - 1], p) > 0) {
        i--;
    }
    if (capacity == 0 || (i > 0 && period_compare(out[i - 1], p) == 0) || (i == 0 && count == capacity)) {
        return count;
    }
    if (count == capacity) {
        for (size_t k = 1; k < i; k++) {
            out[k - 1] = out[k];
        }
        out[i - 1] = p;
        return count;
    }
    for (size_t k = count; k > i; k--) {
        out[k] = out[k - 1];
    }
    out[i] = p;
    return count + 1;
}

size_t figures_periods(const struct figures *f, struct str entity, struct str indicator, enum figure_kind kind,
                       int edition, struct period *out, size_t capacity)
{
    size_t count = 0;
    struct buf key = {0};
    figure_series_key(&key, entity, indicator, kind);
    for (uint32_t at = chain_of(&f->series, &key); at != 0; at = f->rows[at - 1].next_in_series) {
        const struct observation *o = &f->rows[at - 1].observation;
        if (o->stated_in <= edition) {
            count = keep_period(out, count, capacity, o->period);
        }
    }
    buf_free(&key);
    return count;
}
