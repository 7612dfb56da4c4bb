#include "page/select.h"

static const uint32_t gone = UINT32_MAX;

/* Items without the inner links that would lead nowhere; the others with their page's new index. */
static void copy_items(struct arena *a, const struct page *from, const uint32_t *index, struct page *to)
{
    struct item *items = ARENA_ARRAY(a, from->item_count, struct item);
    size_t count = 0;
    for (size_t i = 0; i < from->item_count; i++) {
        struct item item = from->items[i];
        if (item.kind == ITEM_LINK && !item.as.link.target.uri) {
            uint32_t page = index[item.as.link.target.page];
            if (page == gone)
                continue;
            item.as.link.target.page = page;
        }
        items[count++] = item;
    }
    *to = *from;
    to->items = items;
    to->item_count = count;
}

static void copy_bookmarks(struct arena *a, const struct document *doc, const uint32_t *index, struct document *to)
{
    struct bookmark *bookmarks = ARENA_ARRAY(a, doc->bookmark_count, struct bookmark);
    size_t count = 0;
    int level = 0;
    for (size_t i = 0; i < doc->bookmark_count; i++) {
        struct bookmark bookmark = doc->bookmarks[i];
        if (index[bookmark.page] == gone)
            continue;
        bookmark.page = index[bookmark.page];
        if (bookmark.level > level + 1)
            bookmark.level = level + 1;
        level = bookmark.level;
        bookmarks[count++] = bookmark;
    }
    to->bookmarks = bookmarks;
    to->bookmark_count = count;
}

const struct document *document_select(struct arena *a, const struct document *doc, const bool *chosen)
{
    struct document *selected = ARENA_NEW(a, struct document);
    struct page *pages = ARENA_ARRAY(a, doc->page_count, struct page);
    uint32_t *index = ARENA_ARRAY(a, doc->page_count, uint32_t);
    uint32_t count = 0;
    for (size_t i = 0; i < doc->page_count; i++)
        index[i] = chosen[i] ? count++ : gone;
    *selected = *doc;
    for (size_t i = 0; i < doc->page_count; i++)
        if (chosen[i])
            copy_items(a, &doc->pages[i], index, &pages[index[i]]);
    selected->pages = pages;
    selected->page_count = count;
    copy_bookmarks(a, doc, index, selected);
    return selected;
}
