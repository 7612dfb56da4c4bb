#include "app/next_file.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "model/figure.h"

struct writer {
    const struct next_edition *next;
    const struct next_source *file;
    struct buf out;
    size_t at; /* bytes of the old file dealt with */
};

static bool has_text(struct str text, struct str wanted)
{
    for (size_t at = 0; at + wanted.len <= text.len; at++)
        if (str_eq(str_slice(text, at, at + wanted.len), wanted))
            return true;
    return false;
}

/* False for a path that leads out of the folder. */
static bool stays_below(struct str path)
{
    return path.len > 0 && path.at[0] != '/' && !has_text(path, STR(".."));
}

struct year_range next_years(const struct next_edition *next)
{
    return (struct year_range){next->from - 1, next->from + 10};
}

bool next_is_rewritten(struct str key)
{
    return str_is(key, "edition") || str_is(key, "published") || str_is(key, "closed");
}

bool next_is_moved(const struct next_edition *next, struct str text)
{
    return has_text(text, str_of(next->way_back));
}

struct str next_included(const struct node *node)
{
    if (node->kind != NODE_MAP || node->as.map.count != 1)
        return STR("");
    const struct node *name = node_get(node, "include");
    bool inside = name && name->kind == NODE_SCALAR && stays_below(name->as.scalar.text);
    return inside ? name->as.scalar.text : STR("");
}

static void copy_to(struct writer *w, size_t offset)
{
    if (offset > w->at) {
        buf_str(&w->out, str_slice(w->file->bytes, w->at, offset));
        w->at = offset;
    }
}

/* False when the value stands elsewhere: an alias of one that has been dealt with. */
static bool replace(struct writer *w, struct span at, struct str text)
{
    if (at.start < w->at)
        return false;
    copy_to(w, at.start);
    buf_str(&w->out, text);
    w->at = at.end;
    return true;
}

/* A comment at the end of the line, unless there is more on it than a closing quote. */
static void mark_line(struct writer *w, const char *comment)
{
    struct str bytes = w->file->bytes;
    size_t end = w->at;
    if (end < bytes.len && (bytes.at[end] == '"' || bytes.at[end] == '\''))
        end++;
    size_t rest = end;
    while (rest < bytes.len && (bytes.at[rest] == ' ' || bytes.at[rest] == '\t' || bytes.at[rest] == '\r'))
        rest++;
    if (rest < bytes.len && bytes.at[rest] != '\n')
        return;
    copy_to(w, end);
    buf_printf(&w->out, "  # %s", comment);
}

/* The line on which `offset` lies, if it can have a comment before it: nothing but indentation and dashes precede. */
static bool free_line(const struct writer *w, size_t offset, size_t *start, size_t *indent)
{
    const char *bytes = w->file->bytes.at;
    size_t at = offset;
    while (at > 0 && bytes[at - 1] != '\n') {
        at--;
        if (bytes[at] != ' ' && bytes[at] != '-')
            return false;
    }
    *start = at;
    *indent = strspn(bytes + at, " ");
    return at >= w->at;
}

/* Each year once: "2023, 2024". */
static void add_year(void *context, const struct node *scalar, struct str year)
{
    struct buf *years = context;
    (void)scalar;
    if (has_text(buf_view(years), year))
        return;
    buf_text(years, years->len > 0 ? ", " : "");
    buf_str(years, year);
}

static void put_comment(struct writer *w, size_t indent, const char *comment)
{
    buf_printf(&w->out, "%*s# %s\n", (int)indent, "", comment);
}

/* Says before the line of `start` what is to be reviewed in `node`. */
static void mark_block(struct writer *w, size_t start, const struct node *node)
{
    struct buf years = {0};
    size_t line, indent;
    const struct node *notes = node->kind == NODE_MAP ? node_get(node, "notes") : NULL;
    struct arena *a = w->next->arena;
    typed_years_each(node, next_years(w->next), add_year, &years);
    if ((years.len > 0 || notes) && free_line(w, start, &line, &indent)) {
        copy_to(w, line);
        if (years.len > 0)
            put_comment(w, indent, arena_printf(a, _("to review: typed here: %s"), years.at));
        if (notes)
            put_comment(w, indent, arena_printf(a, _("to review: notes on the edition of %d"), w->next->from));
    }
    buf_free(&years);
}

