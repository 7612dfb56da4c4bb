/* Figures for layouts, and the resolver of authors' references. */
#include "base/i18n.h"
#include "model/edition.h"
#include "model/reference.h"

const struct indicator *edition_indicator(const struct edition *e, struct str id)
{
    return binding_indicator(e->binding, id);
}

static void put_part(struct buf *out, const void *bytes, size_t len)
{
    buf_add(out, bytes, len);
    buf_char(out, '\x1f');
}

static void put_key(struct buf *out, const struct request *q)
{
    char period[16];
    size_t len = period_text(q->name.period, period);
    put_part(out, q->name.entity.at, q->name.entity.len);
    put_part(out, q->name.indicator.at, q->name.indicator.len);
    put_part(out, period, len);
    put_part(out, q->forms.at, q->forms.len);
    buf_add(out, &q->at.file, sizeof q->at.file);
    buf_add(out, &q->at.start, sizeof q->at.start);
}

static struct printed_figure answer(struct binding *b, const struct request *q)
{
    struct printed_figure figure = {.text = rich_plain(b->arena, STR(""), q->at)};
    struct printed printed;
    if (!binding_check_name(b, q->name, q->at, q->at) || !print_figure(b, q, &printed)) {
        return figure;
    }
    struct rich_builder *builder = rich_builder_start(b->scratch, q->at);
    rich_builder_figure(builder, printed.text, printed.id, q->at);
    figure.text = rich_copy(b->arena, typography_apply(b->scratch, rich_builder_end(builder), b->language));
    arena_clear(b->scratch);
    figure.ok = true;
    figure.missing = printed.missing;
    figure.value = printed.value;
    figure.id = printed.id;
    return figure;
}

/* Layout asks again while it settles: the same question has the same answer and one entry in the ledger. */
struct printed_figure edition_figure(const struct edition *e, struct figure_name name, struct str forms, struct span at)
{
    struct binding *b = e->binding;
    struct request q = {.name = binding_fill_period(b, name), .forms = forms, .at = at};
    struct buf key = {0};
    put_key(&key, &q);
    uint32_t index = 0;
    bool known = names_find(&b->printed_index, buf_view(&key), &index);
    struct str kept = known ? STR("") : str_copy(b->arena, buf_view(&key));
    buf_free(&key);
    if (known) {
        return b->printed[index];
    }
    b->printed = ARENA_ROOM(b->arena, b->printed, b->printed_count, &b->printed_capacity, 64);
    index = (uint32_t)b->printed_count;
    b->printed[b->printed_count++] = answer(b, &q);
    names_add(&b->printed_index, b->arena, kept, &index);
    return b->printed[index];
}

bool edition_measure(const struct edition *e, struct figure_name name, struct str forms, double *out)
{
    struct binding *b = e->binding;
    struct forms parsed;
    struct str bad;
    if (binding_indicator(b, name.indicator) == NULL || forms_parse(forms, &parsed, &bad) != FORMS_GOOD) {
        return false;
    }
    struct reading r = reading_of(b, binding_fill_period(b, name), &parsed);
    if (r.amount.state != AMOUNT_KNOWN || r.amount.missing != PRESENT) {
        return false;
    }
    *out = decimal_to_double(r.amount.value);
    return true;
}

bool edition_derived(const struct edition *e, struct figure_name name, enum figure_kind kind, struct decimal *out)
{
    struct amount a = amount_derived(e->binding, binding_fill_period(e->binding, name), kind);
    *out = a.value;
    return a.state == AMOUNT_KNOWN && a.missing == PRESENT;
}

struct reference_resolver edition_resolver(const struct edition *e, const struct record *scope)
{
    struct reference_scope *s = ARENA_NEW(e->arena, struct reference_scope);
    *s = (struct reference_scope){e->binding, scope};
    return (struct reference_resolver){s, reference_resolve};
}
