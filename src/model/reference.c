#include "model/reference.h"

#include "base/i18n.h"

/* A reference under study: text, place, and whether the place covers it byte by byte (not when folded or escaped). */
struct study {
    const struct reference_scope *scope;
    struct str text;
    struct span at;
    bool linear;
};

enum { OPENING = 2, BRACES = 3 };

static struct span part_of(const struct study *s, struct str part)
{
    if (!s->linear || part.len == 0) {
        return s->at;
    }
    uint32_t start = s->at.start + OPENING + (uint32_t)(part.at - s->text.at);
    return (struct span){s->at.file, start, start + (uint32_t)part.len};
}

static struct request request_of(const struct study *s, struct figure_name name, struct str forms)
{
    return (struct request){
        .name = name, .forms = forms, .at = s->at, .forms_at = part_of(s, forms), .forms_linear = s->linear};
}

static bool resolve_edition(const struct study *s, struct str forms, struct rich_builder *out)
{
    struct binding *b = s->scope->binding;
    int year = b->year;
    if (str_is(forms, "previous")) {
        year--;
    } else if (str_is(forms, "next")) {
        year++;
    } else if (forms.len > 0) {
        diag_at(b->diags, DIAG_ERROR, part_of(s, forms), "unknown-form", _("unknown form '%.*s'"), STR_ARG(forms));
        diag_hint(b->diags, _("'edition' takes 'previous' or 'next'"));
        return false;
    }
    rich_builder_text(out, str_of(arena_printf(b->arena, "%d", year)), s->at, false);
    return true;
}

/* "page", "count." and the like, without what must follow. */
static bool is_bare(struct str text)
{
    static const char *const words[] = {"page", "page.", "count", "count.", "sum", "sum."};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (str_is(text, words[i])) {
            return true;
        }
    }
    return false;
}

static bool report_bare(const struct study *s, struct str text)
{
    struct binding *b = s->scope->binding;
    diag_at(b->diags, DIAG_ERROR, part_of(s, text), "unknown-reference", _("'%.*s' does not say of what"),
            STR_ARG(text));
    diag_hint(b->diags, "%s", _("as in ${page.ID}, ${count.LIST}, ${sum.LIST.FIELD}"));
    return false;
}

static bool report_edition_field(const struct study *s, struct str text)
{
    struct binding *b = s->scope->binding;
    diag_at(b->diags, DIAG_ERROR, part_of(s, text), "unknown-reference", _("not a reference: '%.*s'"), STR_ARG(text));
    diag_hint(b->diags, "%s", _("write ${edition}, ${edition:previous} or ${edition:next}"));
    return false;
}

/* "editon", "pge.budget", "cont.items": the word that is meant, or NULL. */
static const char *word_meant(struct str text)
{
    static const char *const words[] = {"edition", "page", "count", "sum"};
    size_t point = str_find(text, '.');
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        bool alone = i == 0; /* the others are followed by what they are of */
        size_t distance = str_distance(str_slice(text, 0, point), str_of(words[i]), 2);
        if (alone == (point == text.len) && distance <= (alone ? 2 : 1)) {
            return words[i];
        }
    }
    return NULL;
}

static bool report_word(const struct study *s, struct str text, const char *word)
{
    struct binding *b = s->scope->binding;
    struct str rest = str_slice(text, str_find(text, '.'), text.len);
    diag_at(b->diags, DIAG_ERROR, part_of(s, text), "unknown-reference", _("not a reference: '%.*s'"), STR_ARG(text));
    diag_hint(b->diags, _("did you mean '%s%.*s'?"), word, STR_ARG(rest));
    return false;
}

/* Neither an indicator nor near to one. */
static bool is_far(const struct binding *b, struct figure_name name)
{
    const struct name_list *known = &b->indicator_names;
    return binding_indicator(b, name.indicator) == NULL &&
           str_nearest(name.indicator, known->names, known->count) == known->count;
}

