/* An edition while it is bound, and what its figures are computed from afterwards. Private to the folder. */
#ifndef BILAN_MODEL_BINDING_H
#define BILAN_MODEL_BINDING_H

#include "model/amount.h"
#include "model/edition.h"
#include "model/figure_table.h"
#include "model/names.h"

enum derive_kind { DERIVE_NONE, DERIVE_SUM, DERIVE_DIFFERENCE, DERIVE_SHARE, DERIVE_QUOTIENT };
struct derivation {
    enum derive_kind kind;
    const struct figure_name *inputs; /* an empty entity or period: the one asked for */
    size_t count;
    struct span at;
};

/* A text that waits for all that it may refer to. */
struct pending_text {
    struct value *value;
    const struct node *scalar;
    const struct record *scope;
};
/* A link to a page, checked once all pages are known. */
struct pending_anchor {
    struct str anchor;
    struct span at;
};

/* Names of one sort with the place in their array. */
struct name_list {
    struct names index;
    const struct str *names;
    size_t count;
    bool partial; /* a file that gives some of them could not be read (recorded): an unknown name may be in it */
};

struct binding {
    struct arena *arena;
    struct arena *scratch; /* for one text at a time; cleared behind it */
    struct diags *diags;
    struct sources *sources;
    struct edition *edition;
    struct language *language;
    int year;
    struct figures *figures;

    struct name_list indicator_names, service_names, anchor_names;
    struct names entities; /* declared ones */
    bool entities_partial, figures_partial;
    struct indicator *indicators;
    struct derivation *derivations; /* one an indicator */
    const struct record **services;

    struct pending_text *texts;
    size_t text_count, text_capacity;
    struct pending_anchor *anchors;
    size_t anchor_count, anchor_capacity;

    struct figure_table amount_index; /* figures computed so far, as index + 1 */
    struct amount *amounts;
    size_t amount_count, amount_capacity;
    struct names printed_index; /* answers of edition_figure */
    struct printed_figure *printed;
    size_t printed_count, printed_capacity;
};

/* Of an indicator; NULL when there is none of that id. */
const struct indicator *binding_indicator(const struct binding *b, struct str id);
const struct derivation *binding_derivation(const struct binding *b, struct str id);
/* Whether the entity is missing from all that was read; when some could not be, nothing is known to be missing. */
bool binding_lacks_entity(const struct binding *b, struct str entity);
/* The keys of a map, kept; those that are no names are reported and left out of the index. */
struct name_list binding_names(struct binding *b, const struct node *map);
/* The edition's year unless the name says another period. */
struct figure_name binding_fill_period(const struct binding *b, struct figure_name name);

/* Hint for the last finding: the service or indicator that a part of `text`, which is no figure's name, is near to. */
void binding_advise_on_name(struct binding *b, struct str text);
/* False, with a finding for the period at its place `at`, when `bad` (of figure_name_parse) is the period of the name `text`. */
bool binding_check_period(struct binding *b, struct str text, struct str bad, struct span at);
/* `*index`: the place of the page's id among anchor_names. False when no page has the id, with a finding at `at` if all ids are known. */
bool binding_check_anchor(struct binding *b, struct str anchor, struct span at, uint32_t *index);
/* Records a finding unless the name's indicator and entity are known. `at` gives the place of a part of `text`. */
bool binding_check_name(struct binding *b, struct figure_name name, struct span indicator_at, struct span entity_at);

#endif
