/* YAML body to boxes (private to the folder). */
#ifndef BILAN_LAYOUT_COMPILE_H
#define BILAN_LAYOUT_COMPILE_H

#include "layout/box.h"
#include "layout/part.h"

/* What the page kinds of a job are compiled with, and share. */
struct compilation {
    struct reading reading;
    const struct theme *theme;
    const struct language *language;
    struct parts parts;
    struct names keys; /* see keys.h */
};
/* `parts`: parts.yaml, or NULL. */
struct compilation compilation_new(const struct reading *r, const struct theme *theme, const struct language *language,
                                   const struct node *parts);

struct keyed;

struct compiler {
    struct reading reading;
    const struct theme *theme;
    const struct language *language;
    const struct parts *parts;
    const struct names *keys;
    const struct lookup *over;
    int depth;    /* of parts in parts and boxes in boxes */
    bool lenient; /* inside a part */
    uint32_t kept;
    struct str *fit_groups; /* names of the groups of texts that choose their style together; empty: a box's own */
    size_t fit_group_count, fit_group_room;
};

/* A box, or NULL (recorded). */
const struct box *compile_box(struct compiler *c, const struct node *n);
/* Children of a container; *count of them. */
const struct box *const *compile_boxes(struct compiler *c, const struct node *list, size_t *count);
/* The attributes of any box, from its map. */
void compile_attributes(struct compiler *c, const struct keyed *k, struct box *box);

/* Adds a condition, which must not hold when `negated`, to the box's. */
void compile_condition(struct compiler *c, const struct node *n, bool negated, struct box *box);

/* Helpers for the block kinds. `what` names the value in messages. NULL, or nothing given, when it is absent or wrong (recorded). */
const struct wording *compile_wording(struct compiler *c, const struct node *n, const char *what);
const struct lookup *compile_path(struct compiler *c, const struct node *n, const char *what);
const struct quantity *compile_quantity(struct compiler *c, const struct node *n, const char *what);
struct paint compile_paint(struct compiler *c, const struct node *n);
struct length compile_length(struct compiler *c, const struct node *n, const char *what);
/* The same of a width or height, which is not negative. */
struct length compile_size(struct compiler *c, const struct node *n, const char *what);
struct stripe compile_stripe(struct compiler *c, const struct node *n, const char *what);
/* The style named in map[key], with map's colour: `color_key` may be NULL. Falls back to `fallback` (a style's name), then the first style. */
const struct text_style *compile_style(struct compiler *c, const struct node *map, const char *key,
                                       const char *color_key, const char *fallback);
/* The style with everything in one colour. */
const struct text_style *style_in(struct arena *a, const struct text_style *style, struct color color);
/* map[key], else inner[key]: attributes of drawings may stand in either. */
const struct node *compile_either(const struct node *map, const struct node *inner, const char *key);

/* Never NULL: what could not be compiled is left out, and recorded. */
const struct template *compile_template(struct compilation *shared, const struct kind *kind);

#endif
