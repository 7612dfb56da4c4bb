/* Microtypography as a list of edits over finished text. */
#ifndef BILAN_TEXT_TYPOGRAPHY_H
#define BILAN_TEXT_TYPOGRAPHY_H

#include "text/inline.h"

/* Bytes [start, end) become `put`; an empty range is an insertion. */
struct edit {
    uint32_t start, end;
    const char *put;
};
/* Bytes [start, end) are raised. */
struct raise {
    uint32_t start, end;
};

struct edits {
    struct edit *items;
    size_t count, capacity;
    struct raise *raises;
    size_t raise_count, raise_capacity;
};
void edits_free(struct edits *e);
void edits_add(struct edits *e, size_t start, size_t end, const char *put);
void edits_raise(struct edits *e, size_t start, size_t end);

/* `r` with the edits, which are in order and do not overlap. */
const struct rich *edits_apply(struct arena *a, const struct rich *r, const struct edits *e);

/* A pass over the text. Addresses, e-mail and file names are left out of it. */
struct scan {
    const struct rich *rich;
    struct str text;
    struct edits *edits;
    bool french;
    bool quoted;    /* inside straight double quotes */
    bool nested;    /* which stand inside guillemets */
    int guillemets; /* depth of those typed as such */
};
/* Replaces or inserts, unless the author wants the text as typed. */
void scan_put(struct scan *s, size_t start, size_t end, const char *put);
/* Of the run that byte `at` lies in. */
bool scan_is_fixed(const struct scan *s, size_t at);
bool scan_is_raised(const struct scan *s, size_t at);
uint32_t scan_figure(const struct scan *s, size_t at);

/* The rules: each looks at the text around the character `c` at byte `at`. */
void typography_quotes(struct scan *s, size_t at, uint32_t c);
void typography_spaces(struct scan *s, size_t at, uint32_t c);
void typography_numbers(struct scan *s, size_t at, uint32_t c);

#endif