/* A file of the last edition's folder, told from the new one's; NULL when the text names none. */
static const char *moved_name(const struct writer *w, struct str text)
{
    struct arena *a = w->next->arena;
    if (!stays_below(text) || !has_text(text, STR(".")) || has_text(text, STR("\n")))
        return NULL;
    const char *name = path_join(a, path_folder(a, w->file->name), str_copy(a, text).at);
    const char *path = path_join(a, w->next->old_folder, name);
    if (!file_exists(path) || file_is_folder(path))
        return NULL;
    struct buf way = {0};
    for (const char *at = strchr(w->file->name, '/'); at; at = strchr(at + 1, '/'))
        buf_text(&way, "../");
    buf_printf(&way, "%s%s", w->next->way_back, name);
    const char *moved = arena_copy(a, way.at, way.len);
    buf_free(&way);
    return moved;
}

static void move_names(struct writer *w, const struct node *node)
{
    switch (node->kind) {
    case NODE_NULL:
        break;
    case NODE_SCALAR: {
        const char *moved = node->at.start >= w->at ? moved_name(w, node->as.scalar.text) : NULL;
        if (moved)
            replace(w, node->at, str_of(moved));
        break;
    }
    case NODE_LIST:
        for (size_t i = 0; i < node->as.list.count; i++)
            move_names(w, node->as.list.items[i]);
        break;
    case NODE_MAP:
        for (size_t i = 0; i < node->as.map.count && next_included(node).len == 0; i++)
            move_names(w, node->as.map.pairs[i].value);
        break;
    }
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* The same day as many years on; the 29th of February is the 28th in other years. */
static void move_day(struct writer *w, const struct node *value)
{
    struct arena *a = w->next->arena;
    struct period p;
    if (value->kind != NODE_SCALAR || !period_parse(value->as.scalar.text, &p) || p.kind != PERIOD_DAY)
        return;
    p.year += w->next->to - w->next->from;
    if (p.part == 2 && p.day == 29 && !is_leap(p.year))
        p.day = 28;
    char text[16];
    period_text(p, text);
    if (replace(w, value->at, str_of(text)))
        mark_line(w, arena_printf(a, _("to review: %.*s in the edition of %d"), STR_ARG(value->as.scalar.text),
                                  w->next->from));
}

static void write_pages(struct writer *w, const struct node *pages)
{
    for (size_t i = 0; pages->kind == NODE_LIST && i < pages->as.list.count; i++) {
        const struct node *page = pages->as.list.items[i];
        mark_block(w, page->at.start, page);
        move_names(w, page);
    }
    if (pages->kind != NODE_LIST)
        move_names(w, pages);
}

static void write_pair(struct writer *w, const struct node_pair *pair)
{
    struct str key = pair->key->as.scalar.text;
    if (str_is(key, "pages")) {
        write_pages(w, pair->value);
    } else if (str_is(key, "edition")) {
        replace(w, pair->value->at, str_of(arena_printf(w->next->arena, "%d", w->next->to)));
    } else if (next_is_rewritten(key)) {
        move_day(w, pair->value);
    } else {
        mark_block(w, pair->key->at.start, pair->value);
        move_names(w, pair->value);
    }
}

struct str next_file(const struct next_edition *next, const struct next_source *file)
{
    struct writer w = {.next = next, .file = file};
    const struct node *root = file->root;
    if (file->is_edition) {
        for (size_t i = 0; i < root->as.map.count; i++)
            write_pair(&w, &root->as.map.pairs[i]);
    } else {
        if (root->kind == NODE_MAP)
            mark_block(&w, root->at.start, root);
        write_pages(&w, root);
    }
    copy_to(&w, file->bytes.len);
    struct str text = str_copy(next->arena, buf_view(&w.out));
    buf_free(&w.out);
    return text;
}
