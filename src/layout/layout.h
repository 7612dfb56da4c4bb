/* An edition and a design become a document. */
#ifndef BILAN_LAYOUT_LAYOUT_H
#define BILAN_LAYOUT_LAYOUT_H

#include "model/edition.h"
#include "page/document.h"

struct design;

/* Reads the design `name` below one of the `folders` (the first that has it): theme, parts, names of page kinds; faces from `font_folders`. The file of a kind is
 * read when the kind is first used (struct kinds). Findings in its files go to d.
 * NULL when it cannot be used (asked for `at`; without a place: by the option --layout). Lives as long as the arena, except for faces: end with design_free. */
struct design *design_load(struct arena *a, struct diags *d, const char *const *folders, size_t folder_count,
                           const char *const *font_folders, size_t font_folder_count, struct str name, struct span at);
void design_free(struct design *design);
const struct kinds *design_kinds(const struct design *design);

/* Lays the edition out: pages, structure, bookmarks, links. Page numbers are settled by repeating what depends on them until they stand still (bounded; an edition that never settles
 * is an error [unsettled]). Overflow is an error that says by how much [overflow]. NULL after a failure that leaves nothing to look at; findings tell the rest. */
const struct document *layout_edition(struct arena *a, struct diags *d, const struct edition *edition,
                                      const struct design *design);

#endif
