#include "load/yaml_loader.h"

#include <stdint.h>
#include <string.h>

#include "base/i18n.h"
#include "load/characters.h"
#include "load/yaml.h"
#include "load/yaml_keys.h"
#include "load/yaml_quotes.h"
#include "load/yaml_scalar.h"

static const struct built stop = {NULL, 0};

static void push(struct loader *l, const struct node *node)
{
    if (l->pending_count == l->pending_capacity) {
        l->pending_capacity = l->pending_capacity == 0 ? 256 : l->pending_capacity * 2;
        l->pending = memory_grow(l->pending, l->pending_capacity * sizeof(const struct node *));
    }
    l->pending[l->pending_count++] = node;
}

static bool is_null(const yaml_event_t *event)
{
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || !event->data.scalar.plain_implicit) {
        return false;
    }
    switch (text.len) {
    case 0:
        return true;
    case 1:
        return text.at[0] == '~';
    case 4:
        return str_is(text, "null") || str_is(text, "Null") || str_is(text, "NULL");
    default:
        return false;
    }
}

static enum scalar_form form_of(const yaml_event_t *event)
{
    switch (event->data.scalar.style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return FORM_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return FORM_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
        return FORM_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return FORM_FOLDED;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE:
        return FORM_PLAIN;
    }
    return FORM_PLAIN;
}

static enum scalar_style style_of(enum scalar_form form)
{
    static const enum scalar_style styles[] = {[FORM_PLAIN] = SCALAR_PLAIN,
                                               [FORM_SINGLE_QUOTED] = SCALAR_QUOTED,
                                               [FORM_DOUBLE_QUOTED] = SCALAR_QUOTED,
                                               [FORM_LITERAL] = SCALAR_BLOCK,
                                               [FORM_FOLDED] = SCALAR_BLOCK};
    return styles[form];
}

/* "Service #1 du réseau" loses its end without a sound; what is meant as a comment has a space behind its sign. */
static void warn_comment(struct loader *l, struct span at)
{
    if (at.end >= l->whole.len || l->whole.at[at.end] != ' ') {
        return;
    }
    struct str rest = str_slice(l->whole, at.end, SIZE_MAX);
    size_t sign = 1;
    while (sign < rest.len && rest.at[sign] == ' ') {
        sign++;
    }
    if (sign + 1 >= rest.len || rest.at[sign] != '#' || strchr(" #!\r\n\t", rest.at[sign + 1]) != NULL) {
        return;
    }
    uint32_t start = at.end + (uint32_t)sign;
    struct str comment = str_slice(rest, sign, sign + str_find(str_slice(rest, sign, rest.len), '\n'));
    struct buf fixed = {0};
    comment = str_trim(comment);
    diag_at(l->diags, DIAG_WARNING, (struct span){l->file, start, start + (uint32_t)comment.len}, "comment-in-text",
            "%s", _("the text ends here: '#' behind a space starts a comment"));
    at.end = start + (uint32_t)comment.len;
    if (yaml_quoted(&fixed, l->diags, at)) {
        diag_hint(l->diags, _("if it is text, put it in quotes: %s"), buf_view(&fixed).at);
    }
    buf_free(&fixed);
}

static struct built build_scalar(struct loader *l, struct node *node, struct span at)
{
    enum scalar_form form = form_of(&l->event);
    struct str text = {(const char *)l->event.data.scalar.value, l->event.data.scalar.length};
    node->style = style_of(form);
    if (node->style == SCALAR_QUOTED) {
        l->last_quoted = at;
    } else if (node->style == SCALAR_PLAIN && at.end > at.start) {
        warn_comment(l, at);
    }
    struct scalar_origin found = scalar_origin(l->trees, l->whole, at, form, text);
    if (form == FORM_DOUBLE_QUOTED && found.origin != NULL) {
        l->failed |= !characters_check_escaped(l->diags, text, found.origin, l->file);
    }
    node->at = found.at;
    node->kind = is_null(&l->event) ? NODE_NULL : NODE_SCALAR;
    node->as.scalar.origin = found.origin;
    node->as.scalar.text =
        found.origin == NULL ? str_slice(l->whole, found.at.start, found.at.end) : str_copy(l->texts, text);
    return (struct built){node, 0};
}

