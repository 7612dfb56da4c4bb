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

static bool unknown(const struct study *s, struct str part, const char *what)
{
    diag_at(s->scope->binding->diags, DIAG_ERROR, part_of(s, part), "unknown-reference", _("%s: '%.*s'"), what,
            STR_ARG(part));
    return false;
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

static bool resolve_page(const struct study *s, struct str anchor, struct rich_builder *out)
{
    struct binding *b = s->scope->binding;
    uint32_t at = 0;
    if (!names_find(&b->anchor_names.index, anchor, &at)) {
        diag_at(b->diags, DIAG_ERROR, part_of(s, anchor), "unknown-anchor", _("no page has the id '%.*s'"),
                STR_ARG(anchor));
        diag_hint(b->diags, _("give the page meant 'id: %.*s'"), STR_ARG(anchor));
        diag_nearest(b->diags, anchor, b->anchor_names.names, b->anchor_names.count);
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
        if (bad.len > 0 && bad.at > text.at && bad.at[-1] == '@') {
            diag_at(b->diags, DIAG_ERROR, part_of(s, bad), "bad-period", _("'%.*s' is no period"), STR_ARG(bad));
            diag_hint(b->diags, _("write @2023, @2024-11, @2024-T4, @2025-01-01, @previous or @next"));
            return false;
        }
        unknown(s, text.len > 0 ? text : s->text, _("not a reference"));
        diag_hint(b->diags, _("write ${[entity.]indicator[@period][:form]}; $${ for a literal ${"));
        return false;
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
        return false;
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
