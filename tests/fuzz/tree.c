#include "tree.h"

enum { MAX_TREE = 4000, STEP = 2 };

struct copying {
    struct arena *arena;
    size_t count;
};

static struct tree *copy(struct copying *c, const struct node *n)
{
    struct tree *t = ARENA_NEW(c->arena, struct tree);
    if (!n || c->count++ > MAX_TREE)
        return t;
    *t = (struct tree){.kind = n->kind, .style = n->style};
    if (n->kind == NODE_SCALAR)
        t->text = n->as.scalar.text;
    for (size_t i = 0; n->kind == NODE_LIST && i < n->as.list.count; i++)
        tree_insert(c->arena, t, i, STR(""), copy(c, n->as.list.items[i]));
    for (size_t i = 0; n->kind == NODE_MAP && i < n->as.map.count; i++)
        tree_insert(c->arena, t, i, n->as.map.pairs[i].key->as.scalar.text, copy(c, n->as.map.pairs[i].value));
    return t;
}

struct tree *tree_of(struct arena *a, const struct node *n)
{
    struct copying c = {a, 0};
    struct tree *t = copy(&c, n);
    return c.count > MAX_TREE ? NULL : t;
}

struct tree *tree_scalar(struct arena *a, struct str text)
{
    struct tree *t = ARENA_NEW(a, struct tree);
    *t = (struct tree){.kind = NODE_SCALAR, .style = SCALAR_QUOTED, .text = text};
    return t;
}

void tree_insert(struct arena *a, struct tree *t, size_t index, struct str key, struct tree *item)
{
    struct str *keys = ARENA_ARRAY(a, t->count + 1, struct str);
    struct tree **items = ARENA_ARRAY(a, t->count + 1, struct tree *);
    for (size_t i = 0; i <= t->count; i++) {
        keys[i] = i == index ? key : t->keys[i - (i > index)];
        items[i] = i == index ? item : t->items[i - (i > index)];
    }
    t->keys = keys;
    t->items = items;
    t->count++;
}

void tree_remove(struct tree *t, size_t index)
{
    t->count--;
    for (size_t i = index; i < t->count; i++) {
        t->keys[i] = t->keys[i + 1];
        t->items[i] = t->items[i + 1];
    }
}

static void print_quoted(struct str text, struct buf *out)
{
    buf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '\n')
            buf_text(out, "\\n");
        else if (c == '\t')
            buf_text(out, "\\t");
        else
            buf_printf(out, c == '"' || c == '\\' ? "\\%c" : "%c", c);
    }
    buf_char(out, '"');
}

static void print_block(struct str text, size_t depth, struct buf *out)
{
    buf_text(out, str_ends(text, "\n") ? "|2" : "|2-");
    for (size_t at = 0; at < text.len;) {
        size_t line = str_find(str_slice(text, at, text.len), '\n');
        buf_printf(out, "\n%*s%.*s", (int)(STEP * depth), "", (int)line, text.at + at);
        at += line + 1;
    }
}

static void print_scalar(const struct tree *t, size_t depth, struct buf *out)
{
    bool one_line = str_find(t->text, '\n') == t->text.len;
    if (t->style == SCALAR_BLOCK && t->text.len > 0)
        print_block(t->text, depth, out);
    else if (t->style == SCALAR_PLAIN && t->text.len > 0 && one_line)
        buf_str(out, t->text);
    else
        print_quoted(t->text, out);
}

/* A value behind "key:" or "-"; `depth` is that of what lies in it. */
static void print_value(const struct tree *t, size_t depth, struct buf *out)
{
    switch (t->kind) {
    case NODE_NULL:
        buf_text(out, " ~");
        return;
    case NODE_SCALAR:
        buf_char(out, ' ');
        print_scalar(t, depth, out);
        return;
    case NODE_LIST:
    case NODE_MAP:
        break;
    }
    if (t->count == 0)
        buf_text(out, t->kind == NODE_MAP ? " {}" : " []");
    for (size_t i = 0; i < t->count; i++) {
        buf_printf(out, "\n%*s", (int)(STEP * depth), "");
        if (t->kind == NODE_MAP)
            print_quoted(t->keys[i], out);
        buf_char(out, t->kind == NODE_MAP ? ':' : '-');
        print_value(t->items[i], depth + 1, out);
    }
}

void tree_print(const struct tree *t, struct buf *out)
{
    struct buf text = {0};
    print_value(t, 0, &text);
    struct str bytes = buf_view(&text);
    buf_str(out, bytes.len > 0 ? str_slice(bytes, 1, bytes.len) : bytes); /* without the blank or break in front */
    buf_char(out, '\n');
    buf_free(&text);
}