static void finish_list(struct loader *l, struct node *node, size_t base)
{
    size_t count = l->pending_count - base;
    const struct node **items = ARENA_ARRAY(l->trees, count, const struct node *);
    for (size_t i = 0; i < count; i++) {
        items[i] = l->pending[base + i];
    }
    l->pending_count = base;
    node->as.list.items = items;
    node->as.list.count = count;
}

static struct built build_list(struct loader *l, struct node *node, unsigned depth)
{
    bool flow = l->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    size_t base = l->pending_count;
    unsigned height = 0;
    node->kind = NODE_LIST;
    while (loader_next(l)) {
        if (l->event.type == YAML_SEQUENCE_END_EVENT) {
            finish_list(l, node, base);
            node->at.end = flow ? loader_offset(l, l->event.end_mark.index) : node->at.end;
            return (struct built){node, height + 1};
        }
        struct built item = loader_build(l, depth + 1);
        if (item.node == NULL) {
            return stop;
        }
        push(l, item.node);
        height = item.height > height ? item.height : height;
        node->at.end = item.node->at.end > node->at.end ? item.node->at.end : node->at.end;
    }
    return stop;
}

static void finish_map(struct loader *l, struct node *node, size_t base)
{
    size_t count = (l->pending_count - base) / 2;
    struct node_pair *pairs = ARENA_ARRAY(l->trees, count, struct node_pair);
    for (size_t i = 0; i < count; i++) {
        pairs[i] = (struct node_pair){l->pending[base + 2 * i], l->pending[base + 2 * i + 1]};
    }
    l->pending_count = base;
    node->as.map.pairs = pairs;
    node->as.map.count = count;
    l->failed |= !yaml_check_keys(l->diags, pairs, count);
}

static struct built build_map(struct loader *l, struct node *node, unsigned depth)
{
    bool flow = l->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    size_t base = l->pending_count;
    unsigned height = 0;
    node->kind = NODE_MAP;
    while (loader_next(l)) {
        if (l->event.type == YAML_MAPPING_END_EVENT) {
            finish_map(l, node, base);
            node->at.end = flow ? loader_offset(l, l->event.end_mark.index) : node->at.end;
            return (struct built){node, height + 1};
        }
        struct built item = loader_build(l, depth + 1);
        if (item.node == NULL) {
            return stop;
        }
        push(l, item.node);
        height = item.height > height ? item.height : height;
        node->at.end = item.node->at.end > node->at.end ? item.node->at.end : node->at.end;
    }
    return stop;
}

static struct built build_node(struct loader *l, struct span at, unsigned depth)
{
    struct node *node = ARENA_NEW(l->trees, struct node);
    node->at = at;
    if (l->event.type == YAML_SCALAR_EVENT) {
        return build_scalar(l, node, at);
    }
    if (!loader_check_depth(l, at, depth)) {
        return stop;
    }
    return l->event.type == YAML_SEQUENCE_START_EVENT ? build_list(l, node, depth) : build_map(l, node, depth);
}

/* The node that starts with the event at hand. */
struct built loader_build(struct loader *l, unsigned depth)
{
    if (l->event.type == YAML_ALIAS_EVENT) {
        return loader_alias(l, depth - 1);
    }
    const yaml_char_t *anchor_name, *tag;
    struct anchor *anchor = NULL;
    struct span at = loader_span(l);
    loader_properties(&l->event, &anchor_name, &tag);
    if (anchor_name != NULL || tag != NULL) {
        loader_check_tag(l, tag, at);
        if (!loader_open_anchor(l, anchor_name, at, &anchor)) {
            return stop;
        }
        at.start = loader_skip_properties(l, at);
    }
    size_t before = l->nodes;
    if (!loader_count(l, at, 1)) {
        return stop;
    }
    struct built built = build_node(l, at, depth);
    if (anchor != NULL) {
        anchor->node = built.node;
        anchor->weight = l->nodes - before;
        anchor->height = built.height;
    }
    return built;
}
