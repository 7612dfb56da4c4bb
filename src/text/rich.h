/* Inline text: what stands between an author's scalar and its lines. Immutable once made. */
#ifndef BILAN_TEXT_RICH_H
#define BILAN_TEXT_RICH_H

#include "base/arena.h"
#include "base/origin.h"
#include "base/str.h"

enum rich_style {
    RICH_STRONG = 1,
    RICH_EMPHASIS = 2, /* foreign words */
    RICH_RAISED = 4,   /* the "er" of 1er */
    RICH_LITERAL = 8   /* [98]{literal}: a figure that the author keeps as typed */
};

/* Bytes [start, end) that share everything. Runs follow each other and cover the text. */
struct rich_run {
    uint32_t start, end;
    uint8_t style;      /* rich_style bits */
    uint32_t link;      /* 1 + index in links, 0: none */
    uint32_t figure;    /* ledger id, 0: none */
    uint32_t open_page; /* 1 + index in anchors: text stands for that page's number until layout closes it; 0: none */
};

struct rich_link {
    struct str target; /* absolute address, or "#anchor" */
    struct span at;
};

struct rich {
    struct str text; /* UTF-8; "\n" is a forced line break, U+2029 parts paragraphs */
    const struct rich_run *runs;
    size_t run_count;
    const struct rich_link *links;
    size_t link_count;
    const struct str *anchors; /* of open page numbers */
    size_t anchor_count;
    const struct origin *origins;
    size_t origin_count;
    struct span at; /* the whole, for findings */
};

/* Builds rich text piece by piece. Zero-initialise with rich_builder_start. */
struct rich_builder;
struct rich_builder *rich_builder_start(struct arena *a, struct span at);
/* Style and link of what follows (links: the number that rich_builder_link gave; 0: none). */
void rich_builder_style(struct rich_builder *b, uint8_t style, uint32_t link);
uint32_t rich_builder_link(struct rich_builder *b, struct str target, struct span at);
/* Text whose bytes come one by one from source.start on (linear), or as a whole from source. */
void rich_builder_text(struct rich_builder *b, struct str text, struct span source, bool linear);
/* A printed figure: its text, and the reference that asked for it. */
void rich_builder_figure(struct rich_builder *b, struct str text, uint32_t figure, struct span source);
/* A page number to be filled in. */
void rich_builder_page(struct rich_builder *b, struct str anchor, struct span source);
/* Splices finished rich text in; the current style and link are added to its own. */
void rich_builder_rich(struct rich_builder *b, const struct rich *piece);
const struct rich *rich_builder_end(struct rich_builder *b);

/* Text without any mark-up or reference. */
const struct rich *rich_plain(struct arena *a, struct str text, struct span at);

/* The same, in just the room that it takes: for text that is kept, made in an arena that is not. */
const struct rich *rich_copy(struct arena *a, const struct rich *r);

/* A copy with a space for each line break and paragraph end: for what stands on one line, and for what is read aloud. */
struct str rich_one_line(struct arena *a, struct str text);

bool rich_is_empty(const struct rich *r);
bool rich_is_open(const struct rich *r);
/* With each open page number filled in: `number` gives the printed number of an anchor, or NULL when it is not known (printed as "0"). */
const struct rich *rich_close(struct arena *a, const struct rich *r,
                              const char *(*number)(void *data, struct str anchor), void *data);

#endif
