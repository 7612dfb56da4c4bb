/* Text of words that occur once, so that every one met in a document tells which text it belongs to. */
#ifndef BILAN_PROPERTY_WORDS_H
#define BILAN_PROPERTY_WORDS_H

#include "base/arena.h"
#include "base/str.h"
#include "support/chance.h"

enum { WORDS_MAX = 6000 };

/* Where a word stands: in a text, as it reads without mark-up, from byte `start` on. */
struct word_place {
    struct str text;
    size_t start;
    bool wanted; /* of a text's first word: the document must show the text */
};

struct words {
    struct arena *arena;
    struct word_place places[WORDS_MAX];
    uint32_t count, last; /* the first word of the last text */
};

/* A new text of up to `count` words, with emphasis here and there; as an author would write it. */
const char *words_text(struct words *w, struct chance *c, size_t count);
/* The last text must show. */
void words_want(struct words *w);
/* The place of the word that `text` starts with; NULL when it starts with none. */
const struct word_place *words_find(const struct words *w, struct str text);

#endif
