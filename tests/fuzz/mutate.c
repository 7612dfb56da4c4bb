#include "mutate.h"

#include "nasty.h"

enum { MAX_COPIES = 40 };

/* Nodes below the root, in order. */
static size_t count_nodes(const struct tree *t)
{
    size_t count = 1;
    for (size_t i = 0; i < t->count; i++)
        count += count_nodes(t->items[i]);
    return count;
}

static struct tree *nth_node(struct tree *t, size_t *n)
{
    if ((*n)-- == 0)
        return t;
    for (size_t i = 0; i < t->count; i++) {
        struct tree *found = nth_node(t->items[i], n);
        if (found)
            return found;
    }
    return NULL;
}

static struct tree *any_node(struct chance *c, struct tree *root)
{
    size_t n = chance_below(c, count_nodes(root));
    struct tree *found = nth_node(root, &n);
    return found ? found : root;
}

/* A list or map with something in it; NULL when chance meets none. */
static struct tree *any_parent(struct chance *c, struct tree *root)
{
    for (int tries = 0; tries < 32; tries++) {
        struct tree *t = any_node(c, root);
        if (t->count > 0)
            return t;
    }
    return NULL;
}

static struct tree *any_scalar(struct chance *c, struct tree *root)
{
    for (int tries = 0; tries < 32; tries++) {
        struct tree *t = any_node(c, root);
        if (t->kind == NODE_SCALAR)
            return t;
    }
    return NULL;
}

static struct tree *copy_of(struct arena *a, const struct tree *t)
{
    struct tree *copy = ARENA_NEW(a, struct tree);
    *copy = (struct tree){.kind = t->kind, .style = t->style, .text = t->text};
    for (size_t i = 0; i < t->count; i++)
        tree_insert(a, copy, i, t->keys[i], copy_of(a, t->items[i]));
    return copy;
}

/* New text for a scalar: from the list, from elsewhere in the tree, or its own over and over. */
static void change_scalar(struct chance *c, struct arena *a, struct tree *root)
{
    struct tree *t = any_scalar(c, root);
    if (!t)
        return;
    const struct tree *other = any_scalar(c, root);
    size_t way = chance_below(c, 6);
    struct buf text = {0};
    if (way == 0 && other) {
        buf_str(&text, other->text);
    } else if (way == 1) {
        for (size_t i = chance_below(c, MAX_COPIES); i > 0; i--) {
            buf_str(&text, t->text);
            buf_text(&text, i % 3 ? " " : "");
        }
    } else if (way == 2) {
        buf_str(&text, t->text);
        buf_text(&text, nasty_text(chance_below(c, nasty_count())));
    } else {
        buf_text(&text, nasty_text(chance_below(c, nasty_count())));
    }
    t->text = (struct str){arena_copy(a, text.at ? text.at : "", text.len), text.len};
    if (way != 0)
        t->style = chance_below(c, 4) ? SCALAR_QUOTED : SCALAR_BLOCK;
    buf_free(&text);
}

static void repeat_item(struct chance *c, struct arena *a, struct tree *t)
{
    size_t from = chance_below(c, t->count);
    size_t copies = chance_below(c, 8) ? 1 : chance_below(c, MAX_COPIES);
    for (size_t i = 0; t->kind == NODE_LIST && i < copies; i++)
        tree_insert(a, t, chance_below(c, t->count + 1), STR(""), copy_of(a, t->items[from]));
    if (t->kind == NODE_MAP)
        t->items[chance_below(c, t->count)] = copy_of(a, t->items[from]);
}

/* A pair of one map into another, an item of one list into another. */
static void move_item(struct chance *c, struct arena *a, struct tree *root, struct tree *t)
{
    const struct tree *from = any_parent(c, root);
    if (!from || from->kind != t->kind)
        return;
    size_t index = chance_below(c, from->count);
    for (size_t i = 0; t->kind == NODE_MAP && i < t->count; i++) {
        if (str_eq(t->keys[i], from->keys[index])) {
            t->items[i] = copy_of(a, from->items[index]);
            return;
        }
    }
    tree_insert(a, t, chance_below(c, t->count + 1), from->keys[index], copy_of(a, from->items[index]));
}

static void swap_items(struct chance *c, struct tree *t)
{
    size_t one = chance_below(c, t->count), two = chance_below(c, t->count);
    struct tree *kept = t->items[one];
    t->items[one] = t->items[two];
    t->items[two] = kept;
}

void mutate_tree(struct chance *c, struct arena *a, struct tree *root)
{
    struct tree *t = any_parent(c, root);
    size_t way = chance_below(c, 10);
    if (!t || way < 4) {
        change_scalar(c, a, root);
    } else if (way == 4) {
        tree_remove(t, chance_below(c, t->count));
    } else if (way == 5) {
        repeat_item(c, a, t);
    } else if (way == 6) {
        swap_items(c, t);
    } else if (way == 7) {
        move_item(c, a, root, t);
    } else if (way == 8) {
        t->items[chance_below(c, t->count)] = copy_of(a, any_node(c, root));
    } else {
        struct tree *list = ARENA_NEW(a, struct tree); /* a value becomes a list of itself, or nothing */
        size_t index = chance_below(c, t->count);
        list->kind = chance_below(c, 2) ? NODE_LIST : NODE_NULL;
        if (list->kind == NODE_LIST)
            tree_insert(a, list, 0, STR(""), t->items[index]);
        t->items[index] = list;
    }
}

/* Line `index` of `bytes`, without its end. */
static struct str nth_line(struct str bytes, size_t index)
{
    size_t at = 0;
    for (; index > 0 && at < bytes.len; index--)
        at += str_find(str_slice(bytes, at, bytes.len), '\n') + 1;
    struct str rest = at < bytes.len ? str_slice(bytes, at, bytes.len) : STR("");
    return str_slice(rest, 0, str_find(rest, '\n'));
}

static void put_line(struct chance *c, struct str line, bool change, struct buf *out)
{
    size_t cells = 1;
    for (size_t i = 0; i < line.len; i++)
        cells += line.at[i] == ',';
    size_t chosen = change ? chance_below(c, cells) : cells;
    for (size_t i = 0, at = 0; i < cells; i++) {
        size_t len = str_find(str_slice(line, at, line.len), ',');
        if (i == chosen)
            buf_text(out, nasty_cell(chance_below(c, nasty_cell_count())));
        else
            buf_str(out, str_slice(line, at, at + len));
        buf_text(out, i + 1 < cells ? "," : "\n");
        at += len + 1;
    }
}

void mutate_csv(struct chance *c, struct str bytes, struct buf *out)
{
    size_t lines = 0;
    for (size_t i = 0; i < bytes.len; i++)
        lines += bytes.at[i] == '\n';
    size_t way = chance_below(c, 6), one = chance_below(c, lines), two = chance_below(c, lines);
    for (size_t i = 0; i < lines; i++) {
        bool swapped = way == 0 && (i == one || i == two);
        if (way == 1 && i == one)
            continue;
        put_line(c, nth_line(bytes, swapped ? one + two - i : i), way >= 3 && i == one, out);
        if (way == 2 && i == one)
            put_line(c, nth_line(bytes, i), true, out);
    }
}
