/* What the structure tree must hold to be read by everyone. */
#include "base/i18n.h"
#include "check/rules_document.h"

static int heading_level(enum tag tag)
{
    return tag >= TAG_H1 && tag <= TAG_H4 ? (int)tag - (int)TAG_H1 + 1 : 0;
}

void check_headings(const struct document *doc, struct diags *d)
{
    int depth = 0, level = 0;
    const struct structure *s = doc->structure;
    for (element_id id = structure_walk(s, 0, 0, &depth); id != 0; id = structure_walk(s, 0, id, &depth)) {
        int heading = heading_level(structure_get(s, id)->tag);
        if (heading > level + 1) {
            diag_at(d, DIAG_ERROR, SPAN_NONE, "heading-gap", _("a heading of level %d follows one of level %d"),
                    heading, level);
            diag_hint(d, _("headings go one level deeper at a time: correct the page kind"));
        }
        level = heading > 0 ? heading : level;
    }
}

/* An empty text was told with its place when the figure was laid out. */
static bool is_spoken(const struct element *e)
{
    return e->alternative || (e->actual && e->actual[0] != '\0');
}

void check_alternatives(const struct document *doc, struct diags *d)
{
    int depth = 0;
    const struct structure *s = doc->structure;
    for (element_id id = structure_walk(s, 0, 0, &depth); id != 0; id = structure_walk(s, 0, id, &depth)) {
        const struct element *e = structure_get(s, id);
        if (e->tag != TAG_FIGURE || is_spoken(e))
            continue;
        diag_at(d, DIAG_ERROR, SPAN_NONE, "missing-alternative", _("a picture on page %u has no text to be read aloud"),
                e->page + 1);
        diag_hint(d, _("give it an alternative text"));
    }
}
