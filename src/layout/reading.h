/* Reading the YAML of a design: located complaints about keys and values (private to the folder). */
#ifndef BILAN_LAYOUT_READING_H
#define BILAN_LAYOUT_READING_H

#include "base/diag.h"
#include "load/node.h"

struct lookup;

/* What every reader of a design needs. */
struct reading {
    struct arena *arena;
    struct diags *diags;
    const struct lookup **asked; /* where to keep the last lookup compiled; NULL: nobody wants them */
};

/* Where `given` stands among the NULL-terminated `names`; where the NULL stands, when it is none of them. */
size_t index_among(struct str given, const char *const *names);
/* Whether `given` is one of the NULL-terminated `names`. */
bool is_among(struct str given, const char *const *names);
/* Complains of keys of `map` that are not among `known` (NULL-terminated), with the nearest name. `what` names the map: it is
 * translated where there is a translation. */
void read_known(const struct reading *r, const struct node *map, const char *const *known, const char *what);

/* Hint for the last finding: the nearest to `given` of the names that begin `count` elements of `size` bytes, each a struct str; or all of them; or, of
 * many, where the theme has them: under `key`. */
void read_known_names(const struct reading *r, const char *key, struct str given, const void *elements, size_t count,
                      size_t size);

/* The scalar's text; empty when `n` is NULL or no scalar (the latter is recorded: `what` must be text). */
struct str read_text(const struct reading *r, const struct node *n, const char *what);
/* The same of map[key]; `fallback` when it is absent. */
struct str read_text_or(const struct reading *r, const struct node *map, const char *key, struct str fallback);
/* A finite number. False when absent, or no number (recorded). */
bool read_number(const struct reading *r, const struct node *n, const char *what, double *out);
/* map[key] as a finite number; `fallback` when it is absent or no number (recorded). */
double read_number_or(const struct reading *r, const struct node *map, const char *key, double fallback);
/* Whether it is true; false when absent, or neither true nor false (recorded). */
bool read_truth(const struct reading *r, const struct node *n, const char *what);
/* The same of map[key]. */
bool read_flag(const struct reading *r, const struct node *map, const char *key);
/* A list; NULL when absent or no list (recorded). */
const struct node *read_list(const struct reading *r, const struct node *n, const char *what);
/* A mapping; NULL when absent or no mapping (recorded). */
const struct node *read_map(const struct reading *r, const struct node *n, const char *what);

/* The text as a number, sign and decimals allowed. */
bool text_number(struct str text, double *out);
/* Index of `given` in the NULL-terminated `names`; -1 with a finding otherwise. */
int read_choice(const struct reading *r, const struct node *n, const char *const *names, const char *what);

#endif
