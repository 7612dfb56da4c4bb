/* One edition being laid out: what all its pages share (private to the folder). */
#ifndef BILAN_LAYOUT_JOB_H
#define BILAN_LAYOUT_JOB_H

#include "layout/box.h"
#include "model/edition.h"
#include "text/paragraph.h"

#define NO_SECTION UINT32_MAX

/* Where an entry of the edition's page list has come to stand. */
struct standing {
    uint32_t page;        /* index of its first page */
    uint32_t parts;       /* pages it takes */
    const size_t *starts; /* parts + 1 bounds of the continued list; NULL on a single page */
    const double *tops;   /* where each part starts on its page; NULL: its pages are its own */
    double height;        /* where it flows: of the whole, once known; else 0 */
    uint32_t section;     /* index, or NO_SECTION */
    bool uses_numbers;    /* its division looked at page numbers */
    size_t *steps;        /* that the groups of its texts have come to on all its pages; NULL on a single page */
    struct laid **laid;   /* its parts as laid out while it was divided (pages.h), where they are kept; may be NULL */
    bool has_top;
    double top; /* of its first heading */
};

/* Sections and entries as values that layouts go through. */
struct contents {
    struct value sections; /* a list of records */
    struct value annexes;
    size_t section_count;
    const size_t *openers; /* entry that starts each section */
};

struct laid;
struct pictures;
struct maps;

struct job {
    struct arena *arena;
    struct diags *diags;
    const struct edition *edition;
    const struct theme *theme;
    struct language *language;
    const char *tag; /* of the language */
    struct typesetter *typesetter;
    const struct template *const *templates; /* one an entry */
    struct standing *places;                 /* one an entry */
    size_t laid_count;                       /* pages that are kept laid out */
    struct names anchors;                    /* page ids: entry */
    struct contents contents;
    struct value edition_value, programme_value;
    const struct value *abbreviations; /* those that are printed */
    const struct node *words;          /* the theme's in the language, or NULL */
    struct value *word_values;         /* filled as asked for, in the order of words */
    struct pictures *pictures;         /* those read so far */
    struct maps *maps;                 /* the same */
};

/* Entry of a page id, or of "@7" (the seventh entry, counted from 0). False when there is none. */
bool job_anchor(const struct job *job, struct str anchor, size_t *entry);
void job_index_anchors(struct job *job);

#endif
