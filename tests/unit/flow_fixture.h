/* Entries that share pages. */
#ifndef BILAN_TESTS_FLOW_FIXTURE_H
#define BILAN_TESTS_FLOW_FIXTURE_H

#include "layout_fixture.h"

/* Pages of 280 pt, entries 10 apart, their boxes 5 apart. */
#define FLOWING THEME "flow: {gap: 10, inner: 5}\n"
#define FIELDS "fields: {title: text, items: {type: list, item: text}, note: text}\n"
#define TITLE "  - {text: \"${title}\", style: title, tag: H1}\n"
#define LINES "  - tag: L\n    column: [{each: items, tag: LI, text: \"${item}\"}]\n"
#define NOTE "  - {text: \"${note}\"}\n"

static inline struct laid_out *flow(const char *kind, const char *pages)
{
    return lay_out_with(kind, pages, FLOWING, NULL);
}

/* An entry of that many items, written to `out`. */
static inline const char *entry(char *out, const char *title, size_t count)
{
    sprintf(out, "  - {page: k, title: %s, note: fin, items: [", title);
    for (size_t i = 0; i < count; i++)
        sprintf(out + strlen(out), "%se%zu", i ? ", " : "", i + 1);
    strcat(out, "]}\n");
    return out;
}

/* How many glyph runs of a page are that text, or start with it. */
static inline size_t runs_on(const struct laid_out *l, size_t page, const char *text, bool whole)
{
    size_t count = 0;
    for (size_t i = 0; i < l->document->pages[page].item_count; i++) {
        const struct item *item = &l->document->pages[page].items[i];
        if (item->kind == ITEM_GLYPHS)
            count += whole ? str_is(item->as.glyphs.text, text) : str_starts(item->as.glyphs.text, text);
    }
    return count;
}

/* How often the dump holds that text. */
static inline size_t count_of(const struct laid_out *l, const char *text)
{
    size_t count = 0;
    for (const char *at = l->dump.at; (at = strstr(at, text)) != NULL; at += strlen(text))
        count++;
    return count;
}

#endif
