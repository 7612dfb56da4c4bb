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

static struct figure_key key_of(const struct observation *o)
{
    return (struct figure_key){o->entity, o->indicator, o->period, o->kind};
}

/* What the key's figure has in common with those of other periods. */
static struct figure_key series_of(struct figure_key key)
{
    key.period = (struct period){0};
    return key;
}

const struct observation *figures_twin(const struct figures *f, const struct observation *o)
{
    struct figure_key key = key_of(o);
    uint32_t at = figure_table_find(&f->exact, &key);
    while (at != 0 && f->rows[at - 1].observation.stated_in != o->stated_in) {
        at = f->rows[at - 1].next_exact;
    }
    return at == 0 ? NULL : &f->rows[at - 1].observation;
}

void figures_push(struct figures *f, const struct observation *o)
{
    f->rows = ARENA_ROOM(f->arena, f->rows, f->count, &f->capacity, 256);
    struct figure_row *row = &f->rows[f->count++];
    uint32_t head = (uint32_t)f->count;
    struct figure_key key = key_of(o), series = series_of(key);
    row->observation = *o;
    row->next_exact = figure_table_put(&f->exact, f->arena, &key, head);
    row->next_in_series = figure_table_put(&f->series, f->arena, &series, head);
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

static const struct observation *find_exact(const struct figures *f, const struct figure_key *key, int edition)
{
    const struct observation *best = NULL;
    for (uint32_t at = figure_table_find(&f->exact, key); at != 0; at = f->rows[at - 1].next_exact) {
        const struct observation *o = &f->rows[at - 1].observation;
        if (o->stated_in <= edition && later(o, best)) {
            best = o;
        }
    }
    return best;
}

static const struct observation *find_last_day(const struct figures *f, struct figure_key key, int edition)
{
    const struct observation *best = NULL;
    struct figure_key series = series_of(key);
    for (uint32_t at = figure_table_find(&f->series, &series); at != 0; at = f->rows[at - 1].next_in_series) {
        const struct observation *o = &f->rows[at - 1].observation;
        if (o->stated_in <= edition && day_closes_year(o->period, key.period.year) && later(o, best)) {
            best = o;
        }
    }
    return best;
}

const struct observation *figures_find(const struct figures *f, struct str entity, struct str indicator,
                                       struct period period, enum figure_kind kind, int edition)
{
    struct figure_key key = {entity, indicator, period, kind};
    const struct observation *found = find_exact(f, &key, edition);
    return found == NULL && period.kind == PERIOD_YEAR ? find_last_day(f, key, edition) : found;
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
    struct figure_key series = {.entity = entity, .indicator = indicator, .kind = kind};
    for (uint32_t at = figure_table_find(&f->series, &series); at != 0; at = f->rows[at - 1].next_in_series) {
        const struct observation *o = &f->rows[at - 1].observation;
        if (o->stated_in <= edition) {
            count = keep_period(out, count, capacity, o->period);
        }
    }
    return count;
}
