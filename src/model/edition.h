/* A bound edition: everything typed, references to figures resolved, derived figures computed, all formatted.
 * Only page numbers are still open. */
#ifndef BILAN_MODEL_EDITION_H
#define BILAN_MODEL_EDITION_H

#include "load/source.h"
#include "model/ledger.h"
#include "model/value.h"
#include "text/inline.h"

enum indicator_nature { NATURE_FLOW, NATURE_STOCK };
struct indicator {
    struct str id;
    const struct record *record; /* label, short, hint, definition, unit, perimeter, owner, … as authors wrote them */
    struct str unit;             /* "%", "€", "M€", or a word that is not printed with the number */
    int decimals;                /* printed; -1: as recorded */
    bool lower_is_better;
    enum indicator_nature nature;
    struct str whole; /* the total it is part of, or empty */
    struct str base;  /* what a share is a share of, or empty */
    struct span at;
};

struct programme {
    const struct record *record; /* programme.yaml: name, title, owner, language, link, … */
    const struct language *language;
    struct language *language_mutable; /* the same, for formatting (caches) */
    struct str data_root;
};

/* A page kind as far as content is concerned; layout reads its body. */
struct kind {
    struct str name;
    const struct schema *schema;   /* common fields (id, title, section, notes …) and its own */
    const struct node *definition; /* the whole YAML file */
    uint32_t file;
};
struct kinds {
    const struct kind *items; /* of those not used yet, the name alone */
    size_t count;
    void *data;
    const struct kind *(*use)(void *data, size_t index); /* reads it when first used; NULL after errors in its file */
};

struct page_entry {
    const struct kind *kind;
    struct str id; /* anchor, or empty */
    const struct record *fields;
    struct span at; /* the value of `page:` */
};

struct edition {
    const struct programme *programme;
    const struct record *record; /* bilan.yaml: title, published, closed, layout, highlights, … */
    int year;
    struct day published;
    struct str layout; /* name of the design */
    const struct page_entry *pages;
    size_t page_count;
    const struct figures *figures;
    struct ledger *ledger;
    struct arena *arena;
    struct diags *diags;
    const struct indicator *indicators;
    size_t indicator_count;
    const struct value *services; /* VALUE_LIST of records */
    const struct value *criteria;
    const struct value *abbreviations; /* records short, long: all that there are */
    struct binding *binding;           /* the model's own */
};

/* The data folder of an edition's folder or file: the nearest folder from there upwards that has a programme.yaml, written from `path` as
 * the user wrote it. NULL when there is none. */
char *edition_root(struct arena *a, const char *path);

/* Where designs are: asked once the edition's layout name is known. Loads layouts/<name>/ and gives its kinds; NULL after errors. */
struct kind_source {
    void *data;
    const struct kinds *(*kinds)(void *data, struct str layout, struct span at);
};

/* Binds the edition whose file is `path` (bilan.yaml or its folder), below the data folder that holds programme.yaml. `layout` overrides the edition's own
 * (empty: none). All findings go to d. NULL when so much is missing that nothing can be laid out. */
const struct edition *edition_bind(struct arena *a, struct diags *d, struct sources *sources, const char *path,
                                   struct str layout, const struct kind_source *kinds);

/* NULL when there is none of that id. */
const struct indicator *edition_indicator(const struct edition *e, struct str id);

/* What the layout of a page prints: whether it asks for fields of that name. Asked seldom: only of texts that have an abbreviation. */
struct printing {
    bool (*prints)(const void *data, size_t page, struct str field);
    const void *data;
};
/* The abbreviations that stand as a word in what the pages print of themselves, of services and of indicators: a list, sorted by letters
 * without regard to case. In `a`. */
const struct value *edition_abbreviations(struct arena *a, const struct edition *e, const struct printing *printing);

/* The file of a field of type image, named from the folder of the file that names it: its number (diags_file_bytes), 0 after an error (recorded at
 * the value's place). Files of more than `limit` bytes are errors. */
uint32_t edition_picture(const struct edition *e, const struct value *name, size_t limit);

/* What a figure is in a form, for layouts: computed, formatted, entered in the ledger. */
struct printed_figure {
    bool ok; /* false: a finding was recorded */
    enum missing missing;
    struct decimal value;    /* as printed: 47 for "+47 %" */
    const struct rich *text; /* with qualifier words and unit; the missing mark when there is none */
    uint32_t id;             /* ledger */
};
/* `forms`: forms joined by ':' ("target", "previous", "change", "share", "attainment", …), `at`: where it is asked for. */
struct printed_figure edition_figure(const struct edition *e, struct figure_name name, struct str forms,
                                     struct span at);
/* The bare value for drawing lengths: not entered in the ledger. False when there is none. */
bool edition_measure(const struct edition *e, struct figure_name name, struct str forms, double *out);
/* What the indicator's derivation gives, whether or not the figure is on record as well. False when it is not derived, or inputs are missing. */
bool edition_derived(const struct edition *e, struct figure_name name, enum figure_kind kind, struct decimal *out);
/* Resolves the author's references ("edition", "page.x", "count.LIST", "[entity.]indicator…") with `scope` for LIST; for inline_parse. */
struct reference_resolver edition_resolver(const struct edition *e, const struct record *scope);

#endif