/* Braces without a name in them, or with one that no figure can have. */
static bool report_no_name(const struct study *s, struct str text)
{
    struct binding *b = s->scope->binding;
    const char *word = word_meant(text);
    if (word != NULL) {
        return report_word(s, text, word);
    }
    if (text.len == 0) {
        diag_at(b->diags, DIAG_ERROR, s->at, "unknown-reference", "%s", _("nothing is named here"));
        diag_hint(b->diags, "%s", _("write ${[entity.]indicator[@period][:form]}; $${ for a literal ${"));
        return false;
    }
    diag_at(b->diags, DIAG_ERROR, part_of(s, text), "unknown-reference", _("not a reference: '%.*s'"), STR_ARG(text));
    diag_hint(b->diags, "%s", _("write ${[entity.]indicator[@period][:form]}; $${ for a literal ${"));
    diag_nearest(b->diags, text, b->indicator_names.names, b->indicator_names.count);
    binding_advise_on_name(b, text);
    return false;
}

static bool resolve_page(const struct study *s, struct str anchor, struct rich_builder *out)
{
    struct binding *b = s->scope->binding;
    uint32_t at = 0;
    if (!binding_check_anchor(b, anchor, part_of(s, anchor), &at)) {
        return false;
    }
    rich_builder_page(out, b->anchor_names.names[at], s->at);
    return true;
}

static bool resolve_figure(const struct study *s, struct str text, struct str forms, struct printed *out)
{
    struct binding *b = s->scope->binding;
    struct figure_name name;
    struct str bad;
    if (!figure_name_parse(text, b->year, &name, &bad)) {
        return binding_check_period(b, text, bad, part_of(s, bad)) && report_no_name(s, text);
    }
    const char *word = is_far(b, name) ? word_meant(text) : NULL;
    if (word != NULL) {
        return report_word(s, text, word);
    }
    if (!binding_check_name(b, name, part_of(s, name.indicator), part_of(s, name.entity))) {
        return false;
    }
    struct request q = request_of(s, binding_fill_period(b, name), forms);
    return print_figure(b, &q, out);
}

bool reference_resolve(void *scope, struct str reference, struct span at, struct rich_builder *out)
{
    struct study s = {.scope = scope, .text = reference, .at = at};
    s.linear = at.end - at.start == reference.len + BRACES;
    struct str trimmed = str_trim(reference);
    size_t colon = str_find(trimmed, ':');
    struct str text = str_slice(trimmed, 0, colon);
    struct str forms = str_slice(trimmed, colon + 1, trimmed.len);
    if (colon + 1 == trimmed.len) {
        diag_at(s.scope->binding->diags, DIAG_ERROR, at, "unknown-form", _("no form behind ':'"));
        diag_hint(s.scope->binding->diags, "%s", _("name a form, such as ':change', or leave out the colon"));
        return false;
    }
    if (is_bare(text)) {
        return report_bare(&s, text);
    }
    if (str_starts(text, "edition.")) {
        return report_edition_field(&s, text);
    }
    if (str_is(text, "edition")) {
        return resolve_edition(&s, forms, out);
    }
    if (str_starts(text, "page.")) {
        return resolve_page(&s, str_slice(text, sizeof "page." - 1, text.len), out);
    }
    struct request q =
        request_of(&s, binding_fill_period(s.scope->binding, (struct figure_name){.entity = {"", 0}}), forms);
    struct printed printed;
    bool good;
    if (str_starts(text, "count.")) {
        good = reference_count(s.scope, &q, str_slice(text, sizeof "count." - 1, text.len), &printed);
    } else if (str_starts(text, "sum.")) {
        good = reference_sum(s.scope, &q, str_slice(text, sizeof "sum." - 1, text.len), &printed);
    } else {
        good = resolve_figure(&s, text, forms, &printed);
    }
    if (good) {
        rich_builder_figure(out, printed.text, printed.id, at);
    }
    return good;
}
