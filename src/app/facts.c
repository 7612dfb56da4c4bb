#include "app/facts.h"

static void add(struct arena *a, struct facts *facts, size_t *capacity, struct fact fact)
{
    facts->items = ARENA_ROOM(a, facts->items, facts->count, capacity, 64);
    facts->items[facts->count++] = fact;
}

/* A figure that goes on where the last run stopped: the same id, printed in one leaf of one page. */
static bool goes_on(const struct facts *facts, size_t from, leaf_id last_leaf, leaf_id leaf, uint32_t figure)
{
    return facts->count > from && last_leaf == leaf && leaf != LEAF_ARTEFACT &&
           facts->items[facts->count - 1].figure == figure;
}

static void collect_page(struct arena *a, const struct page *page, struct facts *facts, size_t *capacity)
{
    size_t from = facts->count;
    leaf_id last_leaf = LEAF_ARTEFACT;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind != ITEM_GLYPHS)
            continue;
        const struct glyph_run *run = &item->as.glyphs;
        for (size_t j = 0; j < run->figure_count; j++) {
            const struct run_figure *figure = &run->figures[j];
            struct str text = str_slice(run->text, figure->start, figure->end);
            bool first_of_run = figure->start == 0;
            if (first_of_run && j == 0 && goes_on(facts, from, last_leaf, item->leaf, figure->figure)) {
                struct fact *fact = &facts->items[facts->count - 1];
                fact->text = str_of(arena_printf(a, "%.*s%.*s", STR_ARG(fact->text), STR_ARG(text)));
            } else {
                add(a, facts, capacity, (struct fact){figure->figure, page->label, text});
            }
        }
        last_leaf = item->leaf;
    }
    for (size_t i = 0; i < page->drawn_count; i++)
        add(a, facts, capacity, (struct fact){page->drawn[i], page->label, STR("")});
}

struct facts facts_collect(struct arena *a, const struct document *doc)
{
    struct facts facts = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < doc->page_count; i++)
        collect_page(a, &doc->pages[i], &facts, &capacity);
    return facts;
}
