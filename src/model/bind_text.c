/* The last step of binding: texts, once all that they refer to is known. */
#include "base/i18n.h"
#include "model/bind.h"
#include "model/reference.h"

static void check_anchor(struct binding *b, struct str anchor, struct span at)
{
    uint32_t index;
    if (names_find(&b->anchor_names.index, anchor, &index)) {
        return;
    }
    diag_at(b->diags, DIAG_ERROR, at, "unknown-anchor", _("no page has the id '%.*s'"), STR_ARG(anchor));
    diag_hint(b->diags, _("give the page meant 'id: %.*s'"), STR_ARG(anchor));
    diag_nearest(b->diags, anchor, b->anchor_names.names, b->anchor_names.count);
}

static void check_links(struct binding *b, const struct rich *text)
{
    for (size_t i = 0; i < text->link_count; i++) {
        struct str target = text->links[i].target;
        if (target.len > 0 && target.at[0] == '#') {
            check_anchor(b, str_slice(target, 1, target.len), text->links[i].at);
        }
    }
}

void bind_finish(struct binding *b)
{
    struct arena *scratch = arena_new();
    for (size_t i = 0; i < b->text_count; i++) {
        const struct pending_text *p = &b->texts[i];
        struct reference_scope scope = {b, p->scope};
        struct reference_resolver resolver = {&scope, reference_resolve};
        const struct rich *parsed = inline_parse(scratch, b->diags, p->scalar, b->language, &resolver);
        check_links(b, parsed);
        p->value->as.text = rich_copy(b->arena, typography_apply(scratch, parsed, b->language));
        arena_clear(scratch);
    }
    arena_free(scratch);
    for (size_t i = 0; i < b->anchor_count; i++) {
        check_anchor(b, b->anchors[i].anchor, b->anchors[i].at);
    }
    b->text_count = 0;
    b->anchor_count = 0;
}
