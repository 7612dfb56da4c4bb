#include "check/check.h"

#include "check/rules_document.h"
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

struct document_rule {
    const char *name;
    void (*check)(const struct document *doc, struct diags *d);
};

static const struct document_rule document_rules[] = {
    {"heading-gap", check_headings},
    {"low-contrast", check_contrast},
    {"missing-alternative", check_alternatives},
};

void check_document(const struct document *doc, struct diags *d)
{
    for (size_t i = 0; i < sizeof document_rules / sizeof document_rules[0]; i++) {
        document_rules[i].check(doc, d);
    }
}
