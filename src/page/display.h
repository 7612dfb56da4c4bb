/* A page once nothing is left to decide: a display list of four kinds of item with final coordinates.
 * Layout fills it, painters read it as const. */
#ifndef BILAN_PAGE_DISPLAY_H
#define BILAN_PAGE_DISPLAY_H

#include "base/origin.h"
#include "page/font.h"
#include "page/geometry.h"

/* A leaf of the structure tree (structure.h). An item that is read carries its leaf, any other is an artefact. */
typedef uint32_t leaf_id;
enum { LEAF_ARTEFACT = 0 };

enum item_kind { ITEM_GLYPHS, ITEM_PATH, ITEM_IMAGE, ITEM_LINK };

/* One glyph; x runs from the run's origin, y offset is upwards. Glyphs of one cluster follow each other. */
struct glyph {
    uint32_t id;
    float x, y;          /* points */
    float advance;       /* points, as drawn (kerning, tracking and justification included) */
    uint32_t text_start; /* its cluster: bytes [text_start, text_end) of the run's text */
    uint32_t text_end;
};

/* A figure of the ledger (model/ledger.h) printed as bytes [start, end) of the run's text. */
struct run_figure {
    uint32_t figure;
    uint32_t start, end;
};

struct glyph_run {
    const struct font *font;
    double size;
    bool unseen; /* read but not painted: text that stands for what a drawing shows */
    bool turned; /* a quarter turn to the left around the origin: the text runs upwards */
    struct color color;
    struct point origin; /* baseline start */
    double width;
    const struct glyph *glyphs;
    size_t glyph_count;
    struct str text;
    const char *language; /* BCP 47 */
    const struct run_figure *figures;
    size_t figure_count;
    const struct origin *origins; /* of text */
    size_t origin_count;
};

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE }; /* 1, 1, 3 and 0 points */
struct path {
    const enum path_verb *verbs;
    size_t verb_count;
    const struct point *points;
    size_t point_count;
};

enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };
struct drawing {
    struct path path;
    bool filled, even_odd, stroked;
    struct color fill, stroke;
    double stroke_width;
    enum line_cap cap;
    enum line_join join;
    double dash[4]; /* on, off, …; dash_count 0: solid */
    size_t dash_count;
};

/* The rows of an opaque PNG as its file packs them (filtered, then deflated), which a PDF can hold as they are. */
struct packed_rows {
    struct str file;    /* the whole PNG */
    struct str bytes;   /* empty when there are none */
    struct str palette; /* RGB of each value; empty: values are grey or RGB themselves */
    unsigned bits, channels;
};

/* Decoded pixels, shared by the items that show them. */
struct image {
    uint32_t id;
    uint32_t width, height;
    const uint8_t *rgb;   /* width * height * 3; NULL where `rows` are there: picture_rgb unpacks them */
    const uint8_t *alpha; /* width * height, or NULL when opaque */
    struct str jpeg; /* the same pixels as a baseline JPEG that a PDF can hold as it is; empty when there is none */
    bool jpeg_grey;  /* it has one component, else the three of RGB */
    struct packed_rows rows;
};

struct link_target {
    const char *uri; /* absolute address, or NULL for a place in the document: */
    uint32_t page;   /* index from 0 */
    double y;
};

struct item {
    enum item_kind kind;
    leaf_id leaf;
    struct rect box;         /* what the item covers; for glyphs: advance width by ascender to descender */
    const struct path *clip; /* or NULL */
    struct span source;      /* what it was made from */
    union {
        struct glyph_run glyphs;
        struct drawing drawing;
        const struct image *image; /* fills box */
        struct {
            struct link_target target;
            const char *description; /* what a screen reader says; never NULL */
        } link;
    } as;
};

/* What a run covers from `above` to `below` its baseline, in em. */
struct rect glyph_run_box(const struct glyph_run *run, double above, double below);

struct page {
    double width, height;
    const char *label; /* printed page label ("3"), as in the viewer's page box */
    const struct item *items;
    size_t item_count;
    const uint32_t *drawn; /* figures of the ledger that marks show and no text prints */
    size_t drawn_count;
};

#endif
