/* A file of an edition, rewritten for the next: what belongs to the year changes, all else stays as the author laid it out. */
#ifndef BILAN_APP_NEXT_FILE_H
#define BILAN_APP_NEXT_FILE_H

#include "app/typed_years.h"

struct next_edition {
    struct arena *arena;
    int from, to;           /* years */
    const char *old_folder; /* the last edition's */
    const char *way_back;   /* from the new edition's folder to the last one's, with its slash: "../2024/" */
};

/* A file of the last edition. */
struct next_source {
    const char *name; /* within the edition's folder */
    struct str bytes;
    const struct node *root; /* includes not followed */
    bool is_edition;         /* bilan.yaml itself */
};

struct year_range next_years(const struct next_edition *next);
/* True for the keys of bilan.yaml that are rewritten: edition, published, closed. */
bool next_is_rewritten(struct str key);
/* True for the name of a file that stays in the last edition's folder. */
bool next_is_moved(const struct next_edition *next, struct str text);
/* The file that a map with the sole key `include` names, if that lies in the edition's own folder; else empty. */
struct str next_included(const struct node *node);

/* The new file's bytes, in the arena. Year and days are moved; files that lie in the last edition's folder are named from the new
 * one; what is to be reviewed (days, typed years, authors' notes) is marked by comments. */
struct str next_file(const struct next_edition *next, const struct next_source *file);

#endif
