#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "page/select.h"

struct fixture {
    struct arena *arena;
    struct item links[3];
    struct page pages[3];
    struct bookmark bookmarks[3];
    struct document doc;
};

/* Three pages: the first links to the second, the third and an address. */
static void set_up(struct fixture *f)
{
    f->arena = arena_new();
    for (size_t i = 0; i < 3; i++) {
        f->links[i] = (struct item){.kind = ITEM_LINK};
        f->pages[i] = (struct page){.label = (const char *[]){"1", "2", "3"}[i]};
        f->bookmarks[i] = (struct bookmark){.title = "t", .level = (int)i + 1, .page = (uint32_t)i};
    }
    f->links[0].as.link.target.page = 1;
    f->links[1].as.link.target.page = 2;
    f->links[2].as.link.target.uri = "https://example.org";
    f->pages[0].items = f->links;
    f->pages[0].item_count = 3;
    f->doc = (struct document){.pages = f->pages, .page_count = 3, .bookmarks = f->bookmarks, .bookmark_count = 3};
}

static void links_and_bookmarks_follow_their_pages(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    bool chosen[] = {true, false, true};
    const struct document *doc = document_select(f.arena, &f.doc, chosen);
    assert_int_equal(doc->page_count, 2);
    assert_string_equal(doc->pages[1].label, "3");
    assert_int_equal(doc->pages[0].item_count, 2);
    assert_int_equal(doc->pages[0].items[0].as.link.target.page, 1);
    assert_string_equal(doc->pages[0].items[1].as.link.target.uri, "https://example.org");
    assert_int_equal(doc->bookmark_count, 2);
    assert_int_equal(doc->bookmarks[1].page, 1);
    assert_int_equal(doc->bookmarks[1].level, 2);
    arena_free(f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(links_and_bookmarks_follow_their_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
