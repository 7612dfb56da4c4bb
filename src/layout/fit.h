/* Texts that choose among styles, and which of them choose together (private to the folder). */
#ifndef BILAN_LAYOUT_FIT_H
#define BILAN_LAYOUT_FIT_H

#include "layout/compile.h"
#include "layout/flow.h"

/* What a text may be set in: `style` and `fit`, `lines`, `together`. */
struct fit {
    const struct text_style *const *styles; /* at least one, in the order of trying */
    size_t count;
    size_t lines;   /* at most; 0: no limit */
    uint32_t group; /* of the template: texts of one group take the same step of their styles */
};

/* From `map`; `fallback` is the style of a text that names none. */
struct fit compile_fit(struct compiler *c, const struct node *map, const char *fallback);

/* The step that each group of a page has come to. Steps only grow, and after 64 passes no more. */
struct fitting;

/* Forgets the steps of what `f` laid out before. */
void fit_begin(struct flow *f);
/* Starts to measure the body; it must be measured again as long as `fit_changed` says so then. */
void fit_pass(struct flow *f);
bool fit_changed(const struct flow *f);
/* Nothing gives way any more, and what was noted of too little room is forgotten. */
void fit_end(struct flow *f);
/* Raises `steps` (one a group) to those of the body. */
void fit_keep(const struct flow *f, size_t *steps);
/* How many choosing texts have been measured in this pass. */
size_t fit_count(const struct flow *f);

/* Sets text in the first style of its group's step that fits `width`, `height` and the lines allowed, else in the last. */
struct setting fit_set(struct flow *f, const struct frame *frame, const struct fit *fit, const struct rich *text,
                       double width, double height);

/* For a frame with less room than it needs: the texts in it go a step further. False when none can. */
bool fit_give_way(struct flow *f, const struct frame *frame);

#endif
