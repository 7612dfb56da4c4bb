/* The last step of binding: texts, once all that they refer to is known. */
#include "base/i18n.h"
#include "model/bind.h"
#include "model/reference.h"

static void report_address(struct binding *b, struct str target, struct span at)
{
    diag_at(b->diags, DIAG_ERROR, at, "markup", _("'%.*s' is no address that a link can have"), STR_ARG(target));
    diag_hint(b->diags, "%s", _("write https://…, mailto:… or #page"));
    bind_advise_on_address(b->diags, target);
}

static void check_links(struct binding *b, const struct rich *text)
{
    uint32_t index;
    for (size_t i = 0; i < text->link_count; i++) {
        struct str target = text->links[i].target;
        if (target.len == 0 || str_is(target, "#")) {
            diag_at(b->diags, DIAG_ERROR, text->links[i].at, "markup", "%s", _("this link has no address"));
            diag_hint(b->diags, "%s", _("write https://…, mailto:… or #page"));
        } else if (target.at[0] == '#') {
            binding_check_anchor(b, str_slice(target, 1, target.len), text->links[i].at, &index);
        } else if (!bind_is_address(target)) {
            report_address(b, target, text->links[i].at);
        }
    }
}

/* What stands in braces could be printed: a known figure, a page, the year. */
static bool is_reference(const struct binding *b, struct str text)
{
    struct figure_name name;
    struct str bad, before = str_slice(text, 0, str_find(text, ':'));
    return str_is(before, "edition") || str_starts(before, "page.") || str_starts(before, "count.") ||
           (figure_name_parse(before, b->year, &name, &bad) && binding_indicator(b, name.indicator) != NULL);
}

/* "{services}" and "$services}" are printed as typed. */
static void warn_braces(struct binding *b, const struct node *scalar)
{
    enum { LONGEST_NAME = 200 };
    struct str text = scalar->as.scalar.text;
    if (str_find(text, '}') == text.len) {
        return;
    }
    for (size_t at = 0; at < text.len; at++) {
        char before = at > 0 ? text.at[at - 1] : ' ', next = at + 1 < text.len ? text.at[at + 1] : ' ';
        bool brace = text.at[at] == '{' && before != '$' && before != '\\';
        bool dollar = text.at[at] == '$' && next != '{' && next != '$' && before != '$' && before != '\\';
        if (!brace && !dollar) {
            continue;
        }
        struct str rest = str_slice(text, at + 1, at + LONGEST_NAME);
        struct str name = str_slice(rest, 0, str_find(rest, '}'));
        size_t end = at + 1 + name.len;
        bool closed = name.len < rest.len;
        name = str_trim(name);
        if (!closed || !is_reference(b, name)) {
            continue;
        }
        diag_at(b->diags, DIAG_WARNING, node_span(scalar, at, end + 1), "bare-reference",
                _("'%.*s' is printed as typed"), STR_ARG(str_slice(text, at, end + 1)));
        diag_hint(b->diags, _("write ${%.*s} for what it stands for"), STR_ARG(name));
    }
}

void bind_finish(struct binding *b)
{
    for (size_t i = 0; i < b->text_count; i++) {
        const struct pending_text *p = &b->texts[i];
        struct reference_scope scope = {b, p->scope};
        struct reference_resolver resolver = {&scope, reference_resolve};
        const struct rich *parsed = inline_parse(b->scratch, b->diags, p->scalar, b->language, &resolver);
        check_links(b, parsed);
        warn_braces(b, p->scalar);
        p->value->as.text = rich_copy(b->arena, typography_apply(b->scratch, parsed, b->language));
        arena_clear(b->scratch);
    }
    for (size_t i = 0; i < b->anchor_count; i++) {
        uint32_t index;
        binding_check_anchor(b, b->anchors[i].anchor, b->anchors[i].at, &index);
    }
    b->text_count = 0;
    b->anchor_count = 0;
}
