/* One page's items as they are made, and the structure they are read in (private to the folder). */
#ifndef BILAN_LAYOUT_CANVAS_H
#define BILAN_LAYOUT_CANVAS_H

#include "page/display.h"
#include "page/structure.h"
#include "text/paragraph.h"

enum { CANVAS_DEPTH = 64 };

struct known_run;

struct canvas {
    struct arena *arena; /* of the document */
    struct structure *structure;
    struct item *items;
    size_t count, capacity;
    element_id stack[CANVAS_DEPTH];
    size_t depth;         /* of the stack; 0: nothing is open */
    int artefact;         /* > 0: what is emitted is not read */
    leaf_id drawing_leaf; /* of the figure being emitted, or 0 */
    int heading;          /* level of the last one in the document */
    uint32_t *drawn;      /* figures of the page that marks show and no text prints */
    size_t drawn_count, drawn_capacity;
    struct known_run **known;    /* glyphs and texts of late, shared by runs that look the same: a table */
    size_t known_count;          /* its slots: a power of two */
    const enum path_verb *verbs; /* of the last path kept: many have the same */
    size_t verb_count;
    struct buf spoken;  /* what is read inside the open link */
    size_t last_spoken; /* where the last text of it starts */
    bool speaking;
    element_id text_block; /* heading or paragraph of the last text, and 1 + its last item; 0: none on this page */
    size_t text_item;
    bool has_heading; /* this page has one, at: */
    double heading_top;
};

/* For a document of about so many pages; what goes into that lies in `a`. End it with canvas_free. */
struct canvas canvas_new(struct arena *a, struct structure *structure, size_t page_count);
void canvas_free(struct canvas *c);
/* An empty page, read inside `parent`. */
void canvas_page(struct canvas *c, element_id parent);
/* What comes now is read inside `parent`. */
void canvas_enter(struct canvas *c, element_id parent);
/* An item at the page's end, empty; for what draws. */
struct item *canvas_add(struct canvas *c);
/* The page's items, copied into the document. */
struct item *canvas_items(struct canvas *c, size_t *count);

/* Opens an element in the current one (with what must stand between them: L > LI > LBody, TOCI > Reference); nothing inside artefacts.
 * Returns the depth to close to; *id is the element, 0 in artefacts. */
size_t canvas_open(struct canvas *c, enum tag tag, element_id *id);
/* Goes on inside an element opened on a page before. */
size_t canvas_reopen(struct canvas *c, element_id id);
void canvas_close(struct canvas *c, size_t depth);
/* A figure of the ledger that a mark shows without printing it. */
void canvas_drawn(struct canvas *c, uint32_t figure);
/* Those of the page, copied into the document. */
const uint32_t *canvas_drawn_figures(const struct canvas *c);

enum tag canvas_tag(const struct canvas *c); /* of the current element */
/* A new leaf in the current element, LEAF_ARTEFACT in artefacts. */
leaf_id canvas_leaf(struct canvas *c);

/* A text starts: a space keeps it apart from one before it in the same heading or paragraph. */
void canvas_start_text(struct canvas *c);
/* The line ends where the author says so: a space parts it from the next one. */
void canvas_break_line(struct canvas *c);
/* One piece of a line with the paragraph's corner at x, y; copied into the document. */
void canvas_piece(struct canvas *c, leaf_id leaf, const struct text_piece *piece, double x, double y);
/* Turns the texts emitted from item `first` on by a quarter to the left around `pivot`. */
void canvas_turn(struct canvas *c, size_t first, struct point pivot);
/* A line of text for readers alone, on the baseline from x, y, in a new leaf; copied into the document. Its width: 0 in artefacts. */
struct unseen_type {
    const struct font *font;
    double size;
    const char *language;
};
double canvas_unseen(struct canvas *c, struct unseen_type type, struct str text, double x, double y);
/* Whether the current element is, or stands in, an element of that kind. */
bool canvas_inside(const struct canvas *c, enum tag tag);
/* A drawing: an artefact, or part of the figure being emitted. */
void canvas_drawing(struct canvas *c, const struct drawing *drawing, struct rect box, struct span source);
/* A picture in `box`, seen inside `clip` (NULL: all of it); an artefact when `leaf` is. */
void canvas_image(struct canvas *c, leaf_id leaf, const struct image *image, struct rect box, const struct path *clip,
                  struct span source);
/* Adds to what the open link says. */
void canvas_speak(struct canvas *c, struct str text);
struct item *canvas_link(struct canvas *c, leaf_id leaf, struct rect box, struct link_target target,
                         const char *description, struct span source);

#endif
