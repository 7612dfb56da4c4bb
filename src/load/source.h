/* Input files: named as the user sees them, kept inside the folder they may live in, read once, under limits. */
#ifndef BILAN_LOAD_SOURCE_H
#define BILAN_LOAD_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"
#include "load/csv.h"
#include "load/node.h"

struct sources;

/* Inputs below `root` (the data folder). Lives as long as the arena. */
struct sources *sources_new(struct arena *a, struct diags *d, const char *root);

/* Files below `folder` (a name from the root on) are told as below `as`, which leads to the same folder. */
void sources_tell(struct sources *s, const char *folder, const char *as);

/* Loads `name`, relative to the folder of file `from` (0: to the root). `at` is where it is asked for, for findings (missing file, outside the
 * folder, no regular file, too large). Files ending in .json are read as YAML. `include: other.yaml` as the sole key of a map, where a
 * value may stand, is replaced by that file's tree. NULL after an error. A file asked for twice is read once. */
const struct node *source_yaml(struct sources *s, const char *name, uint32_t from, struct span at);
const struct csv_table *source_csv(struct sources *s, const char *name, uint32_t from, struct span at);
/* Ends the trees and tables read so far; texts and the files' bytes stay. What is asked for afterwards is parsed anew. */
void sources_end_trees(struct sources *s);
/* Any other file's bytes (pictures). Returns its number, 0 after an error. */
uint32_t source_bytes(struct sources *s, const char *name, uint32_t from, struct span at, size_t limit);

/* A file read so far: its number, and its name from the root on, links resolved. Lent. */
struct source_file {
    uint32_t file;
    const char *name;
};
size_t sources_count(const struct sources *s);
struct source_file sources_get(const struct sources *s, size_t index);

#endif
