/* Letters of monograms: those of a page differ (private to the folder). */
#ifndef BILAN_LAYOUT_LETTERS_H
#define BILAN_LAYOUT_LETTERS_H

#include "base/arena.h"
#include "base/str.h"

struct used_letters;

/* Letters for `id`: `mark` when given; else two of `name` that no other id of the page has. Always the same for the same id. */
struct str letters_for(struct arena *a, struct used_letters **used, struct str id, struct str mark, struct str name);

#endif
