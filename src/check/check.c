#include "check/check.h"

#include "base/i18n.h"
#include "check/rules_edition.h"

struct edition_rule {
    const char *name;
    void (*check)(const struct edition *e, struct diags *d);
};

static const struct edition_rule edition_rules[] = {
    {"observed-after-closing", check_observed}, {"revision-without-note", check_revisions},
    {"share-mismatch", check_derived},          {"sum-mismatch", check_sums},
    {"target-missing", check_targets},
};

void check_edition(const struct edition *e, struct diags *d)
{
    for (size_t i = 0; i < sizeof edition_rules / sizeof edition_rules[0]; i++) {
        edition_rules[i].check(e, d);
    }
}

static int heading_level(enum tag tag)
{
    return tag >= TAG_H1 && tag <= TAG_H4 ? (int)tag - (int)TAG_H1 + 1 : 0;
}

void check_document(const struct document *doc, struct diags *d)
{
    int depth = 0;
    int level = 0;
    const struct structure *s = doc->structure;
    for (element_id id = structure_walk(s, 0, 0, &depth); id != 0; id = structure_walk(s, 0, id, &depth)) {
        const struct element *e = structure_get(s, id);
        int heading = heading_level(e->tag);
        if (heading > level + 1) {
            diag_at(d, DIAG_ERROR, SPAN_NONE, "heading-gap", _("a heading of level %d follows one of level %d"),
                    heading, level);
            diag_hint(d, _("headings go one level deeper at a time: correct the page kind"));
        }
        level = heading > 0 ? heading : level;
        bool spoken =
            (e->alternative != NULL && e->alternative[0] != '\0') || (e->actual != NULL && e->actual[0] != '\0');
        if (e->tag == TAG_FIGURE && !spoken) {
            diag_at(d, DIAG_ERROR, SPAN_NONE, "missing-alternative",
                    _("a picture on page %u has no text to be read aloud"), e->page + 1);
            diag_hint(d, _("give it an alternative text"));
        }
    }
}
