/* What the block kinds share: the page being laid out, its frames, and how they are measured, arranged and emitted
 * (private to the folder). */
#ifndef BILAN_LAYOUT_FLOW_H
#define BILAN_LAYOUT_FLOW_H

#include "layout/canvas.h"
#include "layout/job.h"
#include "layout/scope.h"

struct extent {
    double width, height;
};

/* A box on a page: its content looked up, its size known, then its place. */
struct frame {
    const struct box *box;
    const struct scope *scope;
    struct frame *first, *last, *next; /* children, in the order of the template */
    size_t child_count;
    bool gone;                   /* a text that came to nothing: takes no room */
    bool fresh;                  /* an entry of the continued list: read for the first time */
    bool elsewhere;              /* where entries flow: stands on another page than the one at hand */
    bool begun, goes_on;         /* some of it stands on a page before, after */
    size_t from, end;            /* what of it is shown, once it is divided: lines, or how its kind counts */
    element_id element;          /* once it has begun */
    double width, height;        /* natural size with padding, or the one given */
    struct extent need;          /* what its content needs, with padding */
    double baseline;             /* first baseline from its top; NAN: none */
    struct rect rect;            /* on the page */
    void *state;                 /* the block's own */
    size_t first_text, end_text; /* those of its texts that choose a style, by their order in the page's */
};

struct used_letters;
struct fitting;
struct overflow;

struct flow {
    struct job *job;
    struct arena *scratch; /* dies with the page */
    struct canvas *canvas;
    const struct template *template;
    const struct page_entry *entry;
    size_t entry_index;
    uint32_t page; /* index */
    size_t part, parts;
    const struct value *whole; /* the continued list, and its share on this page */
    struct value share;
    size_t share_start;
    element_id *kept; /* elements that go on over the continued pages */
    bool dividing;    /* trying: nothing is recorded */
    bool untold;      /* while dividing: something would be */
    bool fits;        /* while dividing: no frame around or in the continued list is too small */
    bool used_numbers;
    bool fresh;  /* emitting an entry of the continued list */
    bool behind; /* emitting: the continued list is done on this page */
    int bleeding, linked;
    struct used_letters *letters;
    const size_t *first_steps;  /* where they start; NULL: at the first style */
    struct fitting *fitting;    /* the steps of texts that choose their style; NULL: each for itself */
    struct overflow *overflows; /* noted while they do */
};

/* Whether findings are recorded; where they are not, it is kept in mind that there is one. */
static inline bool flow_tells(struct flow *f)
{
    f->untold |= f->dividing;
    return !f->dividing;
}

/* Child frames for the boxes of `boxes` in `scope`: conditions and repetition followed. */
void flow_expand(struct flow *f, struct frame *parent, const struct box *const *boxes, size_t count,
                 const struct scope *scope);
struct frame *flow_frame(struct flow *f, const struct box *box, const struct scope *scope);

/* Sizes of the frame when it may be `width` wide; `height` is INFINITY where it is not settled. */
void flow_measure(struct flow *f, struct frame *frame, double width, double height);
/* Places it and what is in it. True when something in it was too small and has been recorded. */
bool flow_arrange(struct flow *f, struct frame *frame, struct rect rect);
void flow_emit(struct flow *f, struct frame *frame);

/* Records that `frame` is too small: at `at`, else at the entry; `hint` may be NULL. Both texts live as long as the page. */
void flow_overflow(struct flow *f, const struct frame *frame, struct span at, const char *message, const char *hint);
/* The same for its content as a whole. */
void flow_overflow_content(struct flow *f, const struct frame *frame, double missing, double room);
/* Tells what was recorded since the body was last measured. */
void flow_report(struct flow *f);

/* The text that stands for the box where it is a figure (its `alt`); an empty one is recorded. */
struct str flow_alternative(struct flow *f, const struct frame *frame);
/* Makes the open element `id` a figure: what it looks like in words, where it stands, and a leaf for its drawings. */
void flow_fill_figure(struct flow *f, element_id id, struct rect box, struct str alternative);

/* The padding here: none where the frame was begun before or goes on. */
struct sides frame_pad(const struct frame *frame);
/* Rectangle inside the padding. */
struct rect frame_inner(const struct frame *frame);
/* A colour as it is here. */
struct color flow_color(const struct flow *f, const struct scope *scope, const struct paint *paint);
/* A filled rectangle (artefact), rounded when `radius` is given; `border` may be NULL. */
void flow_fill(struct flow *f, struct rect r, const double radius[4], const struct color *fill, double stroke,
               const struct color *border);
/* Fills with a box's paint: a series colour brings its outline. */
void flow_paint(struct flow *f, const struct frame *frame, struct rect r, const double radius[4],
                const struct paint *paint);

/* Set text, drawn by emit_paragraph. */
struct setting {
    const struct paragraph *paragraph;
    const struct text_style *style;
};
struct setting flow_set(struct flow *f, const struct rich *text, const struct text_style *style, double width);
/* Draws it with its top left corner at x, y, lines aligned in `width`; links become links. */
void flow_text(struct flow *f, const struct setting *setting, double x, double y, double width, enum horizontal align);
/* Record, at the text, that `room` is too narrow or too low for it. */
void flow_text_too_wide(struct flow *f, const struct frame *frame, const struct paragraph *p, double missing,
                        double room);
void flow_text_too_high(struct flow *f, const struct frame *frame, const struct paragraph *p, double missing,
                        double room);
/* What is read must stay inside the theme's bounds: whether it does not, recorded. */
bool flow_text_passes_bounds(struct flow *f, const struct frame *frame, const struct paragraph *p, struct rect place);
/* Whether a new text needs a P here. */
bool flow_wants_paragraph(const struct flow *f, const struct box *box);
/* Opens one where it does. Returns the depth to close to. */
size_t flow_open_paragraph(struct flow *f, const struct box *box);
/* First baseline of a setting from its top. */
double setting_baseline(const struct setting *s);

/* Opens a link to `to` ("#anchor" or an address) around what is emitted until it is closed. Not open when `to` is empty or leads
 * nowhere (recorded), inside another link, and in artefacts. */
struct open_link {
    struct link_target target;
    const struct rich *to;
    element_id element;
    size_t depth, first_item, entry;
    bool open;
};
struct open_link flow_open_link(struct flow *f, const struct rich *to);
/* Makes `box` its area, and ends it. */
void flow_close_link(struct flow *f, struct open_link *link, struct rect box);
/* Gives the areas of the link their description. */
void flow_describe_link(struct flow *f, const struct open_link *link);

/* An icon with its top left corner at x, y. */
void flow_icon(struct flow *f, const struct icon *icon, double x, double y, double width, struct color color);

#endif
